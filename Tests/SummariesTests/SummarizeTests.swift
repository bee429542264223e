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

  @Test func sentencesThatLeanOnOthersReadWorse() {
    func readability(_ string: String) -> Double {
      let text = Text(string)
      return text.utf8.withUnsafeBufferPointer {
        SentenceForm(text.sentences[0], tokens: text.tokens, bytes: $0).readability
      }
    }
    #expect(readability("However, the port stays closed.") < 1)
    #expect(readability("\"We lost two cranes, said the head of the port.") < 1)
    #expect(readability("- Lisbon: two cranes, lost in the storm.") < 1)
    #expect(readability("The port stays “closed”.") == 1)
  }

  @Test(arguments: ["", " \n ", "Word", "?!…", "日本語のテキスト", "no end and no mark at all in this line of words"])
  func aTextWithoutASentenceGetsNoSummary(_ text: String) throws {
    #expect(try run(Summarize.self, on: Document(text)).summary == nil)
  }

  @Test func longTextsAreBounded() throws {
    let text = (0..<3_000).map {
      "Sentence number \($0) speaks of harbour \($0 % 7) and of storm \($0 % 11)."
    }
    #expect(try summary(text.joined(separator: " ")).count == 3)
    #expect(try summary(String(repeating: "x", count: 1_000_000)).isEmpty)
  }

  @Test func theLogarithmIsRight() {
    for (value, wanted) in [
      (1.0, 0.0), (2, 0.693147180559945), (10, 2.302585092994046), (0.5, -0.693147180559945),
    ] {
      #expect(abs(logarithm(value) - wanted) < 1e-9)
    }
  }
}
