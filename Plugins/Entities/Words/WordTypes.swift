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
  @inline(__always)
  mutating func look(
    at tokens: [Token], in bytes: UnsafeBufferPointer<UInt8>, _ tell: (WordType, Int32) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: WordKey?.self, capacity: Self.together) { keys in
      var start = 0
      while start < tokens.count {
        let count = min(Self.together, tokens.count - start)
        for index in 0..<count {
          keys.initializeElement(at: index, to: WordKey(tokens[start + index], bytes))
        }
        expect(UnsafeBufferPointer(rebasing: keys[..<count]))
        for index in 0..<count {
          let (type, number) = find(tokens[start + index], keys[index], in: bytes)
          tell(type, number)
        }
        start += count
      }
    }
  }

  private static let together = 32

  /// Has the entries of words fetched.
  @inline(__always)
  private func expect(_ keys: UnsafeBufferPointer<WordKey?>) {
    entries.withUnsafeBytes { entries in
      for key in keys {
        guard let key, let base = entries.baseAddress else { continue }
        let number = slots[slot(of: key)]
        guard number != Self.unknown else { continue }
        let entry = base + Int(number) * MemoryLayout<Entry>.stride
        entry.fetchAhead()
        (entry + MemoryLayout<Entry>.stride - 1).fetchAhead()
      }
    }
  }

  @inline(__always)
  private func slot(of key: WordKey) -> Int {
    Int(truncatingIfNeeded: key.hash >> 32) & (slots.count - 1)
  }

  @inline(__always)
  private mutating func find(
    _ token: Token, _ key: WordKey?, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (WordType, Int32) {
    guard let key else { return (made(token, bytes), Self.unknown) }
    var slot = slot(of: key)
    while slots[slot] != Self.unknown {
      let number = slots[slot]
      if entries[Int(number)].key == key { return (entries[Int(number)].type, number) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(key, token, bytes, at: slot)
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
