import ArgumentParser
import Copydesk
import Entities
import Foundation

struct ScoreEntitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities", abstract: "Measure how well names are found.",
    discussion: """
      The gold is a file of tokens with a tag each (CoNLL), as for "copydesk train entities". A name counts as found \
      where its words and its label are exactly right. PER, LOC and their like are compared as PERSON and PLACE; labels \
      that the file does not know are left out.

        copydesk score entities --gold news.conll
        copydesk score entities --gold news.conll --model my.model --worst 20
      """)

  @Option(name: .customLong("gold"), help: "A file tagged by hand.") var gold: String
  @Option(
    name: .shortAndLong,
    help: "A model that \"copydesk train entities\" wrote, instead of the one that ships.")
  var model: String?
  @Flag(help: "Use word lists and rules alone, no model.") var rules = false
  @Option(help: "How many of the worst sentences to show.") var worst = 5

  func run() throws {
    try reportingErrors(code: 1) {
      let file = try WeightedFile.read(gold)
      let tagger: TaggedFile.Tagger =
        rules ? .rules : try model.map { .model(try EntityModel.reading($0)) } ?? .shipped
      let comparison = EntityComparison(of: tagger, on: file, sentences: max(0, worst))
      let style = Style(for: STDOUT_FILENO)
      Terminal.output(
        [
          scores(comparison, style), confusion(comparison, style), confidence(comparison, style),
          sentences(comparison, style),
        ].joined())
    }
  }

  private func scores(_ comparison: EntityComparison, _ style: Style) -> String {
    let labels = comparison.score.labels.sorted { ($1.value.gold, $0.key) < ($0.value.gold, $1.key) }
    let width = max(9, labels.map(\.key.count).max() ?? 0)
    func row(_ name: String, _ counts: EntityScore.Counts) -> String {
      let figures = [counts.precision, counts.recall, counts.f1].map { String(format: "%9.2f", $0 * 100) }
      return pad(name, width) + figures.joined() + String(format: "%9d%9d\n", counts.gold, counts.found)
    }
    return style.bold(pad("label", width) + "precision   recall       F1     gold    found") + "\n"
      + labels.map { row($0.key, $0.value) }.joined() + row("all", comparison.score.total)
  }

  private func confusion(_ comparison: EntityComparison, _ style: Style) -> String {
    let labels =
      Set(comparison.confusion.keys).union(comparison.confusion.values.flatMap(\.keys))
      .subtracting([""]).sorted() + [""]
    let shown = labels.map { $0.isEmpty ? "none" : $0 }
    let width = max(6, shown.map(\.count).max() ?? 0) + 2
    func right(_ text: String) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }
    var out = "\n" + style.bold("By hand (down), as found (across)") + "\n" + pad("", width)
    out += shown.map(right).joined() + "\n"
    for (label, name) in zip(labels, shown) {
      out += pad(name, width)
      for other in labels {
        let count = comparison.confusion[label]?[other] ?? 0
        out += right(label.isEmpty && other.isEmpty ? "" : count == 0 ? "·" : String(count))
      }
      out += "\n"
    }
    return out + style.dim("\(comparison.bounds) with the right label have other words") + "\n"
  }

  /// How often names are right that the model is so sure of.
  private func confidence(_ comparison: EntityComparison, _ style: Style) -> String {
    let steps = comparison.confidence.enumerated().filter { $0.element.found > 0 }
    guard !steps.isEmpty else { return "" }
    return "\n" + style.bold("Confidence, and the share of names that are right") + "\n"
      + steps.map { step, counts in
        String(
          format: "%.1f to %.1f  %6.2f %% of %d\n", Double(step) / 10, Double(step + 1) / 10,
          counts.precision * 100,
          counts.found)
      }.joined()
  }

  private func sentences(_ comparison: EntityComparison, _ style: Style) -> String {
    guard !comparison.worst.isEmpty else { return "" }
    return "\n" + style.bold("The worst sentences") + "\n"
      + comparison.worst.map { sentence in
        var out = "\(gold):\(sentence.line): \(sentence.text)\n"
        for name in sentence.missed { out += "    " + style.red("missed  ") + name + "\n" }
        for name in sentence.wrong { out += "    " + style.blue("wrong   ") + name + "\n" }
        return out
      }.joined()
  }
}
