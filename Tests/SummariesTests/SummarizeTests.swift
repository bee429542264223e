import Copydesk
import CopydeskTesting
import Testing

@testable import Summaries

@Suite struct SummarizeTests {
  private static let article = """
    Harbour reopens after storm

    By Ada Moreno

    The harbour of Lisbon reopened on Monday after a storm had closed it for three days, the port authority said.

    "We lost two cranes," said the head of the container terminal. Repairs to the cranes of the terminal will cost \
    the port $3.5 million.

    However, he expected no delay. It was dark.

    Ships of the size that call at the harbour of Lisbon every week had been sent to Sines and to the port of Leixões, \
    where they waited for the storm to pass.

    The port authority said the terminal of the harbour would work at night until all ships that had waited were \
    unloaded. Nobody was hurt in the storm.

    A small café near the harbour, which had lost its roof, sold coffee from a tent.
    """

  private func summary(_ text: String, _ change: (inout Summarize.Options) -> Void = { _ in }) throws
    -> [String]
  {
    let document = try run(Summarize.self, on: Document(text), options: change)
    return document.summary?.sentences.map { document.text[$0] } ?? []
  }

  @Test(arguments: Summarize.Method.allCases)
  func aSummaryIsWholeSentencesInTheOrderOfTheText(_ method: Summarize.Method) throws {
    let document = try run(Summarize.self, on: Document(Self.article)) { $0.method = method }
    let summary = try #require(document.summary)
    let sentences = Set(document.text.sentences.map(\.span))
    #expect(summary.sentences.count == 3)
    #expect(summary.sentences.allSatisfy(sentences.contains))
    #expect(summary.sentences == summary.sentences.sorted())
    #expect(summary.method == method.rawValue)
  }

  @Test func headingsBylinesAndShortSentencesAreNotPicked() throws {
    let all = try summary(Self.article) { $0.sentences = 100 }
    #expect(
      !all.contains { $0.hasPrefix("Harbour reopens") || $0.hasPrefix("By Ada") || $0 == "It was dark." })
    #expect(all.count >= 6)
  }

  @Test(arguments: [
    "नगर परिषद ने मंगलवार को पुराने पुल की मरम्मत करने का फैसला किया। व्यापारियों को डर है कि काम के दौरान ग्राहक नहीं आएंगे।",
    "পৌর পরিষদ মঙ্গলবার শীতের আগে পুরানো সেতুটি সংস্কারের সিদ্ধান্ত নিয়েছে। মেয়র বলেন, শহরের আর কোনো উপায় ছিল না।",
    "شہر کی کونسل نے منگل کو پرانے پل کی مرمت کا فیصلہ کیا۔ تاجروں کو ڈر ہے کہ کام کے دوران گاہک نہیں آئیں گے۔",
  ])
  func theFullStopsOfIndiaEndASentence(_ text: String) throws {
    #expect(try summary(text) { $0.sentences = 9 }.joined(separator: " ") == text)
  }

  @Test func theLeadIsTheFirstSentences() throws {
    let lead = try summary(Self.article) {
      $0.method = .lead
      $0.sentences = 1
    }
    #expect(lead.first?.hasPrefix("The harbour of Lisbon reopened") ?? false)
  }

  @Test(arguments: [1, 20, 45, 60, 500])
  func aLimitInWordsIsNeverExceededUnlessByOneSentence(_ limit: Int) throws {
    let document = try run(Summarize.self, on: Document(Self.article)) { $0.words = limit }
    let spans = try #require(document.summary).sentences
    let words = spans.reduce(0) { $0 + Text(document.text[$1]).wordCount }
    #expect(spans.count == 1 || words <= limit)
  }

  @Test func aSentenceThatRepeatsAnotherIsPickedOnce() throws {
    let repeated = "The port authority of Lisbon closed the harbour because of the heavy storm."
    let text =
      "\(repeated)\n\n\(repeated)\n\nShips had been sent to other ports along the coast for the night."
    #expect(try summary(text).count == 2)
  }

  @Test(arguments: [10, 80, 150, 300, 5_000])
  func aLimitInCharactersIsNeverExceededUnlessByOneSentence(_ limit: Int) throws {
    let document = try run(Summarize.self, on: Document(Self.article)) { $0.characters = limit }
    let summary = try #require(document.summary)
    #expect(
      summary.sentences.count == 1 || summary.string(in: document.text).unicodeScalars.count <= limit)
    let exceeds = document.trail.entries.filter { $0.rule == "summary.exceeds_limit" }
    #expect(exceeds.isEmpty == (summary.string(in: document.text).unicodeScalars.count <= limit))
  }

  @Test func aRatioIsAShareOfTheWordsOfTheText() throws {
    let document = try run(Summarize.self, on: Document(Self.article)) { $0.ratio = 0.5 }
    let words = document.summary?.sentences.reduce(0) { $0 + Text(document.text[$1]).wordCount } ?? 0
    #expect(words > 0 && Double(words) <= Double(document.text.wordCount) * 0.5)
  }

  @Test func moreSentencesAreTakenUntilThereAreWordsEnough() throws {
    let document = try run(Summarize.self, on: Document(Self.article)) {
      $0.sentences = 1
      $0.leastWords = 40
    }
    let spans = try #require(document.summary).sentences
    #expect(spans.count > 1)
    #expect(spans.reduce(0) { $0 + Text(document.text[$1]).wordCount } >= 40)
  }

  @Test func allLimitsThatAreGivenHoldTogether() throws {
    let document = try run(Summarize.self, on: Document(Self.article)) {
      $0.sentences = 2
      $0.words = 500
    }
    #expect(document.summary?.sentences.count == 2)
  }

  @Test func signsTellHowASentenceReads() {
    func signs(_ string: String) -> SentenceForm.Signs {
      let text = Text(string)
      return text.utf8.withUnsafeBufferPointer {
        SentenceForm(text.sentences[0], tokens: text.tokens, bytes: $0).signs
      }
    }
    #expect(signs("However, the port stays closed.").contains(.connective))
    #expect(signs("He said the port stays closed.").contains(.pronoun))
    #expect(signs("\"We lost two cranes, said the head of the port.").contains(.halfQuote))
    #expect(signs("It was a loss,' said the head of the port.").contains(.halfQuote))
    #expect(signs("- Lisbon: two cranes, lost in the storm.").contains(.listItem))
    #expect(!signs("The port stays “closed”.").contains(.halfQuote))
    #expect(!signs("'We lost two cranes,' said the ports' head in the '90s.").contains(.halfQuote))
    #expect(signs("Who pays for the cranes?").contains(.question))
  }

  @Test(arguments: [
    "Reporting by Ana Sousa in the port of Lisbon.", "Scroll down for video of the cranes in the port.",
    "Pictured: the two cranes that the storm threw over.", "Photo by Ana Sousa of the Meridian Wire agency.",
  ])
  func creditsAndCaptionsAreNotPicked(_ line: String) throws {
    let found = try summary("\(line)\n\n" + Self.article) { $0.sentences = 100 }
    #expect(!found.contains(line))
  }

  @Test func aSentenceThatLeansOnOneThatIsNotThereLosesToOneNearlyAsGood() {
    let text = Text(
      "The harbour of Lisbon opened again on Monday. However, the harbour of Lisbon lost two cranes. "
        + "The harbour of Sines lost no cranes at all.")
    let table = SentenceTable(text, minWords: 1)
    func rows(_ scores: [Double], _ sentences: Int) -> [Int] {
      SentenceChoice(
        table, scores: scores, limit: SummaryLimit(sentences: sentences),
        weights: .init(likeness: 0, repetition: 2, leaning: 0.5, halfQuote: 0.5), text: text
      ).rows
    }
    #expect(rows([0, 1, 0.8], 1) == [2])
    #expect(rows([0, 2, 0.8], 1) == [1], "unless it is clearly better")
    #expect(rows([3, 1, 0.8], 2) == [0, 1], "or the sentence before it is there")
  }

  @Test func theTrailTellsScoresAndWhatBeatWhat() throws {
    let document = try run(Summarize.self, on: Document(Self.article))
    let chosen = document.trail.entries.filter { $0.rule == "summary.chosen" }
    let summary = try #require(document.summary)
    #expect(chosen.map(\.source) == summary.sentences.map { document.text.source(of: $0) })
    let beaten = try #require(document.trail.entries.first { $0.rule == "summary.beaten" })
    let (measured, limit) = (try #require(beaten.measured), try #require(beaten.limit))
    #expect(measured <= limit)
    #expect(chosen.compactMap(\.measured).min() == limit)
    let known = Set(Summarize.rules.map(\.name))
    #expect(document.trail.entries.allSatisfy { known.contains($0.rule) })
    let silent = try run(Summarize.self, on: Document(Self.article)) { $0.explain = false }
    #expect(silent.trail.entries.isEmpty)
  }

  @Test func theTrailNamesTheSentenceThatWasBeatenAndTheOneThatIsRepeated() throws {
    let text =
      "The harbour of Lisbon lost two cranes in the storm of Monday night. "
      + "The harbour of Lisbon lost two cranes in the storm on Monday night. "
      + "Fishermen in the old town went out to sea again on Tuesday morning. "
      + "A museum for maps was opened by the mayor in the afternoon."
    let document = try run(Summarize.self, on: Document(text)) { $0.sentences = 2 }
    let spans = document.text.sentences.map { document.text.source(of: $0.span) }
    let repeats = try #require(document.trail.entries.first { $0.rule == "summary.repeats" })
    #expect(Set([repeats.source, repeats.referenceSource]) == [spans[0], spans[1]])
    let chosen = try #require(document.summary).sentences.map { document.text.source(of: $0) }
    let entries = document.trail.entries.filter { $0.rule == "summary.chosen" }
    let losers = entries.compactMap(\.referenceSource)
    #expect(!losers.isEmpty && losers.allSatisfy { !chosen.contains($0) })
    #expect(entries.allSatisfy { ($0.limit == nil) == ($0.referenceSource == nil) })
    let beaten = document.trail.entries.filter { $0.rule == "summary.beaten" }
    #expect(beaten.allSatisfy { $0.referenceSource.map(chosen.contains) ?? false })
  }

  @Test func aTextInParagraphsIsLaidOutAndOneLineOrALineASentenceIsNot() {
    let one = "The port of Lisbon opened on Monday. The crews came back in the night."
    func isSet(_ text: String, title: String? = nil) -> Bool {
      var document = Document(text)
      document.title = title
      return SentenceRanker.isSet(document, SentenceTable(document.text, minWords: 1))
    }
    #expect(isSet([one, one, one].joined(separator: "\n\n")))
    #expect(!isSet([one, one, one].joined(separator: " ")))
    #expect(!isSet([one, one, one].joined(separator: " ").replacing(". ", with: ".\n\n")))
    #expect(isSet(one, title: "Port opens") && !isSet(one, title: ""))
  }

  @Test func besideAHeadlineTheSummaryCoversAndWithoutOneItTellsTheNews() throws {
    func chosen(_ title: String?, _ aim: Summarize.Aim) throws -> [Span]? {
      var document = Document(Self.article)
      document.title = title
      return try run(Summarize.self, on: document) {
        $0.aim = aim
        $0.sentences = 1
      }.summary?.sentences
    }
    let (alone, news) = (try chosen(nil, .auto), try chosen(nil, .news))
    #expect(alone == news)
    let (titled, coverage) = (try chosen("Harbour reopens", .auto), try chosen("Harbour reopens", .coverage))
    #expect(titled == coverage)
  }

  @Test func entitiesCountAsNamesWhereTheyAreKnown() {
    let text = Text("The port of Lisbon opened. Ana Sousa came to the port of Porto.")
    let table = SentenceTable(text, minWords: 1)
    let guessed = NameCounts(table, entities: [], tokens: text.tokens).values
    #expect(guessed == [1, 2])
    let span = Span(text.sentences[1].span.start, text.sentences[1].span.start + 9)
    let known = NameCounts(table, entities: [Entity(span, .person)], tokens: text.tokens).values
    #expect(known == [0, 2])
  }

  @Test(arguments: ["", " \n ", "Word", "?!…", "日本語のテキスト", "no end and no mark at all in this line of words"])
  func aTextWithoutASentenceGetsNoSummary(_ text: String) throws {
    #expect(try run(Summarize.self, on: Document(text)).summary == nil)
  }

  @Test(arguments: Summarize.Method.allCases)
  func longTextsAreBounded(_ method: Summarize.Method) throws {
    let text = (0..<10_000).map {
      "Sentence number \($0) speaks of harbour \($0 % 7) and of storm \($0 % 11)."
    }
    let found = try summary(text.joined(separator: " ")) {
      $0.method = method
      $0.redundancy = 1
    }
    #expect(found.count == 3)
    let nothing = try summary(String(repeating: "x", count: 1_000_000)) { $0.method = method }
    #expect(nothing.isEmpty)
  }

  @Test func theGraphOfALongTextComparesEachSentenceWithABoundedNumber() {
    let text = Text((0..<1_000).map { "The harbour number \($0) is near the town." }.joined(separator: " "))
    let table = SentenceTable(text, minWords: 1)
    #expect(table.rows.count == 1_000)
    #expect(SentenceGraph.pivotRows(of: 1_000).count == SentenceGraph.pivots)
    #expect(!SentenceGraph(table, edge: .sharedWords).isWhole)
    let ranks = SentenceGraph(table, edge: .sharedWords).ranks()
    #expect(ranks.allSatisfy { $0.isFinite && $0 > 0 })
  }

  @Test func theDegreeIsTheSumOfTheEdgesOfTheGraph() {
    let text = Text(Self.article)
    let table = SentenceTable(text, minWords: 1)
    let count = table.rows.count
    for row in 0..<count {
      let terms = Set(table.terms[table.rows[row].terms].map(\.number))
      var sum = 0.0
      for other in 0..<count where other != row {
        let shared = table.terms[table.rows[other].terms].filter { terms.contains($0.number) }.count
        let lengths = [row, other].map { logarithm(Double(max(2, table.rows[$0].words))) }
        sum += Double(shared) / (lengths[0] + lengths[1])
      }
      #expect(abs(Degree.values(table)[row] - sum) < 1e-9)
    }
  }

  @Test func theExponentialIsTheInverseOfTheLogarithm() {
    for value in [0.001, 0.5, 1, 2.5, 100, 1e6] {
      #expect(abs(exponential(logarithm(value)) / value - 1) < 1e-9)
    }
    #expect(exponential(0) == 1)
    #expect(exponential(-1_000) == 0)
  }

  @Test func theLogarithmIsRight() {
    for (value, wanted) in [
      (1.0, 0.0), (2, 0.693147180559945), (10, 2.302585092994046), (0.5, -0.693147180559945),
    ] {
      #expect(abs(logarithm(value) - wanted) < 1e-9)
    }
  }
}
