/// A word, a number or a mark of punctuation: a span of the text and what the tokenizer saw there. 12 bytes.
public struct Token: Sendable, Hashable {
  /// What kind of token it is.
  public enum Kind: UInt8, Sendable {
    /// Letters, perhaps with digits, inner apostrophes, hyphens and the periods of an abbreviation.
    case word
    /// Begins with a digit: `3.5`, `1,200`, `10:30`, `2018-04-23`, `5th`.
    case number
    /// Anything else.
    case punctuation
  }

  /// What a token looks like and where it stands.
  public struct Traits: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The first letter is upper case.
    @inlinable public static var capitalised: Traits { Traits(rawValue: 1) }
    /// Two letters or more, all upper case.
    @inlinable public static var allCaps: Traits { Traits(rawValue: 2) }
    /// White space stands before it.
    @inlinable public static var afterSpace: Traits { Traits(rawValue: 4) }
    /// It is the first on its line.
    @inlinable public static var afterNewline: Traits { Traits(rawValue: 8) }
    /// A blank line stands before it, or the start of the text.
    @inlinable public static var afterBlankLine: Traits { Traits(rawValue: 16) }
    /// The token is the possessive ending of the one before it: `'s`.
    @inlinable public static var possessive: Traits { Traits(rawValue: 32) }
  }

  let start32: UInt32
  let end32: UInt32
  /// What kind of token it is.
  public let kind: Kind
  /// What it looks like.
  public let traits: Traits

  init(_ start: Int, _ end: Int, _ kind: Kind, _ traits: Traits) {
    start32 = UInt32(truncatingIfNeeded: start)
    end32 = UInt32(truncatingIfNeeded: end)
    self.kind = kind
    self.traits = traits
  }

  /// The first byte.
  public var start: Int { Int(start32) }
  /// One past the last byte.
  public var end: Int { Int(end32) }
  /// Where the token stands in the text.
  public var span: Span { Span(start, end) }
  /// Whether it is capitalised.
  public var isCapitalised: Bool { traits.contains(.capitalised) }
}

/// A sentence: its bytes and its tokens.
public struct Sentence: Sendable, Hashable {
  /// Where the sentence stands in the text, without the white space around it.
  public let span: Span
  /// Its tokens, as indices into ``Text/tokens``.
  public let tokens: Range<Int>
  /// Whether it is the first of its paragraph.
  public let startsParagraph: Bool
}
