#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension StageContext {
  /// The path of a file that an option names: a relative one counts from the definition's folder, or where nothing is
  /// there, from the folder in which copydesk was started.
  /// The file counts as one that the stage depends on (``note(dependencyOn:named:)``).
  /// - Throws: ``InvalidOption`` where there is no such file, which says where was looked.
  public func file(_ path: String, option: String) throws -> String {
    let places =
      path.hasPrefix("/") || folder.isEmpty || folder == "." ? [path] : ["\(folder)/\(path)", path]
    if let found = places.first(where: { access($0, F_OK) == 0 }) {
      note(dependencyOn: found, named: path)
      return found
    }
    let help =
      places.count == 1
      ? "relative paths count from the definition's folder, or from the one in which copydesk was started"
      : "looked for as \"\(places[0])\", beside the definition, and in the folder in which copydesk was started"
    throw InvalidOption(option, "there is no file \"\(path)\"", help: help)
  }
}
