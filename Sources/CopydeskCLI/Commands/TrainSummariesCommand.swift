import ArgumentParser
import Copydesk
import Foundation
import Summaries

struct TrainSummariesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summaries",
    abstract: "Train the ranker of sentences that summarize works with.",
    discussion: """
      Each line of the data is an object with the text of an article, a summary of it, and perhaps a title. The same \
      data and seed give the same weights on every machine. Scores on standard output are of articles that the weights \
      were not learned from.

        copydesk train summaries --data articles.jsonl --output model.json

      An output that ends in .swift is the source of the weights that ship.
      """)

  @Option(help: "JSON Lines of title, text and summary; may be given several times.", completion: .file())
  var data: [String]

  @Option(name: .shortAndLong, help: "The file to write the weights to.", completion: .file())
  var output: String

  @Option(help: "Parts for the evaluation: each is scored with weights learned from the others.")
  var folds = 5

  @Option(help: "Decides which article is in which part.")
  var seed: UInt64 = 1

  func validate() throws {
    if data.isEmpty { throw ValidationError("--data names no file") }
    if !(2...20).contains(folds) { throw ValidationError("--folds takes 2 to 20") }
  }

  func run() throws {
    try reportingErrors(code: 1) {
      var trainer = SummaryTrainer()
      trainer.folds = folds
      trainer.seed = seed
      let examples = try data.flatMap(Self.examples)
      guard examples.count >= folds * 2 else {
        throw CopydeskError(
          .badRecord, "there are \(examples.count) articles with a text and a summary: too few to learn from",
          help: "give \(folds * 2) or more")
      }
      let outcome = trainer.train(examples) { Terminal.message($0) }
      let model = output.hasSuffix(".swift") ? Array(outcome.source.utf8) : outcome.json(seed: seed)
      let file = try OutputFile(path: output)
      try file.write(model)
      try file.finish()
      Terminal.output(Self.table(outcome))
    }
  }

  private static func examples(_ path: String) throws -> [SummaryExample] {
    var lines = try FileLines(path)
    var found: [SummaryExample] = []
    while let line = try lines.next() {
      do {
        if let example = try SummaryExample(record: line) { found.append(example) }
      } catch let error as MalformedJSON {
        throw CopydeskError(
          .malformedJSON, "\(path):\(lines.number): expected \(error.expected) at byte \(error.offset)",
          help: "each line is one object of JSON with a text and its summary")
      }
    }
    return found
  }

  private static func table(_ outcome: SummaryTrainer.Outcome) -> String {
    func row(_ name: String, _ score: SummaryTrainer.Score) -> String {
      let figures = score.rouge.map { String(format: "%.2f", $0 * 100) }.joined(separator: " | ")
      return "| \(name) | \(figures) | \(String(format: "%.0f", score.words)) |\n"
    }
    return "\(outcome.texts) articles, three sentences, ROUGE F1\n\n"
      + "| | ROUGE-1 | ROUGE-2 | ROUGE-L | words |\n|---|---|---|---|---|\n"
      + row("learned, out of fold", outcome.outOfFold)
      + row("learned, out of fold, titles withheld", outcome.untitled) + row("lead", outcome.lead)
      + row("greedy oracle", outcome.oracle)
  }
}
