import ArgumentParser
import Copydesk
import CopydeskTesting
import Foundation
import PluginHost

struct PluginCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check that every stage of a plugin does what is required of a stage.",
    discussion: """
      PATH is a plugin, or the package of one, which is built first. Each stage is run with its default options on \
      documents that stages stumble over: empty, huge, malformed, in many scripts. Outputs write into a temporary \
      folder. The checks are those of CopydeskTesting's `conformance(of:)`.

      Exits with 1 when a stage does not pass or crashes. A plugin that passes is known from then on: pipelines that name \
      it may load it without --allow-external.
      """)

  @Argument(help: "A plugin, or the folder of its package.", completion: .file())
  var path = "."

  @Option(help: ArgumentHelp("About how long the longest documents are.", valueName: "bytes"))
  var huge = 1_000_000

  /// The checks run in a process of their own, so that a crash can be told of.
  @Option(help: .hidden)
  var inside: String?

  func validate() throws {
    if huge < 1 { throw ValidationError("--huge takes 1 or more") }
  }

  func run() throws {
    try reportingErrors(code: 1) {
      if let inside { return try check(inside) }
      try watch(try pluginPath())
    }
  }

  private func pluginPath() throws -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      return URL(fileURLWithPath: path).standardized.path
    }
    return try PluginBuilder(package: URL(fileURLWithPath: path).standardized, toolkit: try Toolkit()).build()
  }

  // MARK: The process that watches

  private func watch(_ plugin: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "copydesk-check-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw CopydeskError.unwritable(folder.path, error)
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = Bundle.main.executableURL
    process.arguments = ["plugin", "check", plugin, "--huge", String(huge), "--inside", plugin]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["SWIFT_BACKTRACE"] = environment["SWIFT_BACKTRACE"] ?? "enable=no"
    process.environment = environment
    do { try process.run() } catch {
      throw CopydeskError(
        .pluginBuildFailed, "cannot start the check: \(error.localizedDescription)",
        help: "the check starts copydesk a second time: may it start programs, and is there memory left?")
    }
    process.waitUntilExit()
    if process.terminationReason == .uncaughtSignal {
      let last = FileManager.default.contents(atPath: folder.appendingPathComponent(Self.progressFile).path)
      let what = last.map { String(decoding: $0, as: UTF8.self) } ?? "loading the plugin"
      throw CopydeskError(
        .stageFailed, "the plugin crashed (signal \(process.terminationStatus)) at: \(what)",
        help: "a stage must not crash, whatever the document is; throw a Failure instead")
    }
    if process.terminationStatus != 0 { throw ExitCode(1) }
    // What was checked, and not what may have lain there before or since.
    let digest = FileManager.default.contents(atPath: folder.appendingPathComponent(Self.digestFile).path)
    guard let digest else { return KnownPlugins.tellUnrecorded() }
    KnownPlugins.remember(plugin, digest: String(decoding: digest, as: UTF8.self))
  }

  // MARK: The process that checks

  private static let progressFile = "progress"
  private static let digestFile = "digest"

  private func check(_ path: String) throws {
    let plugin = try PluginOptions.loader.load(path)
    try? Data(plugin.hash.utf8).write(to: URL(fileURLWithPath: Self.digestFile))
    var catalog = try StageCatalog()
    try plugin.add(to: &catalog)
    var failed = 0
    for entry in catalog.entries {
      let report: ConformanceReport?
      do {
        report = try conformance(of: entry, hugeBytes: huge) { step in
          try? Data(step.utf8).write(to: URL(fileURLWithPath: Self.progressFile))
        }
      } catch {
        Terminal.output(
          "\(entry.name)\n  FAIL  it can be made with its default options\n          \(error)\n")
        failed += 1
        continue
      }
      guard let report else {
        Terminal.output("\(entry.name)\n  skip  a source is not checked\n")
        continue
      }
      Terminal.output(report.description + "\n")
      if !report.isPassed { failed += 1 }
    }
    let stages = Figures.count(catalog.entries.count, "stage")
    Terminal.message(
      "\(plugin.name) \(plugin.version): \(stages), " + (failed == 0 ? "all pass" : "\(failed) fail"))
    if failed > 0 { throw ExitCode(1) }
  }
}
