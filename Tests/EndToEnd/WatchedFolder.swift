import Foundation
import Testing

/// A folder that is watched by the built binary, and what tests do with it.
struct WatchedFolder {
  let copydesk: Copydesk

  init() throws {
    copydesk = try Copydesk()
    try copydesk.write(Self.pipeline, to: "news.yaml")
    try FileManager.default.createDirectory(
      atPath: copydesk.folder + "/in", withIntermediateDirectories: true)
  }

  /// All that comes in, and what is left of it behind stages that must remember.
  private static let pipeline = """
    name: news
    stages:
      - output.jsonl: { path: out/all.jsonl, trail: false }
      - clean.recurring: { after: 3, source: all }
      - dedupe.headlines
      - dedupe.documents
      - dedupe.lines: { across: 2 }
      - output.jsonl: { path: out/news.jsonl }
    """

  /// A running watch, and what it says.
  final class Watch {
    let process: Process
    let errors: String

    init(_ process: Process, errors: String) {
      self.process = process
      self.errors = errors
    }

    var said: String { (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "" }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    /// Ends it as a service manager does.
    func stop(_ signal: Int32 = SIGTERM) -> Int32 {
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      return process.terminationStatus
    }
  }

  /// - Parameter isBarred: whether the permissions of files hold for it, also where root starts it.
  func watch(_ more: String..., settle: String = "0.05", isBarred: Bool = false) throws -> Watch {
    let name = copydesk.folder + "/errors-\(UUID().uuidString)"
    _ = FileManager.default.createFile(atPath: name, contents: nil)
    let arguments = ["run", "news.yaml", "in", "--watch", "--settle", settle] + more
    let process = try isBarred ? copydesk.barredProcess(arguments) : copydesk.process(arguments)
    process.standardError = FileHandle(forWritingAtPath: name)
    try process.run()
    return Watch(process, errors: name)
  }

  /// Waits for a condition, with a limit that no sound run comes near.
  func wait(
    for what: String, _ watch: Watch? = nil, location: SourceLocation = #_sourceLocation,
    _ condition: () throws -> Bool
  ) throws {
    let end = ContinuousClock.now + .seconds(120)
    while try !condition() {
      if ContinuousClock.now > end || watch.map({ !$0.process.isRunning }) ?? false {
        Issue.record("waited in vain for \(what): \(watch?.said ?? "")", sourceLocation: location)
        throw CancellationError()
      }
      usleep(20_000)
    }
  }

  /// A file that appears under its name when it is complete.
  func put(_ text: String, _ name: String, isOld: Bool = true) throws {
    let hidden = "in/.\(UUID().uuidString)"
    try copydesk.write(text, to: hidden)
    if isOld { try age(hidden) }
    let path = copydesk.folder + "/in/" + name
    try FileManager.default.createDirectory(
      atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: "\(copydesk.folder)/\(hidden)", toPath: path)
  }

  /// Sets the time of change to an hour ago.
  func age(_ name: String) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -3600)], ofItemAtPath: "\(copydesk.folder)/\(name)")
  }

  func lines(_ name: String) -> Int { copydesk.data(name).count { $0 == 0x0A } }
  func ids(_ name: String) throws -> [String] {
    try copydesk.records(name).compactMap { $0["id"] as? String }
  }

  func story(_ number: Int) -> String {
    let words = (0..<40).map { "word\((number * 7919 + $0 * 104_729) % 3001)" }.joined(separator: " ")
    return
      "Harbour story number \(number) of the year\n\nThe \(words) in Oslo.\n\nShare this story with friends\n"
  }
}
