import Copydesk

/// Classes of spellings that stand in the same surroundings, found from word vectors: what a word is like that the
/// labelled text never showed.
///
/// The file is a table of hashes that is used where it lies; `Scripts/entities/make-clusters.py` makes it and tells
/// its form. Four bytes a slot: two spellings are taken for one with a probability of about one in 100,000 a look-up.
///
/// The method is that of Miller, Guinness and Zamanian, "Name Tagging with Word Clusters and Discriminative
/// Training" (2004).
struct WordClusters: Sendable {
  /// A class of spellings. 0 is the class of those that are not known.
  typealias Cluster = UInt16

  /// What is known of a spelling: the vector that it shares with others, and the classes of that, from fine to coarse.
  struct Classes: Equatable, Sendable {
    var vector: Cluster = 0
    var fine: Cluster = 0
    var middle: Cluster = 0
    var coarse: Cluster = 0
  }

  private let levels: PermanentBytes
  private let slots: PermanentBytes
  private let mask: Int

  /// Uses a table that stays in memory as long as the program runs; nil where the bytes are no table.
  init?(permanentMemory memory: UnsafeRawBufferPointer) {
    guard memory.count >= 12, memory.prefix(4).elementsEqual("CDWC".utf8),
      memory.loadUnaligned(fromByteOffset: 4, as: UInt16.self).littleEndian == 2
    else { return nil }
    let bits = Int(memory.loadUnaligned(fromByteOffset: 6, as: UInt16.self).littleEndian)
    let vectors = Int(memory.loadUnaligned(fromByteOffset: 8, as: UInt32.self).littleEndian)
    guard (1...28).contains(bits), (1...(1 << 15)).contains(vectors) else { return nil }
    let start = 12 + (vectors * 6 + 3) & ~3
    guard memory.count == start + 4 << bits else { return nil }
    levels = PermanentBytes(UnsafeRawBufferPointer(rebasing: memory[12..<(12 + vectors * 6)]))
    slots = PermanentBytes(UnsafeRawBufferPointer(rebasing: memory[start...]))
    mask = 1 << bits - 1
  }

  /// The hash of a spelling; case matters.
  static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word {
      hash = (hash ^ UInt64(byte)) &* 0x9FB2_1C65_1E98_DF25
      hash ^= hash >> 29
    }
    return hash
  }

  /// Has what is known of a spelling fetched from memory.
  func expect(_ hash: UInt64) {
    guard let base = slots.bytes.baseAddress else { return }
    (base + (Int(truncatingIfNeeded: hash) & mask) * 4).fetchAhead()
  }

  /// The vector of a spelling; 0 where it has none.
  func vector(hash: UInt64) -> Cluster {
    let wanted = UInt32(truncatingIfNeeded: hash >> 47)
    var slot = Int(truncatingIfNeeded: hash) & mask
    // A full table would never end the search.
    for _ in 0...mask {
      let value = slots.bytes.loadUnaligned(fromByteOffset: slot * 4, as: UInt32.self).littleEndian
      if value == 0 { return 0 }
      if value >> 15 == wanted { return Cluster(truncatingIfNeeded: value & 0x7FFF) }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// The classes of a vector.
  func classes(of vector: Cluster) -> Classes {
    let offset = Int(vector) * 6
    guard offset + 6 <= levels.bytes.count else { return Classes() }
    func load(_ level: Int) -> Cluster {
      levels.bytes.loadUnaligned(fromByteOffset: offset + level * 2, as: UInt16.self).littleEndian
    }
    return Classes(vector: vector, fine: load(0), middle: load(1), coarse: load(2))
  }

  /// The classes of a token: of its spelling, else of the spelling that a sentence in capitals or a capital at the
  /// start of one hides.
  /// - Parameter spelling: the hash of the word.
  func classes(
    of word: UnsafeBufferPointer<UInt8>, _ spelling: UInt64, isAllCaps: Bool, isCapitalised: Bool
  ) -> Classes {
    guard word.count <= 40 else { return Classes() }
    var vector = vector(hash: spelling)
    if vector == 0, isAllCaps {
      vector = self.vector(
        hash: Self.hash(word.lazy.enumerated().map { $0 > 0 && $1.isASCIIUppercase ? $1 | 0x20 : $1 }))
    }
    if vector == 0, isCapitalised {
      vector = self.vector(hash: Self.hash(word.lazy.map { $0.isASCIIUppercase ? $0 | 0x20 : $0 }))
    }
    return classes(of: vector)
  }
}

/// Bytes that are never written and never freed.
///
/// `@unchecked Sendable`: whoever makes one promises that, and so any thread may read them at any time.
struct PermanentBytes: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }
}
