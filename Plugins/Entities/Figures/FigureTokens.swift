import Copydesk

/// The tokens of a text as the recognisers of figures ask for them.
struct FigureTokens {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: [Token]
  /// What may begin at each token: looked at once, since most begin nothing.
  let marks: [Marks]

  /// What a token may be the beginning of. A word alone decides that.
  struct Marks: OptionSet {
    let rawValue: UInt8
    /// A number with its words.
    static var amount: Marks { Marks(rawValue: 1) }
    /// An address of the net: there is one of its signs in the token.
    static var address: Marks { Marks(rawValue: 2) }
    /// A date: a number, or a word that is said of days and months.
    static var date: Marks { Marks(rawValue: 4) }
    /// An amount of money: a number with its words, or what may stand before one.
    static var money: Marks { Marks(rawValue: 8) }
    /// A time of day.
    static var time: Marks { Marks(rawValue: 16) }
    /// A telephone number, or any other.
    static var number: Marks { Marks(rawValue: 32) }
  }

  init(bytes: UnsafeBufferPointer<UInt8>, tokens: [Token]) {
    self.init(
      bytes: bytes, tokens: tokens,
      marks: tokens.map { Marks(UnsafeBufferPointer(rebasing: bytes[$0.start..<$0.end]), $0) })
  }

  /// - Parameter marks: those of each token.
  init(bytes: UnsafeBufferPointer<UInt8>, tokens: [Token], marks: [Marks]) {
    self.bytes = bytes
    self.tokens = tokens
    self.marks = marks
  }

  /// The first token from `index` on that may begin one of these; ``count`` where none does.
  @inline(__always)
  func next(_ wanted: Marks, from index: Int) -> Int {
    var index = index
    while index < marks.count, marks[index].isDisjoint(with: wanted) { index += 1 }
    return index
  }

  var count: Int { tokens.count }

  /// The bytes of a token.
  func word(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[tokens[index].start..<tokens[index].end])
  }

  func isNumber(_ index: Int) -> Bool { index >= 0 && index < count && tokens[index].kind == .number }

  /// Whether the token is one of the words in `set`.
  func isAny(_ index: Int, of set: WordSet) -> Bool {
    index >= 0 && index < count && set.contains(word(index))
  }

  /// Whether the token is this one ASCII mark.
  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    index >= 0 && index < count && tokens[index].span.count == 1
      && bytes[tokens[index].start] == UInt8(ascii: mark)
  }

  /// Whether no white space stands before the token.
  func isAttached(_ index: Int) -> Bool { !tokens[index].traits.contains(.afterSpace) }

  /// Whether a new paragraph begins with the token, so that no figure goes on there.
  func startsParagraph(_ index: Int) -> Bool { tokens[index].traits.contains(.afterBlankLine) }

  /// The span from the first token to before the last.
  func span(_ first: Int, _ end: Int) -> Span { Span(tokens[first].start, tokens[end - 1].end) }
}

extension FigureTokens.Marks {
  /// The marks of a word.
  init(_ word: UnsafeBufferPointer<UInt8>, _ token: Token) {
    self = []
    let isNumber = token.kind == .number
    if isNumber { insert(.number) }
    if AmountReader.mayBegin(word, token) { formUnion([.amount, .money]) }
    if isNumber || (token.kind == .word && DateWords.mayBegin(word)) { insert(.date) }
    if MoneyRecogniser.mayBegin(word, token) { insert(.money) }
    if isNumber || (token.kind == .word && TimeRecogniser.mayBegin(word)) { insert(.time) }
    for byte in word where Self.isSign(byte) { insert(.address) }
  }

  /// Whether the byte is `.`, `/`, `:` or `@`: one of these stands in every address.
  @inline(__always)
  private static func isSign(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x2F || byte == 0x3A || byte == 0x40
  }
}

extension Text {
  /// Calls `body` with the tokens of the text.
  func withFigureTokens<Result>(_ body: (FigureTokens) -> Result) -> Result {
    let tokens = tokens
    return utf8.withUnsafeBufferPointer { body(FigureTokens(bytes: $0, tokens: tokens)) }
  }
}

/// Words with a value each, looked up by hash without regard to case.
struct WordMap<Value: Sendable>: Sendable {
  private let values: [UInt64: Value]
  private let outline: WordOutline

  /// - Parameter lists: for each value its words, separated by blanks.
  init(_ lists: [(String, Value)]) {
    var values: [UInt64: Value] = [:]
    var outline = WordOutline()
    for (list, value) in lists {
      for word in list.split(separator: " ") {
        outline.add(word.utf8)
        values[Array(word.utf8).withUnsafeBufferPointer { CaseFolding.hash($0) }] = value
      }
    }
    self.values = values
    self.outline = outline
  }

  /// The value of a token's word.
  func value(_ view: FigureTokens, _ index: Int) -> Value? {
    index >= 0 && index < view.count ? value(view.word(index)) : nil
  }

  /// The value of a word.
  func value(_ word: UnsafeBufferPointer<UInt8>) -> Value? {
    outline.mayHold(word) ? values[CaseFolding.hash(word)] : nil
  }
}
