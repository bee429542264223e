import Foundation
import Testing

/// The account that a run gives of itself: `why` finds all files of a run from any of them.
@Suite struct AccountTests {
  private let copydesk: Copydesk
  private static let sum = "4 documents = 1 kept + 1 dropped + 1 duplicate + 1 failed\n"

  init() throws {
    copydesk = try Copydesk()
    try copydesk.write(Self.article("The harbour of Lisbon reopened on Monday."), to: "in/a.txt")
    try copydesk.write(Self.article("The harbour of Lisbon reopened on Monday."), to: "in/b.txt")
    try copydesk.write("Share this:\n", to: "in/c.txt")
    try copydesk.write(Data([0, 1]), to: "in/d.txt")
    try copydesk.write(
      "name: p\nstages: [clean, dedupe.documents, output.text: { path: all/ }]\n", to: "p.yaml")
  }

  private static func article(_ text: String) -> String {
    "Published: Mon, April 23, 2018\n\nHarbour reopens after storm\n\n\(text)\n\nShare this:\nTwitter\n"
  }

  private func summary(_ file: String) throws -> String {
    let outcome = try copydesk.run("why", file, "--summary")
    #expect(outcome.exitCode == 0 && outcome.errors.isEmpty, "\(file): \(outcome.errors)")
    return outcome.output
  }

  /// The arguments of the command that a run advises.
  private func advice(_ command: String, in errors: String) -> [String]? {
    guard let start = errors.range(of: "copydesk \(command) ") else { return nil }
    return [command]
      + errors[start.upperBound...].prefix { $0 != "\n" }.split(separator: " ").map(String.init)
  }

  @Test func allFilesOfARunAreFoundFromAnyOfThemWhereverTheyLie() throws {
    try copydesk.write(
      """
      name: p
      rejects: rej/bad.jsonl
      dead_letters: rej/dead.jsonl
      stages: [clean, dedupe.documents, output.jsonl: { path: out/good.jsonl }]
      """, to: "apart.yaml")
    #expect(try copydesk.run("run", "apart.yaml", "in").exitCode == 2)
    let files = [
      "out/good.jsonl", "rej/bad.jsonl", "rej/dead.jsonl", "out/good.run.json", "rej/good.run.json", "out",
      "rej/", "./out/../rej/bad.jsonl", copydesk.folder + "/rej/dead.jsonl",
    ]
    for file in files { #expect(try summary(file).hasPrefix(Self.sum), "\(file)") }
    let list = try copydesk.run("why", "rej").output.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(list == ["failed", "dropped", "duplicate", "kept"])
    // Without hashes, which have tests of their own.
    let manifest = String(decoding: copydesk.data("out/good.run.json"), as: UTF8.self)
      .replacing(/,"(bytes":\d+|digest":"[0-9a-fx:h]*")/, with: "").replacing(/,"input":{[^}]*}/, with: "")
    #expect(
      manifest == """
        {"schema":1,"pipeline":{"name":"p","reference":"apart.yaml"},"complete":true,"started_in":"..",\
        "counts":{"read":4,"written":1,"rejected":2,"failed":1,"rejected_by_stage":\
        {"clean":{"dropped":1,"duplicates":0},"dedupe.documents":{"dropped":0,"duplicates":1}},\
        "failed_by_stage":{"input":1}},"files":[{"kind":"output","path":"good.jsonl","stage":"output.jsonl",\
        "records":true},{"kind":"rejects","path":"../rej/bad.jsonl","records":true,"documents":2},\
        {"kind":"dead_letters","path":"../rej/dead.jsonl","records":true,"documents":1}]}

        """)
  }

  @Test func documentsThatWereWrittenIntoAFolderOrAsTextAreKnown() throws {
    for (output, file) in [("all/", "all"), ("z.txt", "z.txt"), ("deep/x.y/all", "deep/x.y/all/a.txt")] {
      let run = try copydesk.run("run", "p.yaml", "in", "-o", output)
      #expect(run.exitCode == 2, "\(run.errors)")
      #expect(try summary(file).hasPrefix(Self.sum), "\(file)")
      let story = try copydesk.run("why", file, "a.txt")
      #expect(story.output.hasPrefix("kept       a.txt\n"), "\(story)")
      #expect(story.output.contains("removed    footer.share"), "\(story)")
      #expect(try summary(try #require(self.advice("why", in: run.errors)?.last)).hasPrefix(Self.sum))
    }
    let ledger = try copydesk.records("all/p.kept.jsonl")
    #expect(ledger.map { $0["id"] as? String } == ["a.txt"])
    #expect(ledger.allSatisfy { $0["text"] == nil && $0["trail"] != nil })
    #expect(
      try copydesk.run("view", "all").errors.contains("1 document more in files that are not JSON Lines"))
  }

  @Test func documentsOfCompressedAndNumberedOutputsAreKnown() throws {
    for options in ["path: gz/x.jsonl.gz", "path: sh/s.jsonl, shard: { documents: 1 }"] {
      try copydesk.write(
        "name: s\nstages: [clean, dedupe.documents, output.jsonl: { \(options) }]\n", to: "s.yaml")
      let run = try copydesk.run("run", "s.yaml", "in")
      #expect(run.exitCode == 2, "\(run.errors)")
      #expect(try summary(try #require(self.advice("why", in: run.errors)?.last)).hasPrefix(Self.sum))
    }
    #expect(try summary("gz/x.jsonl.gz").hasPrefix(Self.sum))
    for result in ["gz/x.jsonl.gz", "gz", "sh"] {
      let view = try copydesk.run("view", result)
      #expect(view.errors.contains("1 of 1 document shown") && !view.errors.contains("more"), "\(view)")
      #expect(view.output.contains("a.txt"))
    }
  }

  @Test func aThingIsShownOnceHoweverItIsCalled() throws {
    func mention(_ start: Int, _ end: Int, _ text: String) -> String {
      #"{"start":\#(start),"end":\#(end),"label":"PERSON","text":"\#(text)","id":"e1"}"#
    }
    let entities = "[\(mention(0, 9, "Anna Berg")),\(mention(16, 20, "Berg"))]"
    let names = #"[{"id":"e1","label":"PERSON","name":"Anna Berg","count":2}]"#
    try copydesk.write(
      #"{"id":"a","title":"T","text":"Anna Berg sang. Berg left.","entities":\#(entities),"names":\#(names)}"#
        + "\n",
      to: "x.jsonl")
    let lines = try copydesk.run("view", "x.jsonl").output.split(separator: "\n")
    #expect(lines.contains { $0.contains("PERSON") && $0.hasSuffix("Anna Berg") }, "\(lines)")
  }

  @Test func everyBranchOfARouteIsKnownFromEachOfItsOutputs() throws {
    try copydesk.write(
      """
      name: r
      stages:
        - route:
            - when: { words: { at_least: 12 } }
              stages: [output.jsonl: { path: out/long.jsonl }]
            - when: { words: { at_least: 3 } }
              stages: [output.markdown: { path: pages/ }]
            - stages: [output.jsonl: { path: out/short.jsonl }]
      """, to: "r.yaml")
    let run = try copydesk.run("run", "r.yaml", "in")
    #expect(run.exitCode == 2, "\(run.errors)")
    try copydesk.write("The mayor opened the bridge.", to: "in/e.txt")
    #expect(try copydesk.run("run", "r.yaml", "in").exitCode == 2)
    for file in ["out/short.jsonl", "out/long.jsonl", "pages", "pages/e.txt.md", "out/long.dead.jsonl"] {
      #expect(
        try summary(file).hasPrefix("5 documents = 4 kept + 0 dropped + 0 duplicates + 1 failed\n"), "\(file)"
      )
      #expect(try copydesk.run("why", file, "e.txt").output.hasPrefix("kept       e.txt\n"))
      #expect(try copydesk.run("why", file, "c.txt").output.hasPrefix("kept       c.txt\n"))
    }
  }

  @Test func whatWentToStandardOutputLeavesAnAccountOnlyOfTheRest() throws {
    let run = try copydesk.run("run", "clean", "in", "-o", "-")
    #expect(run.exitCode == 2)
    #expect(!copydesk.exists("clean.kept.jsonl"))
    let advice = try #require(self.advice("why", in: run.errors))
    #expect(advice == ["why", "clean.run.json"])
    let why = try copydesk.run(arguments: advice)
    #expect(why.exitCode == 0)
    #expect(
      why.output.split(separator: "\n").map { $0.prefix(7) } == ["failed ", "dropped"], "\(why.output)")
    #expect(why.errors == "what went to standard output alone cannot be told of\n")
    // Once they are dealt with, a run that has nothing to tell takes the account of the earlier one away.
    try FileManager.default.removeItem(atPath: copydesk.folder + "/clean.dead.jsonl")
    let clean = try copydesk.run("run", "clean", "in/a.txt", "-o", "-")
    #expect(clean.exitCode == 0 && self.advice("why", in: clean.errors) == nil)
    #expect(!copydesk.exists("clean.run.json") && !copydesk.exists("clean.rejects.jsonl"))
  }

  @Test func whatFailedInARunToStandardOutputIsNotLostToTheNextOne() throws {
    #expect(try copydesk.run("run", "clean", "in", "-o", "-").exitCode == 2)
    let names = ["clean.dead.jsonl", "clean.rejects.jsonl", "clean.run.json"]
    let before = names.map(copydesk.data)
    #expect(!before.contains { $0.isEmpty })
    #expect(try copydesk.run("run", "clean", "in/a.txt", "-q", "-o", "-").exitCode == 0)
    #expect(names.map(copydesk.data) == before && !copydesk.exists("clean-2.run.json"))
    let other = try copydesk.run("run", "clean", "in", "-o", "-")
    #expect(other.exitCode == 2 && other.errors.contains("failed      clean-2.dead.jsonl"), "\(other.errors)")
    #expect(names.map(copydesk.data) == before)
    #expect(self.advice("why", in: other.errors) == ["why", "clean-2.run.json"])
  }

  @Test func aRunToStandardOutputLeavesTheFilesOfAResultThatIsAFile() throws {
    #expect(try copydesk.run("run", "clean", "in", "-o", "clean.jsonl").exitCode == 2)
    let names = ["clean.jsonl", "clean.dead.jsonl", "clean.rejects.jsonl", "clean.run.json"]
    let before = names.map(copydesk.data)
    #expect(try copydesk.run("run", "clean", "in", "-o", "-").exitCode == 2)
    #expect(names.map(copydesk.data) == before)
  }

  @Test func theAccountIsTheSameBytesAtAnyNumberOfWorkers() throws {
    func account(_ options: String...) throws -> [Data] {
      let run = try copydesk.run(arguments: ["run", "p.yaml", "in"] + options)
      #expect(run.exitCode == 2)
      return ["all/p.run.json", "all/p.kept.jsonl"].map(copydesk.data)
    }
    let wanted = try account("--workers", "1")
    #expect(!wanted.contains { $0.isEmpty })
    #expect(try account("--workers", "4", "--batch-size", "1") == wanted)
  }

  @Test func aDocumentThatIsDroppedAfterItWasWrittenIsCountedOnce() throws {
    try copydesk.write(
      """
      name: m
      stages:
        - output.jsonl: { path: out/all.jsonl }
        - clean
        - dedupe.documents
        - output.jsonl: { path: out/good.jsonl }
      """, to: "m.yaml")
    #expect(try copydesk.run("run", "m.yaml", "in").exitCode == 2)
    #expect(try copydesk.records("out/all.jsonl").count == 3)
    #expect(try summary("out/all.jsonl").hasPrefix(Self.sum))
  }

  @Test func withoutAnAccountTheFilesThatWereLookedAtAreNamed() throws {
    #expect(try copydesk.run("run", "p.yaml", "in", "-o", "z.txt").exitCode == 2)
    try FileManager.default.removeItem(atPath: copydesk.folder + "/z.run.json")
    let why = try copydesk.run("why", "z.kept.jsonl", "--summary")
    #expect(why.output.hasPrefix(Self.sum))
    #expect(
      why.errors == """
        no run.json file tells which files belong to this run: looked at "z.dead.jsonl", "z.rejects.jsonl", \
        "z.kept.jsonl"; counts may be partial

        """)
    #expect(try copydesk.run("why", "in").errors.contains("no run has left a run.json file in \"in/\""))
  }

  @Test func whatAnotherRunHasWrittenOverIsSaid() throws {
    #expect(try copydesk.run("run", "news", "in").exitCode == 2)
    try copydesk.write("", to: "out/news.rejects.jsonl")
    let why = try copydesk.run("why", "out/news.jsonl", "--summary")
    #expect(
      why.errors.contains(
        "the run counted 1 kept, 2 rejected, 1 failed, but its files tell of 1 kept, 0 rejected, 1 failed"),
      "\(why.errors)")
    try FileManager.default.removeItem(atPath: copydesk.folder + "/out/news.rejects.jsonl")
    #expect(
      try copydesk.run("why", "out/news.jsonl").errors.contains(
        "\"out/news.rejects.jsonl\", which the run wrote"))
  }

  @Test func aFolderThatTwoRunsWroteIntoAsksWhich() throws {
    for output in ["out/x.jsonl", "out/y.jsonl"] { _ = try copydesk.run("run", "clean", "in", "-o", output) }
    let why = try copydesk.run("why", "out/")
    #expect(why.exitCode == 1)
    #expect(why.errors.contains("name one of them: out/x.run.json, out/y.run.json"), "\(why.errors)")
  }

  @Test func aReplayTakesAnyFileOfTheRun() throws {
    #expect(try copydesk.run("run", "news", "in").exitCode == 2)
    let replay = try copydesk.run("replay", "news", "out/news.jsonl")
    #expect(replay.errors.contains("1 read = 0 written + 0 rejected + 1 failed"), "\(replay.errors)")
    #expect(
      try summary("out/news.replay.jsonl").hasPrefix(
        "1 document = 0 kept + 0 dropped + 0 duplicates + 1 failed\n"))
    #expect(try summary("out/news.jsonl").hasPrefix("4 documents"))
    _ = try copydesk.run("run", "news", "in/a.txt")
    let none = try copydesk.run("replay", "news", "out/news.jsonl")
    #expect(none.exitCode == 1 && none.errors.contains("has failed"), "\(none.errors)")
  }
}
