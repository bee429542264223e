import Copydesk
import PipelineDefinition

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files that a run writes, so that it does not read them: `copydesk run news .` twice must not take the
/// first result for an article.
struct OwnOutputs: Sendable {
  private let files: Set<String>
  private let folders: [String]
  /// Where the outputs put their files, as the definition names them.
  private let destinations: [String]
  /// Where rejects and dead letters go.
  private let sideFiles: [String]
  /// Files that stand where the run writes and that no run says it has written: by whatever name they are read, it would
  /// be for the last time.
  private var replaced: [FileIdentity: String] = [:]
  /// Records of one file come one after the other: the last answer is the next one's, too.
  private var last: (path: String, isOwn: Bool) = ("", false)

  /// - Parameter inputs: what the user named to be read. A folder of results that one of them lies in is read all the
  ///   same: the user said so.
  init(_ definition: Definition, inputs: [String], ledger: LedgerGate.Paths) {
    let named = inputs.map { Self.absolute($0) + "/" }
    var files = ([ledger.rejects, ledger.deadLetters] + ledger.account.paths).map(Self.absolute)
    var folders = [Self.absolute(ledger.account.journal) + "/"]
    var destinations: [String] = []
    for step in definition.steps {
      guard let sink = step.component as? any Sink, sink.destination != "-" else { continue }
      let path = Self.absolute(sink.destination)
      files.append(path)
      destinations.append(sink.destination)
      if !named.contains(where: { $0.hasPrefix(path + "/") }) { folders.append(path + "/") }
    }
    self.files = Set(files + files.map { $0 + ".partial" })
    self.folders = folders
    self.destinations = destinations
    sideFiles = [ledger.rejects, ledger.deadLetters]
  }

  /// Refuses to read what the run writes, where the user names it: the result would take the place of the input.
  ///
  /// A folder is refused where an output puts its files right into it. Links are followed.
  /// - Throws: ``CopydeskError``.
  func refuseInputs(_ inputs: [String]) throws {
    let written = Set(files.compactMap(FileIdentity.init) + destinations.compactMap(FileIdentity.init))
    for input in inputs where input != "-" {
      let isWritten = FileIdentity(input).map(written.contains) ?? false
      guard isWritten || files.contains(Self.absolute(input)) && FileIdentity(input) != nil else { continue }
      throw CopydeskError(
        .sharedPath, "\"\(input)\" would be read and written by the same run",
        help: "let the run write somewhere else, for instance with -o")
    }
  }

  /// Refuses to put a result over what may be somebody's article: a file below a folder that is read, or a folder that
  /// holds something, which no run says it has written.
  /// - Throws: ``CopydeskError``.
  func refuseToReplaceInputs(_ inputs: [String]) throws {
    let folders = inputs.filter { $0 != "-" }.map { Self.absolute($0) + "/" }
    for path in destinations + sideFiles where !RunAccount.isStream(path) {
      let absolute = Self.absolute(path)
      guard folders.contains(where: { absolute.hasPrefix($0) }),
        OutputFile.length(of: path) != nil || path.hasSuffix("/") && !FolderNames.of(path).isEmpty,
        !RunManifest.isNamed(path)
      else { continue }
      throw CopydeskError(
        .sharedPath, "\"\(path)\" lies in a folder that is read, and no run of Copydesk wrote it",
        help: "let the run write somewhere else, for instance with -o; or remove it if it is not needed")
    }
  }

  /// Takes note of the files that the results would replace and that no run has written, to refuse them where they are
  /// read by way of a pattern, a list or a link. Not for a run that goes on: its results stand under their names before
  /// it tells of them.
  mutating func guardWhatIsReplaced() {
    for path in destinations + sideFiles
    where !RunAccount.isStream(path) && (OutputFile.length(of: path) ?? 0) > 0 && !RunManifest.isNamed(path) {
      if let identity = FileIdentity(path) { replaced[identity] = path }
    }
  }

  /// Refuses to replace anything that no run has written: what is replayed came from files that are not named.
  /// - Throws: ``CopydeskError``.
  mutating func refuseToReplaceAnything() throws {
    guardWhatIsReplaced()
    guard let path = destinations.first(where: { path in replaced.values.contains(path) }) else { return }
    throw CopydeskError(
      .sharedPath, "\"\(path)\" exists, and no run of Copydesk wrote it",
      help: "let the replay write somewhere else with -o; or remove the file if it is not needed")
  }

  /// Whether the run writes a file that is to be read: it is passed over then.
  /// - Throws: ``CopydeskError`` where it would be replaced and is nobody's result.
  mutating func contain(_ path: String) throws -> Bool {
    if path == last.path { return last.isOwn }
    if !replaced.isEmpty, let identity = FileIdentity(path), let result = replaced[identity] {
      throw CopydeskError(
        .sharedPath, "\"\(path)\" would be read, and \"\(result)\" written, which are one file",
        help: "let the run write somewhere else, for instance with -o; or remove the file if it is not needed"
      )
    }
    let absolute = Self.absolute(path)
    let isOwn =
      files.contains(absolute) || folders.contains { absolute.hasPrefix($0) }
      || Self.unnumbered(absolute).map(files.contains) ?? false
    last = (path, isOwn)
    return isOwn
  }

  /// The path without the number of a shard: `out/news-00012.jsonl` is one of `out/news.jsonl`.
  static func unnumbered(_ path: String) -> String? {
    guard let dash = path.utf8.lastIndex(of: UInt8(ascii: "-")) else { return nil }
    let rest = path.utf8[dash...].dropFirst()
    let digits = rest.prefix(while: \.isASCIIDigit)
    guard digits.count >= 5 else { return nil }
    return String(path[..<dash]) + String(Substring(rest.dropFirst(digits.count)))
  }

  /// The path from the root, without `.`, `..` and double slashes; links are not followed.
  static func absolute(_ path: String) -> String {
    var parts: [Substring] = []
    let whole = path.hasPrefix("/") ? path : currentFolder + "/" + path
    for part in whole.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  private static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }
}
