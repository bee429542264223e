import Copydesk

/// A mark of quotation in its place: which way it faces, by its sign and by the blanks around it.
struct QuotationMark {
  /// Which way a mark faces.
  enum Role { case opening, closing, either }

  /// See ``QuoteSign/isDouble``.
  let isDouble: Bool
  let role: Role
  /// Whether it is nothing else: a single one behind a word may be an apostrophe, a double one behind a number the sign of
  /// inches.
  let isSure: Bool

  /// Reads the token at `index`; nil where it is no mark of quotation, but an apostrophe or the sign of inches.
  /// - Parameter isFirst: whether it opens its paragraph.
  init?(_ index: Int, _ tokens: [Token], isFirst: Bool, _ bytes: UnsafeBufferPointer<UInt8>) {
    guard let sign = QuoteSign(tokens[index], bytes) else { return nil }
    let previous = index > 0 && !isFirst ? tokens[index - 1] : nil
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    let shape = Self.shape(tokens[index], previous, next, bytes)
    isDouble = sign.isDouble
    isSure = isDouble ? previous?.kind != .number : previous?.kind == .punctuation
    switch sign {
    case .straight:
      if shape != .opening, let previous, previous.kind == .number, !isFirst,
        previous.end == tokens[index].start, next?.kind == .word
      {
        return nil
      }
      role = shape
    case .low, .singleLow: role = .opening
    case .high: role = shape == .closing ? .closing : .opening
    case .closing: role = shape == .opening ? .opening : .closing
    case .left: role = shape == .closing ? .closing : .opening
    case .right: role = shape == .opening ? .opening : .closing
    case .apostrophe, .singleHigh:
      if shape == .opening {
        guard let next, next.kind == .word, !Self.elided.contains(Self.word(next, bytes)) else { return nil }
        role = .opening
      } else if let previous, previous.end == tokens[index].start {
        role = .closing
      } else {
        return nil
      }
    case .singleClosing:
      // ’ before a word is an apostrophe: "’90s".
      guard shape != .opening, let previous, previous.end == tokens[index].start else { return nil }
      role = .closing
    }
  }

  /// Words that leave out letters at their beginning: "'em".
  private static let elided = WordSet("em tis twas til cause n bout round")

  /// A mark with a blank before it and none behind it opens; one with none before it closes.
  private static func shape(
    _ token: Token, _ previous: Token?, _ next: Token?, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Role {
    let standsFree =
      previous == nil || token.traits.contains(.afterSpace)
      || previous.map { $0.kind == .punctuation && opensBefore($0, bytes) } ?? false
    let endsHere =
      next == nil || next.map { $0.traits.contains(.afterSpace) || closesBehind($0, bytes) } ?? true
    if standsFree == endsHere { return .either }
    return standsFree ? .opening : .closing
  }

  /// Whether a mark that stands directly behind the token opens: behind a bracket, a dash or another one that opens.
  private static func opensBefore(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    openers.contains(word(token, bytes))
      || (token.traits.contains(.afterSpace) && outerMarks.contains(word(token, bytes)))
  }

  /// Whether a mark that stands directly before the token closes.
  private static func closesBehind(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    token.kind == .punctuation && closers.contains(word(token, bytes))
  }

  private static let openers = WordSet("( [ – — -- -")
  private static let outerMarks = WordSet("“ „ « ‘ ‚ \" '")
  private static let closers = WordSet(". , ; : ! ? … ) ] – — -- -")

  private static func word(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>
  {
    UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])
  }
}
