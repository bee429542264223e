import Entities
import Foundation

/// What stands beside a model: what it was made from, how, and how good it is.
struct EntityModelCard {
  let files: [WeightedFile]
  let dev: String?
  let development: TaggedFile?
  let settings: EntityTrainer.Settings
  let tags: [String]
  let epochs: [EntityTrainer.Epoch]
  let byteCount: Int
  let notes: [String]

  var text: String {
    ([head, data, method, passes, scores] as [String?]).compactMap(\.self).joined(separator: "\n")
  }

  private var head: String {
    """
    # A model of names

    A linear-chain tagger for `copydesk`, option `model` of the stage `entities`. \(byteCount) bytes.

    Tags: \(tags.map { "`\($0)`" }.joined(separator: " "))

    """
  }

  private var data: String {
    var lines = ["## Data", "", "| file | tokens | weight |", "|---|---|---|"]
    for file in files {
      lines.append("| \(name(file.path)) | \(file.file.tokenCount) | \(file.weight) |")
    }
    if let dev, let development {
      lines.append("| \(name(dev)), to measure on | \(development.tokenCount) | |")
    }
    if !notes.isEmpty { lines += [""] + notes.map { "- \($0)" } }
    return lines.joined(separator: "\n") + "\n"
  }

  private var method: String {
    """
    ## Method

    \(settings.perceptron ? "Averaged structured perceptron" : "Conditional random field (AdaGrad, averaged)"), \
    \(settings.epochs) passes, seed \(settings.seed), \(settings.bits) bits of hash, features seen at least \
    \(settings.minimumCount) times, at most \(settings.features) of them, step \(settings.rate), L2 \
    \(settings.regularisation), dropout \(settings.dropout).

    """
  }

  private var passes: String {
    var lines = ["## Passes", "", "| pass | wrong tags | precision | recall | F1 |", "|---|---|---|---|---|"]
    for epoch in epochs {
      let total = epoch.score?.total
      let cells = [total?.precision, total?.recall, total?.f1].map { $0.map(percent) ?? "" }
      lines.append(
        "| \(epoch.number) | \(percent(epoch.mistakes)) | \(cells.joined(separator: " | ")) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var scores: String? {
    guard let score = epochs.last?.score else { return nil }
    var lines = [
      "## Scores on the development file", "", "| label | precision | recall | F1 | names |",
      "|---|---|---|---|---|",
    ]
    for (label, counts) in score.labels.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "| \(label) | \(percent(counts.precision)) | \(percent(counts.recall)) | \(percent(counts.f1)) | "
          + "\(counts.gold) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func name(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }
}
