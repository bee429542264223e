import Copydesk
import Testing

@Suite struct SeenHashesTests {
  @Test func itKnowsWhatASetKnows() {
    var random = SeededGenerator(seed: 21)
    var seen = SeenHashes()
    var model: Set<UInt64> = []
    for round in 0..<120_000 {
      // Some come again, some are all of one shard.
      let hash = UInt64.random(in: 0..<60_000, using: &random)
      let spread = round % 3 == 0 ? hash : hash &* 0x9E37_79B9_7F4A_7C15
      let key = spread == 0 ? 1 : spread
      guard seen.contains(key) == model.contains(key) else { Issue.record("\(key)"); return }
      guard seen.insert(key) == model.insert(key).inserted else {
        Issue.record("\(key) in round \(round)")
        return
      }
    }
    #expect(seen.count == model.count)
    #expect(model.allSatisfy(seen.contains))
  }

  @Test func aHashTakesLittleMoreThanItsBytes() {
    var random = SeededGenerator(seed: 22)
    var seen = SeenHashes()
    for count in 1...300_000 {
      _ = seen.insert(random.next())
      if count > 20_000, count % 1000 == 0 { #expect(seen.memory <= count * 13) }
    }
  }
}
