import Copydesk

/// What makes a line of the head a headline, and when two are the same.
enum Headline {
  /// Whether the line may be a headline: short, and no sentence that is ended.
  static func isPossible(_ line: TextLine) -> Bool {
    guard (1...30).contains(line.words), !line.folded.isEmpty, hasLetter(line.folded) else { return false }
    switch line.ending {
    case .colon: return false
    case .stop: return endsInInitials(line.folded) && line.words <= 20
    case .open, .question, .exclamation, .ellipsis: return true
    }
  }

  /// Whether one line repeats the other: the same letters and digits, or one goes on where the other is cut
  /// off with an ellipsis, or has the site's name after it.
  static func isCopy(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    let counts = (a.count(where: isLetter), b.count(where: isLetter))
    let least = min(counts.0, counts.1)
    guard least >= 12 || counts.0 == counts.1, least > 0 else { return false }
    var (i, j) = (a.startIndex, b.startIndex)
    for _ in 0..<least {
      while !isLetter(a[i]) { i += 1 }
      while !isLetter(b[j]) { j += 1 }
      if a[i] != b[j] { return false }
      i += 1
      j += 1
    }
    return true
  }

  /// Whether a line is nothing but signs of a rule: "====", "---", or one that stands alone: "-", "•".
  static func isUnderline(_ line: TextLine) -> Bool {
    guard line.words == 1, line.span.count <= 200 else { return false }
    guard let first = line.folded.first else { return false }
    return line.folded.allSatisfy { $0 == first } && "=-_~|/*".utf8.contains(first)
  }

  /// Letters and digits only.
  static func letters(_ folded: ArraySlice<UInt8>) -> [UInt8] { folded.filter(isLetter) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || (byte >= 0x80 && byte != 0xE2)
  }

  private static func hasLetter(_ folded: ArraySlice<UInt8>) -> Bool {
    folded.contains { $0.isASCIILetter || $0 >= 0xC3 }
  }

  /// "… and the U.S."
  private static func endsInInitials(_ folded: ArraySlice<UInt8>) -> Bool {
    guard folded.last == UInt8(ascii: "."), folded.count >= 4 else { return false }
    return folded[folded.endIndex - 3] == UInt8(ascii: ".")
  }
}
