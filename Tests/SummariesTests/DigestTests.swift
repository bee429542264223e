import Copydesk
import CopydeskTesting
import Foundation
import Testing

@testable import Summaries

@Suite struct DigestTests {
  private static func document(
    _ id: String, _ title: String, _ text: String, day: String = "2018-05-10", cluster: String? = nil
  ) -> Document {
    var document = Document(text, id: id)
    document.title = title
    document.published = PublicationDate(iso8601: day)
    if let cluster { document.metadata["cluster"] = .string(cluster) }
    return document
  }

  private static let dam = document(
    "dam-1", "Valley emptied as crack in Marrow dam widens",
    "About 2,100 people left the valley below the Marrow dam on Monday after a crack in its wall widened. The dam was "
      + "built in 1957 and holds back 38 million cubic metres of water. Buses took families to Tamworth.")
  private static let damAgain = document(
    "dam-2", "Families told to leave valley as crack in Marrow dam widens",
    "About 2,100 people were told to leave the valley below the Marrow dam on Monday after a crack in its wall widened. "
      + "An engineer, Dev Rasmussen, said the crack in the dam grew by 14 mm in two days.", day: "2018-05-11")
  private static let reef = document(
    "reef", "Reef of glass sponges found off the Azores",
    "A reef built by glass sponges has been found on a seamount south of Faial in the Azores. It is 4 kilometres long "
      + "and up to 19 metres high. A camera that had come loose from its tow saw it first.", day: "2018-05-12"
  )

  private func digest(
    _ documents: [Document], _ change: (inout DigestOutput.Options) -> Void = { _ in }
  ) -> Digest {
    var options = DigestOutput.Options()
    change(&options)
    return Digest(documents.map { DigestEntry($0, most: options.sentences + 4) }, options: options)
  }

  @Test func documentsOfOneStoryAreOneSectionAndTheLargestStoryIsFirst() {
    let found = digest([Self.reef, Self.dam, Self.damAgain])
    #expect(found.sections.map(\.sources) == [[1, 2], [0]])
  }

  @Test func nothingIsSaidTwice() {
    let lines = digest([Self.reef, Self.dam, Self.damAgain]).sections[0].lines
    #expect(lines.filter { $0.sentence.text.contains("2,100") }.count == 1)
    #expect(lines.contains { $0.source == 2 }, "what only the second tells is there")
  }

  @Test func everySentenceIsTheBytesOfItsSource() {
    let documents = [Self.reef, Self.dam, Self.damAgain]
    for line in digest(documents).sections.flatMap(\.lines) {
      #expect(documents[line.source].text[line.sentence.source] == line.sentence.text)
    }
  }

  @Test func documentsOfOneClusterAreOneStoryHoweverTheyRead() {
    let a = Self.document(
      "a", "Ducklings stop a tram", "Nine ducklings stopped a tram in Graz on Friday.", cluster: "b")
    let b = Self.document("b", "Wool is dear", "Fine wool fetched its highest price in Bradford since 1988.")
    #expect(digest([a, b]).sections.map(\.sources) == [[0, 1]])
  }

  @Test func documentsOfOneIDAreNotOneStory() {
    let wool = Self.document(
      "1", "Wool is dear", "Fine wool fetched its highest price in Bradford since 1988.")
    let tram = Self.document("1", "Ducklings stop a tram", "Nine ducklings stopped a tram in Graz on Friday.")
    let again = Self.document(
      "2", "Ducklings halt a tram", "Nine ducklings halted a tram in Graz.", cluster: "1")
    let found = digest([wool, tram, again])
    #expect(found.sections.map(\.sources).sorted { $0.count < $1.count } == [[0], [1, 2]])
    #expect(digest([wool, tram]).sections.count == 2)
  }

  @Test func sourcesOfOneIDAreToldApartByTheirFiles() {
    let documents = ["a.jsonl", "b.jsonl"].map { path in
      Document(
        id: "1", source: DocumentSource(path: path, span: Span(0, 0), bytes: []),
        text: Text("Fine wool fetched its price in Bradford."))
    }
    let text = DigestMarkdown(digest(documents), title: "B").text
    #expect(text.contains("`1` of `a.jsonl`") && text.contains("`1` of `b.jsonl`"))
    #expect(!DigestMarkdown(digest([Self.dam]), title: "B").text.contains("` of `"))
  }

  @Test func storiesOfDaysFarApartAreTwo() {
    let later = Self.document(
      "dam-3", Self.damAgain.title ?? "", Self.damAgain.text.string, day: "2018-09-11")
    #expect(digest([Self.dam, later]).sections.count == 2)
    #expect(digest([Self.dam, later]).others.isEmpty)
    #expect(digest([Self.dam, Self.damAgain]).sections.count == 1)
  }

  @Test func byDayASectionIsADayTheLatestFirst() {
    let found = digest([Self.dam, Self.damAgain, Self.reef]) { $0.by = .day }
    #expect(found.sections.map(\.title) == ["2018-05-12", "2018-05-11", "2018-05-10"])
  }

  @Test func whatOneDayTellsAnotherMayTellAgainAndTheUndatedComeLast() {
    let again = Self.document("reef-2", "More reef", Self.reef.text.string, day: "2018-05-13")
    var undated = Self.document(
      "u", "Wool is dear", "Fine wool fetched its highest price in Bradford since 1988.")
    undated.published = nil
    let found = digest([undated, Self.reef, again]) { $0.by = .day }
    #expect(found.sections.map(\.title) == ["2018-05-13", "2018-05-12", "Undated"])
    #expect(found.sections.allSatisfy { !$0.lines.isEmpty })
  }

  @Test func whatSomebodySaysIsNotToldAsWhatIsSo() {
    let found = digest([
      Self.document(
        "ships", "Ships sold",
        "The minister defended the sale of the ships on Tuesday. \"The opposition has taken money from Zorvath for "
          + "years and years. Its leader owns two of the ships himself through a company there. The navy never needed "
          + "a single one of them,\" the minister told parliament. The opposition asked him to resign at once."
      )
    ])
    #expect(
      found.sections.flatMap(\.lines).map(\.sentence.text) == [
        "The minister defended the sale of the ships on Tuesday.",
        "The opposition asked him to resign at once.",
      ])
  }

  @Test(arguments: [
    ("U.S.", "U.S."), ("U.A.E.", "U.A.E."), ("USA", "USA"), ("NEW YORK", "New York"),
    ("STRATFORD-UPON-AVON", "Stratford-upon-Avon"), ("ISLE OF MAN", "Isle of Man"),
    ("U.S. VIRGIN ISLANDS", "U.S. Virgin Islands"),
    ("MARSEILLE", "Marseille"), ("McMurdo", "McMurdo"),
  ])
  func aPlaceInCapitalsIsCalmedButNoAbbreviation(_ name: String, _ wanted: String) {
    var document = Document(name + " is far.")
    document.setEntities([Entity(Span(0, name.utf8.count), .place)])
    #expect(DigestNames.counts(in: document, dateline: nil) == [.init(label: "PLACE", text: wanted): 1])
  }

  @Test func whatIsAPeopleAsAWholeIsNoneOfTheNames() {
    var document = Document("Brits voted. The Brits left.")
    var (place, group) = (Entity(Span(0, 5), .place), Entity(Span(17, 22), .group))
    (place.id, group.id) = ("e1", "e1")
    document.setEntities([place, group], names: [EntityName(id: "e1", label: .group, name: "Brits")])
    #expect(DigestNames.counts(in: document, dateline: nil).isEmpty)
  }

  @Test func byEntityASectionIsANameThatTwoDocumentsHave() throws {
    func named(_ document: Document, _ name: String) throws -> Document {
      var document = document
      let start = try #require(document.text.string.range(of: name))
      let offset = document.text.string.utf8.distance(
        from: document.text.string.startIndex, to: start.lowerBound)
      document.setEntities([Entity(Span(offset, offset + name.utf8.count), .place)])
      return document
    }
    let found = digest([
      try named(Self.dam, "Marrow dam"), try named(Self.damAgain, "Marrow dam"),
      try named(Self.reef, "Azores"),
    ]) { $0.by = .entity }
    #expect(found.sections.map(\.title) == ["Marrow dam"])
    #expect(found.others == [2])
    #expect(found.mentions.first?.names.first?.documents == 2)
  }

  @Test func oneNameIsCountedUnderOneWording() {
    var document = Document("PORTO: Ana Sousa spoke. Sousa left Porto for the USA.")
    func span(_ start: Int, _ length: Int) -> Span { Span(start, start + length) }
    document.setEntities([
      Entity(span(0, 5), .place), Entity(span(7, 9), .person), Entity(span(24, 5), .person),
      Entity(span(35, 5), .place), Entity(span(49, 3), .place),
    ])
    let counts = DigestNames.counts(in: document, dateline: nil)
    #expect(
      counts == [
        .init(label: "PLACE", text: "Porto"): 2, .init(label: "PERSON", text: "Ana Sousa"): 2,
        .init(label: "PLACE", text: "USA"): 1,
      ])
  }

  @Test func whatTheDocumentHasFoundToBeOneThingIsOneName() {
    var document = Document("United Relief Works met. URW left.")
    var whole = Entity(Span(0, 19), .organisation)
    var short = Entity(Span(25, 28), .organisation)
    (whole.id, short.id) = ("e1", "e1")
    document.setEntities(
      [whole, short], names: [EntityName(id: "e1", label: .organisation, name: "United Relief Works")])
    #expect(
      DigestNames.counts(in: document, dateline: nil) == [.init(label: "ORG", text: "United Relief Works"): 2]
    )
  }

  @Test func aDatelineIsNoPartOfTheSentenceNorItsAgencyAmongTheNames() throws {
    var document = Document(
      "LUCERNE, Switzerland (Meridian Wire) — Delegates of nine lakes agreed on a treaty on Monday. The Meridian Wire "
        + "was told so by the Lake Office in the evening.")
    document.setEntities(
      ["Meridian Wire", "Lake Office"].flatMap { name in
        document.text.string.ranges(of: name).map { range in
          let start = document.text.string.utf8.distance(
            from: document.text.string.startIndex, to: range.lowerBound)
          return Entity(Span(start, start + name.utf8.count), .organisation)
        }
      }.sorted { $0.span.start < $1.span.start })
    let entry = DigestEntry(document, most: 2)
    let first = try #require(entry.sentences.first { $0.order == 0 })
    #expect(first.text == "Delegates of nine lakes agreed on a treaty on Monday.")
    let bytes = Array(document.text.string.utf8)[first.source.range]
    #expect(String(decoding: bytes, as: UTF8.self) == first.text)
    #expect(entry.names.keys.map(\.text) == ["Lake Office"])
  }

  @Test(arguments: [
    "Ana Sousa — a lawyer — spoke of the lake.", "The lake rose - fast - on Monday.",
    "He came. Then — he left.",
  ])
  func aDashInASentenceIsNoDateline(_ text: String) {
    #expect(Dateline(Text(text)) == nil)
  }

  @Test func documentsBeyondTheSectionsAreListed() {
    let found = digest([Self.reef, Self.dam, Self.damAgain]) { $0.sections = 1 }
    #expect(found.sections.count == 1)
    #expect(found.others == [0])
    #expect(DigestMarkdown(found, title: "B").text.contains("## Also"))
  }

  @Test func theOrderOfTablesInMemoryDoesNotShow() {
    let documents = [Self.reef, Self.dam, Self.damAgain]
    let first = DigestPage(digest(documents), title: "B").text
    for _ in 0..<20 { #expect(DigestPage(digest(documents), title: "B").text == first) }
  }

  @Test func marksInTitlesAndTextsAreEscaped() {
    var hostile = Self.document(
      "x\"><script>", "<script>alert(1)</script> & *bold* [link](x)",
      "A <b>bold</b> sentence with `code` and \"quotes\" stands in this document of ours.")
    hostile.metadata["url"] = .string("javascript:alert(1)")
    let found = digest([hostile])
    let page = DigestPage(found, title: "<i>").text
    #expect(!page.contains("<script") && !page.contains("<b>bold") && !page.contains("<i>"))
    #expect(!page.contains("javascript:"))
    let markdown = DigestMarkdown(found, title: "<i>").text
    #expect(markdown.contains("\\<script\\>") && markdown.contains("\\*bold\\*"))
    #expect(!markdown.contains("javascript:"))
  }

  @Test(arguments: ["md", "html", "json"])
  func aRunWritesTheFileThatItsNameTells(_ kind: String) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).\(kind)")
      .path
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try run(DigestOutput.self, on: [Self.dam, Self.damAgain, Self.reef]) { $0.path = path }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("Marrow"))
    switch kind {
    case "md": #expect(text.hasPrefix("# Briefing\n"))
    case "html":
      #expect(text.hasPrefix("<!DOCTYPE html>"))
      #expect(!text.contains("src=") && !text.contains("@import") && !text.contains("url("))
    default:
      let json = try JSONReader.value(Array(text.utf8)[...])
      #expect(json["title"]?.string == "Briefing")
    }
  }

  @Test func noDocumentsAreADigestToo() throws {
    let found = digest([])
    #expect(found.sections.isEmpty)
    #expect(DigestMarkdown(found, title: "B").text.contains("0 documents"))
  }

  @Test func aPathThatTellsNoFormIsRefused() {
    #expect(throws: InvalidOption.self) {
      _ = try run(DigestOutput.self, on: []) { $0.path = "out/digest.txt" }
    }
  }
}
