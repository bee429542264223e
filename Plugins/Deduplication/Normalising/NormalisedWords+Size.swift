import Copydesk

extension NormalisedWords {
  /// Letters and vowel signs of Thai, Lao, Khmer and Burmese that are taken for a word: these put no blanks between words.
  private static let lettersOfWord = 4

  /// How many words a part of a text has: in scripts without blanks, where the runs between blanks are fewer than asked for,
  /// as many as its letters make.
  /// - Parameters:
  ///   - normal: the words of that part.
  ///   - least: how many are asked for.
  static func size(
    of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ normal: NormalisedWords, least: Int
  ) -> Int {
    guard normal.count < least else { return normal.count }
    var letters = 0
    for index in range where index + 2 < range.upperBound {
      if UnspacedScript(bytes[index], bytes[index + 1]) != nil { letters += 1 }
    }
    return max(normal.count, letters / lettersOfWord)
  }
}
