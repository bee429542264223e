import Foundation
import Testing

/// What a run must never do to the files it finds.
@Suite struct OutputSafetyTests {
  private static let record = "{\"text\": \"Rain fell on Bergen all week, and nobody was surprised.\"}\n"

  @Test func anInputIsNeverWritten() throws {
    let copydesk = try Copydesk()
    try copydesk.write(Self.record, to: "big.jsonl")
    let run = try copydesk.run("run", "clean", "big.jsonl", "-o", "./big.jsonl")
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("would be read and written by the same run"), "\(run.errors)")
    #expect(String(decoding: copydesk.data("big.jsonl"), as: UTF8.self) == Self.record)
  }

  @Test func anInputUnderAnotherNameIsNeverWritten() throws {
    let copydesk = try Copydesk()
    try copydesk.write(Self.record, to: "big.jsonl")
    try FileManager.default.createSymbolicLink(
      atPath: "\(copydesk.folder)/link.jsonl", withDestinationPath: "big.jsonl")
    #expect(try copydesk.run("run", "clean", "big.jsonl", "-o", "link.jsonl").exitCode == 1)
    #expect(String(decoding: copydesk.data("big.jsonl"), as: UTF8.self) == Self.record)
  }

  @Test func theRejectsOfARunMayBeReadOnlyIntoAnotherResult() throws {
    let copydesk = try Copydesk()
    try copydesk.write(Self.record, to: "r.rejects.jsonl")
    #expect(try copydesk.run("run", "clean", "r.rejects.jsonl", "-o", "r.jsonl").exitCode == 1)
    #expect(copydesk.exists("r.rejects.jsonl"))
    #expect(try copydesk.run("run", "clean", "r.rejects.jsonl", "-o", "again.jsonl").exitCode == 0)
  }

  @Test func aFolderOfOriginalsIsNeverWrittenInto() throws {
    let copydesk = try Copydesk()
    let text = "Rain fell on Bergen all week, and nobody was surprised.\n\nShare this:\n"
    try copydesk.write(text, to: "self/a.txt")
    try copydesk.write("stages: [clean, output.text: { path: self/ }]", to: "p.yaml")
    #expect(try copydesk.run("run", "p.yaml", "self").exitCode == 1)
    #expect(String(decoding: copydesk.data("self/a.txt"), as: UTF8.self) == text)
  }

  @Test func theFileThatALinkLeadsToIsReplaced() throws {
    let copydesk = try Copydesk()
    try copydesk.write(Self.record, to: "in.jsonl")
    try copydesk.write("old\n", to: "real/result.jsonl")
    let link = "\(copydesk.folder)/link.jsonl"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real/result.jsonl")
    #expect(try copydesk.run("run", "clean", "in.jsonl", "-o", "link.jsonl").exitCode == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real/result.jsonl")
    #expect(try copydesk.records("real/result.jsonl").count == 1)
  }

  @Test func aResultNeedsNoExtension() throws {
    let copydesk = try Copydesk()
    try copydesk.write(Self.record + Self.record + "{\"text\": \"\"}\nno record\n", to: "in.jsonl")
    for name in ["result", ".hidden", "out.v2/result"] {
      #expect(try copydesk.run("run", "news", "in.jsonl", "-o", name).exitCode == 2)
      #expect(try copydesk.records(name).count == 1)
      #expect(try copydesk.records("\(name).rejects.jsonl").count == 2)
      #expect(try copydesk.records("\(name).dead.jsonl").count == 1)
    }
  }

  @Test func twoRunsDoNotWriteOneResult() throws {
    let copydesk = try Copydesk()
    try copydesk.write(Self.record, to: "in.jsonl")
    try copydesk.write("{}\n", to: "r.jsonl")
    let other = open("\(copydesk.folder)/r.jsonl.partial", O_WRONLY | O_CREAT, 0o644)
    try #require(other >= 0 && flock(other, LOCK_EX | LOCK_NB) == 0)
    let refused = try copydesk.run("run", "clean", "in.jsonl", "-o", "r.jsonl")
    #expect(refused.exitCode == 3)
    #expect(refused.errors.contains("another run is writing \"r.jsonl\""), "\(refused.errors)")
    #expect(String(decoding: copydesk.data("r.jsonl"), as: UTF8.self) == "{}\n")
    close(other)
    #expect(try copydesk.run("run", "clean", "in.jsonl", "-o", "r.jsonl").exitCode == 0)
  }

  @Test func theNameOfAPipelineLeadsIntoNoOtherFolder() throws {
    let copydesk = try Copydesk()
    try copydesk.write(Self.record + "no record\n", to: "below/in.jsonl")
    try copydesk.write("name: ../evil\nstages: [clean, output.jsonl: { path: '-' }]", to: "p.yaml")
    #expect(try copydesk.run("run", "p.yaml", "below/in.jsonl").exitCode == 2)
    #expect(copydesk.exists("_.._evil.dead.jsonl"))
  }

  @Test func ctrlCIsHeardWhileAllThreadsWork() throws {
    let copydesk = try Copydesk()
    let sentences = (0..<12).map { "Rain fell on Bergen on day \($0), said Ada Moreno of the city council." }
    let line = "{\"text\": \"\(sentences.joined(separator: " "))\"}\n"
    try copydesk.write(String(repeating: line, count: 20_000), to: "in.jsonl")
    let cores = "\(ProcessInfo.processInfo.activeProcessorCount)"
    let process = try copydesk.process(
      [
        "run", "news", "in.jsonl", "-o", "r.jsonl", "--set", "dedupe.documents.action=mark", "--workers",
        cores,
      ])
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    Thread.sleep(forTimeInterval: 0.5)
    process.interrupt()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 3, "\(text)")
    #expect(text.contains("stopped before the end of the input"), "\(text)")
    #expect(try copydesk.records("r.jsonl.partial").count < 20_000)
  }
}
