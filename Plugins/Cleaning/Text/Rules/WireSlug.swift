import Copydesk

/// The name that a wire service gives a story for its desks: "BC-EU--Bridge Closed, 1st Ld", "AW-SPORT-LARNE-FINAL".
enum WireSlug: LineRule {
  static let name = "head.slug"
  static let help = "The name that a wire service gives a story: \"BC-EU--Bridge Closed, 1st Ld\"."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    guard place.isBeforeProse, line.words <= 8, line.folded.contains(UInt8(ascii: "-")) else { return false }
    let bytes = place.lines.text.utf8
    let words = bytes[place.lines.core(place.index).range].split(separator: 0x20)
    guard let first = words.first, first.first?.isASCIIUppercase == true else { return false }
    if words.count == 1 { return isOfCapitals(first) }
    return beginsAsSlug(first) || first.contains(UInt8(ascii: "-")) && isLead(words)
  }

  /// "AW-SPORT-LARNE-FINAL": three parts or more, of capitals and digits alone.
  private static func isOfCapitals(_ word: ArraySlice<UInt8>) -> Bool {
    let parts = word.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return beginsAsSlug(word) }
    return parts.allSatisfy { part in
      part.count >= 2 && part.allSatisfy { $0.isASCIIUppercase || $0.isASCIIDigit || $0 == UInt8(ascii: "/") }
    } || beginsAsSlug(word)
  }

  /// "BC-EU--Bridge", "US--Storm"
  private static func beginsAsSlug(_ word: ArraySlice<UInt8>) -> Bool {
    let service = word.prefix { $0.isASCIIUppercase }
    let rest = word.dropFirst(service.count)
    guard (2...4).contains(service.count), rest.first == UInt8(ascii: "-") else { return false }
    if rest.starts(with: "--".utf8) { return rest.dropFirst(2).first?.isASCIIUppercase ?? false }
    let isCycle =
      service.elementsEqual("BC".utf8) || service.elementsEqual("AM".utf8) || service.elementsEqual("PM".utf8)
    return isCycle && rest.dropFirst().first?.isASCIIUppercase ?? false
      && (rest.dropFirst().contains(UInt8(ascii: "-")) || service.elementsEqual("BC".utf8))
  }

  /// "…, 1st Ld", "…, 2nd Ld-Writethru"
  private static func isLead(_ words: [ArraySlice<UInt8>]) -> Bool {
    guard words.count >= 3, let last = words.last else { return false }
    let before = words[words.count - 2]
    let isNumbered = before.first?.isASCIIDigit ?? false || before.elementsEqual("Urgent".utf8)
    return isNumbered && (last.elementsEqual("Ld".utf8) || last.starts(with: "Ld-".utf8))
  }
}
