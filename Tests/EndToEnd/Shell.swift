import Foundation
import Testing

/// Commands as a person types them, with the built binary first on the path.
enum Shell {
  /// What came of them.
  struct Outcome {
    var exitCode: Int32
    /// Standard output and standard error together.
    var output: String
  }

  /// Runs lines of a shell, until one fails.
  static func run(_ script: String, in folder: String, environment: [String: String] = [:]) throws -> Outcome
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-e", "-o", "pipefail", "-c", script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var variables = ProcessInfo.processInfo.environment
    let binaries = URL(fileURLWithPath: Copydesk.binary).deletingLastPathComponent().path
    variables["PATH"] = binaries + ":" + (variables["PATH"] ?? "")
    // A user's own plugins and settings are none of a test's business.
    variables["COPYDESK_PLUGIN_PATH"] = nil
    variables["XDG_CONFIG_HOME"] = environment["HOME"] == nil ? Copydesk.settings : nil
    variables["NO_COLOR"] = "1"
    if let temporary = Copydesk.temporaryFolder(for: folder) { variables["TMPDIR"] = temporary }
    variables.merge(environment) { $1 }
    process.environment = variables
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(exitCode: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
  }

  /// Runs lines that must all succeed, and returns what they say.
  @discardableResult
  static func succeed(
    _ script: String, in folder: String, environment: [String: String] = [:],
    location: SourceLocation = #_sourceLocation
  ) throws -> String {
    let outcome = try run(script, in: folder, environment: environment)
    try #require(outcome.exitCode == 0, "\(script)\n\(outcome.output)", sourceLocation: location)
    return outcome.output
  }

  /// Whether a program is on the path.
  static func has(_ program: String) -> Bool {
    (try? run("command -v \(program)", in: "/"))?.exitCode == 0
  }
}
