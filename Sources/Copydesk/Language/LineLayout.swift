/// How a text uses line breaks.
enum LineLayout {
  /// Whether lines are broken at a fixed width, as in newswire and e-mail, so that a line break alone says
  /// nothing: four lines or more, none longer than 100 bytes, and most that have a neighbour near the full
  /// width.
  static func isHardWrapped(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var lines = 0
    var inner = 0
    var full = 0
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let length = end - start
      if length > 100 { return false }
      if length > 1 { lines += 1 }
      if length > 1, end + 1 < bytes.count, !bytes[end + 1].isASCIISpace {
        inner += 1
        if length >= 45 { full += 1 }
      }
      start = end + 1
    }
    return lines >= 4 && inner >= 3 && full * 3 >= inner * 2
  }

  /// The length, in bytes, from which on a line may be taken for a full one.
  static let leastFull = 45
  /// The length from which on a line may be taken for a broken one, where the next opens in lower case.
  static let leastBeforeLowerCase = 30
  /// Lines that are longer are not broken at a width.
  private static let longest = 100

  /// Two lines that follow each other, by their lengths in bytes.
  struct Lines {
    /// The length of the first.
    let before: Int
    /// The length of the second.
    let after: Int

    /// Whether the first was broken because the first word of the second did not fit: both are nearly full, and
    /// the second is not so long that the word would have had room.
    /// - Parameter word: the length of that word, in bytes.
    func isBroken(before word: Int) -> Bool {
      before >= LineLayout.leastFull && after * 4 >= before * 3 && after <= before + 1 + word
    }
  }

  /// The line that starts at `place`, perhaps after blanks, and the one before it.
  /// - Returns: nil if one of them is longer than a line that is broken at a width.
  /// - Complexity: constant.
  static func lines(around place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Lines? {
    var end = place
    while end < bytes.count, bytes[end] != 0x0A {
      end += 1
      if end - place > longest { return nil }
    }
    var start = place
    while start > 0, bytes[start - 1] != 0x0A {
      start -= 1
      if place - start > longest { return nil }
    }
    guard start > 0 else { return nil }
    var before = start - 1
    while before > 0, bytes[before - 1] != 0x0A {
      before -= 1
      if start - before > longest + 1 { return nil }
    }
    return Lines(before: start - 1 - before, after: end - place)
  }
}
