import Copydesk
import CopydeskTesting
import Testing

@testable import Entities

@Suite struct ShippedModelTests {
  @Test func theWeightsAreAModelOfThisVersion() throws {
    let model = try #require(ShippedWeights.model)
    #expect(model.sequence.objective == .conditionalLikelihood)
    let labels = Set(model.labels)
    for wanted in [Entity.Label.person, .organisation, .place, .group] { #expect(labels.contains(wanted)) }
    #expect(model.sequence.byteCount < 11_000_000)
  }

  @Test func theClustersKnowWordsThatStandForTheSame() throws {
    let clusters = try #require(ShippedWeights.clusters)
    func classes(_ word: String) -> WordClusters.Classes {
      clusters.classes(of: clusters.vector(hash: WordClusters.hash(word.utf8)))
    }
    #expect(classes("Damascus").vector != 0 && classes("Zqxvkj") == WordClusters.Classes())
    #expect(classes("Tuesday").fine == classes("Wednesday").fine)
    #expect(classes("Tuesday").coarse != classes("potatoes").coarse)
  }

  @Test func bytesThatAreNoClustersAreRefused() {
    for bytes in [
      [], Array("CDWC".utf8), Array("CDWC\u{1}\0\u{4}\0\u{2}\0\0\0".utf8), [UInt8](repeating: 1, count: 64),
    ] {
      bytes.withUnsafeBytes { #expect(WordClusters(permanentMemory: $0) == nil) }
    }
  }

  /// Sentences in the manner of newswire, invented.
  @Test(arguments: [
    (
      "Prime Minister Lars Quenneville will meet French officials in Paris on Monday.",
      ["PERSON:Lars Quenneville", "GROUP:French", "PLACE:Paris"]
    ),
    ("The United Nations said its envoy left for Kabul.", ["ORG:United Nations", "PLACE:Kabul"]),
    ("The ministry in Islamabad denied the report.", ["PLACE:Islamabad"]),
    (
      "Chinese troops crossed into India, said Anders Holm, a spokesman.",
      ["GROUP:Chinese", "PLACE:India", "PERSON:Anders Holm"]
    ),
    ("DAMASCUS BLAST KILLS SIX", ["PLACE:DAMASCUS"]),
    ("Iran\u{2019}s president and Iraq's cabinet agreed.", ["PLACE:Iran", "PLACE:Iraq"]),
  ])
  func namesInNewsAreFound(text: String, wanted: [String]) throws {
    let result = try run(EntitiesStage.self, on: Document(text)) {
      $0.labels = [.person, .organisation, .place, .group]
    }
    let found = result.entities.map { "\($0.label.rawValue):\(result.text[$0.span])" }
    for name in wanted { #expect(found.contains(name), "\(name) in \(found)") }
  }

  @Test func aSignAloneIsNoName() throws {
    let result = try run(
      EntitiesStage.self,
      on: Document(
        "The plan is gone. Aaron Sarkasian (@asarkasian) September 27, 2016"))
    let found = result.entities.map { result.text[$0.span] }
    #expect(found.contains("Aaron Sarkasian") && !found.contains("@"), "\(found)")
  }

  @Test(arguments: [
    "Trump met Merkel in Berlin.", "Biden met Trump on Monday.", "Macron called Trump after the vote.",
    "The lawyer of Trump denied the claims.", "Trump won the election.",
    "Supporters cheered as DeSantis arrived.",
    "Critics of Maduro say the plan will not work.",
    "Trump's lawyers said Trump administration officials knew.",
  ])
  func aWellKnownSurnameByItselfIsAPerson(_ text: String) throws {
    let result = try run(EntitiesStage.self, on: Document(text)) { $0.minConfidence = 0.2 }
    let known = ["Trump", "Merkel", "Biden", "Macron", "DeSantis", "Maduro"]
    let wanted = Text(text).tokens.map { Text(text)[$0.span] }.filter(known.contains)
    let persons = result.entities.filter { $0.label == .person }.map { result.text[$0.span] }
    #expect(persons.filter(known.contains) == wanted, "\(result.entities)")
  }

  @Test(arguments: [
    ("The Trump Organization said so.", "Trump Organization", Entity.Label.organisation),
    ("He lives in Trump Tower.", "Trump Tower", .place), ("He was born in Clinton, Iowa.", "Clinton", .place),
  ])
  func aNameThatGoesOnOrStandsWhereAPlaceDoesStaysWhatItIs(
    _ text: String, _ name: String, _ label: Entity.Label
  ) throws {
    let result = try run(EntitiesStage.self, on: Document(text))
    #expect(result.entities.contains { result.text[$0.span] == name && $0.label == label })
  }

  @Test func amountsInOtherLanguagesAreNoPersons() throws {
    let text = """
      Der Stadtrat bewilligte 410 Millionen Euro für die Brücke, sagte Bürgermeisterin Jana Keller. Millionen Euro \
      fehlen noch. Zwei Milliarden Dollar, hieß es, kostet die Bahn.
      """
    let result = try run(EntitiesStage.self, on: Document(text)) { $0.labels = [.person] }
    let persons = result.entities.map { result.text[$0.span] }
    #expect(persons.contains("Jana Keller"))
    #expect(!persons.contains { $0.contains("Euro") || $0.contains("Dollar") }, "\(persons)")
  }

  @Test(arguments: [
    "Attorney General", "Solicitor General", "Secretary General", "Vice President", "Deputy Prime Minister",
    "Acting President", "First Lady", "Shadow Chancellor", "Lord Mayor", "Governor General",
    "Lieutenant General",
    "House Speaker", "Crown Prince", "Vice Admiral", "Secretary of Defense", "then-Secretary of State",
    "Prime Minister",
  ])
  func aTitleIsFoundAsAWhole(_ title: String) throws {
    for (name, rest) in [
      ("Loretta Marsh", "said that the talks would go on in Geneva."),
      ("Hillary Marsh", "met envoys on Monday."),
    ] {
      let text = "On Monday \(title) \(name) \(rest)"
      let result = try run(EntitiesStage.self, on: Document(text)) { $0.labels = [.person, .organisation] }
      #expect(result.entities.map { result.text[$0.span] } == [name])
      #expect(result.entities.map(\.title) == [title])
    }
  }

  @Test(arguments: [
    ("Under Mr Tellik's tenure at the company, which began in January, sales rose.", "Mr"),
    ("White House Press Secretary Sean Spill announced that it was sold.", "Press Secretary"),
  ])
  func aTitleHasNoWordsThatAreNoneOfIt(_ text: String, _ title: String) throws {
    let result = try run(EntitiesStage.self, on: Document(text)) { $0.labels = [.person] }
    #expect(result.entities.map(\.title) == [title])
  }

  @Test(arguments: [
    (
      "Secretary of State Antonia Blenkov arrived in Kyiv. She left.",
      ["PERSON:Antonia Blenkov", "PLACE:Kyiv"]
    ),
    ("The CIA and The Washington Post declined to comment.", ["ORG:CIA", "ORG:Washington Post"]),
    (
      "Shares in Marks & Spencer and Johnson & Johnson rose.",
      ["ORG:Marks & Spencer", "ORG:Johnson & Johnson"]
    ),
  ])
  func namesAreJoinedAndPartedWhereTheirWordsSaySo(_ text: String, _ wanted: [String]) throws {
    let result = try run(EntitiesStage.self, on: Document(text)) {
      $0.labels = [.person, .organisation, .place]
    }
    #expect(result.entities.map { "\($0.label.rawValue):\(result.text[$0.span])" } == wanted)
  }

  @Test func anOfficeIsTheTitleOfWhoHoldsIt() throws {
    let result = try run(
      EntitiesStage.self, on: Document("U.S. Secretary of State Marta Rubinov spoke to reporters."))
    #expect(result.entities.first { $0.label == .person }?.title?.hasSuffix("Secretary of State") ?? false)
  }

  @Test func aTitleStandsApartFromTheName() throws {
    let result = try run(
      EntitiesStage.self, on: Document("President Bashar al-Assad met Mr. Holm in Damascus."))
    let persons = result.entities.filter { $0.label == .person }
    #expect(persons.map { result.text[$0.span] } == ["Bashar al-Assad", "Holm"])
    #expect(persons.map(\.title) == ["President", "Mr."])
  }

  @Test(arguments: [
    "東京は日本の首都です。昨日、会議が開かれた。", "Президент сказал, что всё хорошо.", "قال الرئيس إن كل شيء على ما يرام",
    "אתמול נפגשו השרים בירושלים", "그는 어제 서울에 갔다.", "สวัสดีชาวโลก",
  ])
  func textInOtherScriptsGivesFewNames(text: String) throws {
    let result = try run(EntitiesStage.self, on: Document(text)) {
      $0.labels = [.person, .organisation, .place, .group]
    }
    #expect(result.entities.count <= 2)
  }

  @Test func ordinaryWordsInSmallLettersAreNoNames() throws {
    let text = "the cat sat on the mat and said nothing at all to the dog, which was asleep by the door"
    #expect(try run(EntitiesStage.self, on: Document(text)).entities.isEmpty)
  }

  @Test func confidencesAreShares() throws {
    let result = try run(EntitiesStage.self, on: Document(EntitiesStageTests.article)) {
      $0.confidence = true
    }
    let confidences = result.entities.compactMap(\.confidence)
    #expect(confidences.count >= 10 && confidences.allSatisfy { (0...1).contains($0) })
    let sure = try run(EntitiesStage.self, on: Document(EntitiesStageTests.article)) {
      $0.minConfidence = 0.9
    }
    #expect(sure.entities.count < result.entities.count && sure.entities.allSatisfy { $0.confidence == nil })
  }

  @Test func mentionsOfOneThingShareAnId() throws {
    let result = try run(EntitiesStage.self, on: Document(EntitiesStageTests.article))
    let ids = Set(result.entities.filter { result.text[$0.span].hasSuffix("Assad") }.map(\.id))
    #expect(ids.count == 1)
    let unlinked = try run(EntitiesStage.self, on: Document(EntitiesStageTests.article)) { $0.link = false }
    #expect(unlinked.entities.allSatisfy { $0.id == nil } && unlinked.names.isEmpty)
    #expect(unlinked.entities.count == result.entities.count)
  }
}
