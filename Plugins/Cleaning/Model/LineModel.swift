import Copydesk

/// Tells how probable it is of each line of a text that it belongs to the article.
struct LineModel: Sendable {
  private let model: SequenceModel

  /// A text of fewer lines is too short to tell what stands around an article.
  private static let fewestLines = 4
  /// A text of this many lines or more is all that a page says; where the model is not sure of any line, the surest are
  /// taken for the article.
  static let linesOfDump = 30
  /// How sure it must be of one line at least.
  private static let leastOfDump = 0.1
  private static let least = 0.5
  /// More lines than any text with one article has.
  private static let mostLines = 20_000

  /// Takes a model that was trained on ``LineFeatures``; nil if it was trained on others.
  init?(_ model: SequenceModel) {
    guard model.featureSet == LineFeatures.name, model.labels == BlockLabel.names else { return nil }
    self.model = model
  }

  /// The probability of each line; nil where the text is too short, or the model sees no article in it.
  /// - Parameter rules: the name of the rule that covers each line.
  /// - Complexity: O(*n*).
  func probabilities(_ lines: TextLines, rules: LineVerdicts) -> [Double]? {
    guard lines.count >= Self.fewestLines, lines.count <= Self.mostLines else { return nil }
    var workspace = SequenceModel.Workspace()
    let features = LineFeatures(lines, rules)
    let probabilities = FeatureWriter.probabilities(lines.count, of: .text, by: model, &workspace) {
      features.describe($0, in: &$1)
    }
    let least = lines.count < Self.linesOfDump ? Self.least : Self.leastOfDump
    return probabilities.contains { $0 >= least } ? probabilities : nil
  }
}

/// The rule by which the model takes a line out.
enum LineModelRule: String, DeclaredRules {
  case improbable = "text.improbable"

  var help: String {
    "A line that the model takes for no part of the article: measured is how probable it is that it is one."
  }
}
