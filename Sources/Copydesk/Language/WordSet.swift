/// A fixed set of words, looked up by their bytes without regard to case and without allocating.
///
/// Holds 64-bit hashes only: two different words of one language practically never share one.
/// - Complexity: a look-up is O(word length).
public struct WordSet: Sendable {
  private let slots: [UInt64]
  private let mask: Int
  private let outline: WordOutline
  /// How many different words it holds.
  public let count: Int

  /// Makes a set of the words in `list`, separated by white space.
  public init(_ list: String) {
    self.init(words: list.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Makes a set of words.
  public init(words: some Collection<String>) {
    var capacity = 16
    // Nearly all words that are looked up are not there, and of so empty a table one look tells that.
    while capacity < words.count * 4 { capacity *= 2 }
    var slots = [UInt64](repeating: 0, count: capacity)
    var count = 0
    var outline = WordOutline()
    for word in words {
      outline.add(word.utf8)
      let hash = Array(word.utf8).withUnsafeBufferPointer(Self.key)
      var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (capacity - 1) }
      if slots[slot] == 0 { count += 1 }
      slots[slot] = hash
    }
    self.slots = slots
    self.mask = capacity - 1
    self.count = count
    self.outline = outline
  }

  /// Whether the set holds `word`.
  public func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    outline.mayHold(word) && contains(hash: Self.key(word))
  }

  /// Whether the set holds `word`.
  public func contains(_ word: some StringProtocol) -> Bool {
    Array(word.utf8).withUnsafeBufferPointer { contains($0) }
  }

  /// Whether the set holds the token's word.
  public func contains(_ token: Token, of text: Text) -> Bool {
    text.utf8.withUnsafeBufferPointer { contains(UnsafeBufferPointer(rebasing: $0[token.start..<token.end])) }
  }

  /// Whether the set holds the word with this ``CaseFolding/hash(_:)``.
  public func contains(hash: UInt64) -> Bool {
    slots.withUnsafeBufferPointer { slots in
      var slot = Int(truncatingIfNeeded: hash) & mask
      // Whether a word is there nobody can foresee; that the first look tells, nearly always.
      while true {
        let other = slots[slot]
        if (other == 0 ? 1 : 0) | (other == hash ? 1 : 0) != 0 { return other != 0 }
        slot = (slot + 1) & mask
      }
    }
  }

  /// Zero marks an empty slot, so no word may have it.
  private static func key(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    max(1, CaseFolding.hash(word))
  }
}
