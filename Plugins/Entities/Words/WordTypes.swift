import Copydesk

/// The words met so far with what they are, kept from document to document: newswire repeats its words.
///
/// What is kept depends on the word alone, so that no result tells what was read before. Numbers of words hold until
/// ``forgetIfFull()``, which is asked between documents; words that have no room until then get ``unknown``.
struct WordTypes: Sendable {
  /// The number of a word that is not kept: a long one, or one too many.
  static let unknown: Int32 = -1
  /// The number of what stands before the first word of a sentence and after the last.
  static let beyond: Int32 = 0

  private let capacity: Int
  private let words: WordTable
  private let clusters: WordClusters?
  /// Numbers of words, by hash; ``unknown`` where there is none.
  private var slots: [Int32]
  private var keys: [WordKey] = [.none]
  private var types: [WordType] = [.beyond]

  /// - Parameter capacity: how many words are kept. The most frequent 16,000 words are nine tenths of newswire.
  init(_ words: WordTable, _ clusters: WordClusters?, capacity: Int = 1 << 14) {
    self.capacity = capacity
    self.words = words
    self.clusters = clusters
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: Self.unknown, count: size)
  }

  /// How many numbers were given, ``beyond`` among them.
  var count: Int { keys.count }

  /// Forgets all words where few more fit. Whatever was kept by their numbers is void then.
  /// - Returns: whether it forgot them.
  mutating func forgetIfFull() -> Bool {
    guard keys.count * 8 > capacity * 7 else { return false }
    keys.removeSubrange(1...)
    types.removeSubrange(1...)
    for slot in slots.indices { slots[slot] = Self.unknown }
    return true
  }

  /// What a token's word is, and its number.
  @inline(__always)
  mutating func type(of token: Token, in bytes: UnsafeBufferPointer<UInt8>) -> (WordType, Int32) {
    guard let key = WordKey(token, bytes) else { return (made(token, bytes), Self.unknown) }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key.hash >> 32) & mask
    while slots[slot] != Self.unknown {
      let number = slots[slot]
      if keys[Int(number)] == key { return (types[Int(number)], number) }
      slot = (slot + 1) & mask
    }
    return add(key, token, bytes, at: slot)
  }

  private mutating func add(
    _ key: WordKey, _ token: Token, _ bytes: UnsafeBufferPointer<UInt8>, at slot: Int
  ) -> (WordType, Int32) {
    let type = made(token, bytes)
    guard keys.count < capacity else { return (type, Self.unknown) }
    let number = Int32(keys.count)
    keys.append(key)
    types.append(type)
    slots[slot] = number
    return (type, number)
  }

  private func made(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> WordType {
    WordType(token, bytes, words, clusters)
  }
}
