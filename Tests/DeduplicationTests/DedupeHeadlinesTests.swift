import Copydesk
import CopydeskTesting
import Testing

@testable import Deduplication

@Suite struct DedupeHeadlinesTests {
  private let headline = "Council backs $410 million tram line to the hospital"

  @Test func aLaterDocumentUnderTheSameHeadlineNamesTheFirst() throws {
    let results = try run(
      DedupeHeadlines.self,
      on: [
        article("a", headline, "One."), article("b", "\(headline.uppercased()) | Courier", "Two."),
        article("c", "Another headline about something else"), article("d", "BREAKING: \(headline)", "Four."),
      ])
    #expect(results.map(\.duplicateOf) == [nil, "a", nil, "a"])
    #expect(results[1].verdict == .duplicate(of: "a", similarity: 1))
    #expect(results[1].trail.entries.last?.rule == "headline.same")
    #expect(results[1].trail.entries.last?.reference == "a")
    #expect(results[0].verdict.isKept && results[2].verdict.isKept)
  }

  @Test func aMarkedDuplicateStays() throws {
    let results = try run(DedupeHeadlines.self, on: [article("a", headline), article("b", headline)]) {
      $0.action = .mark
    }
    #expect(results[1].verdict.isKept)
    #expect(results[1].duplicateOf == "a")
  }

  @Test func acrossCanBeSwitchedOff() throws {
    let documents = [article("a", headline, "\(headline)\n\nBody."), article("b", headline)]
    let results = try run(DedupeHeadlines.self, on: documents) { $0.across = false }
    #expect(results.map(\.duplicateOf) == [nil, nil])
    #expect(results[0].text.string == "Body.")
  }

  @Test func aHeadlineLiftedFromTheTextIsCompared() throws {
    let documents = [article("a", headline), article("b", nil, "\(headline)\n\n\(headline)\n\nBody.")]
    #expect(try repeated(DedupeHeadlines.self, documents) == [nil, "a"])
  }

  @Test(arguments: ["Correction", "Morning briefing", "What we know | Courier"])
  func shortHeadlinesAreNotCompared(_ title: String) throws {
    let documents = [article("a", title), article("b", title)]
    #expect(try repeated(DedupeHeadlines.self, documents) == [nil, nil])
    #expect(try repeated(DedupeHeadlines.self, documents) { $0.minWords = 1 } == [nil, "a"])
  }

  @Test func documentsWithoutAHeadlineAreNotCompared() throws {
    #expect(
      try repeated(DedupeHeadlines.self, [article("a", nil), article("b", nil), article("c", "")]) == [
        nil, nil, nil,
      ])
  }

  @Test func aHeadlineThatComesBackLaterIsNoDuplicate() throws {
    let documents = [
      article("a", headline, on: "2018-05-01"), article("b", headline, on: "2018-05-02"),
      article("c", headline, on: "2018-05-03"), article("d", headline, on: "2018-06-01"),
      article("e", headline, on: "2018-05-31"), article("f", headline),
      article("g", headline, on: "2018-04-30"),
    ]
    #expect(try repeated(DedupeHeadlines.self, documents) == [nil, "a", nil, nil, "d", "a", "a"])
    #expect(
      try repeated(DedupeHeadlines.self, documents) { $0.sameDay = false } == [
        nil, "a", "a", "a", "a", "a", "a",
      ])
  }

  @Test func aDocumentWithoutADateFitsAnyOther() throws {
    let documents = [article("a", headline), article("b", headline, on: "2018-05-02")]
    #expect(try repeated(DedupeHeadlines.self, documents) == [nil, "a"])
    #expect(try repeated(DedupeHeadlines.self, documents.reversed()) == [nil, "b"])
  }

  @Test func aPossibleSiteIsOnlyLeftOutOfAccountAgainstAHeadlineWithoutOne() throws {
    let (may, corbyn, plain) = (
      "Vote on deal is off - May", "Vote on deal is off - Corbyn", "Vote on deal is off"
    )
    #expect(try repeated(DedupeHeadlines.self, [article("a", may), article("b", corbyn)]) == [nil, nil])
    #expect(try repeated(DedupeHeadlines.self, [article("a", may), article("b", plain)]) == [nil, "a"])
    #expect(
      try repeated(DedupeHeadlines.self, [article("a", plain), article("b", may), article("c", corbyn)])
        == [nil, "a", "a"])
  }

  @Test func storiesWithASharedBeginningAreDifferent() throws {
    let documents = [
      article("a", headline), article("b", headline + " by one vote"), article("c", "Council backs…"),
    ]
    #expect(try repeated(DedupeHeadlines.self, documents) == [nil, nil, nil])
  }

  /// What the runner relies on: `prepare` may run in any order as long as `commit` does not.
  @Test func theOrderOfPreparationDoesNotMatter() throws {
    var random = SeededGenerator(seed: 11)
    let stage = try DedupeHeadlines(options: .init(), context: StageContext())
    let documents = randomDocuments(&random)
    let wanted = try run(DedupeHeadlines.self, on: documents).map(\.duplicateOf)
    #expect(Set(wanted).count > 5)
    for _ in 0..<5 {
      var changed = documents
      var prepared = [HeadlineKeys?](repeating: nil, count: documents.count)
      for index in documents.indices.shuffled(using: &random) {
        prepared[index] = try stage.prepare(&changed[index])
      }
      var index = try stage.makeState()
      for position in changed.indices { try stage.commit(&changed[position], prepared[position], &index) }
      #expect(changed.map(\.duplicateOf) == wanted)
    }
  }

  @Test func nothingIsDroppedWithoutAnEarlierDocumentThatStaysUnderTheSameHeadline() throws {
    var random = SeededGenerator(seed: 13)
    var dated = 0
    for _ in 0..<20 {
      let results = try run(DedupeHeadlines.self, on: randomDocuments(&random))
      var kept: [String: Document] = [:]
      for document in results {
        guard let other = document.duplicateOf else {
          kept[document.id] = document
          continue
        }
        let first = try #require(kept[other])
        #expect(same(first.title ?? "", document.title ?? ""))
        if let a = first.published, let b = document.published {
          #expect(abs(a.dayNumber - b.dayNumber) <= 1)
          dated += 1
        }
      }
    }
    #expect(dated > 0)
  }

  private func randomDocuments(_ random: inout SeededGenerator) -> [Document] {
    let titles = [
      "Council backs tram line", "Council backs tram line | Courier", "Council backs tram line - Meridian",
      "Council backs tram line - May", "UPDATE 1-Council backs tram line", "Morning briefing",
      "Oil falls on supply fears", "Oil falls on supply fears…", "",
    ]
    return (0..<60).map { number in
      let day = Int.random(in: 0...9, using: &random)
      return article(
        "\(number)", titles.randomElement(using: &random), on: day == 0 ? nil : "2018-05-0\(day)")
    }
  }
}
