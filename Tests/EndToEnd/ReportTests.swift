import Foundation
import Testing

/// `copydesk report`, `copydesk stats` and `run --report` on the built binary.
@Suite struct ReportTests {
  private let copydesk: Copydesk

  init() throws {
    copydesk = try Copydesk()
    let story =
      "The harbour of Lisbon reopened on Monday after the storm. Ana Costa of the port authority said that all "
      + "ships could leave. The government in Lisbon thanked Ana Costa and her crews for the long night's work."
    try copydesk.write("\(story)\n\nShare this:\nTwitter\n", to: "in/a.txt")
    try copydesk.write("\(story)\n\nShare this:\nTwitter\n", to: "in/b.txt")
    try copydesk.write("Share this:\n", to: "in/c.txt")
    try copydesk.write(Data([0, 1]), to: "in/<img src=x onerror=alert(1)>.txt")
    try copydesk.write(
      """
      name: "<b>p</b>"
      stages: [clean, dedupe.documents, entities, output.jsonl: { path: out/r.jsonl }]
      """, to: "p.yaml")
  }

  /// What no page of ours may hold: anything that is fetched, run, or that a document has brought along as markup.
  private func expectContained(_ page: String) {
    for bad in ["<script", "<img", "<link", "<iframe", "http://", "https://", "url(", "@import", "<b>p</b>"] {
      #expect(!page.contains(bad), "\(bad)")
    }
    #expect(page.hasPrefix("<!doctype html>") && page.hasSuffix("</html>\n"))
    #expect(page.contains("prefers-color-scheme:dark"))
    #expect(page.components(separatedBy: "<svg").count > 4)
    // Every chart has words for who cannot see it, or says that the words stand beside it.
    for chart in page.components(separatedBy: "<svg").dropFirst() {
      let tag = chart.prefix { $0 != ">" }
      #expect(tag.contains("aria-label=\"") || tag.contains("aria-hidden=\"true\""), "\(tag)")
    }
  }

  @Test func aRunLeavesAPageWithItsChartsAndItsTimes() throws {
    let outcome = try copydesk.run("run", "p.yaml", "in", "--report", "r.html", "--timings")
    #expect(outcome.exitCode == 2 && outcome.errors.contains("report      r.html"), "\(outcome.errors)")
    #expect(outcome.errors.contains("per document"), "the times of the stages")
    let page = String(decoding: copydesk.data("r.html"), as: UTF8.self)
    expectContained(page)
    for part in [
      "Where the time went", "The way of the documents", "Lengths", "Names", "Documents that repeat others",
      "What was taken out", "&lt;b&gt;p&lt;/b&gt;", "Ana Costa", "<del>Share this:",
    ] { #expect(page.contains(part), "\(part)") }
  }

  @Test func aResultIsTurnedIntoAPageThatTellsNoTimes() throws {
    _ = try copydesk.run("run", "p.yaml", "in")
    let outcome = try copydesk.run("report", "out/r.jsonl")
    #expect(outcome.exitCode == 0 && outcome.errors == "written to out/r.report.html\n", "\(outcome.errors)")
    let first = copydesk.data("out/r.report.html")
    expectContained(String(decoding: first, as: UTF8.self))
    #expect(!String(decoding: first, as: UTF8.self).contains("Where the time went"))
    _ = try copydesk.run("report", "out", "-o", "again.html")
    #expect(copydesk.data("again.html") == first, "the same result gives the same page")
    #expect(
      try copydesk.run("report", "out/r.jsonl", "-o", "-").output == String(decoding: first, as: UTF8.self))
  }

  @Test func aPageTakesTheePlaceOfNoFileOfTheRun() throws {
    for option in ["--report", "--metrics"] {
      let outcome = try copydesk.run("run", "p.yaml", "in", option, "out/r.jsonl")
      #expect(
        outcome.exitCode == 1 && outcome.errors.contains("\(option) would write over"), "\(outcome.errors)")
    }
    _ = try copydesk.run("run", "p.yaml", "in")
    #expect(try copydesk.run("report", "out", "-o", "out/r.jsonl").exitCode == 1)
    #expect(try copydesk.run("report", "nowhere.jsonl").exitCode == 1)
  }

  @Test func statsTellTheSameInTheTerminalAsWideAsItIs() throws {
    _ = try copydesk.run("run", "p.yaml", "in")
    let outcome = try copydesk.run("stats", "out/r.jsonl", environment: ["COLUMNS": "60"])
    #expect(outcome.exitCode == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix("<b>p</b>: 4 documents = 1 kept + 1 dropped + 1 duplicate + 1 failed\n"))
    for part in ["stages", "words", "names", "repeated most", "█", "Ana Costa"] {
      #expect(outcome.output.contains(part), "\(part)")
    }
    #expect(!outcome.output.contains("\u{1B}"))
    for line in outcome.output.split(separator: "\n").dropFirst() { #expect(line.count <= 60, "\(line)") }
  }

  @Test func statsForProgramsAddUp() throws {
    _ = try copydesk.run("run", "p.yaml", "in")
    let text = try copydesk.run("stats", "out/r.jsonl", "--format", "json").output
    let json = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let ends = ["kept", "dropped", "duplicate", "failed"].compactMap { json[$0] as? Int }
    #expect(ends == [1, 1, 1, 1] && json["documents"] as? Int == 4)
    let stages = try #require(json["stages"] as? [[String: Any]])
    #expect(stages.compactMap { $0["id"] as? String }.prefix(3) == ["input", "clean", "dedupe.documents"])
    #expect(stages.compactMap { $0["entered"] as? Int }.prefix(3) == [4, 3, 2])
    let names = try #require(json["names"] as? [[String: Any]])
    #expect(names.contains { $0["label"] as? String == "PERSON" })
  }

  @Test(arguments: ["other/r.jsonl.gz", "other/r.csv"])
  func statsTellOfTheTextsOfCompressedResultsAndSayWhereThereAreNone(_ output: String) throws {
    _ = try copydesk.run("run", "p.yaml", "in")
    func lengths(_ result: String) throws -> (json: [String: Any], words: Int?, notes: [String]?) {
      let text = try copydesk.run("stats", result, "--format", "json").output
      let json = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      return (json, (json["words"] as? [String: Any])?["total"] as? Int, json["notes"] as? [String])
    }
    let plain = try lengths("out/r.jsonl")
    try #require((plain.words ?? 0) > 0)
    _ = try copydesk.run("run", "p.yaml", "in", "-o", output)
    let found = try lengths(output)
    if output.hasSuffix(".gz") {
      #expect(found.words == plain.words)
      #expect(NSDictionary(dictionary: found.json) == NSDictionary(dictionary: plain.json))
    } else {
      #expect(found.words == 0)
      #expect(found.notes?.contains { $0.contains("told of JSON Lines") } == true, "\(found.notes ?? [])")
    }
  }
}
