import Foundation
import Testing

/// What a run says of inputs that hold nothing, are named twice, or stand in the wrong place.
@Suite struct InputTests {
  private static let text = "Rain fell on Bergen all week, and nobody was surprised.\n"
  private let copydesk: Copydesk

  init() throws {
    copydesk = try Copydesk()
    try copydesk.write(Self.text, to: "in/a.txt")
    try copydesk.write(Self.text, to: "in/deep/b.txt")
    try copydesk.write(Self.text, to: "in/note.log")
    try copydesk.write("binary", to: "other/picture.png")
    try FileManager.default.createDirectory(
      atPath: copydesk.folder + "/empty", withIntermediateDirectories: true)
  }

  // MARK: Nothing

  @Test(arguments: [["empty"], ["other/"], ["empty", "other"]])
  func aFolderWithNothingToReadIsToldWithWhatWasLookedFor(_ inputs: [String]) throws {
    for more in [[], ["--dry-run"]] {
      let run = try copydesk.run(arguments: ["run", "clean"] + inputs + more)
      #expect(run.exitCode == 3)
      #expect(run.errors.contains("error[CD304]"), "\(run.errors)")
      #expect(run.errors.contains("no files that the pipeline reads"), "\(run.errors)")
      #expect(run.errors.contains("it looked for text, Markdown, HTML"), "\(run.errors)")
    }
    #expect(!copydesk.exists("out/clean.jsonl") && !copydesk.exists("out/clean.jsonl.partial"))
    #expect(!copydesk.exists("out/clean.journal"))
  }

  @Test func ofAnIncludeItsPatternsAreNamed() throws {
    let run = try copydesk.run("run", "clean", "in", "--set", "input.include=['*.text']")
    #expect(run.exitCode == 3)
    #expect(run.errors.contains("it looked for names of the form \"*.text\""), "\(run.errors)")
    // Whoever names a file gets it.
    #expect(try copydesk.run("run", "clean", "in/note.log").exitCode == 0)
  }

  @Test func whatWasNotReadIsToldByTheRunItsAccountAndWhy() throws {
    for name in ["in/feed.xml", "in/deep/more.xml", "pack/x.yaml"] { try copydesk.write("x", to: name) }
    let made = try Shell.run("mkfifo in/pipe; tar -cf in/pack.tar -C pack x.yaml", in: copydesk.folder)
    #expect(made.exitCode == 0, "\(made.output)")
    let told = "5 files were not read: .xml 2, .log 1, .yaml 1, pipe or device 1"
    let run = try copydesk.run("run", "clean", "in")
    #expect(run.exitCode == 0 && run.errors.contains(told), "\(run.errors)")
    let account = String(decoding: copydesk.data("out/clean.run.json"), as: UTF8.self)
    #expect(
      account.contains(#""not_read":{"files":{".log":1,".xml":2,".yaml":1,"pipe or device":1}}"#),
      "\(account)")
    #expect(try copydesk.run("why", "out/clean.jsonl").errors.contains(told))
    #expect(try copydesk.run("why", "out/clean.jsonl", "--summary").errors.contains(told))
    #expect(try copydesk.run("why", "out/clean.jsonl", "feed.xml").errors.contains(told))
  }

  @Test func aRunOfAllThereIsSaysNothingOfFilesThatWereNotRead() throws {
    let run = try copydesk.run("run", "clean", "in/a.txt", "in/deep", "-o", "in/deep/o.sqlite")
    #expect(run.exitCode == 0 && !run.errors.contains("not read"), "\(run.errors)")
    // What the run itself has written is no input.
    let again = try copydesk.run("run", "clean", "in/a.txt", "in/deep", "-o", "in/deep/o.sqlite")
    #expect(again.exitCode == 0 && !again.errors.contains("not read"), "\(again.errors)")
  }

  @Test func resultsOfAnotherRunInAFolderAreNotReadUnlessTheyAreNamed() throws {
    #expect(try copydesk.run("run", "clean", "in/deep", "-o", "in/deep/o.jsonl").exitCode == 0)
    let folder = try copydesk.run("run", "clean", "in", "-o", "all.jsonl")
    #expect(try copydesk.records("all.jsonl").compactMap { $0["id"] as? String } == ["a.txt", "deep/b.txt"])
    let told = "1 file is a result of an earlier run and was not read: deep/o.jsonl"
    #expect(folder.exitCode == 0 && folder.errors.contains(told), "\(folder.errors)")
    #expect(
      String(decoding: copydesk.data("all.run.json"), as: UTF8.self).contains(
        #""results":{"deep/o.jsonl":1}"#))
    for named in ["in/deep/o.jsonl", "in/deep/*.jsonl"] {
      #expect(try copydesk.run("run", "clean", named, "-o", "named.jsonl").exitCode == 0)
      #expect(try copydesk.records("named.jsonl").count == 1)
    }
    // Nothing but results: it is said how they are read.
    try copydesk.write("", to: "only/x.log")
    #expect(try copydesk.run("run", "clean", "in/a.txt", "-o", "only/o.jsonl").exitCode == 0)
    let nothing = try copydesk.run("run", "clean", "only", "-o", "none.jsonl")
    #expect(
      nothing.exitCode == 3 && nothing.errors.contains("are read where their files are named"),
      "\(nothing.errors)")
  }

  @Test func aPageOnStandardInputIsOneFailureThatSaysWhatToDo() throws {
    let page = "<!doctype html>\n<html>\n<p>One.</p>\n<p>Two.</p>\n</html>\n"
    let run = try copydesk.run("run", "clean", "-", "-o", "-", input: page)
    #expect(
      run.exitCode == 2 && run.errors.contains("1 read") && run.errors.contains("1 failed"), "\(run.errors)")
    #expect(run.errors.contains("--set input.format=html"), "\(run.errors)")
    let text = try copydesk.run("run", "clean", "-", "-o", "-", input: "Words.\n")
    #expect(text.errors.contains("--set input.format=text"), "\(text.errors)")
  }

  @Test func whatIsNoPipelineAndNoCommandIsToldForWhatItIs() throws {
    try copydesk.write("{}", to: "j.json")
    let file = try copydesk.run("check", "j.json")
    #expect(file.exitCode == 1 && file.errors.contains("is a file, but none of a pipeline"), "\(file.errors)")
    let command = try copydesk.run("rnu", "clean", "in")
    #expect(
      command.exitCode == 1 && command.errors.contains("did you mean \"copydesk run\"?"), "\(command.errors)")
  }

  @Test func filesWithoutDocumentsAndAnEmptyPipeAreNoMistake() throws {
    try copydesk.write("", to: "none/a.jsonl")
    #expect(try copydesk.run("run", "clean", "none", "-o", "-").exitCode == 0)
    #expect(try copydesk.run("run", "clean", "-", "-o", "-", input: "").exitCode == 0)
  }

  @Test func aWatchOfAnEmptyFolderStarts() throws {
    let process = try copydesk.process(["run", "clean", "empty", "--watch", "--settle", "0.05", "--quiet"])
    process.standardError = FileHandle.nullDevice
    try process.run()
    try copydesk.write(Self.text, to: "empty/a.txt")
    let end = ContinuousClock.now + .seconds(60)
    while process.isRunning, ContinuousClock.now < end, copydesk.data("out/clean.jsonl").isEmpty {
      usleep(20_000)
    }
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try copydesk.records("out/clean.jsonl").count == 1)
  }

  // MARK: Twice

  @Test(arguments: [
    ["in", "in/a.txt"], ["in/a.txt", "./in"], ["in/", "in/deep"], ["in", "in"],
    ["in", "in/a.txt", "in/deep/b.txt"],
    ["in/a.txt", "in/deep/../a.txt"],
  ])
  func anInputThatLiesWithinAnotherIsAWarning(_ inputs: [String]) throws {
    let run = try copydesk.run(arguments: ["run", "clean"] + inputs)
    #expect(run.exitCode == 0)
    #expect(run.errors.components(separatedBy: "warning[CD130]").count == 2, "\(run.errors)")
    #expect(run.errors.contains("twice"), "\(run.errors)")
    #expect(try copydesk.run(arguments: ["run", "clean", "--quiet"] + inputs).errors.isEmpty)
  }

  @Test(arguments: [["in/a.txt", "in/deep"], ["in", "in/note.log"], ["in/deep", "other/picture.png"]])
  func whatIsReadOnceIsNone(_ inputs: [String]) throws {
    #expect(try !copydesk.run(arguments: ["run", "clean"] + inputs).errors.contains("CD130"))
  }

  @Test(arguments: [
    (["in/*.txt", "in"], "\"in/*.txt\" and \"in\" have a file in common, \"a.txt\", so its documents"),
    (
      ["in", "in/**/*.txt"], "\"in/**/*.txt\" and \"in\" have 2 files in common, such as \"a.txt\", so their"
    ),
    (["in/*.txt", "in/*.{txt,md}"], "\"in/*.txt\" and \"in/*.{txt,md}\" have a file in common"),
    (["in/a.txt", "./in/../in/?.txt"], "\"./in/../in/?.txt\" and \"in/a.txt\" have a file in common"),
    (["in/**/*.txt", "in/deep"], "\"in/**/*.txt\" and \"in/deep\" have a file in common, \"b.txt\""),
    (["in/deep/*", "in"], "\"in/deep/*\" and \"in\" have a file in common"),
    (["in/*.txt", "in/*.txt"], "\"in/*.txt\" is named twice"),
  ])
  func aPatternThatNamesWhatAnotherInputNamesIsToldOf(_ inputs: [String], _ words: String) throws {
    try copydesk.write("The bridge opened on Friday.", to: "in/deep/b.txt")
    let run = try copydesk.run(arguments: ["run", "clean"] + inputs)
    #expect(run.exitCode == 0 && run.errors.contains(words), "\(run.errors)")
    #expect(
      run.errors.split(separator: "CD130", omittingEmptySubsequences: false).count == 2, "\(run.errors)")
  }

  @Test(arguments: [
    ["in/*.txt", "in/deep"], ["in/*.txt", "in/*.md"], ["in/*.md", "in"], ["in/deep/*.txt", "in/*.txt"],
    ["other/*.txt", "in"], ["in/*.txt", "in.txt"],
  ])
  func aPatternBesideOtherFilesIsNot(_ inputs: [String]) throws {
    for path in ["in/deep/b.txt", "other/a.txt", "in.txt"] {
      try copydesk.write("The bridge opened on \(path).", to: path)
    }
    try copydesk.write(
      "input: { include: ['*.txt'] }\nstages: [clean, output.jsonl: { path: x.jsonl }]", to: "q.yaml")
    try copydesk.write("Notes.", to: "in/n.md")
    let run = try copydesk.run(arguments: ["run", "q.yaml"] + inputs)
    #expect(run.exitCode == 0 && !run.errors.contains("CD130"), "\(run.errors)")
  }

  // MARK: In the wrong place

  @Test(arguments: [
    (["in/", "clean"], "copydesk run clean in/"), (["in", "clean"], "copydesk run clean in"),
    (["in/a.txt", "in/deep", "clean", "-o", "x.jsonl"], "copydesk run clean in/a.txt in/deep -o x.jsonl"),
    (["in", "p.yaml"], "copydesk run p.yaml in"), (["in/a.txt", "p.yaml"], "copydesk run p.yaml in/a.txt"),
  ])
  func aPipelineBehindTheInputsIsSeen(_ arguments: [String], _ right: String) throws {
    try copydesk.write("stages: [clean, output.jsonl: { path: x.jsonl }]", to: "p.yaml")
    let run = try copydesk.run(arguments: ["run"] + arguments)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("the pipeline comes first: \(right)\n"), "\(run.errors)")
    #expect(
      try copydesk.run(arguments: right.split(separator: " ").dropFirst().map(String.init)).exitCode == 0)
  }

  @Test func aFolderIsNoPipeline() throws {
    let none = try copydesk.run("check", "in")
    #expect(
      none.exitCode == 1 && none.errors.contains("\"in\" is a folder, but a pipeline is a YAML file"),
      "\(none)")
    #expect(none.errors.contains("copydesk list pipelines"), "\(none)")
    try copydesk.write("stages: [clean, output.jsonl]", to: "my/p.yaml")
    let one = try copydesk.run("check", "my/")
    #expect(one.exitCode == 1 && one.errors.contains("copydesk check my/p.yaml"), "\(one)")
    #expect(try copydesk.run("run", "my/", "in").exitCode == 1)
  }
}
