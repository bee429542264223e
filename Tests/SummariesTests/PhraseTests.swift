import Copydesk
import CopydeskTesting
import Testing

@testable import Summaries

@Suite struct PhraseTests {
  private static let article = """
    GENEVA (Meridian Wire) — Delegates from 86 countries adopted a compact on shared rivers on Thursday, after a night of \
    talks, the organisers said.

    The compact on shared rivers asks upstream states to tell of new dams. Upstream states had refused that for years. \
    Ngozi Adebayo-Lund, who led the talks, spoke of a flood gauge in Basel.

    A flood gauge costs little. Ngozi Adebayo-Lund wants a flood gauge on all shared rivers.
    """

  private func phrases(_ text: String, most: Int = 8) throws -> [JSONValue] {
    let document = try run(Keyphrases.self, on: Document(text)) { $0.most = most }
    if case .array(let elements) = document.metadata["keyphrases"] { return elements }
    return []
  }

  @Test func thePhrasesThatRecurAreAmongTheBest() throws {
    let found = try phrases(Self.article).compactMap { $0["text"]?.string }
    #expect(found.contains("shared rivers"))
    #expect(found.contains("flood gauge"))
    #expect(found.contains("Ngozi Adebayo-Lund"))
  }

  @Test func noPhraseGoesOverTwoCells() throws {
    let found = try phrases("Harbour district\tFerry votes\nHarbour district\tFerry votes\n").compactMap {
      $0["text"]?.string
    }
    #expect(!found.isEmpty && !found.contains { $0.contains("\t") }, "\(found)")
  }

  @Test(arguments: [nil, "fr", "fr-CA"])
  func phrasesOfAnotherLanguageAreDividedByItsSmallWords(_ language: String?) throws {
    var document = Document(
      """
      Le conseil municipal a rénové le vieux pont et les quais. Les commerçants de la rue et les touristes attendent la
      fin des travaux. Le conseil municipal paie les travaux du vieux pont et la rue, selon le maire et les adjoints.
      """)
    document.language = language
    let result = try run(Keyphrases.self, on: document)
    guard case .array(let elements) = result.metadata["keyphrases"] else {
      Issue.record("no phrases")
      return
    }
    let found = elements.compactMap { $0["text"]?.string }
    #expect(found.contains("conseil municipal") && found.contains("vieux pont"), "\(found)")
    let small = ["et", "les", "la", "le", "du"]
    #expect(
      found.allSatisfy { phrase in
        !phrase.lowercased().split(separator: " ").contains { small.contains(String($0)) }
      })
  }

  @Test func aTextWithoutBlanksGetsNoPhrasesAndTheTrailSaysWhy() throws {
    for text in [
      "首相は火曜日、古い橋を冬の前に改修すると発表した。工事は三月に始まる。",
      "นายกรัฐมนตรีประกาศเมื่อวันอังคารว่าจะซ่อมแซมสะพานเก่าก่อนฤดูหนาว",
    ] {
      let result = try run(Keyphrases.self, on: Document(text))
      #expect(result.metadata["keyphrases"] == nil)
      #expect(result.trail.entries.map(\.rule) == ["keyphrases.unspaced"])
      let summarised = try run(Summarize.self, on: Document(text))
      #expect(summarised.summary == nil)
      #expect(summarised.trail.entries.map(\.rule) == ["summary.unspaced"])
    }
    // What is only too short gets none either, and that is no matter of its language.
    #expect(try run(Summarize.self, on: Document("Too short.")).trail.entries.isEmpty)
  }

  @Test(arguments: [
    "climate change", "tax cut", "tax cuts", "drone strike", "press release", "court order", "market share",
  ])
  func aVerbBehindANounIsANounWhereItRecursSo(_ term: String) throws {
    let found = try phrases(
      "The minister spoke about the \(term) in Larne. Many people fear the \(term), he said. A \(term) of this kind was "
        + "seen in Orveston last year.")
    #expect(found.first?["text"]?.string == term)
  }

  @Test(arguments: [
    "The bank cut its rate in Larne. The bank cut its rate again.",
    "Officials claim so. The officials claim it was rain.",
    "The bank cut rates once. People spoke of the bank.",
  ])
  func aVerbWithItsObjectIsNoPartOfAPhrase(_ text: String) throws {
    let found = try phrases(text).compactMap { $0["text"]?.string.map { $0.lowercased() } }
    #expect(!found.contains { $0.contains("cut") || $0.contains("claim") }, "\(found)")
  }

  @Test func everySpanIsAPlaceWhereThePhraseStands() throws {
    let scalars = Array(Self.article.unicodeScalars)
    let found = try phrases(Self.article)
    #expect(!found.isEmpty)
    for phrase in found {
      guard case .array(let spans) = phrase["spans"] else {
        Issue.record("no spans")
        continue
      }
      #expect(!spans.isEmpty)
      for (index, span) in spans.enumerated() {
        guard case .number(let start) = span["start"], case .number(let end) = span["end"] else {
          Issue.record("a span without start and end")
          continue
        }
        var words = String.UnicodeScalarView()
        words.append(contentsOf: scalars[(Int(start) ?? 0)..<(Int(end) ?? 0)])
        if index == 0 { #expect(String(words).lowercased() == phrase["text"]?.string?.lowercased()) }
      }
    }
  }

  @Test func thereAreNoMoreThanWereAskedFor() throws {
    #expect(try phrases(Self.article, most: 2).count == 2)
    #expect(try phrases("").isEmpty)
    #expect(try phrases("日本語 ?! …").count <= 1)
  }

  @Test func theBestScoresOneAndTheOthersLess() throws {
    let scores = try phrases(Self.article).compactMap { phrase -> Double? in
      if case .number(let digits) = phrase["score"] { Double(digits) } else { nil }
    }
    #expect(scores.first == 1)
    #expect(scores == scores.sorted(by: >))
  }

  @Test func aHeadlineIsTheFirstStatementInTheTextsOwnWords() throws {
    let document = try run(Headline.self, on: Document(Self.article))
    #expect(document.title == "Delegates from 86 countries adopted a compact on shared rivers")
    let entry = try #require(document.trail.entries.first)
    #expect(entry.field == "title")
    let source = try #require(entry.source)
    #expect(Document(Self.article).text[source] == document.title)
  }

  @Test(arguments: [
    (
      "In a locked room above the harbour, ten men of the guild chose a new master on Monday.",
      "Ten men of the guild chose a new master"
    ),
    (
      "As leaders of the guild gather in Orveston, Larne and Pell, the price of wool has doubled.",
      "The price of wool has doubled"
    ),
    (
      "Three years after a gruelling crisis of the wool trade, the guild has paid its debts.",
      "The guild has paid its debts"
    ),
    (
      "The guild sued the Larne Wool and Linen Commission over the sale of all of its looms in Orveston.",
      "The guild sued the Larne Wool and Linen Commission"
    ),
  ])
  func aHeadlineIsAStatement(_ text: String, _ wanted: String) throws {
    #expect(try run(Headline.self, on: Document(text)).title == wanted)
  }

  @Test(arguments: [
    "More than 800,000 members of the old guild of the town of Orveston are to receive a share of the sale of its hall.",
    "The weavers of Larne, Pell and Orveston, as well as the dyers of the three towns, have sold all of their looms to the guild.",
    "The mayor of Larne said that he had no option but to “confront it with all that the town had”.",
    "The weavers have been hearing evidence for and against the sale of the looms of the old guild of the town this week.",
  ])
  func aHeadlineDoesNotBreakOff(_ text: String) throws {
    let title = try run(Headline.self, on: Document(text)).title
    let last = title?.split(separator: " ").last.map(String.init)
    #expect(!["are", "to", "for", "and", "of", "the", "well"].contains(last))
    #expect(title?.contains("“") != true)
  }

  @Test(arguments: [
    "If the guild fails again this year, the town of Larne will pay for all of its looms.",
    "Although the guild denied it at first, the town of Larne has paid for all of its looms.",
    "On Saturday, the police of Larne said.",
  ])
  func whatIsNoStatementByItselfIsNoHeadline(_ text: String) throws {
    #expect(try run(Headline.self, on: Document(text)).title == nil)
  }

  @Test(arguments: [
    ("Over 100 weavers of the guild left, many of them old.", "Over 100 weavers of the guild left"),
    ("About 40 looms, a mill and two sheds burned down.", "About 40 looms, a mill and two sheds burned down"),
    ("In Larne, a town of 20,000 people, voters chose a new mayor.", "Voters chose a new mayor"),
    ("Under the plan, announced on Monday, the state would buy the guild.", "The state would buy the guild"),
  ])
  func theSubjectOfASentenceIsNoOpeningAndWhatIsInsertedNoStatement(_ text: String, _ wanted: String) throws {
    #expect(try run(Headline.self, on: Document(text)).title == wanted)
  }

  @Test func aDocumentWithoutAHeadlineIsToldOf() throws {
    let text = "As leaders gather in Orveston the price of wool has doubled again."
    let document = try run(Headline.self, on: Document(text))
    #expect(document.title == nil && document.trail.entries.map(\.rule) == ["headline.none"])
  }

  @Test func whereTheBestSentenceCannotBeCutTheNextIs() throws {
    let text = """
      As leaders of the guild gather in Orveston this week the price of wool has doubled for the third time. The guild has \
      paid its debts.
      """
    #expect(try run(Headline.self, on: Document(text)).title == "The guild has paid its debts")
  }

  @Test func aDocumentThatHasATitleKeepsIt() throws {
    var document = Document(Self.article)
    document.title = "Compact adopted"
    let same = try run(Headline.self, on: document)
    #expect(same.title == "Compact adopted")
    #expect(same.trail.entries.isEmpty)
  }

  @Test(arguments: [4, 6, 8, 12, 20])
  func aHeadlineHasNoMoreWordsThanMayBe(_ most: Int) throws {
    let texts = [
      Self.article, "The port of Lisbon opened again on Monday, the authority said.",
      "He said the port, which had been closed for three days because of the storm, would open. It did.",
    ]
    for text in texts {
      let title = try run(Headline.self, on: Document(text)) { $0.words = most }.title
      #expect(Text(title ?? "").wordCount <= most)
    }
  }

  @Test func aTextWithoutASentenceGetsNoHeadline() throws {
    for text in ["", "word", "No. Yes.", "no end and no mark in this line"] {
      #expect(try run(Headline.self, on: Document(text)).title == nil)
    }
  }
}
