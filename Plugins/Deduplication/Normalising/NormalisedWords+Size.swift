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
    // All of them are three bytes: 0xE0 0xB8… for Thai and Lao, 0xE1 0x80… and 0x9E… for Burmese and Khmer.
    for index in range where index + 2 < range.upperBound {
      switch (bytes[index], bytes[index + 1]) {
      case (0xE0, 0xB8...0xBB), (0xE1, 0x80...0x82), (0xE1, 0x9E...0x9F): letters += 1
      default: break
      }
    }
    return max(normal.count, letters / lettersOfWord)
  }
}
