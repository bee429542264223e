import Copydesk

/// What of a byline is a name: buttons and handles beside it are not, nor is what a system writes where it knows nobody.
enum AuthorName {
  /// The name without what stands beside it; nil where nothing of it names anybody.
  static func tidied(_ name: String) -> String? {
    let bytes = Array(name.utf8)
    let end = firstButton(in: bytes)
    var kept = end == bytes.count ? name : String(decoding: bytes[..<end], as: UTF8.self)
    while let last = kept.last, last.isWhitespace || ",;:|·•(–-".contains(last) { kept.removeLast() }
    return kept.isEmpty || isNobody(kept) || isSentence(kept) ? nil : kept
  }

  /// Whether a system or a whole newsroom is meant.
  static func isNobody(_ name: String) -> Bool {
    name.utf8.count <= 16 && nobodies.contains(name.lowercased())
  }

  private static let nobodies: Set<String> = [
    "unknown", "admin", "administrator", "null", "staff", "undefined", "none", "n/a", "user", "guest",
    "webmaster",
  ]

  /// Where "Share this", "Follow" or a handle begins.
  private static func firstButton(in bytes: [UInt8]) -> Int {
    var isStart = true
    for (index, byte) in bytes.enumerated() {
      if isStart {
        switch byte {
        case UInt8(ascii: "@"): return index
        case UInt8(ascii: "S"), UInt8(ascii: "s"):
          if says("share this", bytes, index) || says("share on", bytes, index) { return index }
        case UInt8(ascii: "F"), UInt8(ascii: "f"): if says("follow", bytes, index) { return index }
        default: break
        }
      }
      isStart = byte == 0x20 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "|")
    }
    return bytes.count
  }

  /// Whether words stand at a place, whole.
  private static func says(_ words: StaticString, _ bytes: [UInt8], _ start: Int) -> Bool {
    words.withUTF8Buffer { wanted in
      let end = start + wanted.count
      guard end <= bytes.count, end == bytes.count || !bytes[end].isASCIILetter else { return false }
      return zip(bytes[start..<end], wanted).allSatisfy { ($0 | 0x20) == $1 }
    }
  }

  /// "Sven Aro is a columnist and a former engineer."
  private static func isSentence(_ name: String) -> Bool {
    let words = name.utf8.split(separator: 0x20)
    guard words.count >= 4 else { return false }
    if words.dropFirst().contains(where: { verbs.contains(String(Substring($0))) }) { return true }
    // "Jr.", "Inc."
    return words.count >= 6 && name.utf8.last == UInt8(ascii: ".") && (words.last?.count ?? 0) > 4
  }

  private static let verbs: Set<String> = [
    "is", "are", "was", "has", "writes", "covers", "ist", "schreibt", "est",
  ]
}

/// What of a page's section is the name of one.
enum SectionName {
  /// Whether it names a section: what a system writes where there is none does not, nor does a list of keywords.
  static func isOne(_ name: String) -> Bool {
    guard name.utf8.count(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }) < 3 else {
      return false
    }
    return name.utf8.count > 16 || !none.contains(name.lowercased())
  }

  private static let none: Set<String> = [
    "null", "undefined", "none", "uncategorized", "uncategorised", "unknown", "n/a", "default",
  ]
}
