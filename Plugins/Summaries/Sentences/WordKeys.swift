import Copydesk

/// A set of words by their keys: numbers that stand for a word without regard to case, made of eight bytes at once.
///
/// Keys are for one run of the program; what is kept in a file has the hashes of ``CaseFolding``.
struct WordKeys: Sendable {
  private let slots: [UInt64]

  /// The keys of the words in `list`, separated by white space.
  init(_ list: String) {
    let keys = list.split(whereSeparator: \.isWhitespace).map { word in
      Array(word.utf8).withUnsafeBufferPointer { Self.key($0, 0, $0.count) }
    }
    var capacity = 16
    // Of so empty a table the first look tells of nearly all words that they are not there.
    while capacity < keys.count * 4 { capacity *= 2 }
    var slots = [UInt64](repeating: 0, count: capacity)
    for key in keys {
      var slot = Int(truncatingIfNeeded: key) & (capacity - 1)
      while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = key
    }
    self.slots = slots
  }

  /// Whether the word of a key is one of them.
  @inline(__always)
  func contains(_ key: UInt64) -> Bool {
    slots.withUnsafeBufferPointer { slots in
      var slot = Int(truncatingIfNeeded: key) & (slots.count - 1)
      // Whether a word is there nobody can foresee; that the first look tells, nearly always.
      while true {
        let other = slots[slot]
        if (other == 0 ? 1 : 0) | (other == key ? 1 : 0) != 0 { return other != 0 }
        slot = (slot + 1) & (slots.count - 1)
      }
    }
  }

  /// The key of a word: the same for all ways to write it that ``CaseFolding`` takes for one. Never 0.
  /// - Parameters:
  ///   - bytes: valid UTF-8 with the word in it.
  ///   - start: where it begins.
  ///   - end: where it ends.
  @inline(__always)
  static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var state = UInt64(truncatingIfNeeded: end - start)
    var index = start
    while index < end {
      let count = min(8, end - index)
      var word: UInt64 = 0
      if index + 8 <= bytes.count {
        word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        word &= ~0 >> UInt64(64 - 8 * count)
      } else {
        for place in 0..<count { word |= UInt64(bytes[index + place]) << UInt64(8 * place) }
      }
      if word & 0x8080_8080_8080_8080 != 0 {
        return keyOfAny(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      }
      state = mixed(state, lowered(word))
      index += 8
    }
    return max(1, state)
  }

  /// Multiply and fold, as ``StableHash`` does.
  @inline(__always)
  private static func mixed(_ state: UInt64, _ part: UInt64) -> UInt64 {
    let product = (state ^ part).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low ^ 0x8EBC_6AF0_9C88_C6E3
  }

  /// Of eight bytes below 128 the capitals made small.
  @inline(__always)
  private static func lowered(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // Adding what is missing to 128 sets the highest bit of those that are as large.
    let isCapital = (word &+ ones &* (0x80 - 0x41)) & ~(word &+ ones &* (0x80 - 0x5B)) & (ones &* 0x80)
    return word | isCapital >> 2
  }

  /// The key of a word that is not ASCII: that of its folded form.
  @inline(never)
  private static func keyOfAny(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var folded: [UInt8] = []
    folded.reserveCapacity(word.count + 4)
    CaseFolding.fold(word, into: &folded)
    // Eight bytes at once, as above, but of any value.
    var state = UInt64(truncatingIfNeeded: folded.count)
    var index = 0
    while index < folded.count {
      var part: UInt64 = 0
      for place in 0..<min(8, folded.count - index) {
        part |= UInt64(folded[index + place]) << UInt64(8 * place)
      }
      state = mixed(state, part)
      index += 8
    }
    return max(1, state)
  }
}
