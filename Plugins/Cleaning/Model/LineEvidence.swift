import Copydesk

/// Tells by its words alone whether a line is of an article: a sum over its first words, each two of them that follow
/// each other, and the last of them.
/// "Photograph: Harbour Trust", "Sign up for free", "about the author" stand in the middle of articles and look like
/// sentences; only what they say gives them away.
///
/// The words are hashed into a table of small weights; words that fall together share one (K. Weinberger and others:
/// Feature Hashing for Large Scale Multitask Learning, 2009). Learnt by ``LineEvidenceTrainer``.
struct LineEvidence: Sendable {
  /// What is hashed and how; a new number where any of it changes.
  static let name = "clean.line_words/1"
  static let slots = 1 << 18
  private static let shift = 64 - slots.trailingZeroBitCount
  /// So much of a weight is 1.
  static let unit = 16.0
  /// The first words of a line, which tell enough.
  static let mostWords = 50

  private let weights: [Int8]

  /// Takes a table of ``slots`` weights.
  init(weights: [Int8]) {
    precondition(weights.count == Self.slots)
    self.weights = weights
  }

  /// How many weights are not 0.
  var weightCount: Int { weights.count { $0 != 0 } }

  /// Lends the places of a line's words in the table, as many as there are.
  @inline(__always)
  static func forEachSlot(_ words: ArraySlice<UInt64>, _ body: (Int) -> Void) {
    var last: UInt64 = 1
    for word in words.prefix(mostWords) {
      body(slot(word, 11))
      // The first one follows on nothing.
      body(slot(word, last &* 0x9E37_79B9_7F4A_7C15 ^ 13))
      last = word
    }
    // What it ends with, where it is no longer than that.
    body(slot(last, 17))
  }

  @inline(__always)
  private static func slot(_ word: UInt64, _ kind: UInt64) -> Int {
    let mixed = (word ^ (kind &* 0xBF58_476D_1CE4_E5B9)) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: ((mixed ^ mixed >> 29) &* 0x9FB2_1C65_1E98_DF25) >> shift)
  }

  /// How much the words of a line speak for the article (above 0) or against it; of no words nothing.
  /// - Complexity: O(words), at most ``mostWords``.
  func score(_ words: ArraySlice<UInt64>) -> Double {
    guard !words.isEmpty else { return 0 }
    var sum = 0
    var count = 0
    Self.forEachSlot(words) { slot in
      sum += Int(weights[slot])
      count += 1
    }
    return Double(sum) / (Self.unit * Double(count).squareRoot())
  }
}

// MARK: Bytes

/// `CDLE`, a checksum of all that follows it, the length of the name in a byte, the name, the weights.
extension LineEvidence {
  private static let magic = Array("CDLE".utf8)

  /// The bytes of the file.
  var bytes: [UInt8] {
    let body = [UInt8(Self.name.utf8.count)] + Array(Self.name.utf8) + weights.map { UInt8(bitPattern: $0) }
    let sum = StableHash.of(body)
    return Self.magic + (0..<8).map { UInt8(truncatingIfNeeded: sum >> UInt64(8 * $0)) } + body
  }

  /// Reads what was written; nil where it is damaged, or was learnt of other words.
  init?(bytes: UnsafeRawBufferPointer) {
    let name = Array(Self.name.utf8)
    let start = 13 + name.count
    guard bytes.count == start + Self.slots, bytes.prefix(4).elementsEqual(Self.magic),
      Int(bytes[12]) == name.count, bytes[13..<start].elementsEqual(name)
    else { return nil }
    let sum = (4..<12).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64(bytes[$1]) }
    guard sum == StableHash.of(UnsafeRawBufferPointer(rebasing: bytes[12...])) else { return nil }
    weights = UnsafeRawBufferPointer(rebasing: bytes[start...]).withMemoryRebound(to: Int8.self) { Array($0) }
  }
}
