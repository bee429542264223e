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

  mutating func contain(_ path: String) -> Bool {
    if path == last.path { return last.isOwn }
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

/// What makes two paths the same file.
private struct FileIdentity: Hashable {
  private let device: UInt64
  private let number: UInt64

  /// Nil where there is no file, or one that any number of runs may share: a device, a pipe.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFDIR else { return nil }
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }
}
