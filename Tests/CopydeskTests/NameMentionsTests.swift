import Testing

@testable import Copydesk

@Suite struct NameMentionsTests {
  private func mentions(_ names: [String], _ entities: [String?]) -> [[Int]] {
    let found = NameMentions(
      names.map { EntityName(id: $0, label: .place, name: $0) },
      entities.enumerated().map { index, id in
        var entity = Entity(Span(index, index + 1), .place)
        entity.id = id
        return entity
      })
    return names.indices.map { Array(found[$0]) }
  }

  @Test func mentionsAreFoundByIDsOfOurOwnAndOfTheUsers() {
    #expect(mentions(["e1", "e2"], ["e2", nil, "e1", "e2"]) == [[2], [0, 3]])
    #expect(mentions(["Q7", "e2", "e1"], ["e2", "Q7", "e1", "Q7"]) == [[1, 3], [0], [2]])
    #expect(mentions([], ["e1"]) == [])
  }

  @Test func idsThatOnlyLookLikeOursAreOthers() {
    #expect(mentions(["e1"], ["e01", "e", "e0", "e2", "e1x", "E1", "e99999999999", "e1"]) == [[7]])
  }
}
