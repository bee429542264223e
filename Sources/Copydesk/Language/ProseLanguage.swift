/// The language that the small words of a text are of, for what is written differently in each.
enum ProseLanguage: String, CaseIterable {
  case german = "de"
  case spanish = "es"
  case french = "fr"
  case italian = "it"
  case portuguese = "pt"
  case dutch = "nl"

  /// How many words of a text are looked at.
  private static let mostWords = 400
  /// How many small words a text must have to be of a language.
  private static let fewest = 3

  /// The language with most small words among the first; nil where that is another one, or two have as many.
  /// - Complexity: O(1): of a long text the beginning is read.
  static func likely(_ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>) -> ProseLanguage? {
    var counts = [Int](repeating: 0, count: languages.count)
    for token in tokens.prefix(mostWords) where token.kind == .word {
      guard var bits = owners(of: UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])) else {
        continue
      }
      while bits != 0 {
        counts[bits.trailingZeroBitCount] += 1
        bits &= bits - 1
      }
    }
    guard let most = counts.max(), most >= fewest, counts.count(where: { $0 == most }) == 1 else {
      return nil
    }
    return counts.firstIndex(of: most).flatMap { ProseLanguage(rawValue: languages[$0]) }
  }

  /// Whether the word is one of the small ones of the language, with which sentences begin and names do not.
  func opensSentence(with word: UnsafeBufferPointer<UInt8>) -> Bool {
    if Self.adverbs.contains(word) { return true }
    guard let bits = Self.owners(of: word), let place = Self.languages.firstIndex(of: rawValue) else {
      return false
    }
    return bits & 1 << UInt(place) != 0
  }

  private static func owners(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    owners[CaseFolding.hash(word)]
  }

  /// Those in Latin letters: the others share no word with them.
  private static let languages = FunctionWords.latin.compactMap(\.languages.first)

  /// For each small word a bit for each language that has it.
  private static let owners: HashNumbers = {
    var owners = HashNumbers(capacity: 4096)
    for (place, language) in languages.enumerated() {
      for word in FunctionWords.of(language)?.all ?? [] {
        let hash = Array(word.utf8).withUnsafeBufferPointer(CaseFolding.hash)
        owners[hash] = (owners[hash] ?? 0) | 1 << place
      }
    }
    return owners
  }()

  /// Other words that open sentences and no names, of all these languages.
  private static let adverbs = WordSet(
    """
    danach dabei darauf daraufhin zuvor zudem außerdem später heute gestern insgesamt trotzdem laut nun jetzt dafür
    dadurch dagegen deshalb allerdings doch einige viele ayer hoy después luego entonces sin embargo según hier
    aujourd'hui ensuite cependant toutefois ieri oggi inoltre infatti invece ontem hoje depois entretanto gisteren
    vandaag daarna daarom volgens ook
    """)
}
