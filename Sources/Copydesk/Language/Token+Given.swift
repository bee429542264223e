extension Token {
  /// A token that was found by other means than ``Text/tokens``, such as those of an annotated corpus.
  ///
  /// - Parameters:
  ///   - span: where it stands; not empty.
  ///   - bytes: the text, valid UTF-8.
  ///   - spacing: what stands before it: ``Traits/afterSpace`` and its like. Case and the possessive ending are
  ///     found from the bytes.
  /// - Complexity: O(length).
  public init(given span: Span, in bytes: UnsafeBufferPointer<UInt8>, spacing: Traits = .afterSpace) {
    let word = UnsafeBufferPointer(rebasing: bytes[span.range])
    var letters = 0
    var upper = 0
    var traits = spacing
    var kind = Kind.punctuation
    var index = 0
    while index < word.count {
      let (scalar, length) = decodeScalar(word, at: index)
      switch ScalarClass(scalar) {
      case .letter:
        let isUpper = scalar.isASCII ? word[index].isASCIIUppercase : scalar.properties.isUppercase
        if letters == 0, kind != .number, isUpper { traits.insert(.capitalised) }
        letters += 1
        if isUpper { upper += 1 }
        if kind == .punctuation { kind = .word }
      case .digit:
        if index == 0 { kind = .number } else if kind == .punctuation { kind = .number }
      case .ideograph:
        if kind == .punctuation { kind = .word }
      default: break
      }
      index += length
    }
    if kind == .word, upper >= 2, upper == letters { traits.insert(.allCaps) }
    if Self.isPossessive(word) {
      kind = .word
      traits.subtract([.capitalised, .allCaps])
      traits.insert(.possessive)
    }
    self.init(span.start, span.end, kind, traits)
  }

  /// `'s`, `’s`, and the `'` that ends a plural's.
  private static func isPossessive(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = word.last, last | 0x20 == UInt8(ascii: "s") else { return false }
    if word.count == 2 { return word[0] == UInt8(ascii: "'") }
    return word.count == 4 && word[0] == 0xE2 && word[1] == 0x80 && word[2] == 0x99
  }
}
