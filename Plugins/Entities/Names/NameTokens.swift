import Copydesk

/// The tokens of a text with what the name rules ask of each: the hash of its letters and its classes.
///
/// Two arrays a document, nothing a token.
struct NameTokens {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: [Token]
  private(set) var hashes: [UInt64] = []
  private(set) var classes: [WordClass] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ tokens: [Token], _ words: WordTable) {
    self.bytes = bytes
    self.tokens = tokens
    hashes.reserveCapacity(tokens.count)
    classes.reserveCapacity(tokens.count)
    for token in tokens {
      let word = UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])
      let (hash, found) = Self.classify(word, token, words)
      hashes.append(hash)
      classes.append(found)
    }
  }

  /// - Parameters:
  ///   - hashes: the hash of each token, as ``classify(_:_:_:)`` gives it.
  ///   - classes: the classes of each token.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ tokens: [Token], hashes: [UInt64], classes: [WordClass]) {
    self.bytes = bytes
    self.tokens = tokens
    self.hashes = hashes
    self.classes = classes
  }

  /// The hash of a word's letters and its classes: nothing but the word decides them.
  static func classify(
    _ word: UnsafeBufferPointer<UInt8>, _ token: Token, _ words: WordTable
  ) -> (hash: UInt64, classes: WordClass) {
    let hash = CaseFolding.hash(word)
    return (hash, token.kind == .word ? words[hash].union(shape(word, token, words)) : words[hash])
  }

  var count: Int { tokens.count }

  /// The bytes of a token.
  func word(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[tokens[index].start..<tokens[index].end])
  }

  func isA(_ index: Int, _ wanted: WordClass) -> Bool { !classes[index].isDisjoint(with: wanted) }
  func isCased(_ index: Int) -> Bool { classes[index].contains(.cased) }
  func isAllCaps(_ index: Int) -> Bool { tokens[index].traits.contains(.allCaps) }
  func isPossessive(_ index: Int) -> Bool { tokens[index].traits.contains(.possessive) }

  /// Whether the token is this one ASCII mark.
  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].end - tokens[index].start == 1
      && bytes[tokens[index].start] == UInt8(ascii: mark)
  }

  /// Whether the token is this lower-case ASCII word.
  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    let token = tokens[index]
    guard token.end - token.start == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { wanted in
      for offset in 0..<wanted.count where bytes[token.start + offset] != wanted[offset] { return false }
      return true
    }
  }

  /// The hash by which the lexicon knows the token.
  func phraseHash(_ index: Int) -> UInt64 {
    let isCased = classes[index].contains(.cased) && !classes[index].contains(.connector)
    return PhraseTable.wordHash(hashes[index], isCased: isCased)
  }

  /// A hash of several tokens, to know a name again.
  func hash(_ range: Range<Int>) -> UInt64 {
    if range.count == 1 { return hashes[range.lowerBound] }
    var hash = StableHash()
    for index in range { hash.combine(hashes[index]) }
    return hash.finish()
  }

  /// The hash of what follows the last inner hyphen, "Assad" in "al-Assad", where it begins with a capital.
  func hashAfterHyphen(_ index: Int) -> UInt64? {
    let token = tokens[index]
    guard token.end > token.start, !bytes[token.start].isASCIIUppercase,
      let hyphen = bytes[token.start..<token.end].lastIndex(of: UInt8(ascii: "-")),
      hyphen + 1 < token.end, bytes[hyphen + 1].isASCIIUppercase
    else { return nil }
    return CaseFolding.hash(UnsafeBufferPointer(rebasing: bytes[hyphen + 1..<token.end]))
  }

  private static func shape(
    _ word: UnsafeBufferPointer<UInt8>, _ token: Token, _ words: WordTable
  ) -> WordClass {
    if token.traits.contains(.possessive) || isAddress(word) { return [] }
    if let hyphen = word.lastIndex(of: UInt8(ascii: "-")), hyphen + 1 < word.count {
      let tail = words[CaseFolding.hash(UnsafeBufferPointer(rebasing: word[(hyphen + 1)...]))]
      if word[hyphen + 1].isASCIILowercase, tail.contains(.adjectiveEnding) { return [] }
      // "Dutch-Namibian"
      if tail.contains(.demonym), token.isCapitalised, word[hyphen + 1].isASCIIUppercase {
        return [.cased, .demonym]
      }
    }
    if token.isCapitalised {
      if word.count <= 2, word.count == 1 || word[1] == UInt8(ascii: ".") { return [.cased, .initial] }
      let isAcronym = token.traits.contains(.allCaps) && word.count <= 6
      return isAcronym ? [.cased, .acronym] : .cased
    }
    // "al-Assad", "eBay": a capital further in.
    guard word.count > 3 else { return [] }
    for byte in word where byte.isASCIIUppercase { return .cased }
    return []
  }

  /// A web or e-mail address is no name.
  private static func isAddress(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in word where byte == UInt8(ascii: "@") || byte == UInt8(ascii: "/") { return true }
    return false
  }
}
