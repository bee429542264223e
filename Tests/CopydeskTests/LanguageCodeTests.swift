import Copydesk
import Testing

@Suite struct LanguageCodeTests {
  @Test func theLanguageOfACodeIsWithoutRegionAndScript() {
    #expect(
      ["de", "de-CH", "DE-de", "de_AT", "zh-Hant", "iw"].map(LanguageCode.primary) == [
        "de", "de", "de", "de", "zh", "he",
      ])
  }

  @Test func aScriptStaysWithItsLanguage() {
    #expect(
      ["zh-Hant", "zh_hant_TW", "sr-latn", "pt-BR", "en", "DE-1901"].map(LanguageCode.withoutRegion) == [
        "zh-Hant", "zh-Hant", "sr-Latn", "pt", "en", "de",
      ])
  }

  @Test func everyCodeOfThreeLettersThatTheDetectorTellsIsKnown() {
    // Of the Compact Language Detector 2, as its LanguageCode gives them.
    let codes = "ceb chr crs gaa haw hmn kha kri lif loz lua luo mfe new nso pam raj sco syr tum war"
    for code in codes.split(separator: " ") { #expect(LanguageCode.isKnown(String(code)), "\(code)") }
  }

  @Test func codesAreKnownAndNamesAreNot() {
    for code in ["en", "pt-BR", "zh-Hant", "nb", "ceb", "iw", "EN"] { #expect(LanguageCode.isKnown(code)) }
    for word in ["german", "xx", "", "eng", "d e", "-"] { #expect(!LanguageCode.isKnown(word)) }
  }

  @Test func aNameTellsTheCodeThatWasMeant() {
    for (word, code) in [
      ("german", "de"), ("Français", "fr"), ("eng", "en"), ("portugese", "pt"), ("mandarin", "zh"),
    ] { #expect(LanguageCode.meant(by: word) == code) }
    #expect(LanguageCode.meant(by: "klingonese") == nil && LanguageCode.meant(by: "") == nil)
  }

  @Test func functionWordsAreInSmallLettersAndEachOnce() throws {
    #expect(FunctionWords.languages.count >= 30)
    for language in FunctionWords.languages {
      let words = try #require(FunctionWords.of(language))
      #expect(LanguageCode.isKnown(language))
      #expect((8...63).contains(words.common.count))
      #expect(words.all.starts(with: words.common))
      #expect(words.all == words.all.map { $0.lowercased() })
      #expect(Set(words.common).count == words.common.count, "\(language)")
    }
    #expect(FunctionWords.of("de-CH")?.all == FunctionWords.of("de")?.all)
    #expect(FunctionWords.of("ja") == nil)
  }
}
