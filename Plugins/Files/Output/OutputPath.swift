import Copydesk

/// The path of a sink that writes one file.
enum OutputPath {
  /// - Throws: ``InvalidOption`` where it is no file's.
  static func check(_ path: String, example: String) throws {
    guard !path.isEmpty, !path.hasSuffix("/") else {
      throw InvalidOption(
        "path", "\"\(path)\" is not a file's path", help: "name a file, such as \(path)\(example)")
    }
  }
}
