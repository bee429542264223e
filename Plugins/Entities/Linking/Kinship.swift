import Copydesk

/// Finds out whether a person is brought in as somebody's relative: "his wife, Sarah Holt", "Sarah Holt, his wife". The
/// family name alone then stands for the other one.
enum Kinship {
  /// How many bytes before and behind a name are looked at.
  private static let reach = 48

  /// Whether the text says so where the name stands.
  static func isToldOf(_ name: Span, in text: Text) -> Bool {
    let bytes = text.utf8
    let before = bytes[max(0, name.start - reach)..<name.start]
    let clause = before.lastIndex(where: endsClause).map { before[($0 + 1)...] } ?? before
    if names(words(clause).suffix(4).reversed()) { return true }
    guard name.end < bytes.count, bytes[name.end] == UInt8(ascii: ",") else { return false }
    let behind = bytes[(name.end + 1)..<min(bytes.count, name.end + reach)]
    return names(
      words(behind.prefix { !endsClause($0) && $0 != UInt8(ascii: ",") }).prefix(3).reversed(), last: false)
  }

  /// Whether there is a word of kin with a word that tells whose before it.
  /// - Parameters:
  ///   - words: the last of them first.
  ///   - last: whether the word of kin is the last.
  private static func names(_ words: [String], last: Bool = true) -> Bool {
    guard let place = words.firstIndex(where: kin.contains), !last || place == 0 else { return false }
    return words[(place + 1)...].contains { owners.contains($0) || $0.hasSuffix("'s") || $0.hasSuffix("’s") }
  }

  private static func words(_ bytes: ArraySlice<UInt8>) -> [String] {
    bytes.split { $0.isASCIISpace || $0 == UInt8(ascii: ",") }.map {
      String(decoding: $0, as: UTF8.self).lowercased()
    }
  }

  private static func endsClause(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "!")
      || byte == UInt8(ascii: "?")
      || byte == UInt8(ascii: "\n")
  }

  private static let owners: Set = ["his", "her", "their", "whose", "my", "our"]
  private static let kin: Set = [
    "wife", "husband", "son", "daughter", "brother", "sister", "mother", "father", "widow", "widower",
    "uncle", "aunt",
    "nephew", "niece", "cousin", "partner", "fiancé", "fiancée", "girlfriend", "boyfriend", "grandson",
    "granddaughter",
    "grandfather", "grandmother", "stepson", "stepdaughter", "ex-wife", "ex-husband", "sister-in-law",
    "brother-in-law",
    "son-in-law", "daughter-in-law", "father-in-law", "mother-in-law", "twin", "spouse",
  ]
}
