import Copydesk

/// Classes of spellings that stand in the same surroundings, found from word vectors: what a word is like that the
/// labelled text never showed.
///
/// The file is a table of hashes that is used where it lies; `Scripts/entities/make-clusters.py` makes it and tells
/// its form. Four bytes a slot: two spellings are taken for one with a probability of one in four million a look-up.
///
/// The method is that of Miller, Guinness and Zamanian, "Name Tagging with Word Clusters and Discriminative
/// Training" (2004).
struct WordClusters: Sendable {
  /// A class of spellings. 0 is the class of those that are not known.
  typealias Cluster = UInt16

  private let groups: PermanentBytes
  private let slots: PermanentBytes
  private let mask: Int

  /// Uses a table that stays in memory as long as the program runs; nil where the bytes are no table.
  init?(permanentMemory memory: UnsafeRawBufferPointer) {
    guard memory.count >= 12, memory.prefix(4).elementsEqual("CDWC".utf8),
      memory.loadUnaligned(fromByteOffset: 4, as: UInt16.self).littleEndian == 1
    else { return nil }
    let bits = Int(memory.loadUnaligned(fromByteOffset: 6, as: UInt16.self).littleEndian)
    let clusters = Int(memory.loadUnaligned(fromByteOffset: 8, as: UInt32.self).littleEndian)
    guard (1...28).contains(bits), (1...1024).contains(clusters) else { return nil }
    let start = 12 + (clusters * 2 + 3) & ~3
    guard memory.count == start + 4 << bits else { return nil }
    groups = PermanentBytes(UnsafeRawBufferPointer(rebasing: memory[12..<(12 + clusters * 2)]))
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

  /// The class of a spelling.
  func cluster(hash: UInt64) -> Cluster {
    let wanted = UInt32(truncatingIfNeeded: hash >> 42)
    var slot = Int(truncatingIfNeeded: hash) & mask
    // A full table would never end the search.
    for _ in 0...mask {
      let value = slots.bytes.loadUnaligned(fromByteOffset: slot * 4, as: UInt32.self).littleEndian
      if value == 0 { return 0 }
      if value >> 10 == wanted { return Cluster(truncatingIfNeeded: value & 1023) }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// The group of classes that a class belongs to.
  func group(of cluster: Cluster) -> UInt16 {
    let offset = Int(cluster) * 2
    guard offset + 2 <= groups.bytes.count else { return 0 }
    return groups.bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self).littleEndian
  }

  /// The class of a token: of its spelling, else of the spelling that a sentence in capitals or a capital at the
  /// start of one hides.
  func cluster(of word: UnsafeBufferPointer<UInt8>, isAllCaps: Bool, isCapitalised: Bool) -> Cluster {
    guard word.count <= 40 else { return 0 }
    let own = cluster(hash: Self.hash(word))
    if own != 0 || !isCapitalised { return own }
    if isAllCaps {
      let found = cluster(
        hash: Self.hash(word.lazy.enumerated().map { $0 > 0 && $1.isASCIIUppercase ? $1 | 0x20 : $1 }))
      if found != 0 { return found }
    }
    return cluster(hash: Self.hash(word.lazy.map { $0.isASCIIUppercase ? $0 | 0x20 : $0 }))
  }
}

/// Bytes that are never written and never freed.
///
/// `@unchecked Sendable`: whoever makes one promises that, and so any thread may read them at any time.
struct PermanentBytes: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }
}
