import Copydesk
import Testing

@testable import Entities

struct FindingSumsTests {
  /// Cut to fifteen bits, the long keys would be those that were asked for before.
  @Test func aKeyThatIsTooLongHasASumOfItsOwn() throws {
    let scorer = try #require(ShippedWeights.model?.sequence.scorer)
    let labels = try #require(ShippedWeights.model?.sequence.labels.count)
    func sum(_ key: UInt64, of feature: UInt64, in sums: inout FindingSums) -> [Int16] {
      let scores = sums.sum(.row, key, scorer) { EntityFeatures.addRow(feature, &$0) }
      // Lanes without a label hold anything.
      return (0..<labels).map { scores[$0] }
    }
    let places = (1...7).map { EntityFeatures.place(0, in: 0..<$0) }
    var sums = FindingSums()
    let short = places.map { sum($0, of: $0, in: &sums) }
    #expect(Set(short).count > 3)
    for high: UInt64 in [1 << 15, 1 << 16, 1 << 63] {
      for (place, other) in zip(places, places.dropFirst() + places.prefix(1)) {
        var alone = FindingSums()
        let expected = sum(other, of: other, in: &alone)
        #expect(sum(high | place, of: other, in: &sums) == expected)
        // The other way round: what a long key gave is not taken for a short one's.
        #expect(sum(high | place, of: other, in: &alone) == expected)
        #expect(sum(place, of: place, in: &alone) == sum(place, of: place, in: &sums))
      }
    }
    #expect(places.map { sum($0, of: $0, in: &sums) } == short)
  }
}
