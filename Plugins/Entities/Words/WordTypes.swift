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
  private var entries = [Entry(key: .none, type: .beyond)]

  private struct Entry: Sendable {
    var key: WordKey
    var type: WordType
  }

  /// - Parameter capacity: how many words are kept. With 32,000 one word in fourteen of
  ///   newswire is looked at anew, with 16,000 one in eight.
  init(_ words: WordTable, _ clusters: WordClusters?, capacity: Int = 1 << 15) {
    self.capacity = capacity
    self.words = words
    self.clusters = clusters
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: Self.unknown, count: size)
  }

  /// How many numbers were given, ``beyond`` among them.
  var count: Int { entries.count }

  /// Forgets all words where few more fit. Whatever was kept by their numbers is void then.
  /// - Returns: whether it forgot them.
  mutating func forgetIfFull() -> Bool {
    guard entries.count * 8 > capacity * 7 else { return false }
    entries.removeSubrange(1...)
    for slot in slots.indices { slots[slot] = Self.unknown }
    return true
  }

  /// Tells of each token what its word is, and its number.
  ///
  /// A few words are looked up at a time: where their entries lie is as good as random, so those of all are
  /// fetched from memory before the first is looked at.
  /// - Parameter tell: gets which token it is, what its word is, and the word's number.
  @inline(__always)
  mutating func look(
    at tokens: [Token], in bytes: UnsafeBufferPointer<UInt8>, _ tell: (Int, WordType, Int32) -> Void
  ) {
    tokens.withUnsafeBufferPointer { tokens in
      withUnsafeTemporaryAllocation(of: Sought.self, capacity: Self.together) { sought in
        var start = 0
        while start < tokens.count {
          let count = min(Self.together, tokens.count - start)
          for index in 0..<count {
            sought.initializeElement(at: index, to: self.sought(tokens[start + index], bytes))
          }
          for index in 0..<count {
            let (type, number) = find(tokens[start + index], sought[index], in: bytes)
            tell(start + index, type, number)
          }
          start += count
        }
      }
    }
  }

  private static let together = 32

  /// A word that is looked for, and the slot where that begins; -1 for one that is not kept.
  private struct Sought {
    var key: WordKey
    var slot: Int
  }

  /// Has the entry of a word fetched.
  @inline(__always)
  private func sought(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Sought {
    guard let key = WordKey(token, bytes) else { return Sought(key: .none, slot: -1) }
    let slot = Int(truncatingIfNeeded: key.hash >> 32) & (slots.count - 1)
    let number = slots[slot]
    if number != Self.unknown {
      entries.withUnsafeBytes { entries in
        guard let base = entries.baseAddress else { return }
        let entry = base + Int(number) * MemoryLayout<Entry>.stride
        entry.fetchAhead()
        (entry + MemoryLayout<Entry>.stride - 1).fetchAhead()
      }
    }
    return Sought(key: key, slot: slot)
  }

  @inline(__always)
  private mutating func find(
    _ token: Token, _ sought: Sought, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (WordType, Int32) {
    var slot = sought.slot
    guard slot >= 0 else { return (made(token, bytes), Self.unknown) }
    while slots[slot] != Self.unknown {
      let number = slots[slot]
      if entries[Int(number)].key == sought.key { return (entries[Int(number)].type, number) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(sought.key, token, bytes, at: slot)
  }

  @inline(never)
  private mutating func add(
    _ key: WordKey, _ token: Token, _ bytes: UnsafeBufferPointer<UInt8>, at slot: Int
  ) -> (WordType, Int32) {
    let type = made(token, bytes)
    guard entries.count < capacity else { return (type, Self.unknown) }
    let number = Int32(entries.count)
    entries.append(Entry(key: key, type: type))
    slots[slot] = number
    return (type, number)
  }

  private func made(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> WordType {
    WordType(token, bytes, words, clusters)
  }
}
