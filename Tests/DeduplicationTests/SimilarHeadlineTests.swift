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

  @Test(arguments: [
    ("Council votes for new harbour road", "Council votes against new harbour road"),
    ("Court says mayor is guilty of bribery", "Court says mayor is not guilty of bribery"),
    ("Ferry to Orrin Islands is safe, inspectors say", "Ferry to Orrin Islands is not safe, inspectors say"),
    ("Council votes with Greens on harbour road", "Council votes without Greens on harbour road"),
    (
      "Prices to go up before the harbour festival in May",
      "Prices to go down before the harbour festival in May"
    ),
    ("Mayor did take bribe, says the Harwick court", "Mayor didn't take bribe, says the Harwick court"),
    (
      "Union of harbour workers in Harwick accepts the pay offer from Lorn Mining",
      "Union of harbour workers in Harwick rejects the pay offer from Lorn Mining"
    ),
    ("Second suspect held in Harwick murder case", "Suspect held in Harwick murder case"),
    (
      "Gericht: Bürgermeister ist schuldig der Bestechung",
      "Gericht: Bürgermeister ist nicht schuldig der Bestechung"
    ),
    ("Kein Hafen für Lindenau und die Küste beschlossen", "Hafen für Lindenau und die Küste beschlossen"),
    (
      "Le maire de Harwick est coupable de corruption", "Le maire de Harwick n'est pas coupable de corruption"
    ),
    ("El alcalde de Harwick es culpable de corrupción", "El alcalde de Harwick no es culpable de corrupción"),
    ("Мэр города признан виновным во взятке судом", "Мэр города не признан виновным во взятке судом"),
    ("市议会批准在哈维克港建造新桥", "市议会不批准在哈维克港建造新桥"),
  ])
  func theContraryIsAnotherStory(_ a: String, _ b: String) throws {
    #expect(similarity(a, b) == 0 && similarity(b, a) == 0)
    let text =
      "Engineers want to widen the western road along the river, and campaigners gathered with banners."
    #expect(
      try repeated(DedupeHeadlines.self, [article("a", a, text), article("b", b, text)]) == [nil, nil])
  }

  @Test func aWordThatIsExchangedForOneOfTheSameSenseTurnsNothing() {
    #expect(
      similarity(
        "Shares in Lorn Mining fall on fears for harbour contract in Harwick",
        "Shares in Lorn Mining drop on fears for harbour contract in Harwick") >= 0.7)
    #expect(
      similarity(
        "Mayor of Harwick does not have a majority for the new harbour road",
        "Mayor of Harwick has no majority for the new harbour road") > 0)
    #expect(
      similarity(
        "Mayor does not rule out vote on harbour road", "Mayor does not rule out a vote on the harbour road")
        >= 0.8)
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
