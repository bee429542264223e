import Copydesk
import CopydeskTesting
import Testing

@testable import Entities

@Suite struct PropertyTests {
  /// Words, marks and figures that rules look at, to be thrown together at random.
  private static let pieces = """
    President Bashar al-Assad Assad Syrian Syria U.S. Ministry of Health the and for Bank plc & J. R.
    Okafor said , . ( ) SOHR AFP WHO IS May March 5 23 2018 2018-04-23 April Monday last week $ € 3.5
    million percent % per cent - – 's ’s People Lake Zorvath Valley van der bin in near Jordan Smith
    Université Świątek 東京 Łódź Ünal "quoted" ’ ' dollars half a US$ 12-15 40m I A The Muslim Inc. Gen.
    spokesman , 45 , who http://a.b/C x@y.Z — … \u{0301} 🎶
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private static func randomText(_ generator: inout SeededGenerator) -> String {
    let separators = [" ", " ", " ", " ", "", "\n", "\n\n", "\u{A0}"]
    return (0..<Int.random(in: 0...60, using: &generator)).map { _ in
      (pieces.randomElement(using: &generator) ?? "") + (separators.randomElement(using: &generator) ?? "")
    }.joined()
  }

  private func check(_ document: Document) {
    let text = document.text
    let starts = Set(text.tokens.map(\.start))
    let ends = Set(text.tokens.map(\.end))
    var last = 0
    for entity in document.entities {
      #expect(entity.span.start >= last && entity.span.end <= text.count && !entity.span.isEmpty)
      #expect(starts.contains(entity.span.start) && ends.contains(entity.span.end))
      let string = text[entity.span]
      #expect(string.first?.isWhitespace == false && string.last?.isWhitespace == false)
      if [.person, .organisation, .place, .group].contains(entity.label) {
        #expect(!string.hasSuffix("'s") && !string.hasSuffix("’s"))
      }
      last = entity.span.end
    }
  }

  @Test func spansAreSortedApartAndOnTokens() throws {
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<1500 {
      var document = Document(Self.randomText(&generator))
      document.published = PublicationDate(iso8601: "2018-04-23")
      check(try run(EntitiesStage.self, on: document))
    }
  }

  @Test func theSameTextGivesTheSameEntities() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let string = Self.randomText(&generator)
      let first = try run(EntitiesStage.self, on: Document(string)).entities
      #expect(try run(EntitiesStage.self, on: Document(string)).entities == first)
    }
  }

  @Test func manyThreadsFindTheSame() async throws {
    let expected = try run(EntitiesStage.self, on: Document(EntitiesStageTests.article)).entities
    await withTaskGroup(of: [Entity]?.self) { group in
      for _ in 0..<16 {
        group.addTask { try? run(EntitiesStage.self, on: Document(EntitiesStageTests.article)).entities }
      }
      for await entities in group { #expect(entities == expected) }
    }
  }

  @Test(arguments: [
    "", " ", "word", "Syria", "...", "!?—()&'’\"", "$", "%", "US$", "’s", "'s", "-", "of", "Ministry of",
    "Ministry of the",
    "President", "Lake", "Gulf of", "J.", "$ 5 million", "May", "last", "the", "5", "2018", "1990s",
    "in 2018", "東京は日本の首都です。",
    "A & B & C", "(SOHR)", "Secretary of State", "half a", "12 per", "12 -", "on April", "\u{FEFF}", "🎶🎶",
  ])
  func oddTextsAreTaken(text: String) throws {
    check(try run(EntitiesStage.self, on: Document(text)))
  }

  @Test(arguments: ["a", "A", "1", "$", "東", ".", "'", "A.", "A&", "Al-"])
  func aMegabyteWithoutASpaceIsTaken(piece: String) throws {
    check(
      try run(EntitiesStage.self, on: Document(String(repeating: piece, count: 1_000_000 / piece.utf8.count)))
    )
  }

  @Test(arguments: [
    "Zorvath ", "President ", "of ", "Ministry of ", "and ", "Bank ", "United ", "Prime ", "$5 million ",
    "May 5, ", "million ",
    "five ", "New York ", "van ", "Assad said. ", "Mr. Holm met Anna Holm. ", "10:30 ", "40 km ", "a@b.org ",
    "+44 20 ", "x.com/", "al-", "Bank of the Ministry for and ", "A & ", "Maria ",
  ])
  func aLongRunOfOneKindOfWordTakesLinearTime(piece: String) throws {
    check(try run(EntitiesStage.self, on: Document(String(repeating: piece, count: 20_000))))
  }
}
