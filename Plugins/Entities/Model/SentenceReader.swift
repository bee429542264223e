import Copydesk

/// Labels the words of sentences: with the sums that are kept of frequent words, where the model allows it, else from
/// all features anew.
struct SentenceReader {
  private let sequence: SequenceModel
  private let scorer: FeatureScorer?
  private var memory = ScoreMemory()
  private var features = FeatureSequence()
  var workspace = SequenceModel.Workspace()

  /// - Parameter keepsSums: whether it uses sums, those of the memory that it is lent; see ``exchange(_:)``.
  init(_ sequence: SequenceModel, keepsSums: Bool) {
    self.sequence = sequence
    scorer = keepsSums ? sequence.scorer : nil
  }

  /// Exchanges what it has for what a thread keeps, and back: nothing is copied.
  mutating func exchange(_ other: inout EntityMemory) {
    swap(&memory, &other.scores)
    swap(&workspace, &other.workspace)
  }

  /// Has what is kept of the words of a document fetched from memory.
  func expect(_ words: [ModelWords.Word]) {
    if scorer != nil { memory.expect(words) }
  }

  /// Has the sums of the words of a part fetched from memory.
  func expect(_ part: SentencePart, _ words: [ModelWords.Word]) {
    if scorer != nil { memory.expect(part, words) }
  }

  /// Leaves the best labels of a part of a sentence in the workspace.
  mutating func read(_ part: SentencePart, _ describer: EntityFeatures) {
    if let scorer {
      memory.describe(part, by: describer, scorer)
      sequence.decode(scores: memory.scores, in: &workspace)
    } else {
      describer.describe(part.sentence, part: part.tokens, style: part.style, in: &features)
      sequence.decode(features, in: &workspace)
    }
  }

  /// Leaves the probabilities of the labels of the part read last in the workspace.
  mutating func findProbabilities() {
    if scorer != nil {
      sequence.probabilities(scores: memory.scores, in: &workspace)
    } else {
      sequence.probabilities(features, in: &workspace)
    }
  }
}
