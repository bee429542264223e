import Copydesk

/// Tells how probable it is of each line of a text that it belongs to the article.
struct LineModel: Sendable {
  private let first: SequenceModel
  private let second: BoostedTrees?
  private let evidence: LineEvidence?

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
  /// How much the first look still counts where there is a second one.
  static let shareOfFirst = 0.3

  /// Whether it looks at the lines of a dump again.
  var looksAgain: Bool { second != nil && evidence != nil }

  /// Takes a model that was trained on ``LineFeatures``, and trees that were trained on ``LineSurroundings`` over it and
  /// what words say; nil if they were trained on others. Without either of the latter there is no second look.
  init?(_ first: SequenceModel, _ second: BoostedTrees? = nil, _ evidence: LineEvidence? = nil) {
    guard first.featureSet == LineFeatures.name, first.labels == BlockLabel.names else { return nil }
    if let second {
      guard second.featureSet == LineSurroundings.name, second.featureCount == LineSurroundings.count
      else { return nil }
    }
    self.first = first
    self.second = second
    self.evidence = evidence
  }

  /// The probability of each line; nil where the text is too short, or the model sees no article in it.
  /// - Parameter rules: the name of the rule that covers each line.
  /// - Complexity: O(*n*).
  func probabilities(_ lines: TextLines, rules: LineVerdicts) -> [Double]? {
    guard lines.count >= Self.fewestLines, lines.count <= Self.mostLines else { return nil }
    let features = LineFeatures(lines, rules)
    var probabilities = look(lines, features)
    let isDump = lines.count >= Self.linesOfDump
    if isDump, let second, let evidence, second.treeCount > 0 {
      let surroundings = LineSurroundings(lines, rules, features, probabilities, evidence)
      probabilities = again(surroundings, probabilities, second)
    }
    let least = isDump ? Self.leastOfDump : Self.least
    return probabilities.contains { $0 >= least } ? probabilities : nil
  }

  /// What the first look finds.
  func look(_ lines: TextLines, _ features: LineFeatures) -> [Double] {
    var workspace = SequenceModel.Workspace()
    return FeatureWriter.probabilities(lines.count, of: .text, by: first, &workspace) {
      features.describe($0, in: &$1)
    }
  }

  /// What the second look makes of it.
  private func again(
    _ surroundings: LineSurroundings, _ found: [Double], _ trees: BoostedTrees
  ) -> [Double] {
    var probabilities: [Double] = []
    probabilities.reserveCapacity(found.count)
    surroundings.forEach { index, row in
      probabilities.append(
        found[index] * Self.shareOfFirst + trees.probability(row) * (1 - Self.shareOfFirst))
    }
    return probabilities
  }
}

/// The rule by which the model takes a line out.
enum LineModelRule: String, DeclaredRules {
  case improbable = "text.improbable"

  var help: String {
    "A line that the model takes for no part of the article: measured is how probable it is that it is one."
  }
}
