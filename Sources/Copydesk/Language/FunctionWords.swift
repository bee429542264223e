/// The small words of a language: articles, prepositions, conjunctions, pronouns and auxiliary verbs.
///
/// They say nothing of what a text is about, and prose is full of them: a text without any is a list, a menu or of
/// another language.
///
///     FunctionWords.of("de-CH")?.common      // ["der", "die", "und", …]
public struct FunctionWords: Sendable {
  /// The most common ones, of which some stand in every paragraph of prose. Those of English are the eight of J. W. Rae
  /// et al., Scaling Language Models (Gopher), 2021.
  public let common: [String]
  /// All of the list, in small letters, the common ones first.
  public let all: [String]

  /// The words of the language of a code; nil where there is no list for it.
  public static func of(_ language: String) -> FunctionWords? { lists[LanguageCode.primary(of: language)] }

  /// The languages with a list, by their codes, sorted.
  public static var languages: [String] { lists.keys.sorted() }

  private static let lists: [String: FunctionWords] = {
    var lists: [String: FunctionWords] = [:]
    for (languages, common, others) in latin + otherScripts {
      let common = words(common)
      let list = FunctionWords(common: common, all: common + words(others).filter { !common.contains($0) })
      for language in languages { lists[language] = list }
    }
    return lists
  }()

  private static func words(_ list: String) -> [String] {
    list.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Codes, the common words, the others.
  typealias Entry = (languages: [String], common: String, others: String)
}
