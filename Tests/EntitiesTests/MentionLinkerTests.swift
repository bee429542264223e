import Copydesk
import Testing

@testable import Entities

@Suite struct MentionLinkerTests {
  /// The ids of mentions, which are written as `[LABEL:text]` in the text.
  private func linked(_ marked: String) -> (ids: [String?], names: [String]) {
    var text = ""
    var entities: [Entity] = []
    var rest = marked[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      text += rest[..<open]
      let parts = rest[rest.index(after: open)..<close].split(separator: ":", maxSplits: 1)
      let start = text.utf8.count
      text += parts[1]
      entities.append(Entity(Span(start, text.utf8.count), Entity.Label(rawValue: String(parts[0]))))
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    let names = MentionLinker.link(&entities, in: Text(text))
    return (entities.map(\.id), names.map { "\($0.id) \($0.label.rawValue) \($0.name)" })
  }

  @Test func aFamilyNameIsThePersonNamedInFull() {
    let result = linked(
      "[PERSON:Assad] spoke. President [PERSON:Bashar al-Assad] and [PERSON:Bashar Al Assad] and [PERSON:al-Assad]."
    )
    #expect(result.ids == ["e1", "e1", "e1", "e1"])
    #expect(result.names == ["e1 PERSON Bashar Al Assad"] || result.names == ["e1 PERSON Bashar al-Assad"])
  }

  @Test func twoPersonsOfOneFamilyStayTwo() {
    let result = linked(
      "[PERSON:Laura Zorvath] met [PERSON:George Zorvath]. [PERSON:Zorvath] left. [PERSON:Laura] stayed.")
    #expect(result.ids == ["e1", "e2", "e2", "e1"])
  }

  @Test func aMiddleNameMayBeMissing() {
    #expect(linked("[PERSON:John Quincy Okafor] and [PERSON:John Okafor]").ids == ["e1", "e1"])
    #expect(linked("[PERSON:John Okafor] and [PERSON:Jane Okafor]").ids == ["e1", "e2"])
  }

  @Test func anAcronymIsTheNameItSpells() {
    let result = linked(
      "The [ORG:Syrian Observatory for Human Rights] ([ORG:SOHR]) said so. [ORG:SOHR] has a list.")
    #expect(result.ids == ["e1", "e1", "e1"])
    #expect(result.names == ["e1 ORG Syrian Observatory for Human Rights"])
  }

  @Test func shortFormsByCustomAreKnown() {
    #expect(
      linked("[PLACE:U.S.] and the [PLACE:United States], [PLACE:US]; [ORG:U.N.], [ORG:United Nations]").ids
        == ["e1", "e1", "e1", "e4", "e4"].map { $0 == "e4" ? "e2" : $0 })
  }

  @Test func legalFormsAndArticlesDoNotCount() {
    #expect(
      linked("[ORG:Harbour Bank plc], the [ORG:Harbour Bank], [ORG:The Harbour Bank]").ids == [
        "e1", "e1", "e1",
      ])
  }

  @Test func figuresAreNotLinked() {
    let result = linked("[DATE:Friday] and [DATE:Friday] and [MONEY:$5]")
    #expect(result.ids == [nil, nil, nil] && result.names.isEmpty)
  }

  @Test func idsFollowTheOrderOfTheText() {
    #expect(linked("[PLACE:Rome], [PLACE:New Oslo], [PLACE:Rome]").ids == ["e1", "e2", "e1"])
  }

  @Test func aDocumentThatLosesAMentionLosesTheNameWithTheLast() {
    var document = Document("Rome and Oslo and Rome.")
    var entities = [(0, 4), (9, 13), (18, 22)].map { Entity(Span($0, $1), .place) }
    let names = MentionLinker.link(&entities, in: document.text)
    document.setEntities(entities, names: names)
    document.remove(Span(0, 14), rule: "r")
    #expect(document.names.map(\.name) == ["Rome"])
    document.remove(Span(0, document.text.count), rule: "r")
    #expect(document.names.isEmpty)
  }
}
