import Copydesk
import Testing

@testable import CopydeskCLI

@Suite struct TallyTests {
  private func ending(_ id: String, _ stages: [(id: String, line: Int?, file: String?)]) -> Ending {
    var document = Document("Text", id: id)
    for stage in stages {
      document.trail.append(
        signed(
          TrailEntry(.noted, rule: "r"), StageReference(id: stage.id, line: stage.line, file: stage.file)))
    }
    return Ending(document)
  }

  private func signed(_ entry: TrailEntry, _ stage: StageReference) -> TrailEntry {
    var entry = entry
    entry.stage = stage
    return entry
  }

  @Test func stagesStandInTheOrderInWhichDocumentsCameToThem() {
    var tally = Tally()
    // The included stage has a small line number of another file.
    tally.add(ending("a", [("summarize", 9, nil)]))
    tally.add(ending("b", [("included", 2, "tidy.yaml"), ("summarize", 9, nil)]))
    tally.add(ending("c", [("clean", 4, nil), ("included", 2, "tidy.yaml")]))
    #expect(tally.orderedStages.map(\.reference.id) == ["clean", "included", "summarize"])
  }

  @Test func aRuleCountsDocumentsOnceAndDecisionsEachTime() throws {
    var tally = Tally()
    for number in 0..<5 {
      var document = Document("One two three four", id: "d\(number)")
      document.trail.append(
        signed(
          TrailEntry(.removed, rule: "r", source: Span(0, 3), measured: Double(number), limit: 7),
          StageReference(id: "s", line: 1)))
      document.trail.append(
        signed(TrailEntry(.removed, rule: "r", source: Span(4, 8)), StageReference(id: "s", line: 1)))
      tally.add(Ending(document)) { "bytes from \($0.start)" }
    }
    let stage = try #require(tally.orderedStages.first)
    #expect(stage.documents == 5 && stage.bytes == 35)
    let rule = try #require(stage.rules.first)
    #expect(stage.rules.count == 1)
    #expect(rule.documents == 5 && rule.decisions == 10 && rule.bytes == 35)
    #expect(rule.examples == ["d0", "d1", "d2"])
    #expect(rule.excerpts == ["bytes from 0", "bytes from 4"])
    #expect(rule.measurements.least == 0 && rule.measurements.greatest == 4)
    #expect(rule.measurements.median == 2 && rule.measurements.limits == 7...7)
  }

  @Test func aStageDecidesNothingOfWhatItsConditionLetsPass() throws {
    var tally = Tally()
    for (number, rule) in ["when.not_met", "r", "when.not_met"].enumerated() {
      var document = Document("One two", id: "d\(number)")
      document.trail.append(signed(TrailEntry(.noted, rule: rule), StageReference(id: "s", line: 1)))
      tally.add(Ending(document))
    }
    let stage = try #require(tally.orderedStages.first)
    #expect(stage.documents == 1 && stage.passedBy == 2)
  }

  @Test func theMiddleOfManyMeasurementsIsNear() throws {
    var measurements = Measurements()
    for value in 0..<100_000 { measurements.add(Double(value), limit: nil) }
    #expect(measurements.least == 0 && measurements.greatest == 99_999)
    let median = try #require(measurements.median)
    #expect(abs(median - 50_000) < 4_000, "\(median)")
  }
}

@Suite struct LineDifferenceTests {
  private func changes(_ old: String, _ new: String) -> [LineDifference.Change]? {
    LineDifference(old, new).changes
  }

  @Test func onlyWhatDiffersIsTold() {
    #expect(changes("a\nb\nc", "a\nb\nc") == [])
    #expect(changes("a\nb\nc", "a\nc") == [.removed("b")])
    #expect(changes("a\nc", "a\nb\nc\nd") == [.added("b"), .added("d")])
    #expect(changes("a\nold\nc", "a\nnew\nc") == [.changed(old: "old", new: "new")])
    #expect(changes("", "x") == [.changed(old: "", new: "x")] || changes("", "x") == [.added("x")])
    #expect(changes("a\n\nb", "a\n\n\nb") == [], "blank lines alone are not worth a line")
  }

  @Test func applyingTheChangesGivesTheNewText() {
    var random = Counted()
    for _ in 0..<300 {
      let old = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
        "\(Int.random(in: 0..<4, using: &random))"
      }
      let new = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
        "\(Int.random(in: 0..<4, using: &random))"
      }
      let found = changes(old.joined(separator: "\n"), new.joined(separator: "\n")) ?? []
      var counts: [String: Int] = [:]
      for line in old { counts[line, default: 0] += 1 }
      for change in found {
        switch change {
        case .removed(let line): counts[line, default: 0] -= 1
        case .added(let line): counts[line, default: 0] += 1
        case .changed(let gone, let come):
          counts[gone, default: 0] -= 1
          counts[come, default: 0] += 1
        }
      }
      var wanted: [String: Int] = [:]
      for line in new { wanted[line, default: 0] += 1 }
      #expect(counts.filter { $0.value != 0 } == wanted, "\(old) → \(new)")
    }
  }

  @Test func ofALongLineThePartIsShownThatChanged() {
    let head = String(repeating: "x", count: 100)
    let change = LineDifference.Change.changed(old: head + "old" + head, new: head + "newer" + head)
    let near = String(repeating: "x", count: 30)
    #expect(change.text(.plain) == ["- …\(near)old\(near)…", "+ …\(near)newer\(near)…"])
  }

  @Test func textsThatAreTooLongToCompareAreNotCompared() {
    let old = (0..<LineDifference.mostLines + 1).map { "a\($0)" }.joined(separator: "\n")
    let new = (0..<LineDifference.mostLines + 1).map { "b\($0)" }.joined(separator: "\n")
    #expect(changes(old, new) == nil)
    #expect(changes(old, old + "\nend") == [.added("end")])
  }
}

@Suite struct ExcerptTests {
  @Test(arguments: [
    ("caf\\u00e9 \\\"x\\\"\\n", "café \"x\"\n"), ("\\ud83d\\ude00", "😀"), ("cut \\u00", "cut \\u00"),
    ("end\\", "end\\"), ("\"a\": \"\\t\"", "\"a\": \"\t\""), ("\\\\n", "\\n"),
  ]) func escapesAreDecodedWhereverAPieceIsCut(_ raw: String, _ wanted: String) {
    #expect(OriginalText.readable(Array(raw.utf8)[...], .record) == wanted)
  }

  @Test(arguments: [
    ("<p>A &amp; B&nbsp;&#8220;c&#x201D;</p>", "A & B “c”"), ("&unknown; &", "&unknown; &"),
    ("<meta content=\"caf&eacute;\">", "café"), ("a < b", "a < b"), ("&#xD800;", "&#xD800;"),
  ]) func aPieceOfAPageIsShownAsText(_ raw: String, _ wanted: String) {
    let found = OriginalText.readable(Array(raw.utf8)[...], .page)
    #expect(found.split(whereSeparator: \.isWhitespace).joined(separator: " ") == wanted)
  }
}

/// Numbers that are the same in every run.
private struct Counted: RandomNumberGenerator {
  private var count = 0

  mutating func next() -> UInt64 {
    count += 1
    return StableHash.of(String(count).utf8)
  }
}
