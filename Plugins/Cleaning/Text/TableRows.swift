import Copydesk

/// Tells rows of tables and lists by their neighbours: "US dollar 1.0832" above "Pound sterling 0.8541", "Party: Liberal"
/// among other lines of a word, a colon and a few words.
///
/// Such a line alone says nothing: "Mallory 4 Larne 3" may be a headline, and "Profile: Carl Voss" is one.
struct TableRows {
  private let lines: TextLines

  /// - Parameter lines: of which the rows are told, each when it is asked for.
  init(_ lines: TextLines) { self.lines = lines }

  private struct Form: OptionSet {
    let rawValue: UInt8
    /// It begins or ends with a figure.
    static let figures = Form(rawValue: 1)
    /// A few words stand behind one to three with a colon.
    static let label = Form(rawValue: 2)
  }

  /// So many lines of labels make a list.
  private static let fewestLabels = 3

  /// Whether a line is a row.
  func isRow(_ index: Int) -> Bool {
    let form = form(index)
    if form.contains(.figures), has(.figures, index - 1) || has(.figures, index + 1) { return true }
    guard form.contains(.label) else { return false }
    let (before, after) = run(at: index, isAttached: true)
    if before + after + 1 >= Self.fewestLabels { return before > 0 || index > 0 }
    // The first of lines with blank ones between them may be the headline of the rest.
    let (above, below) = run(at: index, isAttached: false)
    return above > 0 && above + below + 1 >= Self.fewestLabels
  }

  /// Whether it is one, or the heading of some right below it.
  func holds(_ index: Int) -> Bool {
    isRow(index)
      || index + 1 < lines.count && lines[index + 1].isAttached && lines[index].words <= 3 && isRow(index + 1)
  }

  private func has(_ wanted: Form, _ index: Int) -> Bool {
    lines.indices.contains(index) && form(index).contains(wanted)
  }

  /// How many lines of labels stand right before a line and right behind it, up to two.
  private func run(at index: Int, isAttached: Bool) -> (before: Int, after: Int) {
    var (before, after) = (0, 0)
    while before < 2, lines[index - before].isAttached == isAttached, has(.label, index - before - 1) {
      before += 1
    }
    while after < 2, index + after + 1 < lines.count, lines[index + after + 1].isAttached == isAttached,
      has(.label, index + after + 1)
    {
      after += 1
    }
    return (before, after)
  }

  // MARK: One line

  private func form(_ index: Int) -> Form {
    let line = lines[index]
    guard (2...9).contains(line.words), line.ending == .open else { return [] }
    let words = line.folded.split(separator: 0x20)
    guard words.count >= 2, let first = words.first, let last = words.last else { return [] }
    var form: Form = []
    if Self.isLabelled(words) {
      guard DateLine(folded: line.folded) == nil, !Self.isOfByline(first) else { return [] }
      form = .label
    }
    if words.count <= 5, Self.beginsRow(first, of: words.count) { form.insert(.figures) }
    if words.count <= 7, Self.isFigure(last) && !Self.isYear(last) { form.insert(.figures) }
    if words.count <= 7, Self.isFigure(words[words.count - 2]), form.contains(.label) || Self.isUnit(last) {
      form.insert(.figures)
    }
    return form
  }

  /// "Party: Liberal", "First elected : 2010"
  private static func isLabelled(_ words: [ArraySlice<UInt8>]) -> Bool {
    let place = words.prefix(4).firstIndex { $0.last == UInt8(ascii: ":") }
    guard let place, place + 1 < words.count, words[0].first?.isASCIIDigit == false else { return false }
    return place < 3 || words[place].count == 1
  }

  private static func isOfByline(_ first: ArraySlice<UInt8>) -> Bool {
    first.withUnsafeBufferPointer(BylineWords.openers.contains)
  }

  /// "20.00 The Archers", "250g plain flour", "1 egg"; not "1. Rub the flour".
  private static func beginsRow(_ word: ArraySlice<UInt8>, of count: Int) -> Bool {
    guard let last = word.last, isFigure(word), !isYear(word), last.isASCIIDigit || last.isASCIILetter else {
      return false
    }
    let isPlain = word.allSatisfy(\.isASCIIDigit)
    return !isPlain || count <= 4
  }

  /// A number, maybe with marks around it, of a currency say, and three letters behind it: "£1,912.40", "(+0.3%)", "190c".
  private static func isFigure(_ word: ArraySlice<UInt8>) -> Bool {
    var rest = word
    while let first = rest.first, !first.isASCIIDigit {
      guard !first.isASCIILetter, word.count - rest.count < 4 else { return false }
      rest = rest.dropFirst()
    }
    guard !rest.isEmpty else { return false }
    let letters = rest.reversed().prefix { $0.isASCIILetter }.count
    guard letters <= 3 else { return false }
    // "20h50"
    return rest.dropLast(letters).allSatisfy {
      $0.isASCIIDigit || $0 == UInt8(ascii: "h") || !$0.isASCIILetter && $0 < 0x80 || isOfDash($0)
    }
  }

  /// Bytes of –, −, €, ° and £.
  private static func isOfDash(_ byte: UInt8) -> Bool {
    byte == 0xE2 || byte == 0xC2 || byte.isUTF8Continuation
  }

  private static func isYear(_ word: ArraySlice<UInt8>) -> Bool {
    word.count == 4 && word.allSatisfy(\.isASCIIDigit)
      && (word.starts(with: "19".utf8) || word.starts(with: "20".utf8))
  }

  private static func isUnit(_ word: ArraySlice<UInt8>) -> Bool {
    word.withUnsafeBufferPointer(units.contains)
  }

  private static let units = WordSet(
    """
    min mins minutes minuten minuti minutos hours stunden kg g ml l cl km m mm cm miles grad euro euros dollars pounds pts
    points punkte percent prozent % ° °c c f h uhr goals
    """)
}
