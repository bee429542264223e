import ArgumentParser
import Copydesk
import Foundation
import PipelineRunner

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that the files of a run are as the run wrote them.",
    discussion: """
      A run records the length and hash of each file that it wrote in its ….run.json. This reads the files and computes \
      the hashes again:

        copydesk verify out/news.jsonl   all files of the run that wrote this one
        copydesk verify out/             the same, by their folder

      The hash is xxHash64, that of xxhsum -H1. It finds damage and changes by accident, not by intent.

      Exit codes: 0 all are unchanged, 1 there is no such run, 2 files are missing or changed.
      """)

  @Argument(
    help: ArgumentHelp(
      "Any file of a run, its manifest, or a folder that it wrote into.", valueName: "result"),
    completion: .file())
  var result: String

  @Flag(name: .shortAndLong, help: "Print only what is missing or changed.")
  var quiet = false

  func run() throws {
    var manifest: RunManifest?
    try reportingErrors(code: 1) {
      manifest = try RunFinder(result).manifest()
      guard manifest != nil else {
        throw CopydeskError(
          .missingInput,
          "no \(RunManifest.suffix.dropFirst()) file describes the run that wrote \"\(result)\"",
          help: "name another file of the run, or run it again")
      }
    }
    guard let manifest else { return }
    var (sound, damaged) = (0, 0)
    for file in manifest.files where file.path != "-" {
      for finding in findings(of: file) {
        if finding.isSound { sound += 1 } else { damaged += 1 }
        if !quiet || !finding.isSound { Terminal.output(finding.line) }
      }
    }
    if !quiet || damaged > 0 {
      Terminal.message(
        "\(Figures.count(sound + damaged, "file")): "
          + (damaged == 0
            ? "all as the run wrote them" : "\(Figures.grouped(damaged)) missing or changed"))
      if !manifest.isComplete { Terminal.message("the run was stopped before the end of its input") }
    }
    if damaged > 0 { throw ExitCode(2) }
  }

  private struct Finding {
    var isSound: Bool
    var line: String

    init(_ word: String, _ path: String, _ rest: String = "") {
      isSound = word == "ok" || word == "unknown"
      line =
        word.padding(toLength: 9, withPad: " ", startingAt: 0) + path + (rest.isEmpty ? "" : "  " + rest)
        + "\n"
    }
  }

  private func findings(of file: RunManifest.File) -> [Finding] {
    guard !file.parts.isEmpty else {
      return FileManager.default.fileExists(atPath: file.path)
        ? [Finding("unknown", file.path, "its run recorded no hash of it")] : [Finding("missing", file.path)]
    }
    return file.parts.map { part in
      guard let found = FileDigest.of(part.path) else { return Finding("missing", part.path) }
      guard found.bytes == part.bytes else {
        return Finding("changed", part.path, "\(found.bytes) bytes, were \(part.bytes)")
      }
      guard found.digest == part.digest else {
        return Finding("changed", part.path, "\(found.digest), was \(part.digest)")
      }
      return Finding("ok", part.path, part.digest)
    }
  }
}
