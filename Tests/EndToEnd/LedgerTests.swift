import Foundation
import Testing

/// `why`: what the trails of a result tell.
@Suite struct LedgerTests {
  private let copydesk: Copydesk

  init() throws {
    copydesk = try Copydesk()
    try copydesk.write(Self.article("The harbour of Lisbon reopened on Monday."), to: "in/a.txt")
    try copydesk.write(Self.article("The harbour of Lisbon reopened on Monday."), to: "in/b.txt")
    try copydesk.write("Share this:\n", to: "in/c.txt")
    try copydesk.write(Data([0, 1]), to: "in/d.txt")
    try copydesk.write(
      #"{"id":"r","text":"The caf\u00e9 reopened on Friday after a long winter.\n\nShare this:\nTwitter"}"#
        + "\n",
      to: "in/e.jsonl")
    try copydesk.write(
      """
      <html><head><meta property="og:title" content="Caf&eacute; reopens &amp; closes"></head><body><nav>Home</nav>
      <article><p>The caf&eacute; reopened on Friday after a long winter, said &#8220;Ada&#8221;, its owner, and
      closed on Saturday after a short spring, to the regret of all who had come.</p><p>Advertisement</p></article>
      </body></html>
      """, to: "in/f.html")
    let outcome = try copydesk.run("run", "news", "in")
    #expect(outcome.exitCode == 2, "\(outcome.errors)")
  }

  private static func article(_ text: String) -> String {
    "Published: Mon, April 23, 2018\n\nHarbour reopens after storm\n\n\(text)\n\nShare this:\nTwitter\n"
  }

  private func why(_ arguments: String...) throws -> String {
    let outcome = try copydesk.run(arguments: ["why", "out/news.jsonl"] + arguments)
    #expect(outcome.exitCode == 0)
    #expect(!outcome.output.contains("\u{1B}"), "no colours where there is no terminal")
    return outcome.output
  }

  @Test func aDuplicateShowsWhatItRepeatsAndByHowMuch() throws {
    let story = try why("b.txt")
    #expect(
      story.hasPrefix(
        """
        duplicate  b.txt
          why       dedupe.headlines: the same as a.txt
                    (similarity 1, limit 1)
          title     Harbour reopens after storm
          source    in/b.txt, bytes 0–124
          repeats   a.txt (kept: line 1 of out/news.jsonl)
                    “Harbour reopens after storm”
                    in/a.txt, bytes 0–124

        """), "\(story)")
    #expect(story.contains("duplicate  headline.same       of a.txt  (similarity 1, limit 1)"))
    #expect(try why("a.txt").contains("  repeated  by b.txt\n"))
  }

  @Test func aDropShowsWhatWasMeasuredAgainstWhichLimit() throws {
    let story = try why("c.txt")
    #expect(
      story.contains("why       clean: no article text is left\n            (measured 0, limit 1)\n"),
      "\(story)")
    #expect(
      story.contains("dropped    empty         no article text is left  (measured 0, limit 1)"), "\(story)")
  }

  @Test func theOriginalOfARecordIsShownWithoutItsEscapes() throws {
    let story = try why("r", "--original")
    #expect(story.contains("removed    footer.share  “Share this:”"), "\(story)")
    #expect(
      story.contains("  {\"id\":\"r\",\"text\":\"The café reopened on Friday after a long winter.\n"),
      "\(story)")
    #expect(story.contains("\n- Share this:\n~ [-Twitter-]\"}\n"), "\(story)")
  }

  @Test func theOriginalOfAPageIsShownWithWhatIsGoneAndQuotedWithoutMarkup() throws {
    let story = try why("f.html", "--original")
    #expect(story.contains("title from “Café reopens & closes”"), "\(story)")
    #expect(
      story.contains(
        "\n~ closed on Saturday after a short spring, to the regret of all who had come.</p><p>[-Advertisement-]</p></article>"
      ), "\(story)")
    #expect(story.contains("<article><p>The caf&eacute; reopened"), "what was kept stands as it stood")
  }

  @Test func theSummaryCountsEveryDecisionOfTheRun() throws {
    let table = try why("--summary")
    #expect(
      table.hasPrefix("6 documents = 3 kept + 1 dropped + 1 duplicate + 1 failed\n\nreading: 1 failed\n"))
    // As many as the records tell, counted by other means.
    let records = try copydesk.records("out/news.jsonl") + copydesk.records("out/news.rejects.jsonl")
    let trails = records.map { $0["trail"] as? [[String: Any]] ?? [] }
    let shares = trails.map { $0.filter { $0["rule"] as? String == "footer.share" } }
    let bytes = shares.flatMap(\.self).reduce(0) { sum, entry in
      sum + (entry["end"] as? Int ?? 0) - (entry["start"] as? Int ?? 0)
    }
    let line = try #require(table.split(separator: "\n").first { $0.contains(" footer.share ") })
    let words = line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    let documents = shares.count { !$0.isEmpty }
    #expect(
      words.hasPrefix(
        "removed footer.share \(documents) documents \(shares.flatMap(\.self).count) times \(bytes) bytes"))
    let stages = table.split(separator: "\n").filter { !$0.hasPrefix(" ") && $0.contains(" (line ") }
    #expect(stages.map { $0.prefix { $0 != " " } } == ["clean", "dedupe.headlines", "summarize"], "\(table)")
    #expect(table.contains("similarity 1; limit 1"))
  }

  @Test func oneStageCanBeAskedFor() throws {
    let table = try why("--stage", "dedupe.headlines", "--summary")
    #expect(table.contains("dedupe.headlines (line ") && !table.contains("clean"))
    let list = try why("--stage", "dedupe.headlines")
    #expect(
      list.contains("duplicate  b.txt  ")
        && list.contains("duplicate of a.txt headline.same (similarity 1, limit 1)"))
    #expect(!list.contains("c.txt"))
    #expect(
      try why("--stage", "input").hasPrefix("failed     d.txt  failed the file is binary, not text [CD202]"))
    let clean = try why("--stage", "clean")
    #expect(clean.contains("removed footer.share ×2"), "\(clean)")
  }

  @Test func aStageThatDecidedNothingIsNamedWithASuggestion() throws {
    for arguments in [["--stage", "dedupe.headline"], ["--stage", "dedupe.headline", "--summary"]] {
      let outcome = try copydesk.run(arguments: ["why", "out/news.jsonl"] + arguments)
      #expect(outcome.exitCode == 1)
      #expect(outcome.errors.contains("did you mean \"dedupe.headlines\"?"), "\(outcome.errors)")
    }
  }

  @Test func aLineThatIsNoRecordIsNamedByItsNumber() throws {
    try copydesk.write("{\"id\":\"a\"}\n\nno record\n", to: "x.jsonl")
    let outcome = try copydesk.run("why", "x.jsonl", "--summary")
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("line 3 of \"x.jsonl\" is not a record"), "\(outcome.errors)")
  }

  @Test func anotherStoryInThePlaceOfTheOriginalIsNotQuoted() throws {
    let copydesk = try Copydesk()
    try copydesk.write("Rain fell on Bergen all week.\n\nShare this:\n", to: "in/a.txt")
    #expect(try copydesk.run("run", "clean", "in", "-o", "r.jsonl").exitCode == 0)
    #expect(try copydesk.run("why", "r.jsonl", "a.txt").output.contains("Share this:"))
    usleep(20_000)
    try copydesk.write("Council fires its harbour master over theft.\n", to: "in/a.txt")
    let why = try copydesk.run("why", "r.jsonl", "a.txt", "--original")
    #expect(
      why.output.contains("has changed since the run") && !why.output.contains("harbour"), "\(why.output)")
  }

  @Test func theOriginalIsFoundFromAnyFolder() throws {
    let copydesk = try Copydesk()
    let elsewhere = try Copydesk()
    try elsewhere.write("Council fires its harbour master over theft, says mayor.\n", to: "in/a.txt")
    try copydesk.write("Rain fell on Bergen all week.\n\nShare this:\n", to: "in/a.txt")
    for result in ["r.jsonl", "deep/er/r.jsonl", "\(copydesk.folder)/abs/r.jsonl"] {
      #expect(try copydesk.run("run", "clean", "in", "-o", result).exitCode == 0)
      let path = result.hasPrefix("/") ? result : "\(copydesk.folder)/\(result)"
      let why = try elsewhere.run("why", path, "a.txt").output
      #expect(why.contains("“Share this:”"), "\(why)")
    }
  }

  @Test func anEmptyResultOfARunWhoseIndexKnowsAllIsExplained() throws {
    let copydesk = try Copydesk()
    let record =
      "{\"text\": \"Rain fell on Bergen for a week, and nobody in the town was surprised by it.\"}\n"
    try copydesk.write(record, to: "in.jsonl")
    try copydesk.write(
      "stages: [dedupe.documents: { index: seen/ }, output.jsonl: { path: r.jsonl }]", to: "p.yaml")
    #expect(try !copydesk.run("run", "p.yaml", "in.jsonl").errors.contains("no document was kept"))
    let again = try copydesk.run("run", "p.yaml", "in.jsonl")
    #expect(
      again.errors.contains("no document was kept")
        && again.errors.contains("dedupe.documents remembers those of earlier runs"),
      "\(again.errors)")
  }
}
