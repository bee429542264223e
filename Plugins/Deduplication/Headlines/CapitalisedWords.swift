import Copydesk

/// The words of a text that have a capital though no sentence begins with them: names, in most languages.
struct CapitalisedWords {
  /// The hash of each, as ``OpeningWords`` has it.
  private(set) var hashes: [UInt32] = []

  /// - Complexity: O(*n*).
  init(_ bytes: [UInt8]) {
    var isAtStart = true
    for piece in bytes.split(whereSeparator: \.isASCIISpace) {
      defer { isAtStart = Self.endsSentence(piece) }
      guard !isAtStart, Self.isCapital(piece) else { continue }
      let normal = NormalisedWords(Array(piece))
      guard normal.count == 1 else { continue }
      let hash = normal.bytes.withUnsafeBufferPointer {
        UInt32(truncatingIfNeeded: StableHash.of(HeadlineWords.stem($0)))
      }
      if !hashes.contains(hash) { hashes.append(hash) }
    }
  }

  /// Whether the next word may begin a sentence: also behind a colon, a dash or a bracket.
  private static func endsSentence(_ piece: ArraySlice<UInt8>) -> Bool {
    guard let last = piece.last else { return true }
    return last >= 0x80 || !(last.isASCIILetter || last.isASCIIDigit || last == UInt8(ascii: ","))
  }

  private static func isCapital(_ piece: ArraySlice<UInt8>) -> Bool {
    guard let first = piece.first else { return false }
    guard first >= 0x80 else { return first.isASCIIUppercase }
    return piece.withUnsafeBufferPointer { decodeScalar($0, at: 0).scalar.properties.isUppercase }
  }
}
