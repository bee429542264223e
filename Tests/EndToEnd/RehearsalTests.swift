import Foundation
import Testing

/// `run --dry-run`, `run --sample` and `diff`: pipelines tried out on real data.
@Suite struct RehearsalTests {
  private let copydesk: Copydesk

  init() throws {
    copydesk = try Copydesk()
    for number in 0..<40 {
      let text =
        "Harbour number \(number) reopens\n\nThe harbour of Lisbon reopened after storm number \(number)."
      try copydesk.write(text + "\n\nShare this:\nTwitter\n", to: "in/\(number).txt")
    }
    try copydesk.write("Share this:\n", to: "in/empty.txt")
    try copydesk.write(Data([0, 1]), to: "in/binary.txt")
  }

  /// All files below the folder.
  private var files: Set<String> {
    Set(FileManager.default.enumerator(atPath: copydesk.folder)?.compactMap { $0 as? String } ?? [])
  }

  @Test func aDryRunWritesNothingAndTellsWhatEachStageWouldRemove() throws {
    let before = files
    let outcome = try copydesk.run("run", "news", "in", "--dry-run")
    #expect(files == before)
    #expect(outcome.exitCode == 2, "as the run would: \(outcome.errors)")
    #expect(outcome.errors.isEmpty)
    let report = outcome.output
    #expect(report.contains("42 documents = 40 kept + 1 dropped + 0 duplicates + 1 failed"), "\(report)")
    #expect(report.contains("Nothing was written."))
    #expect(report.contains("output.jsonl would have written to out/news.jsonl"))
    #expect(report.contains("“Share this:”") && report.contains("“Twitter”"))
    #expect(report.contains("no article text is left") && report.contains("the file is binary"))
  }

  @Test func aDryRunCountsWhatTheRunThenDoes() throws {
    let dry = try copydesk.run("run", "news", "in", "--dry-run").output
    _ = try copydesk.run("run", "news", "in")
    let real = try copydesk.run("why", "out/news.jsonl", "--summary").output
    /// Action, rule and figures of each line that has them.
    func figures(_ table: String) -> [String] {
      table.split(separator: "\n").filter { $0.contains(/\d documents?/) && $0.hasPrefix("  ") }.map { line in
        line.prefix(80).split(separator: " ").prefix { !$0.contains(".txt") }.joined(separator: " ")
      }
    }
    #expect(figures(dry).count > 4)
    #expect(figures(dry) == figures(real))
  }

  @Test func aSampleIsTheSameEachTimeAndInTheOrderOfTheInput() throws {
    let first = try copydesk.run("run", "clean", "in", "--sample", "10", "-o", "-", "-q")
    let second = try copydesk.run("run", "clean", "in", "--sample", "10", "-o", "-", "-q", "--workers", "1")
    #expect(!first.output.isEmpty && first.output == second.output)
    let dry = try copydesk.run("run", "clean", "in", "--sample", "10", "--dry-run")
    #expect(dry.output.contains("clean: 10 documents = "), "\(dry.output)")
    #expect(dry.output.contains("A sample of 10 from in"), "\(dry.output)")
    let all = try copydesk.run("run", "clean", "in", "--sample", "100", "--dry-run")
    #expect(all.output.contains("All of in."), "\(all.output)")
    #expect(try copydesk.run("run", "clean", "in", "--sample", "0").exitCode == 1)
  }

  @Test func aDryRunOfWhatIsNotThereIsAMistakeOfTheUser() throws {
    #expect(try copydesk.run("run", "news", "nowhere", "--dry-run").exitCode == 1)
    #expect(try copydesk.run("run", "news", "--dry-run").exitCode == 1)
  }

  private func pipeline(_ stages: String, _ name: String) throws {
    try copydesk.write("stages: [\(stages), output.jsonl: { path: out/x.jsonl }]\n", to: name)
  }

  @Test func twoPipelinesThatDoTheSameDoNotDiffer() throws {
    try pipeline("clean", "a.yaml")
    try pipeline("clean: { min_words: 1 }", "b.yaml")
    let before = files
    let outcome = try copydesk.run("diff", "a.yaml", "b.yaml", "in", "--exit-code")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output == "42 documents compared: 42 the same\n")
    #expect(files == before)
  }

  @Test func anotherFateIsShownWithTheReasonsOfBothSides() throws {
    try pipeline("clean", "a.yaml")
    try pipeline("clean: { min_words: 10 }", "b.yaml")
    try copydesk.write(
      "A headline of a few words\n\n" + String(repeating: "One more word. ", count: 9), to: "in/long.txt")
    let outcome = try copydesk.run("diff", "a.yaml", "b.yaml", "in")
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.output.contains(
        """
        7.txt  kept → dropped
          a.yaml  kept
          b.yaml  clean: only 9 words of article text are left  (measured 9, limit 10)

        """), "\(outcome.output)")
    #expect(!outcome.output.contains("long.txt"))
    let counts = "43 documents compared: 3 the same, 40 with another fate\n  kept → dropped: 40\n"
    #expect(outcome.output.hasSuffix(counts), "\(outcome.output.suffix(200))")
    let counted = try copydesk.run("diff", "a.yaml", "b.yaml", "in", "--exit-code", "--summary")
    #expect(counted.exitCode == 4)
    #expect(counted.output == counts)
  }

  @Test func whatChangesInADocumentIsShownLineByLine() throws {
    try pipeline("clean, entities: { labels: [PLACE] }", "a.yaml")
    try pipeline("entities: { labels: [PLACE, PERSON] }", "b.yaml")
    try copydesk.write(
      "Ada Moreno's harbour reopens\n\nThe harbour of Lisbon reopened.\n\nShare this:\n", to: "one/1.txt")
    let outcome = try copydesk.run("diff", "a.yaml", "b.yaml", "one")
    #expect(
      outcome.output == """
        1.txt  changed
          title     “Ada Moreno's harbour reopens” → none
          text
            + Ada Moreno's harbour reopens
            + Share this:
          entities
            + PERSON Ada Moreno

        1 document compared: 0 the same, 1 changed

        """, "\(outcome.output)")
  }

  @Test func aSampleIsReadByTheFirstPipelineAndAllByEach() throws {
    try pipeline("clean", "a.yaml")
    try copydesk.write(
      "input: { exclude: [\"1*.txt\"] }\nstages: [clean, output.jsonl: { path: out/x.jsonl }]\n", to: "b.yaml"
    )
    let sample = try copydesk.run("diff", "a.yaml", "b.yaml", "in", "--sample", "20")
    #expect(sample.output == "20 documents compared: 20 the same\n")
    let all = try copydesk.run("diff", "a.yaml", "b.yaml", "in", "--all")
    #expect(all.output.contains("12.txt  read by a.yaml only"))
    #expect(
      all.output.hasSuffix("42 documents compared: 31 the same, 11 read by one only\n"), "\(all.output)")
  }

  @Test func theMistakesOfBothPipelinesAreShown() throws {
    try copydesk.write("stages: [claen, output.jsonl]\n", to: "a.yaml")
    try copydesk.write("stages: [clean: { min_words: -1 }, output.jsonl]\n", to: "b.yaml")
    let outcome = try copydesk.run("diff", "a.yaml", "b.yaml", "in")
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("a.yaml:1:10: error[CD102]"), "\(outcome.errors)")
    #expect(outcome.errors.contains("b.yaml:1:30: error[CD105]"), "\(outcome.errors)")
    try pipeline("clean", "a.yaml")
    #expect(try copydesk.run("diff", "a.yaml", "a.yaml", "nowhere").exitCode == 1)
    #expect(try copydesk.run("diff", "a.yaml", "a.yaml").exitCode == 1)
    #expect(try copydesk.run("diff", "a.yaml", "a.yaml", "-").exitCode == 1)
  }
}
