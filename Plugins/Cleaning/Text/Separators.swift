import Copydesk

/// Words that stand between the items of a row: "|", "›".
struct Separators {
  private let words: WordSet
  /// Whether one of them begins with the byte.
  private var begins = [Bool](repeating: false, count: 256)

  /// - Parameter list: the words, separated by white space.
  init(_ list: String) {
    words = WordSet(list)
    for word in list.split(whereSeparator: \.isWhitespace) {
      if let first = word.utf8.first { begins[Int(first)] = true }
    }
  }

  /// Whether a word is one of them.
  func contains(_ word: ArraySlice<UInt8>) -> Bool { word.withUnsafeBufferPointer(words.contains) }

  /// Whether one may stand in a text: of most lines a look at their bytes tells that none does.
  func mayStand(in text: ArraySlice<UInt8>) -> Bool { text.contains { begins[Int($0)] } }
}
