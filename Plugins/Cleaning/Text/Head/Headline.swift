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

  // MARK: The beginning of the story

  /// Whether a line that goes on in the next one is of a paragraph: a sentence ends inside of it, or it ends in a word that no
  /// headline ends in ("… zu erneuern. Die").
  static func isBrokenOff(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    guard words.count >= 5, let last = words.last else { return false }
    if openWords.contains(String(last)) { return true }
    return zip(words, words.dropFirst()).contains { word, next in
      guard word.last == ".", next.first?.isUppercase == true else { return false }
      // Not "St.", "U.S." or "Gov."
      let bare = word.dropLast()
      return bare.count >= 5 && bare.allSatisfy { $0.isLowercase || $0 == "-" }
    }
  }

  /// Articles, and what joins a word to the next one, in the languages most scraped; not what may be of a verb ("moves in").
  private static let openWords: Set<String> = [
    "the", "a", "an", "and", "or", "of", "der", "die", "das", "dem", "den", "des", "ein", "eine", "einen",
    "einem", "einer",
    "und", "oder", "von", "vom", "zum", "zur", "beim", "im", "le", "la", "les", "un", "une", "des", "du",
    "et", "ou", "de", "el",
    "los", "las", "una", "del", "y", "il", "lo", "gli", "di", "della", "dei", "o", "os", "uma", "da", "do",
    "dos", "das", "het", "een",
    "en", "van", "och", "og", "i", "z", "w",
  ]

  /// Whether a line begins as agencies' stories do, with a place in capitals, and a day or an agency behind it: "DALLAS,
  /// March 3 - Shr loss six cts", "LORN (Meridian Wire) — Talks went on".
  static func isDateline(_ text: Text, _ core: Span) -> Bool {
    let bytes = text.utf8[core.range]
    guard bytes.count >= 10, bytes.prefix(3).allSatisfy({ !$0.isASCIILowercase && $0 > 0x20 }) else {
      return false
    }
    let words = text[core].split(separator: " ", maxSplits: mostDatelineWords)
    guard let dash = words.firstIndex(where: { ["-", "–", "—", "--"].contains($0) }), dash >= 2,
      dash + 1 < words.count,
      let place = words.first?.filter(\.isLetter), place.count >= 3, place.allSatisfy(\.isUppercase)
    else { return false }
    let between = words[1..<dash]
    let hasAgency =
      between.contains { $0.hasPrefix("(") && $0.dropFirst().first?.isUppercase == true }
      && between.contains { $0.hasSuffix(")") }
    let hasDay =
      between.last.map { $0.count <= 3 && $0.first?.isNumber == true } ?? false
      && between.count > 1 && months.contains(between[between.endIndex - 2].prefix(3).lowercased())
    let rest = words[(dash + 1)...]
    guard rest.count >= 3, rest.contains(where: { $0.contains(where: \.isLowercase) }) else { return false }
    return hasAgency || hasDay && words[..<(dash - 1)].contains { $0.hasSuffix(",") }
  }

  private static let mostDatelineWords = 10
  /// How months begin in English, which datelines are mostly in.
  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

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
