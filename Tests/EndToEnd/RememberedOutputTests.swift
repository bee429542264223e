import Foundation
import Testing

/// What `-o` said holds for what comes after the run, too.
@Suite struct RememberedOutputTests {
  private let copydesk: Copydesk

  init() throws {
    copydesk = try Copydesk()
    let records = (0..<20).map { "{\"id\": \"\($0)\", \"text\": \"Rain fell on Bergen for \($0) days.\"}\n" }
    try copydesk.write(records.joined() + "no record\n", to: "in.jsonl")
    try copydesk.write("stages: [clean, output.jsonl: { path: out/p.jsonl }]", to: "p.yaml")
  }

  /// Leaves a run unfinished that wanted to write there.
  /// - Parameters:
  ///   - output: what is behind `-o`; the pipeline's own output, where nil.
  ///   - changes: what else stands on the command line.
  private func leaveUnfinished(_ output: String?, _ changes: [String] = []) throws {
    let letters = "\(copydesk.folder)/\(output.map { $0.dropLast(4) } ?? "out/p").dead.jsonl"
    try FileManager.default.createDirectory(atPath: letters + "/x", withIntermediateDirectories: true)
    let run = try copydesk.run(
      arguments: ["run", "p.yaml", "in.jsonl"] + (output.map { ["-o", $0] } ?? []) + changes)
    #expect(run.exitCode == 3 && run.errors.contains("resume with:"), "\(run.errors)")
    try FileManager.default.removeItem(atPath: letters)
  }

  @Test(arguments: [
    ("now.csv", "now.dead.jsonl", "now.replay.csv", "now.replay.dead.jsonl", "now.replay2.csv"),
    (
      "sub/now.csv.gz", "sub/now.dead.jsonl", "sub/now.replay.csv.gz", "sub/now.replay.dead.jsonl",
      "sub/now.replay2.csv.gz"
    ),
    (
      "now.spacy.jsonl", "now.spacy.dead.jsonl", "now.replay.spacy.jsonl", "now.replay.spacy.dead.jsonl",
      "now.replay2.spacy.jsonl"
    ),
    (
      "now.replay.a.jsonl", "now.replay.a.dead.jsonl", "now.replay.a.replay.jsonl",
      "now.replay.a.replay.dead.jsonl", "now.replay.a.replay2.jsonl"
    ),
    ("now", "now.dead.jsonl", "now.replay.jsonl", "now.replay.dead.jsonl", "now.replay2.jsonl"),
  ])
  func aReplayWritesInTheFormOfTheRun(
    _ output: String, _ letters: String, _ one: String, _ again: String, _ two: String
  ) throws {
    #expect(try copydesk.run("run", "p.yaml", "in.jsonl", "-o", output).exitCode == 2)
    let run = copydesk.data(output)
    let first = try copydesk.run("replay", "p.yaml", letters)
    #expect(first.exitCode == 2 && copydesk.exists(one), "\(first.errors)")
    let second = try copydesk.run("replay", "p.yaml", again)
    #expect(second.exitCode == 2 && copydesk.exists(two), "\(second.errors)")
    #expect(!copydesk.exists("out") && copydesk.data(output) == run)
  }

  @Test func replaysOfTwoResultsLeaveEachOthersDeadLettersAlone() throws {
    for (output, letters, again) in [
      ("now.jsonl", "now.dead.jsonl", "now.replay.dead.jsonl"),
      ("now.spacy.jsonl", "now.spacy.dead.jsonl", "now.replay.spacy.dead.jsonl"),
      ("now.csv.csv.gz", "now.csv.dead.jsonl", "now.csv.replay.dead.jsonl"),
    ] {
      try copydesk.write("not a record but \(output)\n", to: "one.jsonl")
      #expect(try copydesk.run("run", "p.yaml", "one.jsonl", "-o", output).exitCode == 2)
      let replay = try copydesk.run("replay", "p.yaml", letters)
      #expect(replay.exitCode == 2 && copydesk.exists(again), "\(replay.errors)")
    }
    for (letters, output) in [
      ("now.replay.dead.jsonl", "now.jsonl"), ("now.replay.spacy.dead.jsonl", "now.spacy.jsonl"),
    ] {
      #expect(String(decoding: copydesk.data(letters), as: UTF8.self).contains("but \(output)"))
    }
  }

  @Test func aReplayOfARunWithoutItTakesTheOutputOfThePipelineAsItIsNow() throws {
    #expect(try copydesk.run("run", "p.yaml", "in.jsonl").exitCode == 2)
    try copydesk.write("stages: [clean, output.csv: { path: out/p.csv }]", to: "p.yaml")
    #expect(try copydesk.run("replay", "p.yaml", "out/p.dead.jsonl").exitCode == 2)
    #expect(copydesk.exists("out/p.replay.csv"))
  }

  @Test func aReplayNeverWritesOverTheTableOfTheRun() throws {
    #expect(try copydesk.run("run", "p.yaml", "in.jsonl", "-o", "now.csv").exitCode == 2)
    let table = copydesk.data("now.csv")
    let replay = try copydesk.run("replay", "p.yaml", "now.dead.jsonl", "-o", "now.csv")
    #expect(replay.exitCode == 1 && replay.errors.contains("would overwrite \"now.csv\""), "\(replay.errors)")
    #expect(copydesk.data("now.csv") == table)
  }

  @Test func aPipelineThatNoLongerFitsTheFormSaysWhereTheFormComesFrom() throws {
    #expect(try copydesk.run("run", "p.yaml", "in.jsonl", "-o", "now.csv").exitCode == 2)
    try copydesk.write(
      "stages: [clean, output.jsonl: { path: out/p.jsonl, provenance: true }]", to: "p.yaml")
    let replay = try copydesk.run("replay", "p.yaml", "now.dead.jsonl")
    #expect(replay.exitCode == 1 && replay.errors.contains("-o of the run"), "\(replay.errors)")
    #expect(try copydesk.run("replay", "p.yaml", "now.dead.jsonl", "-o", "again.jsonl").exitCode == 2)
  }

  @Test func theHintOfAReplayMakesTheChangesOfTheRunAgain() throws {
    try copydesk.write(
      "stages: [external: { command: [\"false\"], protocol: text }, output.jsonl]", to: "p.yaml")
    let words = ["--set", "external.protocol=text", "--allow-external"]
    let run = try copydesk.run(arguments: ["run", "p.yaml", "in.jsonl", "-o", "a b.csv"] + words)
    let hint = "copydesk replay p.yaml 'a b.dead.jsonl' " + words.joined(separator: " ")
    #expect(run.errors.contains(hint), "\(run.errors)")
    #expect(try Shell.run(hint, in: copydesk.folder).exitCode == 2)
    #expect(copydesk.exists("a b.replay.csv"))
  }

  /// What `--set` says for an output that only `-o` brings.
  private let columns = ["--set", "output.csv.columns=[id, text]"]

  @Test func theHintOfAReplaySetsOptionsOfTheOutputThatTheRunChose() throws {
    try copydesk.write(
      "stages: [external: { command: [\"false\"], protocol: text }, output.jsonl]", to: "p.yaml")
    let words = columns + ["--allow-external"]
    let run = try copydesk.run(arguments: ["run", "p.yaml", "in.jsonl", "-o", "x.csv"] + words)
    let hint =
      "copydesk replay p.yaml x.dead.jsonl --set 'output.csv.columns=[id, text]' --allow-external"
    #expect(run.exitCode == 2 && run.errors.contains(hint), "\(run.errors)")
    let replay = try Shell.run(hint, in: copydesk.folder)
    #expect(replay.exitCode == 2 && replay.output.contains("x.replay.dead.jsonl"), "\(replay.output)")
    let next = hint.replacingOccurrences(of: "x.dead", with: "x.replay.dead")
    #expect(replay.output.contains(next), "\(replay.output)")
    let again = try Shell.run(next, in: copydesk.folder)
    #expect(again.exitCode == 2 && again.output.contains("x.replay2.dead.jsonl"), "\(again.output)")
  }

  @Test func aReplaySetsOptionsOfTheOutputThatItChooses() throws {
    for (first, changes, letters, output) in [
      ("x.csv", columns, "x.dead.jsonl", "x-again.csv"), ("y.jsonl", [], "y.dead.jsonl", "y-again.csv"),
    ] {
      let run = try copydesk.run(arguments: ["run", "p.yaml", "in.jsonl", "-o", first] + changes)
      #expect(run.exitCode == 2, "\(run.errors)")
      let replay = try copydesk.run(arguments: ["replay", "p.yaml", letters, "-o", output] + columns)
      #expect(replay.exitCode == 2 && copydesk.exists(output), "\(replay.errors)")
    }
    let table = copydesk.data("x.csv")
    let over = try copydesk.run(arguments: ["replay", "p.yaml", "x.dead.jsonl", "-o", "x.csv"] + columns)
    #expect(over.exitCode == 1 && over.errors.contains("would overwrite \"x.csv\""), "\(over.errors)")
    #expect(copydesk.data("x.csv") == table)
    let slip = ["replay", "p.yaml", "x.dead.jsonl", "--set", "output.page.title=x"]
    let wrong = try copydesk.run(arguments: slip)
    #expect(wrong.exitCode == 1 && wrong.errors.contains("has no stage"), "\(wrong.errors)")
  }

  @Test func mistakesAreToldWithoutAnOutputThatAPipelineOfSeveralHasNoUseFor() throws {
    #expect(try copydesk.run("run", "p.yaml", "in.jsonl", "-o", "x.csv").exitCode == 2)
    try copydesk.write(
      "stages: [clean: { bogus: 1 }, output.jsonl: { path: a.jsonl }, output.csv: { path: b.csv }]",
      to: "p.yaml")
    for more in [[], ["-o", "y.csv"]] {
      let replay = try copydesk.run(arguments: ["replay", "p.yaml", "x.dead.jsonl"] + more)
      #expect(replay.exitCode == 1 && replay.errors.contains("bogus"), "\(replay.errors)")
      #expect(!replay.errors.contains("several outputs"), "\(replay.errors)")
    }
  }

  @Test func aRunIsResumedWithOptionsOfTheOutputThatItWasStartedWith() throws {
    try leaveUnfinished("now.csv", columns)
    let run = try copydesk.run(arguments: ["run", "p.yaml", "in.jsonl", "--resume"] + columns)
    #expect(run.exitCode == 2 && run.errors.contains("resuming after 21 documents"), "\(run.errors)")
    #expect(copydesk.exists("now.csv") && !copydesk.exists("out"))
    let none = try copydesk.run(arguments: ["run", "p.yaml", "in.jsonl", "--resume"] + columns)
    #expect(none.exitCode == 1 && none.errors.contains("no stage \"output.csv\""), "\(none.errors)")
  }

  @Test(arguments: ["now.csv", "deep/now.tsv", "in/../deep/now.csv"])
  func aRunIsResumedUnderTheOutputThatItWasStartedWith(_ output: String) throws {
    let whole = try Copydesk()
    for name in ["in.jsonl", "p.yaml"] { try whole.write(copydesk.data(name), to: name) }
    #expect(try whole.run("run", "p.yaml", "in.jsonl", "-o", output).exitCode == 2)
    try leaveUnfinished(output)
    let run = try copydesk.run("run", "p.yaml", "in.jsonl", "--resume")
    #expect(run.exitCode == 2 && run.errors.contains("was started with -o \(output)"), "\(run.errors)")
    #expect(run.errors.contains("resuming after 21 documents"), "\(run.errors)")
    #expect(copydesk.data(output) == whole.data(output) && !copydesk.data(output).isEmpty)
    #expect(!copydesk.exists("out"))
  }

  @Test func whatIsOfAnotherRunIsNotResumed() throws {
    try leaveUnfinished("now.csv")
    try copydesk.write(copydesk.data("in.jsonl"), to: "other.jsonl")
    try copydesk.write(copydesk.data("p.yaml"), to: "q.yaml")
    for other in [
      ["p.yaml", "other.jsonl"], ["q.yaml", "in.jsonl"], ["p.yaml", "in.jsonl", "--sample", "3"],
    ] {
      let run = try copydesk.run(arguments: ["run", "--resume"] + other)
      #expect(run.errors.contains("there is nothing to resume: starting"), "\(run.errors)")
    }
    let named = try copydesk.run("run", "p.yaml", "in.jsonl", "-o", "x.csv", "--resume")
    #expect(named.errors.contains("nothing to resume under -o x.csv"), "\(named.errors)")
    #expect(copydesk.exists("now.journal"))
  }

  @Test func aJournalThatWasGivenAnotherNameIsNotBelieved() throws {
    try leaveUnfinished("n.csv")
    try copydesk.write("what the user has put there", to: "n.csv")
    try FileManager.default.moveItem(
      atPath: copydesk.folder + "/n.journal", toPath: copydesk.folder + "/m.journal")
    let run = try copydesk.run("run", "p.yaml", "in.jsonl", "--resume")
    #expect(run.errors.contains("there is nothing to resume: starting"), "\(run.errors)")
    #expect(!run.errors.contains("was started with"), "\(run.errors)")
    #expect(copydesk.data("n.csv") == Data("what the user has put there".utf8))
    #expect(copydesk.exists("m.journal") && copydesk.exists("out/p.jsonl"))
  }

  @Test(.timeLimit(.minutes(1))) func aPipeInThePlaceOfACheckpointIsNotWaitedFor() throws {
    try Shell.succeed("mkdir -p q.journal out/p.journal && mkfifo q.journal/checkpoint", in: copydesk.folder)
    let run = try copydesk.run("run", "p.yaml", "in.jsonl", "--resume")
    #expect(run.exitCode == 2 && run.errors.contains("there is nothing to resume"), "\(run.errors)")
    try Shell.succeed("mkdir -p out/p.journal && mkfifo out/p.journal/checkpoint", in: copydesk.folder)
    for flags in [["--resume"], []] {
      let own = try copydesk.run(arguments: ["run", "p.yaml", "in.jsonl"] + flags)
      #expect(own.exitCode == 1 && own.errors.contains("checkpoint\" is no file"), "\(own.errors)")
    }
  }

  @Test func aFileOfNothingInThePlaceOfACheckpointIsNotRead() throws {
    for name in ["q.journal/checkpoint", "out/p.journal/checkpoint"] {
      try copydesk.write("", to: name)
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(copydesk.folder)/\(name)"))
      try file.truncate(atOffset: 257 << 20)
      try file.close()
    }
    for flags in [["--resume"], []] {
      let run = try copydesk.run(arguments: ["run", "p.yaml", "in.jsonl"] + flags)
      #expect(run.exitCode == 1 && run.errors.contains("more than any run leaves"), "\(run.errors)")
    }
    try Shell.succeed("rm -r out", in: copydesk.folder)
    // One that is of another output is passed over.
    let run = try copydesk.run("run", "p.yaml", "in.jsonl", "--resume")
    #expect(run.exitCode == 2 && run.errors.contains("there is nothing to resume"), "\(run.errors)")
  }

  @Test func ofSeveralTheUserChoosesAndItsOwnOutputComesFirst() throws {
    try leaveUnfinished("now.csv")
    try leaveUnfinished("deep/b.csv")
    let unclear = try copydesk.run("run", "p.yaml", "in.jsonl", "--resume")
    #expect(unclear.exitCode == 1, "\(unclear.errors)")
    for output in ["now.csv", "deep/b.csv"] {
      let command = "copydesk run p.yaml in.jsonl --resume -o \(output)"
      #expect(unclear.errors.contains(command), "\(unclear.errors)")
    }
    try leaveUnfinished(nil)
    let own = try copydesk.run("run", "p.yaml", "in.jsonl", "--resume")
    #expect(own.exitCode == 2 && own.errors.contains("resuming after 21"), "\(own.errors)")
    #expect(copydesk.exists("out/p.jsonl") && copydesk.exists("now.journal"))
  }

  @Test func optionsAreProposedBeforeTheWordBehindWhichThereAreInputsOnly() throws {
    try copydesk.write(copydesk.data("in.jsonl"), to: "--resume")
    for output in ["now.csv", "u.jsonl"] {
      let letters = "\(copydesk.folder)/\(output.prefix { $0 != "." }).dead.jsonl"
      try FileManager.default.createDirectory(atPath: letters + "/x", withIntermediateDirectories: true)
      let run = try copydesk.run("run", "p.yaml", "-o", output, "--", "--resume")
      let hint = "resume with: copydesk run p.yaml -o \(output) --resume -- --resume\n"
      #expect(run.exitCode == 3 && run.errors.contains(hint), "\(run.errors)")
      try FileManager.default.removeItem(atPath: letters)
    }
    let unclear = try copydesk.run("run", "p.yaml", "--resume", "--", "--resume")
    let command = "copydesk run p.yaml --resume -o u.jsonl -- --resume"
    #expect(unclear.exitCode == 1 && unclear.errors.contains(command), "\(unclear.errors)")
    let resumed = try Shell.run(command, in: copydesk.folder)
    #expect(resumed.exitCode == 2 && resumed.output.contains("resuming after 21"), "\(resumed.output)")
  }
}
