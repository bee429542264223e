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

  /// What the ranker learnt to count: low marks are not among them.
  private static func kind(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Kind? {
    switch QuoteSign(token, bytes) {
    case .straight: .straight
    case .high, .left: .opening
    case .closing, .right: .closing
    case .apostrophe, .singleHigh, .singleClosing: .single
    case .low, .singleLow, nil: nil
    }
  }
}
