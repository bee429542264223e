import Copydesk

/// Follows the quotation marks of a sentence, to see whether each that opens is closed.
struct QuoteBalance {
  /// How many marks there were.
  private(set) var count = 0
  private var straight = 0
  private var curly = 0
  private var single = 0
  private var closedUnopened = false

  /// Whether one half of a quotation is missing.
  var isUneven: Bool { straight % 2 != 0 || curly != 0 || single != 0 || closedUnopened }

  /// Takes in a mark of punctuation.
  mutating func add(
    _ token: Token, previous: Token?, next: Token?, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    switch Self.kind(token, bytes) {
    case .straight:
      straight += 1
      count += 1
    case .opening:
      curly += 1
      count += 1
    case .closing:
      curly -= 1
      count += 1
    case .single:
      if token.traits.contains(.afterSpace)
        || previous.map({
          $0.kind == .punctuation && $0.end == token.start && Self.kind($0, bytes) == .opening
        }) ?? false
      {
        // "'90s" and "'em" leave out letters; an opening mark stands before a word.
        guard let next, !next.traits.contains(.afterSpace), next.kind != .number else { return }
        single += 1
        count += 1
      } else if single > 0 {
        single -= 1
      } else if previous.map({ $0.kind == .punctuation }) ?? false {
        closedUnopened = true
      }
    case nil: break
    }
  }

  /// Whether the token is a quotation mark.
  static func isQuote(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    token.kind == .punctuation && kind(token, bytes) != nil
  }

  private enum Kind { case straight, opening, closing, single }

  private static func kind(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Kind? {
    switch bytes[token.start] {
    case UInt8(ascii: "\""): return .straight
    case UInt8(ascii: "'"): return .single
    case 0xE2 where token.end - token.start == 3 && bytes[token.start + 1] == 0x80:
      switch bytes[token.start + 2] {
      case 0x9C: return .opening
      case 0x9D: return .closing
      case 0x98, 0x99: return .single
      default: return nil
      }
    case 0xC2 where token.end - token.start == 2:
      return bytes[token.start + 1] == 0xAB ? .opening : bytes[token.start + 1] == 0xBB ? .closing : nil
    default: return nil
    }
  }
}
