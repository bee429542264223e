import Copydesk

/// Counts the different stop words of a text, those of the text's own language.
///
/// The language is that of the document, or where it has none, or its text not enough words of it, what a look at the
/// text says: pages are often marked as English that are not. A language without a list has no count.
struct StopWordCount: Sendable {
  /// The hashes of each language's words.
  private static let lists: [String: [UInt64]] = Dictionary(
    uniqueKeysWithValues: FunctionWords.languages.map { language in
      (language, (FunctionWords.of(language)?.common ?? []).map(hash))
    })
  private static func hash(_ word: String) -> UInt64 {
    Array(word.utf8).withUnsafeBufferPointer(CaseFolding.hash)
  }

  /// How many there are of those asked for; nil where there is no list for the text's language.
  static func count(in document: Document, enough: Int) -> Int? {
    let text = document.text
    let named = document.language.map(LanguageCode.primary)
    let count = named.flatMap { lists[$0] }.map { Self.count($0, in: text) }
    if let count, count >= enough { return count }
    guard DetectedLanguage.isAvailable else { return named == nil ? best(in: text) : count }
    let found = LanguageCode.primary(of: DetectedLanguage(of: text).code)
    if found == named { return count }
    if found.isEmpty { return named == nil ? best(in: text) : count }
    return lists[found].map { Self.count($0, in: text) }
  }

  /// The count of the language that has most, where nothing tells which it is.
  private static func best(in text: Text) -> Int { lists.values.map { count($0, in: text) }.max() ?? 0 }

  private static func count(_ words: [UInt64], in text: Text) -> Int {
    var seen: UInt64 = 0
    let all: UInt64 = (1 << UInt64(words.count)) - 1
    text.utf8.withUnsafeBufferPointer { bytes in
      for token in text.tokens where token.kind == .word {
        let hash = CaseFolding.hash(UnsafeBufferPointer(rebasing: bytes[token.start..<token.end]))
        guard let index = words.firstIndex(of: hash) else { continue }
        seen |= 1 << UInt64(index)
        if seen == all { return }
      }
    }
    return seen.nonzeroBitCount
  }
}
