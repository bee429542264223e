import Copydesk

/// Brings the forms of an English word to one key.
enum Stem {
  /// The key of a token that says what a text is about; nil for a mark, a single letter or a stop word.
  static func key(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    key(token, bytes, without: StopWords.english)
  }

  /// The same for many tokens.
  /// - Parameter stopWords: ``StopWords/english``, fetched once.
  @inline(__always)
  static func key(
    _ token: Token, _ bytes: UnsafeBufferPointer<UInt8>, without stopWords: borrowing WordSet
  ) -> UInt64? {
    guard token.kind != .punctuation, token.end - token.start > 1 else { return nil }
    let word = UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])
    let hash = CaseFolding.hash(word)
    return stopWords.contains(hash: max(1, hash)) ? nil : key(word, hash)
  }

  /// The hash of the word's stem: lower case, without the `s`, `es`, `ed`, `ing` and `e` of its ending, and a doubled
  /// letter before them. Crude, and enough to see that two sentences speak of the same thing.
  static func key(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 { key(word, CaseFolding.hash(word)) }

  /// - Parameter whole: the hash of all of the word, which is the key of most.
  private static func key(_ word: UnsafeBufferPointer<UInt8>, _ whole: UInt64) -> UInt64 {
    var end = word.count
    @inline(__always)
    func ends(_ suffix: StaticString) -> Bool {
      let count = suffix.utf8CodeUnitCount
      guard end >= count + 3 else { return false }
      let bytes = suffix.utf8Start
      for index in 0..<count where word[end - count + index] | 0x20 != bytes[index] { return false }
      return true
    }
    switch word[end - 1] | 0x20 {
    case UInt8(ascii: "s"):
      if ends("ies") {
        // "companies" and "company"
        return CaseFolding.hash(UnsafeBufferPointer(rebasing: word[..<(end - 3)])) ^ 0x79
      } else if ends("es") {
        end -= 2
      } else if ends("s"), !ends("ss"), !ends("us"), !ends("is") {
        end -= 1
      }
    case UInt8(ascii: "g") where ends("ing"): end -= 3
    case UInt8(ascii: "d") where ends("ed"): end -= 2
    case UInt8(ascii: "y") where ends("y"):
      return CaseFolding.hash(UnsafeBufferPointer(rebasing: word[..<(end - 1)])) ^ 0x79
    default: break
    }
    if end < word.count, end > 3, word[end - 1] == word[end - 2], !ends("ss"), !ends("ll") { end -= 1 }
    if ends("e") { end -= 1 }
    return end == word.count ? whole : CaseFolding.hash(UnsafeBufferPointer(rebasing: word[..<end]))
  }
}
