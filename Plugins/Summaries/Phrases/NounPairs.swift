import Copydesk

/// Which words of a text that are verbs elsewhere are nouns behind another noun: "climate change", "tax cut", "drone strike".
///
/// They stand so twice or more, and no object follows: not "the bank cut its rate", and not "officials claim", where the word
/// before is a plural.
struct NounPairs {
  private var counts: [UInt64: Int] = [:]

  /// - Parameter isApart: whether a word ends a phrase.
  /// - Complexity: O(tokens).
  init(_ text: Text, isApart: (UnsafeBufferPointer<UInt8>) -> Bool) {
    let tokens = text.tokens
    text.utf8.withUnsafeBufferPointer { bytes in
      for sentence in text.sentences {
        for index in sentence.tokens.dropFirst() where tokens[index].kind == .word {
          let (before, token) = (tokens[index - 1], tokens[index])
          guard Self.words.contains(Self.word(token, bytes)), before.kind == .word,
            !before.traits.contains(.possessive), !isApart(Self.word(before, bytes)),
            !Self.isPlural(before, bytes),
            let key = Stem.key(before, bytes, without: StopWords.english),
            !Self.hasObject(index, sentence.tokens.upperBound, tokens, bytes)
          else { continue }
          counts[Self.pair(key, token, bytes), default: 0] += 1
        }
      }
    }
  }

  /// Whether the word is a noun behind the one with that key.
  func holds(_ token: Token, after key: UInt64?, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let key, !counts.isEmpty, Self.words.contains(Self.word(token, bytes)) else { return false }
    return counts[Self.pair(key, token, bytes), default: 0] > 1
  }

  private static func pair(_ key: UInt64, _ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = StableHash()
    hash.combine(key)
    hash.combine(CaseFolding.hash(word(token, bytes)))
    return hash.finish()
  }

  private static func word(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>
  {
    UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])
  }

  /// "officials", but not "class" and "crisis".
  private static func isPlural(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard token.span.count > 3, bytes[token.end - 1] == UInt8(ascii: "s") else { return false }
    return bytes[token.end - 2] != UInt8(ascii: "s") && bytes[token.end - 2] != UInt8(ascii: "i")
  }

  /// Whether what follows is what a verb does something to.
  private static func hasObject(
    _ index: Int, _ end: Int, _ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard index + 1 < end else { return false }
    let next = tokens[index + 1]
    return next.kind == .number || (next.kind == .word && objects.contains(word(next, bytes)))
  }

  private static let objects = WordSet(
    "the a an this that these those its his her their our my your it him them us me all some any no each every more less"
  )

  /// Verbs that are nouns as well.
  private static let words = WordSet(
    """
    attack call calls cause change claim close cost costs count counts cut cuts draw drop drops end fall fear fight force
    halt halts hand hands help hit hold hope increase launch lead leave look measure measures meet move need needs offer
    order pay plan plans play promise raise record release report return rise run set share show sign stand stands start
    stop strike support suspect talk touch turn use vote wait watch win wins work works
    """)
}
