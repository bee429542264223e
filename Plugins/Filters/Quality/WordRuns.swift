import Copydesk

/// Runs of a few words in a row, and how much of the text those are that come more than once.
///
/// - Complexity: O(words) a length of run.
struct WordRuns {
  /// The hash of each word, without regard to case.
  private var words: [UInt64] = []
  /// Letters before each word; one more at the end.
  private var letters: [Int] = [0]

  init(_ text: Text) {
    text.utf8.withUnsafeBufferPointer { bytes in
      for token in text.tokens where token.kind != .punctuation {
        let word = UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])
        words.append(CaseFolding.hash(word))
        var before = letters.last ?? 0
        for byte in word where !byte.isUTF8Continuation { before += 1 }
        letters.append(before)
      }
    }
  }

  private var total: Int { letters.last ?? 0 }

  private func hash(_ start: Int, _ length: Int) -> UInt64 {
    var hash = StableHash()
    for index in start..<start + length { hash.combine(words[index]) }
    return hash.finish()
  }

  /// The share of the text in the run of `length` words that comes most often, where it comes more than once; of several
  /// that come as often the longest counts.
  func topShare(_ length: Int) -> Double {
    guard words.count >= length, total > 0 else { return 0 }
    var counts: [UInt64: (count: Int, letters: Int)] = [:]
    for start in 0...(words.count - length) {
      let size = letters[start + length] - letters[start]
      counts[hash(start, length), default: (0, size)].count += 1
    }
    let most = counts.values.max { ($0.count, $0.letters) < ($1.count, $1.letters) } ?? (0, 0)
    return most.count < 2 ? 0 : min(1, Double(most.count * most.letters) / Double(total))
  }

  /// The share of the text in runs of `length` words that repeat one before; no letter is counted twice.
  func duplicateShare(_ length: Int) -> Double {
    guard words.count >= length, total > 0 else { return 0 }
    var seen: Set<UInt64> = []
    var covered = 0
    var end = 0
    for start in 0...(words.count - length) where !seen.insert(hash(start, length)).inserted {
      covered += letters[start + length] - letters[max(start, end)]
      end = start + length
    }
    return Double(covered) / Double(total)
  }
}
