import Copydesk
import Testing

@testable import Summaries

@Suite struct TrainingTests {
  private static let topics = ["harbour", "market", "school", "bridge", "forest", "museum"]

  /// Articles whose reference is the sentences that speak of the topic; the others are each of something else.
  private static func examples(_ count: Int) -> [SummaryExample] {
    (0..<count).map { index in
      let topic = topics[index % topics.count]
      let about = [
        "opened again after the long storm", "lost two cranes in the storm", "will cost the city millions",
      ]
      let sentences = (0..<9).map { place in
        place % 3 == index % 3
          ? "The \(topic) of the old city \(about[place / 3]) of last week."
          : "A witness number \(index * 9 + place) saw animal\(place) walk by quietly."
      }
      let reference = sentences.filter { $0.contains(topic) }.joined(separator: " ")
      return SummaryExample(
        id: "\(index)", title: "The \(topic) after the storm", text: Text(sentences.joined(separator: " ")),
        summary: Text(reference))
    }
  }

  @Test func theSameDataAndSeedGiveTheSameWeights() {
    var trainer = SummaryTrainer()
    trainer.folds = 2
    let (a, b) = (trainer.train(Self.examples(24)), trainer.train(Self.examples(24)))
    #expect(a.json(seed: 1) == b.json(seed: 1))
    #expect(a.source == b.source)
  }

  @Test func whatWasLearnedFindsTheReferenceInArticlesNotLearnedFrom() {
    var trainer = SummaryTrainer()
    trainer.folds = 3
    let outcome = trainer.train(Self.examples(36))
    #expect(outcome.texts == 36)
    #expect(outcome.outOfFold.rouge[0] > 0.95)
    #expect(outcome.outOfFold.rouge[0] > outcome.lead.rouge[0] + 0.2)
    #expect(outcome.oracle.rouge[0] >= outcome.outOfFold.rouge[0] - 1e-9)
  }

  @Test func theWeightsThatShipAreOneForEachFeature() {
    #expect(SummaryModel.coverage.weights.count == SentenceFeature.allCases.count)
    #expect(SummaryModel.news.weights.count == SentenceFeature.allCases.count)
  }

  @Test func eachSentenceHasOneValueForEachFeature() {
    let text = Text("The port opened on Monday. However, it was late! \"Who pays?\" asked Ana Sousa.")
    let table = SentenceTable(text, minWords: 1)
    let features = SentenceFeatures(table, title: "Port opens", entities: [], tokens: text.tokens)
    #expect(features.values.count == table.rows.count * SentenceFeature.allCases.count)
    let finite = features.values.filter(\.isFinite).count
    #expect(finite == features.values.count)
  }

  @Test func rougeCountsWhatIsShared() {
    func words(_ string: String) -> [UInt64] { Rouge.words(Text(string)) }
    let rouge = Rouge(reference: words("the port opened on Monday"))
    #expect(rouge.one(words("the port opened on Monday")) == 1)
    #expect(rouge.two(words("the port opened on Monday")) == 1)
    #expect(rouge.longest(words("the port opened on Monday")) == 1)
    // Three of five words, in order: "the", "port", "Monday".
    #expect(abs(rouge.one(words("the port sleeps Monday night")) - 0.6) < 1e-9)
    #expect(abs(rouge.longest(words("Monday port the opened on")) - 0.6) < 1e-9)
    #expect(rouge.one([]) == 0)
  }

  @Test func aRecordWithoutASummaryIsNoExample() throws {
    let nothing = try SummaryExample(record: Array(#"{"text": "A."}"#.utf8)[...])
    #expect(nothing == nil)
    let example = try SummaryExample(
      record: Array(#"{"text": "A.", "summary": "B.", "title": "C"}"#.utf8)[...])
    #expect(example?.title == "C")
    #expect(throws: MalformedJSON.self) { try SummaryExample(record: Array("{".utf8)[...]) }
  }
}
