import Copydesk
import Testing

@testable import Files

/// What the index of a site tells of an article.
struct SiteTests {
  @Test func aThingIsOneNameHoweverItIsCalled() {
    var document = Document("Anna Berg sang in Lorn. Berg left. Orrin was there.", id: "a")
    var mentions = [Entity(Span(0, 9), .person), Entity(Span(24, 28), .person)]
    for index in mentions.indices { mentions[index].id = "e1" }
    document.setEntities(
      mentions + [Entity(Span(18, 22), .place), Entity(Span(35, 40), .person)],
      names: [EntityName(id: "e1", label: .person, name: "Anna Berg")])
    let names = SiteEntry(document).names.map { "\($0.label):\($0.text)" }
    #expect(names == ["PERSON:Anna Berg", "PLACE:Lorn", "PERSON:Orrin"])
  }
}
