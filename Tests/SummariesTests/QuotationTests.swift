import Copydesk
import CopydeskTesting
import Testing

@testable import Summaries

/// What somebody says over several sentences is not told as what is so.
@Suite struct QuotationTests {
  private let around = (
    before: "Mayor Jonas Reed spoke to the council of Harwick about the harbour on Monday evening.",
    after: "The council of Harwick votes on the harbour contract in the first week of April."
  )
  private let said = [
    "Lorn Mining has lied to the town of Harwick about the harbour contract for ten years",
    "The company paid a bribe of two million pounds to former treasurer Daniel Holt for the harbour contract",
    "The harbour contract of Lorn Mining must be cancelled by the council of Harwick",
  ]

  private func quoted(_ text: String) -> [Bool] {
    let text = Text(text)
    return text.utf8.withUnsafeBufferPointer {
      Quotations(text.sentences, tokens: text.tokens, bytes: $0).holds
    }
  }

  private func summary(_ text: String, _ method: Summarize.Method = .learned) throws -> [String] {
    let document = try run(Summarize.self, on: Document(text)) { $0.method = method }
    return document.summary?.sentences.map { document.text[$0] } ?? []
  }

  @Test(arguments: Summarize.Method.allCases)
  func aSentenceFromWithinAQuotationIsNotPicked(_ method: Summarize.Method) throws {
    for (open, close) in [
      ("\"", "\""), ("“", "”"), ("„", "“"), ("« ", " »"), ("»", "«"), ("‘", "’"), ("'", "'"),
    ] {
      let text =
        "\(around.before)\n\n\(open)\(said[0]). \(said[1]). \(said[2]),\(close) Reed said.\n\n\(around.after)"
      #expect(try summary(text, method) == [around.before, around.after], "\(open)…\(close)")
    }
  }

  @Test func aQuotationOverParagraphsOpensEachWithAMark() throws {
    let text =
      "\(around.before)\n\n“\(said[0]). \(said[1]).\n\n“\(said[2]). \(said[0]),” Reed said.\n\n\(around.after)"
    #expect(quoted(text) == [false, true, true, true, true, false])
    #expect(quoted(text.replacing("“", with: "\"").replacing("”", with: "\"")) == quoted(text))
  }

  @Test func aQuotationMayHaveEachSentenceOnALineOfItsOwn() {
    let lines = [
      "\(around.before)", "\"\(said[0]).", "\(said[1]).", "\(said[2]),\" Reed said.", around.after,
    ]
    #expect(quoted(lines.joined(separator: "\n\n")) == [false, true, true, true, false])
  }

  @Test func aSentenceThatNamesTheSpeakerBeforeTheMarkMayBePicked() {
    let text = "A witness told the inquiry: \"\(said[0]). \(said[1]).\"\n\n\(around.after)"
    #expect(quoted(text) == [false, true, false])
  }

  @Test func aMarkThatIsMissingRulesOutNothing() {
    // Never closed, in one long paragraph and before another quotation.
    let open = "He called it \"a lie. \(around.before) \(around.after) \(around.before)"
    #expect(!quoted(open).contains(true))
    let two = "\"We lost two cranes. \(around.before)\n\n\(around.after)\n\n\"It was dark,\" said the master."
    #expect(quoted(two).suffix(2) == [false, false])
    // Never opened: only the sentence itself.
    let closed = "\(around.before) It was a loss,\" said Reed. \(around.after)"
    #expect(quoted(closed) == [false, true, false])
  }

  @Test(arguments: [
    "The ports' ships stayed in harbour. The crews' wives waited. It rained.",
    "The '90s were hard, and the ports of the '80s too. Nobody came. 'Tis so.",
    "The pipe is 6\" wide and 10\" long. It was laid in 1990. It is 5'10\" deep. He is 6'2\".",
    "The \"Star\" sank. The 'Moon' sank. The “Sun” sank too, said the master.",
    "\"It was dark,\" he said. \"We saw nothing.\" The ship sank.",
    "'It was dark,' he said. 'We saw nothing.' The ports' ships sank.",
    "„Es war dunkel“, sagte er. „Wir sahen nichts.“ Das Schiff sank.",
    "« Il faisait nuit », dit-il. « Nous n'avons rien vu. » Le navire a coulé.",
  ]) func whatIsNoQuotationOfSeveralSentencesIsLeftAlone(_ text: String) {
    #expect(!quoted(text).contains(true))
  }

  @Test func theTrailTellsThatASentenceStandsWithinAQuotation() throws {
    let text = "\(around.before)\n\n\"\(said[0]). \(said[1]). \(said[2]),\" Reed said.\n\n\(around.after)"
    let document = try run(Summarize.self, on: Document(text)) { $0.method = .centroid }
    #expect(document.trail.entries.contains { $0.rule == "summary.quoted" })
    let known = Set(Summarize.rules.map(\.name))
    #expect(document.trail.entries.allSatisfy { known.contains($0.rule) })
  }

  @Test func aTextThatHasNothingElseOfLengthGetsNoSummary() throws {
    let text = "Reed spoke.\n\n\"\(said[0]). \(said[1]). \(said[2]).\"\n\nLorn denied it."
    let document = try run(Summarize.self, on: Document(text))
    #expect(document.summary == nil)
    #expect(document.trail.entries.map(\.rule) == ["summary.none_free"])
  }

  @Test func aTextThatIsAQuotationAsAWholeIsSummedUp() throws {
    #expect(try summary("\"\(said[0]). \(said[1]). \(said[2]).\"").count == 3)
  }

  @Test(arguments: Summarize.Method.allCases)
  func theCaptionOfAPictureIsNotPicked(_ method: Summarize.Method) throws {
    let caption = "Traders look at the damage to the market hall in Harwick on Monday morning."
    let text = "\(caption) Photo: Ivo Lindt/Meridian\n\n\(around.before) \(around.after)"
    #expect(try summary(text, method) == [around.before, around.after])
    // A credit behind an article of one paragraph makes no caption of it.
    let one = "\(around.before) \(around.after) \(said[0]). Photo: Ivo Lindt/Meridian"
    #expect(try summary(one, method).first == around.before || method != .lead)
    #expect(try summary(one, method).count == 3)
  }

  @Test func theQuestionsOfAnInterviewAreNotPicked() throws {
    let questions = (1...3).map {
      "Q: What will the harbour contract of Lorn Mining cost the town in year \($0)?"
    }
    let text = zip(questions, said).map { "\($0)\n\nA: \($1)." }.joined(separator: "\n\n")
    #expect(try summary(text).allSatisfy { $0.hasPrefix("A: ") })
    #expect(try summary(text).count == 3)
    // One question in an article is a sentence like others.
    let one = "\(around.before)\n\n\(questions[0])\n\n\(around.after)"
    #expect(try summary(one).count == 3)
  }
}
