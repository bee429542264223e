import Copydesk

/// The sign of a mark of quotation; which way it faces is another question (``QuotationMark``).
enum QuoteSign {
  /// `"` and `'`.
  case straight, apostrophe
  /// `“`, `”` and `„`.
  case high, closing, low
  /// `‘`, `’` and `‚`.
  case singleHigh, singleClosing, singleLow
  /// `«` and `»`.
  case left, right

  /// Reads a token; nil for any other.
  init?(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) {
    guard token.kind == .punctuation else { return nil }
    switch bytes[token.start] {
    case UInt8(ascii: "\""): self = .straight
    case UInt8(ascii: "'"): self = .apostrophe
    case 0xE2 where token.end - token.start == 3 && bytes[token.start + 1] == 0x80:
      switch bytes[token.start + 2] {
      case 0x98: self = .singleHigh
      case 0x99: self = .singleClosing
      case 0x9A: self = .singleLow
      case 0x9C: self = .high
      case 0x9D: self = .closing
      case 0x9E: self = .low
      default: return nil
      }
    case 0xC2 where token.end - token.start == 2 && bytes[token.start + 1] == 0xAB: self = .left
    case 0xC2 where token.end - token.start == 2 && bytes[token.start + 1] == 0xBB: self = .right
    default: return nil
    }
  }

  /// Whether it is one of “ ” „ « » ", and none of ‘ ’ ‚ '.
  var isDouble: Bool {
    switch self {
    case .straight, .high, .closing, .low, .left, .right: true
    case .apostrophe, .singleHigh, .singleClosing, .singleLow: false
    }
  }
}
