/// Tells of most tags that a run does not have that it has not, without reading it: a Bloom filter of a byte an entry,
/// whose bits for a tag are all in one word, so that a look-up costs one miss of the cache. It is wrong, and a page is
/// read in vain, for about one tag in thirty.
///
/// F. Putze, P. Sanders, J. Singler: Cache-, hash- and space-efficient Bloom filters, 2007.
struct TagFilter: Sendable, Equatable {
  private(set) var words: [UInt64]

  /// An empty filter for that many entries.
  init(entries: Int) { words = [UInt64](repeating: 0, count: entries / 8 + 1) }

  init(words: [UInt64]) { self.words = words }

  mutating func insert(_ tag: UInt32) { words[index(of: tag)] |= Self.bits(of: tag) }

  func mayContain(_ tag: UInt32) -> Bool {
    let bits = Self.bits(of: tag)
    return words[index(of: tag)] & bits == bits
  }

  private func index(of tag: UInt32) -> Int { Int((UInt64(tag) * UInt64(words.count)) >> 32) }

  private static func bits(of tag: UInt32) -> UInt64 {
    // The high bits of the tag choose the word; these must depend on the low ones.
    let mixed = UInt64(tag) &* 0x9E37_79B9_7F4A_7C15
    let first: UInt64 = 1 << (mixed >> 40 & 63)
    let second: UInt64 = 1 << (mixed >> 46 & 63)
    let third: UInt64 = 1 << (mixed >> 52 & 63)
    let fourth: UInt64 = 1 << (mixed >> 58)
    return first | second | third | fourth
  }
}
