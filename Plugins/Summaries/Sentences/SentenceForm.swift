import Copydesk

/// What a sentence looks like, and how well it reads by itself.
struct SentenceForm {
  /// What was seen.
  struct Signs: OptionSet {
    let rawValue: UInt16
    /// A connective opens it ("However"): it goes on from what was said before.
    static let connective = Signs(rawValue: 1)
    /// A pronoun or a demonstrative opens it ("He said"): it speaks of what was named before.
    static let pronoun = Signs(rawValue: 2)
    /// A quotation mark opens it.
    static let opensQuote = Signs(rawValue: 4)
    /// It holds a quotation mark.
    static let quotes = Signs(rawValue: 8)
    /// It holds one half of a quotation.
    static let halfQuote = Signs(rawValue: 16)
    /// It asks.
    static let question = Signs(rawValue: 32)
    /// It opens as the items of a list do.
    static let listItem = Signs(rawValue: 64)
    /// It opens in lower case.
    static let lowerCase = Signs(rawValue: 128)
    /// It is the first of its paragraph.
    static let paragraph = Signs(rawValue: 256)

    /// What it says hangs on the sentence before.
    static let leaning: Signs = [.connective, .pronoun]
  }

  /// Words and numbers in it.
  private(set) var words = 0
  /// Numbers in it.
  private(set) var numbers = 0
  /// Capitalised words besides the first.
  private(set) var capitals = 0
  /// Whether it is a sentence of the article, and no heading, byline or caption.
  private(set) var isProse = false
  /// What was seen.
  private(set) var signs: Signs = []

  /// - Complexity: O(tokens).
  init(_ sentence: Sentence, tokens: [Token], bytes: UnsafeBufferPointer<UInt8>) {
    var quotes = QuoteBalance()
    var shouted = 0
    var first: Token?
    var mayHoldPhrase = false
    for index in sentence.tokens {
      let token = tokens[index]
      switch token.kind {
      case .word:
        words += 1
        if first == nil {
          first = token
        } else if token.isCapitalised {
          capitals += 1
        }
        if token.traits.contains(.allCaps) { shouted += 1 }
        if Furniture.mayBeginPhrase(token, bytes) { mayHoldPhrase = true }
      case .number:
        words += 1
        numbers += 1
      case .punctuation:
        let next = index + 1 < sentence.tokens.upperBound ? tokens[index + 1] : nil
        quotes.add(token, previous: index > 0 ? tokens[index - 1] : nil, next: next, bytes)
      }
    }
    guard let first, let opening = tokens[sentence.tokens].first else { return }
    isProse =
      Self.endsAsSentence(sentence, bytes) && shouted * 2 <= words
      && !Furniture.holds(tokens, in: sentence.tokens, mayHoldPhrase: mayHoldPhrase, bytes)
    if quotes.count > 0 { signs.insert(.quotes) }
    if quotes.isUneven { signs.insert(.halfQuote) }
    if quotes.count > 0, QuoteBalance.isQuote(opening, bytes) { signs.insert(.opensQuote) }
    if Self.opensAsListItem(sentence, bytes) { signs.insert(.listItem) }
    if !first.isCapitalised, first.start == sentence.span.start { signs.insert(.lowerCase) }
    if Self.lastMark(sentence, bytes) == UInt8(ascii: "?") { signs.insert(.question) }
    if sentence.startsParagraph { signs.insert(.paragraph) }
    let opener = UnsafeBufferPointer(rebasing: bytes[first.start..<first.end])
    if Self.connectives.contains(opener) { signs.insert(.connective) }
    if Self.pronouns.contains(opener) { signs.insert(.pronoun) }
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
    lastMark(sentence, bytes) != nil
  }

  /// The mark it ends in, quotes and brackets aside; a full stop for `…`.
  private static func lastMark(_ sentence: Sentence, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
    for index in sentence.span.range.reversed().prefix(12) {
      switch bytes[index] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return bytes[index]
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): continue
      case 0xA6 where index >= 2 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2:
        return UInt8(ascii: ".")
      case 0x80...:
        if let mark = mark(endingAt: index, bytes) { return mark }
      default: return nil
      }
    }
    return nil
  }

  /// The full stops of Hindi, Bengali and Urdu and the question mark of Arabic, as the ASCII mark that means the same. Those
  /// of Chinese are none here: there are no words to rank its sentences by.
  private static func mark(endingAt index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
    switch bytes[index] {
    case 0xA4, 0xA5:
      index >= 2 && bytes[index - 1] == 0xA5 && bytes[index - 2] == 0xE0 ? UInt8(ascii: ".") : nil
    case 0x94: index >= 1 && bytes[index - 1] == 0xDB ? UInt8(ascii: ".") : nil
    case 0x9F: index >= 1 && bytes[index - 1] == 0xD8 ? UInt8(ascii: "?") : nil
    default: nil
    }
  }

  private static let connectives = WordSet(
    """
    however but and so also then there such moreover meanwhile instead nevertheless nonetheless therefore thus still yet
    besides furthermore otherwise additionally consequently hence similarly likewise accordingly plus or nor
    """)

  private static let pronouns = WordSet(
    """
    he she it they him them this that these those his her hers its their theirs both another others elsewhere afterwards
    """)
}
