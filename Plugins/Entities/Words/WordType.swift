import Copydesk

/// What a word is by itself, wherever it stands.
struct WordType: Sendable {
  /// The hash of its letters, without case.
  var folded: UInt64
  /// What lists it stands in, and whether it has a capital.
  var classes: WordClass
  /// Its shape, "Xx" or "d,d": the first characters, rows of one kind as one.
  var shape: UInt64
  /// What it is like.
  var kin: WordClusters.Classes
  /// Which figures may begin with it.
  var figures: FigureTokens.Marks

  /// - Parameter clusters: nil where no model asks for them.
  init(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>, _ words: WordTable, _ clusters: WordClusters?) {
    let word = UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])
    // What the classes are read from is on its way while all else is found.
    let spelling = WordClusters.hash(word)
    clusters?.expect(spelling)
    (folded, classes) = NameTokens.classify(word, token, words)
    shape = Self.shape(word)
    figures = FigureTokens.Marks(word, token, folded: folded)
    kin =
      clusters?.classes(
        of: word, spelling, isAllCaps: token.traits.contains(.allCaps), isCapitalised: token.isCapitalised)
      ?? WordClusters.Classes()
  }

  /// What stands before the first word of a sentence and after the last: like no word.
  static let beyond = WordType(
    folded: 1, classes: [], shape: 1, kin: .init(vector: .max, fine: .max, middle: .max, coarse: .max),
    figures: [])

  private init(
    folded: UInt64, classes: WordClass, shape: UInt64, kin: WordClusters.Classes, figures: FigureTokens.Marks
  ) {
    self.folded = folded
    self.classes = classes
    self.shape = shape
    self.kin = kin
    self.figures = figures
  }

  /// Rows of capitals, of small letters and of digits count up to two.
  private static func shape(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var shape: UInt64 = 0
    var last: UInt8 = 0
    var row = 0
    for byte in word.prefix(24) {
      let kind: UInt8 =
        byte.isASCIILowercase
        ? 1 : byte.isASCIIUppercase ? 2 : byte.isASCIIDigit ? 3 : byte >= 0x80 ? 4 : byte
      row = kind == last ? row + 1 : 1
      last = kind
      if row > 2 || (kind == 4 && row > 1) { continue }
      shape = (shape ^ UInt64(kind)) &* 0x9FB2_1C65_1E98_DF25
      shape ^= shape >> 29
    }
    return shape
  }
}
