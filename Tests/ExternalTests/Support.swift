import Copydesk
import Foundation
import Synchronization

@testable import External

/// Whether there is a Python to run programs with.
let hasPython =
  FileManager.default.isExecutableFile(atPath: "/usr/bin/env") && run("python3", "--version") == 0

private func run(_ arguments: String...) -> Int32 {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = arguments
  process.standardOutput = FileHandle.nullDevice
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return -1 }
  process.waitUntilExit()
  return process.terminationStatus
}

/// The top of the checkout.
let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

/// What a stage told its log.
final class Log: Sendable {
  private let lines = Mutex<[String]>([])
  var all: [String] { lines.withLock { $0 } }
  var log: StageLog { StageLog { level, _, line in self.lines.withLock { $0.append("\(level): \(line)") } } }
}

/// The stage `external`, made of options as a definition gives them.
func external(
  _ yaml: [String: ConfigNode.Value], folder: String = "\(root)/Tests/Fixtures/external", log: Log = Log(),
  isAllowed: Bool = true, environment: [String: String] = ProcessInfo.processInfo.environment
) throws -> External {
  let place = SourceLocation(file: "p.yaml", line: 3, column: 5)
  let entries = yaml.sorted { $0.key < $1.key }.map { name, value in
    ConfigNode.Entry(key: name, keyLocation: place, value: ConfigNode(value, at: place))
  }
  var problems: [OptionProblem] = []
  guard let options = External.Options.decode(ConfigNode(.map(entries), at: place), &problems) else {
    throw InvalidOptions(problems)
  }
  let context = StageContext(
    stage: StageReference(id: "it"), folder: folder, permissions: isAllowed ? [.startPrograms] : [],
    environment: environment, library: "\(root)/SDK", log: log.log)
  return try External(options: options, context: context)
}

/// A stage made of the program that does what texts ask for.
func faulty(_ mode: String = "", _ more: [String: ConfigNode.Value] = [:], log: Log = Log()) throws
  -> External
{
  var yaml: [String: ConfigNode.Value] = [
    "command": list(["python3", "faulty.py"] + (mode.isEmpty ? [] : [mode])), "deadline": number("1"),
  ]
  yaml.merge(more) { $1 }
  return try external(yaml, log: log)
}

func list(_ words: [String]) -> ConfigNode.Value {
  let place = SourceLocation(file: "p.yaml", line: 3, column: 5)
  return .list(words.map { ConfigNode(.scalar($0, isPlain: false), at: place) })
}

func number(_ digits: String) -> ConfigNode.Value { .scalar(digits, isPlain: true) }

extension External {
  /// Takes documents made of texts through the stage, and ends its programs.
  func run(_ texts: [String]) throws -> (documents: [Document], failures: [Failure?]) {
    defer { finish() }
    var documents = texts.enumerated().map { Document($1, id: "d\($0)") }
    let failures = try process(&documents)
    return (documents, failures)
  }
}

/// Whether a process with that in its command line is there.
func isRunning(_ pattern: String) -> Bool { run("pgrep", "-f", pattern) == 0 }

/// Waits until something holds, for at most ten seconds.
func eventually(_ condition: () -> Bool) -> Bool {
  for _ in 0..<1_000 {
    if condition() { return true }
    usleep(10_000)
  }
  return false
}

final class Folder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("external-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, _ name: String) throws {
    try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
  }
}
