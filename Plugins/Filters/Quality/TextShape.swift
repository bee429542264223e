import Copydesk

/// What quality rules look at: counts over words, lines and sentences of a text, in one pass each.
struct TextShape {
  private(set) var words = 0
  private(set) var letters = 0
  private(set) var alphabeticWords = 0
  private(set) var hashes = 0
  private(set) var ellipses = 0
  private(set) var lines = 0
  private(set) var bulletLines = 0
  private(set) var ellipsisLines = 0
  private(set) var punctuatedLines = 0
  private(set) var shortLines = 0
  private(set) var hasBraces = false
  private(set) var hasLoremIpsum = false
  /// Letters of scripts that set no blanks between words, and how many of them are Thai and Lao, which set no mark at
  /// the end of a sentence either.
  private var unspacedLetters = 0
  private var unmarkedLetters = 0
  /// Words that begin with a syllable of Korean.
  private var syllabicWords = 0

  /// - Parameter shortLine: a line of fewer characters is short.
  init(_ text: Text, shortLine: Int) {
    text.utf8.withUnsafeBufferPointer { bytes in
      countWords(text, bytes)
      countSymbols(bytes)
      for line in text.lines where !line.isBlank { count(line.trimmed, bytes, shortLine: shortLine) }
    }
  }

  func share(_ count: Int, of whole: Int) -> Double { whole == 0 ? 0 : Double(count) / Double(whole) }

  /// Letters a word.
  var meanWordLength: Double { share(letters, of: words) }

  /// Whether most of it is Thai, Lao, Khmer or Burmese: what stands between blanks is no word.
  var setsNoBlanks: Bool { unspacedLetters * 2 > letters }

  /// Whether most of it is Korean, where a character is a syllable, and a word of three has six letters or more.
  var writesSyllables: Bool { syllabicWords * 2 > words }

  /// Whether most of it is Thai or Lao, whose sentences end without a mark.
  var setsNoMarks: Bool { unmarkedLetters * 2 > letters }

  private mutating func countWords(_ text: Text, _ bytes: UnsafeBufferPointer<UInt8>) {
    for token in text.tokens where token.kind != .punctuation && !token.traits.contains(.possessive) {
      words += 1
      let word = UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])
      for byte in word where !byte.isUTF8Continuation { letters += 1 }
      if word.contains(where: { $0 == 0xE0 || $0 == 0xE1 }) { countUnspaced(word) }
      // U+AC00 to U+D7A3, nearly alone.
      if 0xEA...0xED ~= word[0] { syllabicWords += 1 }
      if word.contains(where: { $0.isASCIILetter || $0 >= 0x80 }) { alphabeticWords += 1 }
    }
  }

  private mutating func countUnspaced(_ word: UnsafeBufferPointer<UInt8>) {
    for (first, second) in zip(word, word.dropFirst()) {
      guard let script = UnspacedScript(first, second) else { continue }
      unspacedLetters += 1
      if script == .withoutMarks { unmarkedLetters += 1 }
    }
  }

  /// `#`, `...` and `…`, which Gopher calls symbols; braces and filler text, which C4 looks for.
  private mutating func countSymbols(_ bytes: UnsafeBufferPointer<UInt8>) {
    let lorem = Array("lorem ipsum".utf8)
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "#"): hashes += 1
      case UInt8(ascii: "{"): hasBraces = true
      case UInt8(ascii: ".")
      where index + 2 < bytes.count && bytes[index + 1] == 0x2E && bytes[index + 2] == 0x2E:
        ellipses += 1
        index += 2
      case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA6:
        ellipses += 1
      case UInt8(ascii: "l"), UInt8(ascii: "L"):
        if !hasLoremIpsum, index + lorem.count <= bytes.count {
          hasLoremIpsum = lorem.indices.allSatisfy { bytes[index + $0] | 0x20 == lorem[$0] }
        }
      default: break
      }
      index += 1
    }
  }

  private mutating func count(_ line: Span, _ bytes: UnsafeBufferPointer<UInt8>, shortLine: Int) {
    lines += 1
    let line = UnsafeBufferPointer(rebasing: bytes[line.range])
    var characters = 0
    for byte in line where !byte.isUTF8Continuation { characters += 1 }
    if characters < shortLine { shortLines += 1 }
    if begins(line, with: ["-", "*", "•", "‣", "●", "–", "·", "◦", "▪"]) { bulletLines += 1 }
    if ends(line, with: ["...", "…"]) { ellipsisLines += 1 }
    if ends(line, with: Self.finalMarks) { punctuatedLines += 1 }
  }

  /// What ends a sentence, and the quotes that close behind it: of Latin, Greek, Cyrillic, Chinese and Japanese; of Arabic,
  /// Urdu and the scripts of India; of Armenian, Ethiopic, Burmese, Khmer, Tibetan, Mongolian and Georgian.
  private static let finalMarks: [StaticString] = [
    ".", "!", "?", "\"", "”", "’", "'", "»", "…", "“", "‘", "›", "‼", "⁇", "⁈", "⁉",
    "。", "！", "？", "｡", "．", "」", "』",
    "؟", "۔", "।", "॥", "։", "።", "፧", "။", "។", "៕", "།", "᠃", "჻",
  ]

  private func begins(_ line: UnsafeBufferPointer<UInt8>, with marks: [StaticString]) -> Bool {
    marks.contains { mark in mark.withUTF8Buffer { line.starts(with: $0) } }
  }

  private func ends(_ line: UnsafeBufferPointer<UInt8>, with marks: [StaticString]) -> Bool {
    marks.contains { mark in mark.withUTF8Buffer { line.suffix($0.count).elementsEqual($0) } }
  }
}
