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
    _ token: Token, _ bytes: UnsafeBufferPointer<UInt8>, without stopWords: borrowing WordKeys
  ) -> UInt64? {
    guard token.kind != .punctuation, token.end - token.start > 1 else { return nil }
    let whole = WordKeys.key(bytes, token.start, token.end)
    return stopWords.contains(whole) ? nil : key(bytes, token.start, token.end, whole)
  }

  /// The key of the word's stem: lower case, without the `s`, `es`, `ed`, `ing` and `e` of its ending, and a doubled
  /// letter before them. Crude, and enough to see that two sentences speak of the same thing.
  static func key(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    key(word, 0, word.count, WordKeys.key(word, 0, word.count))
  }

  /// - Parameter whole: the key of all of the word, which is that of most.
  private static func key(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ wordEnd: Int, _ whole: UInt64
  ) -> UInt64 {
    let word = UnsafeBufferPointer(rebasing: bytes[start..<wordEnd])
    var end = word.count
    // Read where the text goes on: the bytes behind a word are looked at with it.
    func key(of count: Int) -> UInt64 { WordKeys.key(bytes, start, start + count) }
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
        return key(of: end - 3) ^ 0x79
      } else if ends("es") {
        end -= 2
      } else if ends("s"), !ends("ss"), !ends("us"), !ends("is") {
        end -= 1
      }
    case UInt8(ascii: "g") where ends("ing"): end -= 3
    case UInt8(ascii: "d") where ends("ed"): end -= 2
    case UInt8(ascii: "y") where ends("y"):
      return key(of: end - 1) ^ 0x79
    default: break
    }
    // Of two equal bytes of one character none may go.
    if end < word.count, end > 3, word[end - 1] < 0x80, word[end - 1] == word[end - 2], !ends("ss"),
      !ends("ll")
    {
      end -= 1
    }
    if ends("e") { end -= 1 }
    return end == word.count ? whole : key(of: end)
  }
}
