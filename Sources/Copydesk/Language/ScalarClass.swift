/// What a Unicode scalar is to the tokenizer.
enum ScalarClass {
  case letter, digit, space, newline, mark, ideograph, punctuation

  /// Classifies a scalar. ASCII by comparison, the rest by the blocks of the Unicode Standard: a table of all
  /// scalars would be larger than the text it reads.
  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 {
      let byte = UInt8(value)
      self =
        byte.isASCIILetter
        ? .letter
        : byte.isASCIIDigit ? .digit : byte == 0x0A ? .newline : byte.isASCIISpace ? .space : .punctuation
      return
    }
    switch value {
    case 0x85, 0x2028, 0x2029: self = .newline
    case 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: self = .space
    case 0xAA, 0xB5, 0xBA: self = .letter
    // Controls among them, as those of ASCII are: quotes and dashes of a page read in the wrong encoding.
    case 0x80...0xBF, 0xD7, 0xF7: self = .punctuation
    case 0x300...0x36F, 0x591...0x5C7, 0x610...0x61A, 0x64B...0x65F, 0x200C, 0x200D, 0x20D0...0x20FF,
      0xFE00...0xFE0F:
      self = .mark
    case 0x37E, 0x387, 0x60C, 0x61B, 0x61F, 0x66A...0x66D, 0x6D4, 0x964, 0x965: self = .punctuation
    case 0x660...0x669, 0x6F0...0x6F9, 0x966...0x96F: self = .digit
    case 0x2010...0x2BFF: self = .punctuation
    case 0x3001...0x303F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65:
      self = .punctuation
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      self = .ideograph
    case 0x1F000...0x1FAFF, 0xE000...0xF8FF: self = .punctuation
    default: self = .letter
    }
  }
}
