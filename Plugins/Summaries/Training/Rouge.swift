import Copydesk

/// How much the words of a summary are those of a reference: ROUGE-1, -2 and -L, F1, on stems.
///
/// C.-Y. Lin: ROUGE: A Package for Automatic Evaluation of Summaries. ACL 2004 workshop. The stems are ours, so the
/// figures differ in the second decimal from those of other tools; compare them with each other only.
struct Rouge {
  /// The words of a text as hashes of their stems.
  static func words(_ text: Text, in range: Range<Int>? = nil) -> [UInt64] {
    text.utf8.withUnsafeBufferPointer { bytes in
      text.tokens[range ?? text.tokens.indices].compactMap { token in
        guard token.kind != .punctuation else { return nil }
        return Stem.key(UnsafeBufferPointer(rebasing: bytes[token.start..<token.end]))
      }
    }
  }

  private let reference: [UInt64]
  private let singles: [UInt64: Int]
  private let pairs: [UInt64: Int]

  /// Prepares to score against a reference.
  init(reference: [UInt64]) {
    self.reference = reference
    singles = Self.counts(reference)
    pairs = Self.counts(Self.bigrams(reference))
  }

  /// ROUGE-1 F1 + ROUGE-2 F1.
  func sum(_ words: [UInt64]) -> Double { one(words) + two(words) }

  /// ROUGE-1 F1.
  func one(_ words: [UInt64]) -> Double { Self.f1(words, singles, of: reference.count) }

  /// ROUGE-2 F1.
  func two(_ words: [UInt64]) -> Double {
    Self.f1(Self.bigrams(words), pairs, of: max(0, reference.count - 1))
  }

  /// How many pairs of neighbouring words are in the reference too.
  func sharedPairs(_ words: [UInt64]) -> Int { Self.shared(Self.bigrams(words), pairs) }

  /// ROUGE-L F1: the longest common subsequence.
  func longest(_ words: [UInt64]) -> Double {
    guard !words.isEmpty, !reference.isEmpty else { return 0 }
    var row = [Int](repeating: 0, count: words.count + 1)
    for word in reference {
      var diagonal = 0
      for index in words.indices {
        let above = row[index + 1]
        row[index + 1] = word == words[index] ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return Self.harmonic(row[words.count], words.count, reference.count)
  }

  private static func f1(_ words: [UInt64], _ wanted: [UInt64: Int], of total: Int) -> Double {
    harmonic(shared(words, wanted), words.count, total)
  }

  private static func shared(_ words: [UInt64], _ wanted: [UInt64: Int]) -> Int {
    var left = wanted
    var both = 0
    for word in words {
      if let count = left[word], count > 0 {
        left[word] = count - 1
        both += 1
      }
    }
    return both
  }

  private static func harmonic(_ both: Int, _ a: Int, _ b: Int) -> Double {
    a + b == 0 ? 0 : 2 * Double(both) / Double(a + b)
  }

  private static func bigrams(_ words: [UInt64]) -> [UInt64] {
    zip(words, words.dropFirst()).map { $0 &* 0x9E37_79B9_7F4A_7C15 &+ $1 }
  }

  private static func counts(_ words: [UInt64]) -> [UInt64: Int] {
    words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
