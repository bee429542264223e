import Copydesk
import Testing

struct HashNumbersTests {
  @Test func aNumberIsFoundByItsHash() {
    var table = HashNumbers()
    #expect(table[7] == nil && table.count == 0)
    for number in 0..<500 { table[UInt64(number + 1) &* 64] = number }
    for number in 0..<500 { #expect(table[UInt64(number + 1) &* 64] == number) }
    table[64] = 5
    #expect(table[64] == 5 && table[63] == nil && table.count == 500)
  }

  @Test func newHashesGetTheNextNumberAndKnownOnesKeepTheirs() {
    var table = HashNumbers(capacity: 4)
    for _ in 0..<2 {
      for number in 0..<300 {
        #expect(table.number(of: UInt64(number + 2) &* 0x9E37_79B9_7F4A_7C15) == number)
      }
    }
    #expect(table.count == 300)
  }

  @Test func countsAreThoseOfADictionary() {
    var (table, dictionary) = (HashNumbers(), [UInt64: Int]())
    var state: UInt64 = 1
    for _ in 0..<5_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let hash = 2 + (state >> 33) % 700
      table.add(hash)
      dictionary[hash, default: 0] += 1
    }
    #expect(table.count == dictionary.count)
    for (hash, count) in dictionary { #expect(table[hash] == count) }
  }
}
