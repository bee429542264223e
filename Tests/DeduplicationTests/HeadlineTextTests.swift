import Copydesk
import CopydeskTesting
import Testing

@testable import Deduplication

/// What the texts under two headlines that are alike have to do with it.
@Suite struct HeadlineTextTests {
  private let tram = """
    Councillors in Lindenhof voted late on Tuesday to build a tram line from the railway station to the new hospital. \
    Mayor Ingrid Solberg called the decision historic; shopkeepers in Mill Street want compensation for the works.
    """
  private let tramElsewhere = """
    The hospital of Lindenhof will get a tram line. After six hours of debate the councillors approved the plan, which \
    costs 410 million. Solberg, who has been mayor since 2014, promised the shopkeepers of Mill Street help.
    """
  private let storm = """
    Fishermen along the northern coast counted their losses after the worst storm in decades. Harbour masters reported \
    forty boats sunk or missing, and insurers expect claims worth several hundred million.
    """
  private let football = """
    Rovers won the derby with a penalty in the last minute. Goalkeeper Hansen saved twice before half-time, and the \
    supporters celebrated until the floodlights went out.
    """
  private let series = "The news of the day in short"

  @Test func unrelatedTextsUnderOneHeadlineAreDifferentDocuments() throws {
    let documents = [article("a", series, tram), article("b", series, storm), article("c", series, football)]
    #expect(try repeated(DedupeHeadlines.self, documents) == [nil, nil, nil])
    #expect(try repeated(DedupeHeadlines.self, documents) { $0.textOverlap = 0 } == [nil, "a", "a"])
  }

  @Test func aRewriteOfAStoryUnderItsHeadlineIsADuplicate() throws {
    let title = "Lindenhof backs tram line to the hospital"
    let documents = [article("a", title, tram), article("b", title, tramElsewhere)]
    #expect(try repeated(DedupeHeadlines.self, documents) == [nil, "a"])
    #expect(try repeated(DedupeHeadlines.self, documents) { $0.textOverlap = 0.9 } == [nil, nil])
  }

  @Test func aRewriteIsFoundAmongOthersUnderTheSameHeadline() throws {
    let documents = [
      article("a", series, storm), article("b", series, tram), article("c", series, football),
      article("d", series, tramElsewhere),
    ]
    #expect(try repeated(DedupeHeadlines.self, documents) == [nil, nil, nil, "b"])
  }

  @Test func theHeadlinesOwnWordsDoNotMakeTextsAlike() throws {
    let title = "Internet Archive Forums: View Post"
    let page = "Internet Archive Forums. View Post. Internet Archive Forums: reply to this post. "
    let documents = [article("a", title, page + tram), article("b", title, page + storm)]
    #expect(try repeated(DedupeHeadlines.self, documents) == [nil, nil])
  }

  @Test func aTextThatSaysTooLittleIsAsItsHeadlineIs() throws {
    for text in ["", "Body.", "More soon.", "速報"] {
      let documents = [article("a", series, tram), article("b", series, text)]
      #expect(try repeated(DedupeHeadlines.self, documents) == [nil, "a"])
    }
  }

  @Test func textsWithoutBlanksAreComparedByTheirIdeographs() throws {
    let bridge = "市議会は火曜日、川に架かる古い橋を冬の前に改修することを決定した。商店街の店主は客足の減少を心配している。"
    let bridgeElsewhere = "古い橋の改修が決定した。市議会の火曜日の採決による。商店街の店主らは補償を求める。"
    let weather = "台風は日曜日に九州地方へ上陸し、強風で漁船が沈没した。気象庁は大雨への警戒を呼びかけた。"
    let title = "今日のニュース速報まとめ"
    let documents = [
      article("a", title, bridge), article("b", title, weather), article("c", title, bridgeElsewhere),
    ]
    #expect(try repeated(DedupeHeadlines.self, documents) == [nil, nil, "a"])
  }

  @Test func aSeriesThatIsToldInTheSameWordsIsToldApartByItsNumbers() throws {
    func report(_ points: String, _ share: String, _ price: String) -> String {
      "Shares in Lindenhof closed \(points) points higher on Monday, led by Meridian, which rose \(share) percent after its "
        + "results. The price of copper reached \(price) a tonne, dealers said, and trading was thin before the holiday."
    }
    let title = "Stock market today: closing report"
    let reports = [
      report("412", "3.7", "8,655"), report("96", "1.2", "8,790"), report("412", "3.7", "8,655"),
    ]
    let documents = zip(["a", "b", "c"], reports).map { article($0, title, $1) }
    #expect(try repeated(DedupeHeadlines.self, documents) == [nil, nil, "a"])
    // One number that was put right does not make another story of it.
    let corrected = article("d", title, report("413", "3.7", "8,655"))
    #expect(try repeated(DedupeHeadlines.self, [documents[0], corrected]) == [nil, "a"])
  }

  @Test func textsThatTellOfOtherNumbersAreOfASeriesHoweverLittleTheyHaveInCommon() throws {
    let title = "Council meeting minutes: Harwick Town Council"
    let monday = """
      Twelve houses at Mill Lane were approved by 9 votes to 4 after Councillor Dunmore withdrew his objection. The \
      playground inspection found 3 defects, and the swings stay closed. A grant of 500 pounds goes to the brass band. \
      Members heard a report on parking meters and asked the clerk for figures.
      """
    let tuesday = """
      Plans for a petrol station were refused by 11 votes to 2 after residents spoke about noise and traffic. The library \
      roof has cost 84,000 pounds, twice the estimate. Councillor Abbas resigned from the harbour committee. Members asked \
      the clerk to write to the ferry company about 6 cancelled sailings.
      """
    #expect(
      try repeated(DedupeHeadlines.self, [article("a", title, monday), article("b", title, tuesday)]) == [
        nil, nil,
      ])
  }

  @Test func textsThatTellOfOtherPeopleAreOfASeries() throws {
    func report(_ names: [String]) -> String {
      "Magistrates heard that \(names[0]) was fined for speeding along the coast road, that \(names[1]) admitted stealing "
        + "cosmetics from a chemist, and that \(names[2]) lost a licence for driving while drunk. A case was adjourned."
    }
    let title = "Harwick magistrates: the results of the week"
    let (a, b) = (
      report(["Peter Lange", "Victor Crane", "Gordon Piker"]),
      report(["Margot Reeds", "Albert Holts", "Leonard Marsh"])
    )
    let other = b.replacing(
      "fined for speeding along the coast road", with: "warned after shouting at neighbours"
    )
    .replacing("cosmetics from a chemist", with: "bicycles outside the library")
    #expect(
      try repeated(DedupeHeadlines.self, [article("a", title, a), article("b", title, other)]) == [nil, nil])
    #expect(
      try repeated(DedupeHeadlines.self, [article("a", title, a), article("b", title, a)]) == [nil, "a"])
  }

  @Test func aTextOfTheNextDayIsADuplicateOnlyWhereItIsNearlyTheSame() throws {
    let title = "Your horoscope for today by Madame Vera"
    let monday =
      "Aries: a letter brings news from an old friend. Taurus: money matters need your attention. "
      + "Gemini: do not sign anything today. Cancer: evenings bring comfort and laughter."
    let tuesday =
      "Aries: a quarrel clears the air with a friend. Taurus: travel brings luck and money. "
      + "Gemini: sign the contract before evening. Cancer: colleagues bring flowers and laughter."
    let documents = [
      article("a", title, monday, on: "2024-03-04"), article("b", title, tuesday, on: "2024-03-05"),
    ]
    #expect(try repeated(DedupeHeadlines.self, documents) == [nil, nil])
    let copy = article("b", title, monday + " Leo: rest.", on: "2024-03-05")
    #expect(try repeated(DedupeHeadlines.self, [documents[0], copy]) == [nil, "a"])
  }

  @Test func whatTellsTheHeadlinesStoryIsADuplicateOfTheNextDayToo() throws {
    let title = "Lindenhof backs tram line to the hospital"
    let documents = [
      article("a", title, tram, on: "2024-03-04"), article("b", title, tramElsewhere, on: "2024-03-05"),
    ]
    #expect(try repeated(DedupeHeadlines.self, documents) == [nil, "a"])
  }

  @Test func oneNumberThatIsAnotherOnTheNextDayIsNews() throws {
    let title = "Covid in Harwick: the figures for today"
    func figures(_ number: String, on day: String) -> Document {
      article(
        number, title,
        "The county reported \(number) new cases, the health board said; the hospital has beds free.", on: day
      )
    }
    #expect(
      try repeated(
        DedupeHeadlines.self, [figures("120", on: "2024-03-04"), figures("340", on: "2024-03-05")]) == [
          nil, nil,
        ])
  }

  @Test func textsThatSpeakOfOtherDaysOfTheWeekAreOfASeries() throws {
    let title = "Weather forecast for the north coast"
    let monday =
      "Monday: sunny spells with light winds from the west. Temperatures reaching 17 degrees. Rain later in the "
      + "evening along the coast. Outlook: unsettled with showers."
    let tuesday =
      "Tuesday: cloudy with strong winds from the north. Temperatures reaching 12 degrees. Hail later in the "
      + "evening inland. Outlook: dry with frost."
    #expect(
      try repeated(DedupeHeadlines.self, [article("a", title, monday), article("b", title, tuesday)]) == [
        nil, nil,
      ])
    #expect(
      try repeated(
        DedupeHeadlines.self,
        [
          article("a", title, monday),
          article("b", title, tuesday.replacing("Tuesday", with: "Monday").replacing("12", with: "17")),
        ]
      ) == [nil, "a"])
  }

  @Test func theTrailTellsWhatTheTextsHaveInCommon() throws {
    let title = "Lindenhof backs tram line to the hospital"
    let results = try run(
      DedupeHeadlines.self,
      on: [article("a", title, tram), article("b", title, tramElsewhere), article("c", title, "Soon.")])
    let note = try #require(results[1].trail.entries.first { $0.rule == "headline.text" })
    #expect(note.reference == "a" && note.limit == 0.07)
    #expect(note.measured.map { $0 >= 0.07 && $0 < 0.5 } ?? false)
    #expect(results[2].trail.entries.map(\.rule) == ["headline.short", "headline.same"])
    let known = Set(DedupeHeadlines.rules.map(\.name))
    #expect(results.flatMap(\.trail.entries).allSatisfy { known.contains($0.rule) })
  }

  @Test(arguments: 995...1005) func aTextIsNotCutWithinACharacter(before: Int) throws {
    let text = String(String(repeating: tram + " ", count: 9).prefix(before)) + "速報é𝄞 " + tram
    let opening = OpeningWords.opening(of: Text(text))
    #expect(opening.count <= OpeningWords.mostBytes && opening.count > OpeningWords.mostBytes - 4)
    #expect(String(validating: opening, as: UTF8.self) != nil)
    let documents = [article("a", series, text), article("b", series, text), article("c", series, storm)]
    #expect(try repeated(DedupeHeadlines.self, documents) { $0.textOverlap = 0.5 } == [nil, "a", nil])
  }

  @Test func aWordTellsFromFiveLettersOnInAnyScript() {
    func count(_ text: String) -> Int {
      OpeningWords(Array(text.utf8), without: HeadlineWords(Headline("Morning edition of the paper")!.full))
        .hashes.count
    }
    #expect(count("мост река") == 0)
    #expect(count("мосты реки дождь") == 2)
    #expect(count("tram trams") == 1)
    #expect(count("다리 공사 시작") == 3)
  }

  @Test func anEditedHeadlineOverAnotherTextIsAnotherDocument() throws {
    let (a, b) = ("Internet Archive Forums: View Post", "Internet Archive Forums: View Posts")
    #expect(
      try repeated(DedupeHeadlines.self, [article("a", a, tram), article("b", b, storm)]) == [nil, nil])
    let results = try run(DedupeHeadlines.self, on: [article("a", a, tram), article("b", b, tramElsewhere)])
    #expect(results[1].duplicateOf == "a")
    // It is not the same headline, so nothing tells that it is.
    #expect(results[1].trail.entries.last?.rule == "headline.near")
    #expect(results[1].trail.entries.last?.measured == 0.99)
  }

  @Test func aDocumentThatGoesForItsTextTakesNoOtherWithIt() throws {
    // B repeats A's text, C stands under B's headline.
    let documents = [
      article("a", "Council votes for a tram line", tram), article("b", series, tram),
      article("c", series, storm),
    ]
    let headlines = try run(DedupeHeadlines.self, on: documents)
    let results = try run(DedupeDocuments.self, on: headlines.filter(\.verdict.isKept))
    #expect(results.filter(\.verdict.isKept).map(\.id) == ["a", "c"])
  }

  @Test func ofOneHeadlineTheLatestFewAreLookedAt() throws {
    var index = try HeadlineIndex(memory: 1 << 20)
    let headline = try #require(Headline(series))
    let keys = try #require(HeadlineKeys(headline, minWords: 4, published: nil))
    for number in 0..<100 { try index.insert("\(number)", keys, Text("Text \(number).")) }
    var asked = 0
    let first = try index.first(with: keys) { _ in
      asked += 1
      return false
    }
    #expect(first == nil && asked == TagTable.mostPerTag)
    #expect(try index.first(with: keys) { _ in true } == "92")
  }

  @Test func theBoundOnMemoryDoesNotChangeWhatIsFound() throws {
    var narrow = try HeadlineIndex(memory: 0)
    var wide = try HeadlineIndex(memory: 1 << 30)
    let plan = SimilarHeadlines.plan(similarity: 0.8)
    let hasher = MinHasher(count: plan.bands * plan.rows, seed: 1)
    var generator = SeededGenerator(seed: 9)
    let words = "harbour ledger orchard signal quarry lantern meadow turbine archive granite ferry beacon"
      .split(
        separator: " ")
    var found = 0
    for number in 0..<12_000 {
      let chosen = (0..<6).map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
      let headline = try #require(Headline(chosen + (number % 5 == 0 ? " - Courier" : "")))
      let date = PublicationDate(year: 2024, month: 3, day: Int.random(in: 1...28, using: &generator))
      let keys = try #require(
        HeadlineKeys(
          headline, minWords: 4, published: number % 7 == 0 ? nil : date, similar: (plan, hasher)))
      let accepts = { (place: UInt32) in place % 3 != 0 }
      let first = try narrow.first(with: keys, where: accepts)
      #expect(try first == wide.first(with: keys, where: accepts))
      let near = try narrow.similar(to: keys, atLeast: 0.8, where: accepts)
      let other = try wide.similar(to: keys, atLeast: 0.8, where: accepts)
      #expect(near?.id == other?.id && near?.similarity == other?.similarity)
      if first != nil || near != nil { found += 1 }
      try narrow.insert("\(number)", keys, Text("Text."))
      try wide.insert("\(number)", keys, Text("Text."))
    }
    #expect(found > 1000 && narrow.memory < 1 << 20 && wide.memory > narrow.memory)
  }
}
