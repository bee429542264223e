/// Which scalars make words when texts are compared by their shingles.
enum WordScalars {
  /// What a scalar is to the scanner.
  enum Kind {
    /// Divides words.
    case gap
    /// Belongs to a word.
    case word
    /// Is a word by itself: a character of a script that writes no blanks.
    case single
  }

  /// For each byte the one to hash, lower case; 0 where it divides words, ``foreign`` where it is not ASCII.
  static let bytes: [UInt8] = (0..<256).map { value in
    let byte = UInt8(value)
    if byte >= 0x80 { return foreign }
    if byte.isASCIIUppercase { return byte | 0x20 }
    return byte.isASCIILowercase || byte.isASCIIDigit || byte == UInt8(ascii: "_") ? byte : 0
  }
  static let foreign: UInt8 = 1

  /// Classifies a scalar outside of ASCII. The common blocks by comparison, the rest by its general category.
  static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0xD7, 0xF7: .gap
    case 0xC0...0x24F, 0x400...0x481, 0x48A...0x52F, 0xAC00...0xD7A3: .word
    case 0x2000...0x2BFF, 0x3001...0x3004, 0x3008...0x3020, 0x30FB, 0xFF01...0xFF0F: category(scalar)
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .single
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: category(scalar) == .gap ? .gap : .single
    default: category(scalar)
    }
  }

  private static func category(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      .word
    default: .gap
    }
  }

  /// The lower-case form as one number to hash; several scalars are folded into one.
  static func lowered(_ scalar: Unicode.Scalar) -> UInt64 {
    switch scalar.value {
    case 0xDF...0xFF, 0x430...0x45F, 0x3040...0x9FFF, 0xAC00...0xD7A3: UInt64(scalar.value)
    case 0xC0...0xDE, 0x410...0x42F: UInt64(scalar.value + 0x20)
    case 0x400...0x40F: UInt64(scalar.value + 0x50)
    default:
      scalar.properties.lowercaseMapping.unicodeScalars.reduce(0) { $0 << 21 ^ UInt64($1.value) }
    }
  }
}
