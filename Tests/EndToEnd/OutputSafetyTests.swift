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

  @Test(arguments: [
    ["in/*.txt"], ["@list"], ["in"], ["link"],
  ])
  func anInputIsNeverReplacedHoweverItIsNamedAndWritten(_ inputs: [String]) throws {
    for output in ["in/a.txt", "result.txt", "out/a.txt"] {
      let copydesk = try Copydesk()
      let text = "Rain fell on Bergen all week, and nobody was surprised.\n\nShare this:\n"
      try copydesk.write(text, to: "in/a.txt")
      try copydesk.write("Snow fell on Bergen all week.\n", to: "in/b.txt")
      try copydesk.write("in/a.txt\nin/b.txt\n", to: "list")
      for (link, target) in [("link", "in"), ("out", "in"), ("result.txt", "in/a.txt")] {
        try FileManager.default.createSymbolicLink(
          atPath: "\(copydesk.folder)/\(link)", withDestinationPath: target)
      }
      let run = try copydesk.run(arguments: ["run", "clean"] + inputs + ["-o", output])
      #expect(run.exitCode == 1 || run.exitCode == 3, "\(output): \(run.errors)")
      #expect(run.errors.contains("CD119") && run.errors.contains("-o"), "\(run.errors)")
      #expect(String(decoding: copydesk.data("in/a.txt"), as: UTF8.self) == text, "\(inputs) \(output)")
    }
  }

  @Test func whatAFileBecameIsNotWrittenOverIt() throws {
    let copydesk = try Copydesk()
    let text = "Rain fell on Bergen all week, and nobody was surprised.\n\nShare this:\n"
    try copydesk.write(text, to: "a.txt")
    try copydesk.write("stages: [clean, output.text: { path: ./ }]", to: "p.yaml")
    let run = try copydesk.run("run", "p.yaml", "*.txt")
    #expect(run.exitCode != 0 && run.errors.contains("written over it"), "\(run.errors)")
    #expect(String(decoding: copydesk.data("a.txt"), as: UTF8.self) == text)
  }

  @Test func pagesAndMetricsReplaceTheirLikeAlone() throws {
    let copydesk = try Copydesk()
    try copydesk.write(Self.record, to: "in/a.jsonl")
    try copydesk.write("stages: [clean, output.jsonl: { path: r.jsonl }]", to: "p.yaml")
    for option in ["--report", "--metrics"] {
      for path in ["in/a.jsonl", "p.yaml"] {
        let before = copydesk.data(path)
        let run = try copydesk.run("run", "p.yaml", "in", option, path)
        #expect(run.exitCode == 1 && run.errors.contains("of Copydesk's"), "\(run.errors)")
        #expect(copydesk.data(path) == before)
      }
      for _ in 0..<2 { #expect(try copydesk.run("run", "p.yaml", "in", option, "page").exitCode == 0) }
      try FileManager.default.removeItem(atPath: "\(copydesk.folder)/page")
    }
    #expect(try copydesk.run("report", "r.jsonl", "-o", "in/a.jsonl").exitCode == 1)
    #expect(String(decoding: copydesk.data("in/a.jsonl"), as: UTF8.self) == Self.record)
  }

  @Test func aReplayReplacesNothingThatNoRunWrote() throws {
    let copydesk = try Copydesk()
    try copydesk.write(Data([0, 1, 2]), to: "in/a.txt")
    try copydesk.write("Rain fell.", to: "in/b.txt")
    #expect(try copydesk.run("run", "clean", "in", "-o", "r.jsonl").exitCode == 2)
    let replay = try copydesk.run("replay", "clean", "r.dead.jsonl", "-o", "in/b.txt")
    #expect(replay.exitCode == 1 && replay.errors.contains("no run of Copydesk wrote it"), "\(replay.errors)")
    #expect(String(decoding: copydesk.data("in/b.txt"), as: UTF8.self) == "Rain fell.")
    for _ in 0..<2 { #expect(try copydesk.run("replay", "clean", "r.dead.jsonl").exitCode == 2) }
  }

  /// A run could not list it then; what lies in it has never been a document.
  @Test func aReplayOfAFolderSaysThatARunReadsIt() throws {
    let copydesk = try Copydesk()
    try copydesk.write("Rain fell.", to: "in/locked/b.txt")
    let source = #"{"path":"in/locked","start":0,"end":0,"format":"text"}"#
    let error = #"{"code":"CD101","message":"x"}"#
    try copydesk.write(
      #"{"id":"locked","source":\#(source),"error":\#(error)}"# + "\n", to: "r.dead.jsonl")
    let replay = try copydesk.run("replay", "clean", "r.dead.jsonl")
    #expect(
      replay.exitCode == 2 && replay.errors.contains(#"copydesk run … "in/locked""#), "\(replay.errors)")
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
    // It hears of signals by the time it writes.
    while process.isRunning, !copydesk.exists("r.jsonl.partial") { usleep(10_000) }
    process.interrupt()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 3, "\(text)")
    #expect(text.contains("stopped before the end of the input"), "\(text)")
    #expect(try copydesk.records("r.jsonl.partial").count < 20_000)
  }

  // MARK: Files of others

  @Test func aFileOfAFolderThatIsReadIsNotReplacedUnlessARunWroteIt() throws {
    let copydesk = try Copydesk()
    try copydesk.write(Self.record, to: "in/a.jsonl")
    try copydesk.write("Somebody's own.\n", to: "in/b.txt")
    let run = try copydesk.run("run", "clean", "in", "-o", "in/b.txt")
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("no run of Copydesk wrote it"), "\(run.errors)")
    #expect(String(decoding: copydesk.data("in/b.txt"), as: UTF8.self) == "Somebody's own.\n")
    for _ in 1...2 { #expect(try copydesk.run("run", "clean", "in", "-o", "in/c.jsonl").exitCode == 0) }
    try copydesk.write("Somebody's own.\n", to: "in/d.rejects.jsonl")
    #expect(try copydesk.run("run", "clean", "in", "-o", "in/d.jsonl").exitCode == 1)
  }

  @Test func aFolderBelowOneThatIsReadIsWrittenIntoOnlyByRunsThatDidBefore() throws {
    let copydesk = try Copydesk()
    try copydesk.write("Rain fell on Bergen all week, and nobody was surprised.\n", to: "in/a.txt")
    try copydesk.write("Somebody's own.\n", to: "in/mine/a.txt")
    try copydesk.write("stages: [clean, output.text: { path: in/mine/ }]", to: "p.yaml")
    #expect(try copydesk.run("run", "p.yaml", "in").exitCode == 1)
    #expect(String(decoding: copydesk.data("in/mine/a.txt"), as: UTF8.self) == "Somebody's own.\n")
    try copydesk.write("stages: [clean, output.text: { path: in/new/ }]", to: "p.yaml")
    for _ in 1...2 { #expect(try copydesk.run("run", "p.yaml", "in").exitCode == 0) }
  }

  @Test func whatLiesBesideAnotherResultStaysWhereItIs() throws {
    let copydesk = try Copydesk()
    try copydesk.write(Self.record + "{\"text\": \"\"}\nno record\n", to: "in.jsonl")
    #expect(try copydesk.run("run", "clean", "in.jsonl", "-o", "a.jsonl").exitCode == 2)
    let before = ["a.jsonl", "a.rejects.jsonl", "a.dead.jsonl", "a.run.json"].map(copydesk.data)
    let other = try copydesk.run("run", "clean", "in.jsonl", "-o", "a.txt")
    #expect(other.exitCode == 1)
    #expect(other.errors.contains("such as a.run.json, belong to \"a.jsonl\""), "\(other.errors)")
    #expect(other.errors.contains("give the pipeline several output stages"), "\(other.errors)")
    #expect(["a.jsonl", "a.rejects.jsonl", "a.dead.jsonl", "a.run.json"].map(copydesk.data) == before)
  }

  @Test func ofFilesBesideAnotherResultOneIsNamedThatIsThere() throws {
    let copydesk = try Copydesk()
    try copydesk.write(Self.record, to: "in.jsonl")
    #expect(try copydesk.run("run", "clean", "in.jsonl", "-o", "a.jsonl").exitCode == 0)
    let other = try copydesk.run("run", "clean", "in.jsonl", "-o", "a.csv")
    #expect(other.exitCode == 1 && other.errors.contains("such as a.run.json"), "\(other.errors)")
    #expect(!other.errors.contains("rejects") && copydesk.exists("a.run.json"))
  }

  @Test func aSecondOutputIsRefusedWithWhatToDoInstead() throws {
    let copydesk = try Copydesk()
    try copydesk.write(Self.record, to: "in.jsonl")
    let run = try copydesk.run("run", "clean", "in.jsonl", "-o", "a.csv", "--output", "a.sqlite")
    #expect(run.exitCode != 0 && !copydesk.exists("a.csv") && !copydesk.exists("a.sqlite"))
    #expect(run.errors.contains("-o is given twice"), "\(run.errors)")
    #expect(run.errors.contains("several output stages"), "\(run.errors)")
    try copydesk.write(
      "stages: [clean, output.csv: { path: a.csv }, output.sqlite: { path: a.sqlite }]", to: "p.yaml")
    #expect(try copydesk.run("run", "p.yaml", "in.jsonl").exitCode == 0)
    #expect(copydesk.exists("a.csv") && copydesk.exists("a.sqlite"))
  }

  @Test func aFileThatNoRunWroteIsNotTakenAway() throws {
    let copydesk = try Copydesk()
    try copydesk.write(Self.record, to: "in.jsonl")
    for name in ["clean.kept.jsonl", "clean.rejects.jsonl", "b.dead.jsonl"] {
      try copydesk.write("Somebody's own.\n", to: name)
    }
    #expect(try copydesk.run("run", "clean", "in.jsonl", "-o", "-").exitCode == 0)
    #expect(try copydesk.run("run", "clean", "in.jsonl", "-o", "b.jsonl").exitCode == 0)
    for name in ["clean.kept.jsonl", "clean.rejects.jsonl", "b.dead.jsonl"] {
      #expect(copydesk.exists(name), "\(name)")
    }
  }

  @Test func staleRejectsOfTheSameResultAreTakenAway() throws {
    let copydesk = try Copydesk()
    try copydesk.write(Self.record + "{\"text\": \"\"}\n", to: "in.jsonl")
    #expect(try copydesk.run("run", "clean", "in.jsonl", "-o", "a.jsonl").exitCode == 0)
    #expect(copydesk.exists("a.rejects.jsonl"))
    try copydesk.write(Self.record, to: "in.jsonl")
    #expect(try copydesk.run("run", "clean", "in.jsonl", "-o", "a.jsonl").exitCode == 0)
    #expect(!copydesk.exists("a.rejects.jsonl"))
  }

  @Test func aFolderIsRefusedAsAFileBeforeTheWork() throws {
    let copydesk = try Copydesk()
    try copydesk.write(Self.record, to: "in.jsonl")
    try FileManager.default.createDirectory(
      atPath: "\(copydesk.folder)/taken", withIntermediateDirectories: false)
    let run = try copydesk.run("run", "clean", "in.jsonl", "-o", "taken")
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("is a folder"), "\(run.errors)")
    let report = try copydesk.run("run", "clean", "in.jsonl", "-o", "r.jsonl", "--report", "taken")
    #expect(report.exitCode == 1)
    #expect(!copydesk.exists("r.jsonl"))
  }

  @Test(arguments: ["99999", "80x", "0"]) func aSlipOfThePortMakesNoFile(_ port: String) throws {
    let copydesk = try Copydesk()
    try copydesk.write(Self.record, to: "in.jsonl")
    let run = try copydesk.run("run", "clean", "in.jsonl", "-o", "r.jsonl", "--metrics", port)
    #expect(run.exitCode == 1)
    #expect(!copydesk.exists(port))
  }

  // MARK: Pipes and devices

  @Test func aRunIntoAPipeEndsAndLeavesTheOtherFilesInTheFolderItRunsIn() throws {
    let copydesk = try Copydesk()
    try copydesk.write(Self.record + "{\"text\": \"\"}\n", to: "in.jsonl")
    let script = """
      mkdir below && mkfifo below/pipe
      cat below/pipe > got &
      timeout 60 copydesk run clean in.jsonl -o below/pipe --quiet
      wait
      """
    #expect(try Shell.run(script, in: copydesk.folder).exitCode == 0)
    #expect(try copydesk.records("got").count == 1)
    #expect(copydesk.exists("clean.rejects.jsonl"))
    #expect(!copydesk.exists("below/pipe.rejects.jsonl"))
  }

  @Test func aClosedStandardInputIsAnErrorAndNoOtherFile() throws {
    let copydesk = try Copydesk()
    let reading = try Shell.run("timeout 60 copydesk run clean - -o r.jsonl <&-", in: copydesk.folder)
    #expect(reading.exitCode == 2 && reading.output.contains("1 failed"), "\(reading.output)")
    try copydesk.write(Self.record, to: "in.jsonl")
    let writing = try Shell.run("timeout 60 copydesk run clean in.jsonl -o - >&-", in: copydesk.folder)
    #expect(writing.exitCode == 3, "\(writing.output)")
  }
}
