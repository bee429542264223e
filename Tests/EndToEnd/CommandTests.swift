import Foundation
import Testing

@Suite struct CommandTests {
  private let copydesk: Copydesk

  init() throws { copydesk = try Copydesk() }

  private static let article = """
    Published: Mon, April 23, 2018
    Europe | By Ada Moreno

    Harbour reopens after storm

    Harbour reopens after storm

    The harbour of Lisbon reopened on Monday after a storm had closed it for three days, the port authority said.

    "We lost two cranes," said Ada Moreno, who runs the container terminal. Repairs will cost $3.5 million.

    Like this:
    """

  @Test func aFileGoesThroughTheNewsPipeline() throws {
    try copydesk.write(Self.article, to: "in/a.txt")
    let outcome = try copydesk.run("run", "news", "in")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    let record = try #require(try copydesk.records("out/news.jsonl").first)
    #expect(record["id"] as? String == "a.txt")
    #expect(record["title"] as? String == "Harbour reopens after storm")
    #expect(record["byline"] as? String == "Ada Moreno")
    #expect(record["section"] as? String == "Europe")
    #expect(record["published"] as? String == "2018-04-23")
    let text = try #require(record["text"] as? String)
    #expect(text.hasPrefix("The harbour of Lisbon") && text.hasSuffix("$3.5 million."))
  }

  @Test func dataGoesToStandardOutputAndWordsToStandardError() throws {
    try copydesk.write(Self.article, to: "a.txt")
    let outcome = try copydesk.run("run", "clean", "a.txt", "-o", "-")
    #expect(outcome.exitCode == 0)
    let record = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(record?["id"] as? String == "a.txt")
    #expect(outcome.errors.contains("1 read = 1 written"))
    let quiet = try copydesk.run("run", "clean", "a.txt", "-o", "-", "--quiet")
    #expect(quiet.errors.isEmpty)
    #expect(quiet.output == outcome.output)
  }

  @Test func standardInputIsJSONLines() throws {
    let input = """
      {"id":"x","text":"The mayor opened the bridge on Friday.\\n\\nLike this:","desk":"local"}
      {"id":"y","text":"A second story, told in one sentence."}

      """
    let outcome = try copydesk.run("run", "clean", "-", "-o", "-", input: input)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let records = try outcome.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(records.map { $0["id"] as? String } == ["x", "y"])
    #expect(records[0]["text"] as? String == "The mayor opened the bridge on Friday.")
    #expect((records[0]["metadata"] as? [String: String])?["desk"] == "local")
  }

  @Test(arguments: [
    ("output.markdown: { path: out/ }", 0), ("output.text: { path: out }", 1),
  ])
  func outputsOfDifferentKindsMayShareAFolder(_ second: String, _ code: Int32) throws {
    try copydesk.write("stages: [output.text: { path: out/ }, \(second)]", to: "p.yaml")
    let outcome = try copydesk.run("check", "p.yaml")
    #expect(outcome.exitCode == code)
    #expect(outcome.errors.contains("CD119") == (code == 1), "\(outcome.errors)")
  }

  @Test func aRunWithFailedDocumentsExitsWithTwo() throws {
    try copydesk.write(Data([0, 1, 2, 3]), to: "in/b.txt")
    try copydesk.write(Self.article, to: "in/a.txt")
    let outcome = try copydesk.run("run", "clean", "in")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("2 read = 1 written + 0 rejected + 1 failed"))
    #expect(try copydesk.records("out/clean.dead.jsonl").count == 1)
  }

  @Test func mistakesOfTheUserExitWithOneAndSayWhatToDo() throws {
    for (arguments, words) in [
      (["run", "newz", "."], "did you mean \"news\"?"), (["run", "news", "nowhere"], "nowhere"),
      (["run", "news"], "there is nothing to read"), (["run", "news", ".", "--set", "clean=1"], "--set"),
      (["run", "news", ".", "--workers", "0"], "--workers"), (["check", "missing.yaml"], "missing.yaml"),
      (["show", "sumarize"], "did you mean \"summarize\"?"), (["why", "nothing.jsonl"], "nothing.jsonl"),
      (["frobnicate"], "frobnicate"),
    ] {
      let process = try copydesk.process(arguments)
      let errors = Pipe()
      process.standardError = errors
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 1, "\(arguments): \(text)")
      #expect(text.contains(words), "\(arguments): \(text)")
    }
  }

  @Test func checkShowsEveryMistakeAtItsPlace() throws {
    try copydesk.write(
      "stages:\n  - claen\n  - summarize: { sentences: 0 }\n  - output.jsonl\n", to: "p.yaml")
    let outcome = try copydesk.run("check", "p.yaml")
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("p.yaml:2:5: error[CD102]: there is no stage named \"claen\""))
    #expect(outcome.errors.contains("p.yaml:3:29: error[CD105]: 0 is out of range"))
    #expect(outcome.errors.contains("p.yaml: 2 errors"))
    #expect(!outcome.errors.contains("\u{1B}"), "no colours where there is no terminal")
  }

  @Test(arguments: ["news", "clean"]) func theShippedPipelinesHaveNoMistakes(_ name: String) throws {
    let outcome = try copydesk.run("check", name)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.contains("no errors"))
  }

  @Test func listAndShowTellWhatThereIs() throws {
    let list = try copydesk.run("list")
    for name in [
      "news", "clean", "dedupe.headlines", "dedupe.documents", "entities", "summarize", "output.markdown",
    ] {
      #expect(list.output.contains(name))
    }
    let show = try copydesk.run("show", "summarize")
    for word in ["sentences", "default learned", "1 or more", "textrank", "reads text; writes summary"] {
      #expect(show.output.contains(word), "\(word)")
    }
    let clean = try copydesk.run("show", "clean").output
    #expect(clean.contains("  footer.share         \"Share this:\" and the names of networks"))
    #expect(clean.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func everyStageThatIsShownChecksWithAllItsDefaults() throws {
    let list = try copydesk.run("list", "stages").output
    let stages = list.split(separator: "\n").dropFirst().dropLast()
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(stages.count >= 8)
    // What program it starts, what words and addresses it looks for, only the user can say.
    let incomplete = ["external": "", "filter.words": "no words", "filter.urls": "no addresses"]
    for stage in stages where stage != "external" {
      let page = try copydesk.run("show", stage).output
      let example = try #require(page.components(separatedBy: "With all its defaults\n").last)
      guard page.contains("With all its defaults") else { continue }
      try copydesk.write("stages:\n\(example)\n  - output.jsonl: { path: other.jsonl }\n", to: "p.yaml")
      let check = try copydesk.run("check", "p.yaml")
      if let missing = incomplete[stage] {
        #expect(
          check.exitCode == 1 && check.errors.contains("there are \(missing)"), "\(stage): \(check.errors)")
      } else {
        #expect(check.exitCode == 0, "\(stage): \(check.errors)")
      }
    }
  }

  @Test func whyTellsWhatBecameOfADocument() throws {
    try copydesk.write(Self.article, to: "in/a.txt")
    try copydesk.write(Self.article, to: "in/b.txt")
    try copydesk.write(Data([0, 1]), to: "in/c.txt")
    _ = try copydesk.run("run", "news", "in")
    let all = try copydesk.run("why", "out/news.jsonl")
    #expect(
      all.output.split(separator: "\n").map { $0.prefix(9).trimmingCharacters(in: .whitespaces) } == [
        "failed", "duplicate", "kept",
      ])
    let one = try copydesk.run("why", "out/news.jsonl", "a.txt")
    #expect(one.output.contains("“Like this:”"))
    #expect(one.output.contains("“Published: Mon, April 23, 2018”"))
    #expect(one.output.contains("clean (line "))
    let other = try copydesk.run("why", "out/news.jsonl", "b.txt")
    #expect(other.output.contains("of a.txt"))
    let original = try copydesk.run("why", "out/news.jsonl", "a.txt", "--original")
    #expect(original.output.contains("- Like this:\n"))
    #expect(original.output.contains("  The harbour of Lisbon reopened"))
    let wrong = try copydesk.run("why", "out/news.jsonl", "q.txt")
    #expect(wrong.exitCode == 1)
  }

  @Test func textAndMarkdownCanBeWritten() throws {
    try copydesk.write(Self.article, to: "in/x/a.txt")
    try copydesk.write(
      "stages:\n  - clean\n  - dedupe.headlines\n  - output.text: { path: t/ }\n  - output.markdown: { path: m/ }\n",
      to: "p.yaml")
    let outcome = try copydesk.run("run", "p.yaml", "in")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(
      String(decoding: copydesk.data("t/x/a.txt"), as: UTF8.self).hasPrefix("Harbour reopens after storm\n"))
    #expect(
      String(decoding: copydesk.data("m/x/a.txt.md"), as: UTF8.self).contains("# Harbour reopens after storm")
    )
  }

  @Test func anInterruptEndsTheRunCleanly() throws {
    for number in 0..<3_000 {
      try copydesk.write(Self.article + "\n\nNumber \(number).", to: "in/\(number).txt")
    }
    let process = try copydesk.process(["run", "clean", "in", "--workers=1", "--batch-size=8"])
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    while !copydesk.exists("out/clean.jsonl.partial"), process.isRunning { usleep(1_000) }
    process.interrupt()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(text.contains("stopping"), "the run was over before the signal came: \(text)")
    #expect(process.terminationStatus == 3, "\(text)")
    #expect(
      text.contains("resume it with: copydesk run clean in --workers=1 --batch-size=8 --resume"), "\(text)")
    #expect(!copydesk.exists("out/clean.jsonl") && copydesk.exists("out/clean.jsonl.partial"))
    let records = try copydesk.records("out/clean.jsonl.partial")
    #expect(text.replacing(",", with: "").contains("= \(records.count) written"), "\(text)")
  }

  @Test func aClosedPipeDoesNotHangTheRun() throws {
    for number in 0..<200 {
      try copydesk.write(Self.article + "\n\nNumber \(number).", to: "in/\(number).txt")
    }
    let process = try copydesk.process(["run", "clean", "in", "-o", "-"])
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try output.fileHandleForReading.close()
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 3)
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func completionScriptsAreMade(_ shell: String) throws {
    let outcome = try copydesk.run("--generate-completion-script", shell)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("copydesk"))
  }

  @Test func helpTeaches() throws {
    let outcome = try copydesk.run("--help")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("copydesk run news articles/"))
    #expect(try copydesk.run("--version").output == "copydesk 0.1.0\n")
  }
}
