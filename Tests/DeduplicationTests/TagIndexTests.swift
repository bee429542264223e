import Copydesk
import Testing

@testable import Deduplication

@Suite struct TagIndexTests {
  /// What the index must answer: the latest eight places of each tag.
  private struct Model {
    var places: [UInt32: [UInt32]] = [:]
    mutating func insert(_ tag: UInt32, _ place: UInt32) {
      places[tag, default: []].append(place)
      if places[tag, default: []].count > TagTable.mostPerTag { places[tag]?.removeFirst() }
    }
  }

  private func index(budget: Int) -> TagIndex { TagIndex(budget: budget) { _ in (try .temporary(), "") } }

  private func found(_ tag: UInt32, _ index: TagIndex) throws -> [UInt32] {
    var places: [UInt32] = []
    try index.places(of: tag, into: &places)
    return places.sorted()
  }

  @Test func aTagHasItsLatestPlacesWhateverTheBudget() throws {
    var random = SeededGenerator(seed: 3)
    for (budget, spread) in [(1 << 30, UInt32.max), (0, .max), (0, 5000), (400_000, 1 << 20)] {
      var index = index(budget: budget)
      var model = Model()
      for place in 1...60_000 as ClosedRange<UInt32> {
        // Some tags come back again and again.
        let tag =
          place % 5 == 0
          ? UInt32.random(in: 0..<300, using: &random) &* 0x0100_0193
          : UInt32.random(in: 0..<spread, using: &random)
        try index.insert(tag, place)
        model.insert(tag, place)
      }
      #expect((index.runs.count > 0) == (budget < 1 << 30))
      for (tag, places) in model.places where tag % 7 == 0 {
        guard try found(tag, index) == places else {
          Issue.record("tag \(tag) at the budget \(budget)")
          break
        }
      }
      for _ in 0..<2000 {
        let tag = UInt32.random(in: 0..<UInt32.max, using: &random)
        #expect(try found(tag, index) == model.places[tag] ?? [])
      }
    }
  }

  @Test func theNumberOfRunsStaysSmall() throws {
    var random = SeededGenerator(seed: 4)
    var index = index(budget: 0)
    for place in 1...300_000 as ClosedRange<UInt32> {
      try index.insert(UInt32.random(in: 0...UInt32.max, using: &random), place)
    }
    #expect(index.runs.count >= 1 && index.runs.count <= 8)
  }

  @Test func anEntryTakesAtMostThirteenBytes() {
    var random = SeededGenerator(seed: 8)
    var table = TagTable()
    for place in 1...400_000 as ClosedRange<UInt32> {
      table.insert(UInt32.random(in: 0...UInt32.max, using: &random), place)
      if place % 10_000 == 0, place > 100_000 { #expect(table.bytes <= table.count * 13, "\(place)") }
    }
    #expect(table.count == 400_000)
  }

  @Test func oneTagForAllTakesNoMoreThanEightPlaces() {
    var table = TagTable()
    for place in 1...100_000 as ClosedRange<UInt32> { table.insert(77, place) }
    var places: [UInt32] = []
    table.places(of: 77, into: &places)
    #expect(places.sorted() == Array(99_993...100_000))
    #expect(table.count == 8)
  }

  @Test func neighbouringTagsAtTheEndOfAShardFindRoom() {
    var table = TagTable()
    for tag in 0..<2000 as Range<UInt32> { table.insert(.max - tag, tag + 1) }
    for tag in 0..<2000 as Range<UInt32> {
      var places: [UInt32] = []
      table.places(of: .max - tag, into: &places)
      #expect(places == [tag + 1])
    }
  }

  @Test func aFilterForgetsNothingAndSeldomErrs() {
    var random = SeededGenerator(seed: 12)
    let tags = (0..<20_000).map { _ in UInt32.random(in: 0...UInt32.max, using: &random) }
    var filter = TagFilter(entries: tags.count)
    for tag in tags { filter.insert(tag) }
    #expect(tags.allSatisfy(filter.mayContain))
    let errors = (0..<20_000).count { _ in
      filter.mayContain(UInt32.random(in: 0...UInt32.max, using: &random))
    }
    #expect(errors < 1500)
  }
}
