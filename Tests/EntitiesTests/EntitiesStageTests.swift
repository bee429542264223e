import Copydesk
import CopydeskTesting
import Testing

@testable import Entities

@Suite struct EntitiesStageTests {
  /// Text in the form of scraped news, invented.
  static let article = """
    Published: Mon, April 23, 2018
    Worldwide | By Elin Hargreave

    Syrian troops begin new push in southern Damascus

    President Bashar al-Assad, backed by Iran and Russian Federation, spoke on Friday, UNRWA spokesman Tobin \
    Vance said. The U.S., France and the United Kingdom gave $3.5 million, 12% more than in 2016.

    "Assad has waited since April 14," the Syrian Observatory for Human Rights (SOHR) said. Harbour Bank \
    plc\u{2019}s chief, J. R. Okafor, declined to comment. SOHR didn't.

    Like this:
    """

  @Test func allLabelsAreFoundByDefault() throws {
    var document = Document(Self.article)
    document.published = PublicationDate(iso8601: "2018-04-23")
    let result = try run(EntitiesStage.self, on: document)
    let found = result.entities.map { "\($0.label.rawValue):\(result.text[$0.span])" }
    for wanted in [
      "DATE:Mon, April 23, 2018", "PERSON:Elin Hargreave", "GROUP:Syrian", "PLACE:Damascus",
      "PERSON:Bashar al-Assad",
      "PLACE:Iran", "DATE:Friday", "ORG:UNRWA", "PERSON:Tobin Vance",
      "PLACE:U.S.",
      "PLACE:France", "PLACE:United Kingdom", "MONEY:$3.5 million", "PERCENT:12%", "DATE:2016",
      "PERSON:Assad",
      "DATE:April 14", "ORG:Syrian Observatory for Human Rights", "ORG:SOHR", "ORG:Harbour Bank plc",
      "PERSON:J. R. Okafor",
    ] {
      #expect(found.contains(wanted), "\(wanted) in \(found)")
    }
    #expect(
      result.entities.first { $0.label == .date && result.text[$0.span] == "Friday" }?.value == "2018-04-20")
  }

  @Test func onlyTheLabelsAskedForAreFound() throws {
    let result = try run(EntitiesStage.self, on: Document(Self.article)) { $0.labels = [.place, .percent] }
    #expect(Set(result.entities.map(\.label)) == [.place, .percent])
  }

  @Test func noLabelsAtAllIsAMistake() {
    #expect(throws: InvalidOption.self) {
      try run(EntitiesStage.self, on: Document("x")) { $0.labels = [] }
    }
  }

  @Test func theDefinitionSpellsLabelsInCapitals() {
    let place = SourceLocation(file: "p.yaml", line: 1, column: 1)
    let node = ConfigNode(
      .map([
        .init(
          key: "labels", keyLocation: place,
          value: ConfigNode(
            .list(["PERSON", "DATE"].map { ConfigNode(.scalar($0, isPlain: true), at: place) }), at: place))
      ]),
      at: place)
    var problems: [OptionProblem] = []
    #expect(EntitiesStage.Options.decode(node, &problems)?.labels == [.person, .date])
    #expect(problems.isEmpty)
  }

  @Test func theLongerOfOverlappingFindingsStays() {
    let short = Entity(Span(4, 10), .date)
    let long = Entity(Span(4, 16), .organisation)
    let later = Entity(Span(12, 20), .place)
    #expect(withoutOverlaps([short, long, later]) == [long])
    #expect(withoutOverlaps([short, later]) == [short, later])
    #expect(
      withoutOverlaps([Entity(Span(0, 5), .place), Entity(Span(0, 5), .person)]).map(\.label) == [.place])
  }

  @Test func theNewspaperOutlivesTheWeekdayInIt() throws {
    let result = try run(EntitiesStage.self, on: Document("The editor of the Sunday Times said so."))
    #expect(result.entities.map { result.text[$0.span] } == ["Sunday Times"])
  }

  @Test func thePluginOffersTheStage() {
    #expect(EntitiesPlugin.name == "entities")
    #expect(EntitiesPlugin.components.map { $0.name.rawValue } == ["entities"])
  }
}
