import Copydesk

/// Learns which blocks of a page are its article, from pages of which the article is known, whole or in pieces;
/// and which lines of a text, from texts made of these pages.
public enum CleanTraining {
  /// Learns, or predicts by folds.
  /// - Parameter request: what to learn from, and how.
  /// - Returns: the files to write: the models and their card, or predictions where folds were asked for.
  /// - Throws: an error of what was read.
  public static func train(_ request: TrainingRequest) throws -> [TrainingFile] {
    let corpus = CleanCorpus(try TrainingPage.read(request), request)
    request.report("\(corpus.pages.count) pages, \(corpus.known.count) to learn from")
    if request.folds > 1 { return try CleanFolds(corpus, request).predictions() }
    let (blocks, again) = try corpus.blockModels(Array(corpus.known.indices)) { report($0, request) }
    guard let article = ArticleModel(blocks, again) else { return [] }
    let lines = try LineTraining(corpus, article, Array(corpus.known.indices), request).train {
      report($0, request)
    }
    let card = CleanModelCard(
      corpus: corpus, seed: request.seed, invented: InventedReports.count(request.settings["invented"]),
      blocks: blocks, blocksAgain: again, lines: lines.first, linesAgain: lines.second,
      evidence: lines.evidence)
    return [
      TrainingFile(name: "blocks.model", bytes: blocks.bytes),
      TrainingFile(name: "blocks.trees", bytes: again.bytes),
      TrainingFile(name: "lines.model", bytes: lines.first.bytes),
      TrainingFile(name: "lines.trees", bytes: lines.second.bytes),
      TrainingFile(name: "lines.words", bytes: lines.evidence.bytes),
      TrainingFile(name: "MODEL_CARD.md", bytes: Array(card.text.utf8)),
    ]
  }

  static func report(_ epoch: SequenceTrainer.Epoch, _ request: TrainingRequest) {
    request.report("pass \(epoch.number): \(epoch.mistakes) of \(epoch.positions) wrong")
  }
}
