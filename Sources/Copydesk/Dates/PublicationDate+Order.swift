extension PublicationDate {
  /// Whether a language writes the day before the month in dates of numbers alone; nil where that depends on the country,
  /// as in English, or is not known.
  package static func isDayFirst(inLanguage code: String) -> Bool? {
    let language = code.lowercased().prefix { $0.isASCII && $0.isLetter }
    return dayFirst.contains(String(language)) ? true : nil
  }

  private static let dayFirst: Set<String> = [
    "de", "fr", "es", "pt", "it", "nl", "ru", "ar", "pl", "tr", "uk", "ro", "cs", "sk", "da", "no", "nb",
    "nn", "fi", "el", "id",
  ]
}
