import Copydesk
import CopydeskTesting
import Testing

@testable import Filters

private let articleProse = """
  The council met on Tuesday to talk about the old bridge, and the talk went on until the evening.
  Engineers have said that the bridge is safe for now, but that it has to be mended before the winter.
  The mayor told reporters that there is money for the work and that it will begin in the first week of June.
  Traders in the street near the river fear that the work will keep their customers away for many months.
  """

struct QualityTests {
  private func failures(_ text: String, _ change: (inout FilterQuality.Options) -> Void = { _ in }) throws
    -> [String]
  {
    let document = try run(FilterQuality.self, on: Document(text), options: change)
    #expect(document.verdict.isKept == document.trail.entries.isEmpty)
    return document.trail.entries.map(\.rule)
  }

  @Test func proseMeetsEveryRule() throws {
    #expect(try failures(Self.prose) == [])
    let document = try run(FilterQuality.self, on: Document(Self.prose)) { $0.measures = .all }
    #expect(document.trail.entries.map(\.rule) == FilterQuality.rules.map(\.name))
    #expect(document.trail.entries.allSatisfy { $0.measured != nil && $0.limit != nil })
  }

  /// The prose with something after it.
  private static func prose(and more: String, times: Int = 1) -> String {
    prose + String(repeating: more, count: times)
  }

  /// The prose with each line changed.
  private static func lines(_ change: (Substring) -> String) -> String {
    prose.split(separator: "\n").map(change).joined(separator: "\n")
  }

  private static let prose = articleProse
  static let cases: [(rule: String, text: String)] = {
    var cases: [(rule: String, text: String)] = []
    cases.append(("gopher.min_words", "The bridge is closed and that is that."))
    cases.append(("gopher.bullet_lines", lines { "- \($0)" }))
    cases.append(("gopher.ellipsis_lines", lines { "\($0)…" }))
    cases.append(("gopher.symbols", prose(and: " #", times: 40)))
    cases.append(("gopher.alphabetic", prose(and: " 17 2018 4,500", times: 20)))
    cases.append(("gopher.stop_words", String(repeating: "Heute kamen viele Leute. ", count: 20)))
    cases.append(("gopher.max_word_length", prose(and: " antidisestablishmentarianism", times: 60)))
    cases.append(("gopher.min_word_length", prose(and: " a b c d", times: 60)))
    cases.append(("c4.braces", prose(and: " if (a) { b }")))
    cases.append(("c4.lorem_ipsum", prose(and: " Lorem Ipsum dolor.")))
    cases.append(("c4.sentences", "One sentence of many words, and no other."))
    cases.append(("fineweb.punctuated_lines", lines { "\($0) and" }))
    cases.append(("fineweb.duplicate_characters", prose(and: "\n" + prose)))
    cases.append(("fineweb.short_lines", prose(and: "\nMenu.", times: 20)))
    return cases
  }()

  @Test(arguments: cases)
  func eachRuleFindsWhatItIsFor(_ example: (rule: String, text: String)) throws {
    #expect(try failures(example.text).contains(example.rule))
  }

  @Test(arguments: NewsProse.inLanguages)
  func stopWordsAreThoseOfTheTextsLanguage(_ prose: NewsProse) throws {
    func failures(_ language: String?) throws -> [String] {
      var document = Document(prose.text)
      document.language = language
      return try run(FilterQuality.self, on: document) {
        $0.rules = [.gopher]
        $0.minWords = 10
        $0.minWordLength = prose.minWordLength
      }.trail.entries.map(\.rule)
    }
    #expect(try failures(prose.language) == [])
    #expect(try failures(nil) == [])
    // Pages are often marked as English that are not.
    #expect(try failures("en") == [])
    #expect(try failures("\(prose.language.uppercased())-XX") == [])
  }

  @Test func aTextWithoutTheStopWordsOfItsLanguageIsNoProse() throws {
    let list = "Schrauben Muttern Dübel Nägel Winkel Leisten Bretter Balken Latten Platten. "
    func rules(_ language: String?) throws -> [String] {
      var document = Document(String(repeating: list, count: 8))
      document.language = language
      return try run(FilterQuality.self, on: document) { $0.rules = [.gopher] }.trail.entries.map(\.rule)
    }
    #expect(try rules("de") == ["gopher.stop_words"])
    #expect(try rules(nil) == ["gopher.stop_words"])
  }

  @Test(arguments: NewsProse.withOtherMarks)
  func sentencesEndWithTheMarksOfTheirScript(_ prose: NewsProse) throws {
    #expect(
      try failures(prose.text) {
        $0.minWords = 10
        $0.maxShortLines = 1
      } == [])
  }

  @Test func wordsOfKoreanAreNotTooShort() throws {
    let text = """
      서울 마포구의 한 도서관이 10년 만에 다시 문을 열었다. 구청은 지난 3일 개관식을 열고 주민 300여 명을 초청했다.
      새 도서관은 지상 4층 규모로 책 8만 권을 갖췄다. 공사비는 모두 120억 원이 들었다. 주차장은 무료다.
      """
    #expect(try failures(text) { $0.minWords = 1 }.filter { $0 == "gopher.min_word_length" }.isEmpty)
    #expect(try failures("a b c. d e f.") { $0.minWords = 1 }.contains("gopher.min_word_length"))
  }

  @Test func gophersSymbolsAreCountedEachForItself() throws {
    // 87 words: six of each are less than a tenth, together more.
    let both = Self.prose(and: " # …", times: 6)
    #expect(try failures(both) == [])
    #expect(try failures(Self.prose(and: " …", times: 40)).contains("gopher.symbols"))
  }

  @Test func theTopRunIsTheOneThatComesMostOften() {
    // "a b" comes three times, "extraordinary circumstances" twice with more letters.
    let runs = WordRuns(Text("a b x a b y a b z extraordinary circumstances w extraordinary circumstances"))
    #expect(runs.topShare(2) == 6.0 / 62)
    #expect(WordRuns(Text("one two three four")).topShare(2) == 0)
  }

  @Test func theReasonIsTheFirstRuleWithItsMeasureAndLimit() throws {
    let document = try run(FilterQuality.self, on: Document("Too short.")) { $0.rules = [.gopher] }
    #expect(document.verdict == .dropped(reason: "gopher.min_words is 2, less than 50"))
    let last = try #require(document.trail.entries.last)
    #expect(last.action == .dropped && last.measured == 2 && last.limit == 50)
  }

  @Test func limitsMayBeOtherOnes() throws {
    #expect(
      try failures("The bridge of Lorn stands.") {
        $0.rules = [.gopher]; $0.minWords = 2
      } == [])
    #expect(throws: InvalidOption.self) { try failures("") { $0.rules = [] } }
  }

  @Test func repetitionIsMeasuredAsInThePaper() throws {
    func failures(_ text: String) throws -> [String] {
      try run(FilterRepetition.self, on: Document(text)).trail.entries.map(\.rule)
    }
    #expect(try failures(Self.prose) == [])
    #expect(try failures(String(repeating: "Buy now.\n", count: 10)).contains("repetition.lines"))
    #expect(
      try failures(String(repeating: "Buy it\nright now.\n\n", count: 10)).contains("repetition.paragraphs"))
    let chant = String(repeating: "we will win this match tonight ", count: 12)
    #expect(try Set(failures(chant)).isSuperset(of: ["repetition.runs_of_5", "repetition.runs_of_10"]))
    #expect(try failures("so it goes so it goes so it goes and on").contains("repetition.top_3_words"))
  }

  @Test func runsAreCountedOnceALetter() {
    // Ten words, of which five come twice: half of the letters.
    let runs = WordRuns(Text("aa bb cc dd ee aa bb cc dd ee"))
    #expect(runs.duplicateShare(5) == 0.5)
    #expect(runs.topShare(2) == 0.4)
    #expect(WordRuns(Text("")).topShare(2) == 0 && WordRuns(Text("one")).duplicateShare(5) == 0)
  }

  @Test func sharesAreOfCharactersInEveryScript() throws {
    // 39 characters of Cyrillic that take 72 bytes, twice beside five lines of 92 that take as many.
    let line = "Подписывайтесь на наш канал в Телеграме"
    let prose = String(repeating: "The council of the town of Lorn met, ", count: 3).prefix(92)
    let text = ([line] + (0..<5).map { "\($0)\(prose.dropFirst())" } + [line]).joined(separator: "\n")
    let share = 39.0 / (39 * 2 + 92 * 5)
    #expect(RepeatedPieces(linesOf: Text(text)).shareOfCharacters == share)
    #expect(
      RepeatedPieces(paragraphsOf: Text(text.replacing("\n", with: "\n\n"))).shareOfCharacters == share)
    #expect(try failures(text) { $0.rules = [.fineweb] }.contains("fineweb.duplicate_characters") == false)
    // Two words of four letters each come twice among twenty letters of ASCII.
    let runs = WordRuns(Text("река мост aaaaaaaaaa река мост bbbbbbbbbb"))
    #expect(runs.topShare(2) == 16.0 / 36)
    let long = WordRuns(Text("один два три два пять abcdef один два три два пять"))
    #expect(long.duplicateShare(5) == 17.0 / 40)
  }

  @Test func limitsOfRulesThatAreNotAskedAreWarnedOf() {
    func warned(_ rules: [FilterQuality.RuleSet]) -> [String] {
      var options = FilterQuality.Options()
      options.rules = rules
      return FilterQuality.advice(
        on: options, given: ["rules", "min_words", "min_sentences", "max_short_lines"]
      )
      .map(\.option)
    }
    #expect(warned([.gopher, .c4, .fineweb]) == [])
    #expect(
      warned([.gopher]) == ["min_sentences", "max_short_lines"] && warned([.c4, .fineweb]) == ["min_words"])
  }

  @Test func limitsThatNoDocumentMeetsAreRefused() throws {
    func option(_ change: (inout FilterQuality.Options) -> Void) -> String? {
      #expect(throws: InvalidOption.self) { try failures("", change) }?.option
    }
    #expect(option { $0.maxWords = 49 } == "max_words")
    #expect(option { $0.maxWordLength = 2.9 } == "max_word_length")
    #expect(
      try failures("The bridge.") {
        $0.maxWords = 1
        $0.rules = [.c4]
      } == ["c4.sentences"])
  }

  @Test func aReasonHasAsManyDigitsAsTellItsNumbersApart() {
    func reason(_ value: Double, _ limit: Double) -> String {
      Measure(rule: "r", value: value, bound: .atMost(limit)).reason
    }
    #expect(reason(0.10004, 0.1) == "r is 0.10004, more than 0.1")
    #expect(reason(0.12345678, 0.1) == "r is 0.1235, more than 0.1")
    #expect(
      reason(0.1 + 1e-15, 0.1).hasSuffix(", more than 0.1") && reason(51, 50) == "r is 51, more than 50")
  }

  @Test func lengthIsWordsAndSentences() throws {
    func rules(_ text: String, _ change: (inout FilterLength.Options) -> Void) throws -> [String] {
      try run(FilterLength.self, on: Document(text), options: change).trail.entries.map(\.rule)
    }
    #expect(try rules("One two three.") { $0.minWords = 3 } == [])
    #expect(try rules("One two three.") { $0.minWords = 4 } == ["length.min_words"])
    #expect(
      try rules("One two three.") {
        $0.minWords = 0; $0.maxWords = 2
      } == ["length.max_words"])
    #expect(
      try rules("One. Two.") {
        $0.minWords = 0; $0.minSentences = 3
      } == ["length.min_sentences"])
    #expect(throws: InvalidOption.self) {
      try rules("") {
        $0.minWords = 9; $0.maxWords = 2
      }
    }
  }
}
