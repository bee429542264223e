import Copydesk

/// The language whose small words divide a text into phrases.
enum PhraseLanguage {
  /// How many words of a text without a language are looked at.
  private static let mostWords = 300

  /// The small words of a document's language, or of the one that it seems to be in; nil for English, which has a longer
  /// list of its own, and for a language without a list.
  static func smallWords(of document: Document) -> WordSet? {
    sets[document.language.map(LanguageCode.primary) ?? likely(document.text)]
  }

  private static let sets: [String: WordSet] = Dictionary(
    uniqueKeysWithValues: FunctionWords.languages.filter { $0 != "en" }.map { language in
      (language, WordSet(words: FunctionWords.of(language)?.all ?? []))
    })

  private static let languages = FunctionWords.languages
  /// For each common word a bit for each language that has it.
  private static let owners: [UInt64: UInt64] = {
    var owners: [UInt64: UInt64] = [:]
    for (index, language) in languages.enumerated() {
      for word in FunctionWords.of(language)?.common ?? [] {
        owners[Array(word.utf8).withUnsafeBufferPointer(CaseFolding.hash), default: 0] |= 1 << UInt64(index)
      }
    }
    return owners
  }()

  /// The language with most common words among the first; English where none has clearly more.
  private static func likely(_ text: Text) -> String {
    var counts = [Int](repeating: 0, count: languages.count)
    text.utf8.withUnsafeBufferPointer { bytes in
      for token in text.tokens.prefix(mostWords) where token.kind == .word {
        let hash = CaseFolding.hash(UnsafeBufferPointer(rebasing: bytes[token.start..<token.end]))
        guard var bits = owners[hash] else { continue }
        while bits != 0 {
          counts[bits.trailingZeroBitCount] += 1
          bits &= bits - 1
        }
      }
    }
    let english = languages.firstIndex(of: "en").map { counts[$0] } ?? 0
    guard let best = counts.indices.max(by: { (counts[$0], $1) < (counts[$1], $0) }), counts[best] > english
    else { return "en" }
    return languages[best]
  }
}
