/// Lower-cases words without allocating for ASCII.
public enum CaseFolding {
  /// The hash of a word without regard to case, equal for "Damascus", "DAMASCUS" and "damascus".
  /// - Parameter word: valid UTF-8.
  @inlinable
  public static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word {
      if byte >= 0x80 { return hashNonASCII(word) }
      let folded = byte.isASCIIUppercase ? byte | 0x20 : byte
      hash = (hash ^ UInt64(folded)) &* 0x9FB2_1C65_1E98_DF25
      hash ^= hash >> 29
    }
    return hash
  }

  @usableFromInline
  static func hashNonASCII(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var folded: [UInt8] = []
    folded.reserveCapacity(word.count + 4)
    fold(word, into: &folded)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in folded {
      hash = (hash ^ UInt64(byte)) &* 0x9FB2_1C65_1E98_DF25
      hash ^= hash >> 29
    }
    return hash
  }

  /// Appends the lower-case form of `word`. The typographic apostrophe becomes the plain one, so that both
  /// spellings of "don’t" are one word.
  public static func fold(_ word: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    var index = 0
    while index < word.count {
      let byte = word[index]
      if byte < 0x80 {
        out.append(byte.isASCIIUppercase ? byte | 0x20 : byte)
        index += 1
        continue
      }
      let (scalar, length) = decodeScalar(word, at: index)
      if scalar == "\u{2019}" {
        out.append(UInt8(ascii: "'"))
      } else {
        out.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
      index += length
    }
  }
}
