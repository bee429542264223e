import Copydesk

/// What a sentence looks like, and how well it reads by itself.
struct SentenceForm {
  /// Words and numbers in it.
  private(set) var words = 0
  /// Whether it is a sentence of the article, and no heading, byline or caption.
  private(set) var isProse = false
  /// 1 for a sentence that stands by itself, less for one that leans on another.
  private(set) var readability = 1.0

  init(_ sentence: Sentence, tokens: [Token], bytes: UnsafeBufferPointer<UInt8>) {
    var capitals = 0
    var quotes = 0
    var open = 0
    var first: Token?
    for token in tokens[sentence.tokens] {
      switch token.kind {
      case .word:
        words += 1
        first = first ?? token
        if token.traits.contains(.allCaps) { capitals += 1 }
      case .number: words += 1
      case .punctuation:
        let mark = bytes[token.start]
        if mark == UInt8(ascii: "\"") {
          quotes += 1
        } else if mark == 0xE2, token.end - token.start == 3, bytes[token.start + 1] == 0x80 {
          if bytes[token.start + 2] == 0x9C { open += 1 }
          if bytes[token.start + 2] == 0x9D { open -= 1 }
        }
      }
    }
    guard let first else { return }
    isProse = Self.endsAsSentence(sentence, bytes) && capitals * 2 <= words
    if quotes % 2 != 0 || open != 0 { readability *= 0.5 }
    if Self.opensAsListItem(sentence, bytes) { readability *= 0.5 }
    let opener = UnsafeBufferPointer(rebasing: bytes[first.start..<first.end])
    if Self.leaningOpeners.contains(opener) { readability *= 0.85 }
  }

  /// Whether it opens with a dash or a bullet, as the items of a list do.
  private static func opensAsListItem(_ sentence: Sentence, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = sentence.span.start
    guard sentence.span.end - start > 3 else { return false }
    switch bytes[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"): return true
    // "–", "—" and "•"
    case 0xE2 where bytes[start + 1] == 0x80: return [0x93, 0x94, 0xA2].contains(bytes[start + 2])
    default: return false
    }
  }

  /// Whether it ends in a full stop, `!`, `?` or `…`, quotes and brackets aside.
  private static func endsAsSentence(_ sentence: Sentence, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in sentence.span.range.reversed().prefix(12) {
      switch bytes[index] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): continue
      case 0xA6 where index >= 2 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2: return true
      case 0x80...: continue
      default: return false
      }
    }
    return false
  }

  /// A sentence that opens with one of these refers to what was said before.
  private static let leaningOpeners = WordSet(
    """
    he she it they them this that these those his her its their however but and so also then there such moreover
    meanwhile instead nevertheless nonetheless therefore thus still yet besides furthermore otherwise
    """)
}
