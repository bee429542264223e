import Copydesk
import Testing

@testable import Cleaning

/// A corpus of invented pages, half with their whole text, half with pieces.
private struct Corpus {
  private(set) var files: [String: String] = [:]

  init(pages: Int) {
    for set in ["whole", "pieces"] {
      var gold = ""
      for index in 0..<pages {
        let first = "The town council of place number \(index) has agreed on a new bridge over the river."
        let second =
          "It will be open by the spring of next year, the mayor said on Thursday, if it does not rain."
        files["\(set)/\(index).html"] = page("<article><p>\(first)</p><p>\(second)</p></article>")
        let url = "https://www.site\(index / 2).example/\(index)"
        gold +=
          set == "whole"
          ? #"{"id":"\#(set)\#(index)","html_file":"\#(index).html","url":"\#(url)","gold_text":"\#(first)\n\#(second)"}"#
          : #"{"id":"\#(set)\#(index)","html_file":"\#(index).html","url":"\#(url)","with":["new bridge"],"without":["cook a limpet"]}"#
        gold += "\n"
      }
      files["\(set)/gold.jsonl"] = gold
    }
  }

  func request(folds: Int = 0, seed: UInt64 = 1, _ more: [String: Double] = [:]) -> TrainingRequest {
    let files = files
    return TrainingRequest(
      seed: seed, folds: folds, settings: more.merging(["epochs": 2, "pages": 1]) { $1 },
      read: { files[$0].map { Array($0.utf8) } },
      list: { _ in ["pieces", "whole"] }, report: { _ in })
  }
}

struct CleanTrainingTests {
  @Test func theSameSeedGivesTheSameBytes() throws {
    let corpus = Corpus(pages: 4)
    let files = try CleanTraining.train(corpus.request())
    #expect(
      files.map(\.name) == [
        "blocks.model", "blocks.trees", "lines.model", "lines.trees", "lines.words",
        "MODEL_CARD.md",
      ])
    let again = try CleanTraining.train(corpus.request())
    #expect(files.map(\.bytes) == again.map(\.bytes))
    let other = try CleanTraining.train(corpus.request(seed: 2))
    #expect(files[0].bytes != other[0].bytes)
  }

  @Test func theCardSaysWhatWasLearntFrom() throws {
    let files = try CleanTraining.train(Corpus(pages: 4).request(["invented": 3]))
    let card = String(decoding: files[5].bytes, as: UTF8.self)
    #expect(card.contains("- 3 invented texts"))
    let evidence = try #require(files[4].bytes.withUnsafeBytes { LineEvidence(bytes: $0) })
    #expect((1..<LineEvidence.slots).contains(evidence.weightCount))
    #expect(card.contains("| `clean.line_words/1` | \(evidence.weightCount) |"))
  }

  private func trees(_ bytes: [UInt8]) throws -> BoostedTrees {
    try bytes.withUnsafeBytes { try BoostedTrees(bytes: $0) }
  }

  @Test func whatIsLearntCanBeUsed() throws {
    let files = try CleanTraining.train(Corpus(pages: 4).request())
    let blocks = try #require(
      ArticleModel(try SequenceModel(bytes: files[0].bytes), try trees(files[1].bytes)))
    let lines = try #require(LineModel(try SequenceModel(bytes: files[2].bytes)))
    let html = page(
      "<article><p>The town council of place 9 has agreed on a new bridge over the river.</p></article>")
    var document = Document(html)
    try Clean(options: Clean.Options(), model: blocks, lines: lines).process(&document)
    #expect(document.text.string.contains("new bridge"))
  }

  @Test func foldsPredictEveryPageOnce() throws {
    let files = try CleanTraining.train(Corpus(pages: 4).request(folds: 2))
    #expect(
      Set(files.map(\.name)).isSuperset(of: [
        "whole.balanced.jsonl", "pieces.balanced.jsonl", "whole.text.jsonl",
      ]))
    for file in files {
      let ids = try file.bytes.split(separator: 0x0A).map { try JSONReader.value($0)["id"]?.string }
      #expect(ids.count == 4 && Set(ids).count == 4)
    }
  }

  @Test func blocksAreLabelledByTheTextAndByPieces() throws {
    let survey = PageSurvey(
      HTMLDocument(
        parsing: Array(
          """
          <body><p>Menu of the day</p><p>The council has agreed on a new bridge over the old river.</p><p>Advertisement</p>
          <p>Yes.</p><p>It will be open by the spring of the next year, they said.</p><p>Contact</p></body>
          """.utf8)))
    let alignment = GoldAlignment(survey)
    let whole = alignment.allowed(
      .text(
        "The council has agreed on a new bridge over the old river. Yes. It will be open by the spring of the next year, they said."
      ))
    let (head, text, gap, tail) = (
      BlockLabel.head.mask, BlockLabel.text.mask, BlockLabel.gap.mask, BlockLabel.tail.mask
    )
    #expect(whole == [head, text, gap, text, text, tail])
    let pieces = alignment.allowed(.pieces(with: ["new bridge"], without: ["Contact", "nowhere"]))
    let any = BlockLabel.any
    #expect(pieces == [any, text, any, any, any, BlockLabel.boilerplate])
    #expect(alignment.allowed(.pieces(with: ["nowhere"], without: [])) == nil)
  }
}
