import Copydesk
import Testing

@Suite struct WordSetTests {
  @Test func wordsAreFoundWithoutRegardToCase() {
    let set = WordSet("mr damascus\nécole don't")
    #expect(set.contains("MR"))
    #expect(set.contains("École"))
    #expect(set.contains("DON’T"))
    #expect(!set.contains("mrs"))
    #expect(!set.contains(""))
    #expect(set.count == 4)
  }

  @Test func aStableHashIsTheSameInEveryRun() {
    #expect(StableHash.of(Array("Damascus".utf8)) == StableHash.of("Damascus".utf8))
    #expect(StableHash.of("Damascus".utf8) != StableHash.of("Damascus".utf8, seed: 1))
    #expect(StableHash.of("".utf8) == StableHash.of([UInt8]()))
    #expect(StableHash.of("The quick brown fox".utf8) == 17_528_883_696_726_293_060)
  }
}
