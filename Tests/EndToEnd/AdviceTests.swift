import Foundation
import Testing

/// What is said at the end of a run, and which documents `why` takes an id for.
@Suite struct AdviceTests {
  private let copydesk: Copydesk

  init() throws { copydesk = try Copydesk() }

  @Test func idsThatRepeatAreSaidAndEachDocumentIsShown() throws {
    for folder in ["y1", "y2", "y3"] {
      try copydesk.write("The mayor of \(folder) opened the bridge on Friday.", to: "\(folder)/a.txt")
    }
    let run = try copydesk.run("run", "clean", "y1", "y2", "y3")
    #expect(run.exitCode == 0)
    #expect(
      run.errors.contains("2 documents have the id of an earlier one, for instance a.txt"), "\(run.errors)")
    let why = try copydesk.run("why", "out/clean.jsonl", "a.txt")
    for folder in ["y1", "y2", "y3"] { #expect(why.output.contains("source    \(folder)/a.txt,")) }
    #expect(why.errors == "3 documents have this id\n")
    #expect(try !copydesk.run("run", "clean", "y1").errors.contains("the id of an earlier one"))
  }

  @Test func anEndingThatSeveralIdsHaveListsThem() throws {
    for path in ["in/local/tram.txt", "in/wire/tram.txt", "in/wire/bridge.txt"] {
      try copydesk.write("The council backs \(path) with many words.", to: path)
    }
    _ = try copydesk.run("run", "clean", "in")
    let why = try copydesk.run("why", "out/clean.jsonl", "tram.txt")
    #expect(why.exitCode == 1)
    #expect(why.errors.contains("several documents have an id that ends in \"tram.txt\""), "\(why.errors)")
    #expect(why.errors.contains("name one of them: local/tram.txt, wire/tram.txt"), "\(why.errors)")
    #expect(try copydesk.run("why", "out/clean.jsonl", "bridge.txt").output.contains("wire/bridge.txt"))
  }

  @Test func filesWithBadBytesAreToBeMended() throws {
    try copydesk.write(Data([0x63, 0xE9, 0x0A]), to: "in/latin.txt")
    let run = try copydesk.run("run", "clean", "in")
    #expect(run.exitCode == 2)
    #expect(
      run.errors.contains(
        "the files that failed: the same bytes fail again, so mend the files, or say in the pipeline how"),
      "\(run.errors)")
    #expect(
      run.errors.contains(
        "copydesk replay clean out/clean.dead.jsonl --set input.encoding=NAME, which is windows-1252 for western"
      ),
      "\(run.errors)")
    #expect(!run.errors.contains("to run those that failed again"))
    let replay = try copydesk.run(
      "replay", "clean", "out/clean.dead.jsonl", "--set", "input.encoding=windows-1252")
    #expect(replay.exitCode == 0, "\(replay.errors)")
  }

  @Test func documentsThatWentOnAfterAFailureAreTold() throws {
    try copydesk.write("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n{\"text\":\"Three.\"}\n", to: "in.jsonl")
    try copydesk.writePickyProgram(failingWhere: "one[\"text\"] != \"Two.\"")
    try copydesk.write(
      """
      name: kept
      stages:
        - external: { command: [python3, ./picky.py] }
          on_error: keep
        - output.jsonl: { path: out.jsonl }
      """, to: "kept.yaml")
    let run = try copydesk.run("run", "kept.yaml", "in.jsonl", "--allow-external")
    #expect(run.exitCode == 0 && run.errors.contains("3 written"), "\(run.errors)")
    #expect(
      run.errors.contains("external: failed on 2 documents that went on as they were (on_error: keep)"),
      "\(run.errors)")
    // Why, at the end of the run, in the record and where one asks for it.
    let records = try copydesk.records("out.jsonl")
    let ids = records.compactMap { $0["id"] as? String }
    #expect(run.errors.contains("    first, \(ids[0]): no\n"), "\(run.errors)")
    let trail = records[2]["trail"] as? [[String: Any]]
    #expect(trail?.last?["reason"] as? String == "no")
    let why = try copydesk.run("why", "out.jsonl", ids[2])
    #expect(why.output.contains("the stage failed and changed nothing: no\n"), "\(why)")
  }

  @Test func theFirstFailureOfAStageIsToldWithItsRemedy() throws {
    try copydesk.write("id,words of the article\n1,one\n", to: "a.csv")
    try copydesk.write(#"{"id":1,"story":{"words":"The bridge opened on Friday."}}"#, to: "b.jsonl")
    let table = try copydesk.run("run", "clean", "a.csv").errors
    #expect(
      table.contains(
        "\n    a.csv: the table has no column \"text\", so none of its rows has a text [CD207]\n"),
      "\(table)")
    #expect(
      table.contains("\n    = help: its columns are \"id\", \"words of the article\": say which"), "\(table)")
    let records = try copydesk.run("run", "clean", "b.jsonl").errors
    #expect(records.contains("\n    b.jsonl#1: the record has no \"text\" [CD207]\n"), "\(records)")
    #expect(records.contains("its longest text is \"story.words\", of 28 characters"), "\(records)")
    try copydesk.write(Data([0xE9, 0x0A]), to: "in/1.txt")
    try copydesk.write(Data([0xE9, 0x0A]), to: "in/2.txt")
    let several = try copydesk.run("run", "clean", "in").errors
    #expect(several.contains("  input: 2 failed\n    first, 1.txt: the text is not UTF-8"), "\(several)")
  }

  @Test func aReplayIsAdvisedForThePipelineThatRan() throws {
    try copydesk.write(Data([0x63, 0xE9, 0x0A]), to: "in/latin.txt")
    try FileManager.default.createSymbolicLink(
      atPath: copydesk.folder + "/in/gone.txt", withDestinationPath: "nowhere.txt")
    try copydesk.write("name: p\nstages: [output.jsonl: { path: out/p.jsonl }]\n", to: "my pipe.yaml")
    let run = try copydesk.run("run", "my pipe.yaml", "in")
    #expect(run.exitCode == 2, "\(run.errors)")
    #expect(run.errors.contains("1 of those that failed: the same bytes fail again"), "\(run.errors)")
    #expect(
      run.errors.contains("to run the others again: copydesk replay 'my pipe.yaml' out/p.dead.jsonl\n"),
      "\(run.errors)")
  }

  @Test func controlCharactersOfADocumentAreShownAndNotSent() throws {
    let text =
      "The mayor\u{1B}]0;gone\u{07} opened\u{9B}2J the bridge\u{7F} on Friday.\r\nShare this:\r\nx\u{1B}[2K"
    try copydesk.write(text, to: "in/a.txt")
    try copydesk.write("stages: [clean, output.jsonl: { path: out/clean.jsonl }]\n", to: "q.yaml")
    try copydesk.write("stages: [output.jsonl: { path: out/q.jsonl }]\n", to: "none.yaml")
    _ = try copydesk.run("run", "q.yaml", "in")
    let original = try copydesk.run("why", "out/clean.jsonl", "a.txt", "--original").output
    #expect(
      original.contains("mayor\\u{1B}]0;gone\\u{7} opened\\u{9B}2J the bridge\\u{7F} on Friday.\n"),
      "\(original)")
    let outputs = try [
      original, copydesk.run("view", "out/clean.jsonl", "--text").output,
      copydesk.run("diff", "q.yaml", "none.yaml", "in").output,
      copydesk.run("run", "q.yaml", "in", "--dry-run").output,
    ]
    for output in outputs {
      #expect(!output.isEmpty)
      let controls = output.unicodeScalars.filter {
        $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
      }
      #expect(controls.isEmpty, "\(controls)")
    }
  }
}
