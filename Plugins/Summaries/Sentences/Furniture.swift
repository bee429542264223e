import Copydesk

/// Sentences that belong to the page and not to the article: credits, captions, invitations to click.
enum Furniture {
  /// Whether the tokens of a sentence hold one of the phrases, at its opening or anywhere.
  /// - Parameters:
  ///   - range: which of the text's tokens are the sentence's.
  ///   - mayHoldPhrase: whether ``mayBeginPhrase(_:_:)`` says so of one of its words.
  static func holds(
    _ tokens: [Token], in range: Range<Int>, mayHoldPhrase: Bool, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let first = range.first(where: { tokens[$0].kind == .word }) else { return false }
    if isFollowedByColon(tokens[first], bytes), openers.contains(word(tokens[first], bytes)) { return true }
    var last = first
    let mayOpen = openingWords.contains(word(tokens[first], bytes))
    guard mayOpen || mayHoldPhrase else { return false }
    for index in range[(first + 1)...] where tokens[index].kind == .word {
      if last == first, mayOpen, has(tokens[first], tokens[index], in: openingPhrases, bytes) { return true }
      if mayBeginPhrase(tokens[last], bytes), has(tokens[last], tokens[index], in: phrases, bytes) {
        return true
      }
      last = index
    }
    return false
  }

  /// Whether a sentence tells who took a picture: "Photo: Ivo Lindt/Meridian".
  static func isCredit(_ tokens: [Token], in range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.count <= mostOfCredit, let first = range.first(where: { tokens[$0].kind != .punctuation }),
      tokens[first].kind == .word, first - range.lowerBound <= 1
    else { return false }
    if creditOpeners.contains(word(tokens[first], bytes)), isFollowedByColon(tokens[first], bytes) {
      return true
    }
    return first + 1 < range.upperBound && has(tokens[first], tokens[first + 1], in: creditPhrases, bytes)
  }

  /// A cheap test, so that few words are looked up.
  @inline(__always)
  static func mayBeginPhrase(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch bytes[token.start] | 0x20 {
    case UInt8(ascii: "s"), UInt8(ascii: "r"): token.end - token.start == 6
    case UInt8(ascii: "g"): token.end - token.start == 5
    default: false
    }
  }

  private static func has(
    _ first: Token, _ second: Token, in set: Set<UInt64>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    set.contains(pair(CaseFolding.hash(word(first, bytes)), CaseFolding.hash(word(second, bytes))))
  }

  private static func word(
    _ token: Token, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])
  }

  private static func isFollowedByColon(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    token.end < bytes.count && bytes[token.end] == UInt8(ascii: ":")
  }

  private static let openers = WordSet(
    "pictured photo image picture video caption credit related source read watch")
  private static let creditOpeners = WordSet(
    "photo photos photograph photographs photographer picture pictures image images credit foto fotos bild bilder"
  )
  private static let creditPhrases = pairs([
    "photo by", "photos by", "photograph by", "image by", "picture by", "photo credit", "picture credit",
    "image credit", "image copyright", "getty images",
  ])
  /// Most words and marks of a credit.
  private static let mostOfCredit = 16
  private static let openings = [
    "reporting by", "writing by", "editing by", "additional reporting", "photo by", "photograph by",
    "image by", "picture by", "image copyright", "file photo", "file image", "click here", "read more",
    "see also", "follow us", "sign up", "to subscribe", "watch more", "copyright the", "all rights",
  ]
  private static let openingPhrases = pairs(openings)
  /// The words that these begin with: few sentences do.
  private static let openingWords = WordSet(words: openings.map { String($0.prefix { $0 != " " }) })
  private static let phrases = pairs(["scroll down", "getty images", "rights reserved"])

  private static func pairs(_ list: [String]) -> Set<UInt64> {
    func hash(_ word: Substring) -> UInt64 {
      Array(word.utf8).withUnsafeBufferPointer { CaseFolding.hash($0) }
    }
    return Set(
      list.compactMap { phrase in
        let words = phrase.split(separator: " ")
        return words.count == 2 ? pair(hash(words[0]), hash(words[1])) : nil
      })
  }

  private static func pair(_ a: UInt64, _ b: UInt64) -> UInt64 { a &* 0x9E37_79B9_7F4A_7C15 &+ b }
}
