import Copydesk
import CopydeskTesting
import Testing

@testable import Deduplication

@Suite struct SimilarHeadlineTests {
  private func similarity(_ a: String, _ b: String) -> Double {
    guard let a = Headline(a), let b = Headline(b) else { return 0 }
    return HeadlineWords(a.full).similarity(to: HeadlineWords(b.full))
  }

  @Test(arguments: [
    ("Council backs tram line to the harbour hospital", "Council backs a tram line to harbour hospital"),
    ("Council backs tram line to harbour hospital", "Council backing tram lines to harbour hospital"),
    (
      "Ministers agree on rescue fund for northern ports",
      "Ministers agree rescue fund for northern ports: report"
    ),
  ])
  func anEditedHeadlineIsTheSame(_ a: String, _ b: String) throws {
    #expect(similarity(a, b) >= 0.8 && similarity(b, a) == similarity(a, b))
    let results = try run(DedupeHeadlines.self, on: [article("a", a), article("b", b)])
    #expect(results[1].duplicateOf == "a")
    #expect(results[1].trail.entries.last?.rule == "headline.near")
    #expect(results[1].trail.entries.last?.measured == min(0.99, similarity(a, b)))
    #expect(
      try repeated(DedupeHeadlines.self, [article("a", a), article("b", b)]) { $0.similarity = 1 } == [
        nil, nil,
      ])
  }

  @Test(arguments: [
    ("Storm kills 12 in harbour towns along the coast", "Storm kills 21 in harbour towns along the coast"),
    ("Harbour City beats Northern Rovers", "Northern Rovers beats Harbour City"),
    ("Council backs tram line to harbour hospital", "Council rejects tram line to harbour"),
    ("Council backs tram line", "Voters back mayor"),
  ])
  func anotherStoryIsNot(_ a: String, _ b: String) throws {
    #expect(similarity(a, b) < 0.8)
    #expect(try repeated(DedupeHeadlines.self, [article("a", a), article("b", b)]) == [nil, nil])
  }

  @Test func anEditedHeadlineOnAnotherDayIsAnotherStory() throws {
    let (a, b) = (
      "Council backs tram line to harbour hospital",
      "Council backs a tram line to the harbour hospital, again"
    )
    let far = [article("a", a, on: "2020-01-01"), article("b", b, on: "2020-03-01")]
    #expect(try repeated(DedupeHeadlines.self, far) { $0.similarity = 0.7 } == [nil, nil])
    let near = [article("a", a, on: "2020-01-01"), article("b", b, on: "2020-01-02")]
    #expect(try repeated(DedupeHeadlines.self, near) { $0.similarity = 0.7 } == [nil, "a"])
  }
}
