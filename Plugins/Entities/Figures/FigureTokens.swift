import Copydesk

/// The tokens of a text as the recognisers of figures ask for them.
struct FigureTokens {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: [Token]
  /// What may begin at each token: looked at once, since most begin nothing.
  private(set) var marks: [Marks]

  /// What a token may be the beginning of. A word alone decides that, but for ``amount``, where what follows does, too.
  struct Marks: OptionSet {
    let rawValue: UInt8
    /// A number with its words, and with something behind it of which it may be an amount.
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
    /// Nothing by itself, but what makes something of an amount before it: "million", "%", "dollars", "km".
    static var goesOn: Marks { Marks(rawValue: 64) }
  }

  init(bytes: UnsafeBufferPointer<UInt8>, tokens: [Token]) {
    self.init(
      bytes: bytes, tokens: tokens,
      marks: tokens.map { token in
        let word = UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])
        return Marks(word, token, folded: CaseFolding.hash(word))
      })
  }

  /// - Parameter marks: those of each token.
  init(bytes: UnsafeBufferPointer<UInt8>, tokens: [Token], marks: [Marks]) {
    self.bytes = bytes
    self.tokens = tokens
    self.marks = marks
    // Most numbers are amounts of nothing, and "a" is hardly ever the beginning of "a million": it is asked once what
    // follows.
    var index = next(.amount, from: 0)
    while index < marks.count {
      let end = endOfNumber(index)
      if end == marks.count || !marks[end].contains(.goesOn)
        || (tokens[index].kind == .word && AmountReader.amount(self, at: index) == nil)
      {
        self.marks[index].remove(.amount)
      }
      // The "000" of "74 000" is no number of its own.
      for inner in index + 1..<end { self.marks[inner].subtract([.amount, .money]) }
      index = next(.amount, from: end)
    }
  }

  /// The first token from `index` on that may begin one of these; ``count`` where none does.
  @inline(__always)
  func next(_ wanted: Marks, from index: Int) -> Int {
    var index = index
    while index < marks.count, marks[index].isDisjoint(with: wanted) { index += 1 }
    return index
  }

  /// One past the last token of the number, or of the word, that begins there.
  private func endOfNumber(_ index: Int) -> Int {
    guard tokens[index].kind == .number, let grouped = GroupedNumber(self, at: index) else {
      return index + 1
    }
    return grouped.end
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
  /// - Parameter folded: its hash without regard to case, which all lists ask for.
  init(_ word: UnsafeBufferPointer<UInt8>, _ token: Token, folded: UInt64) {
    self = []
    let isNumber = token.kind == .number
    if isNumber { insert(.number) }
    if AmountReader.mayBegin(word, token, folded) { formUnion([.amount, .money]) }
    if isNumber || (token.kind == .word && DateWords.mayBegin(word, folded)) { insert(.date) }
    if MoneyRecogniser.mayBegin(word, token, folded) { insert(.money) }
    if isNumber || (token.kind == .word && TimeRecogniser.mayBegin(word, folded)) { insert(.time) }
    var hasHyphen = false
    for byte in word {
      if Self.isSign(byte) { insert(.address) }
      if byte == UInt8(ascii: "-") { hasHyphen = true }
    }
    if Self.follow[folded] != nil || (hasHyphen && AmountReader.compoundScale(word) != nil) {
      insert(.goesOn)
    }
  }

  /// The hashes of all words and signs that may stand behind the first word of an amount of which something is found.
  private static let follow: HashNumbers = {
    var hashes = HashNumbers(capacity: 512)
    for list in [
      AmountReader.follow, PercentRecogniser.follow, MoneyRecogniser.follow, QuantityRecogniser.follow,
    ] {
      for hash in list { _ = hashes.number(of: hash) }
    }
    return hashes
  }()

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
  /// The hashes of the words, 0 for an empty slot, and which value each has.
  private var slots: [UInt64]
  private var places: [Int]
  private var values: [Value]
  private let mask: Int
  private let outline: WordOutline

  /// - Parameter lists: for each value its words, separated by blanks. Of two values of one word the last one stays.
  init(_ lists: [(String, Value)]) {
    let words = lists.enumerated().flatMap { place, list in
      list.0.split(separator: " ").map { (place: place, word: $0) }
    }
    var size = 16
    while size < words.count * 2 { size *= 2 }
    mask = size - 1
    slots = [UInt64](repeating: 0, count: size)
    places = [Int](repeating: 0, count: size)
    values = lists.map(\.1)
    var outline = WordOutline()
    for (_, word) in words { outline.add(word.utf8) }
    self.outline = outline
    for (place, word) in words {
      let hash = Array(word.utf8).withUnsafeBufferPointer(Self.key)
      let slot = slot(of: hash)
      slots[slot] = hash
      places[slot] = place
    }
  }

  /// The hashes of all words.
  var hashes: [UInt64] { slots.filter { $0 != 0 } }

  /// The value of a token's word.
  func value(_ view: FigureTokens, _ index: Int) -> Value? {
    index >= 0 && index < view.count ? value(view.word(index)) : nil
  }

  /// The value of a word.
  func value(_ word: UnsafeBufferPointer<UInt8>) -> Value? {
    outline.mayHold(word) ? value(hash: CaseFolding.hash(word)) : nil
  }

  /// Whether the word, whose hash without regard to case is known, has a value.
  func has(_ word: UnsafeBufferPointer<UInt8>, folded: UInt64) -> Bool {
    outline.mayHold(word) && slots[slot(of: max(1, folded))] != 0
  }

  private func value(hash: UInt64) -> Value? {
    let slot = slot(of: max(1, hash))
    return slots[slot] == 0 ? nil : values[places[slot]]
  }

  /// Zero marks an empty slot, so no word may have it.
  private static func key(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 { max(1, CaseFolding.hash(word)) }

  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }
}
