import Copydesk

/// Tells how probable it is of each block of a page that it belongs to the article.
struct ArticleModel: Sendable {
  private let first: SequenceModel
  private let second: BoostedTrees?

  /// Takes a model that was trained on ``BlockFeatures``, and trees that were trained on ``BlockSurroundings`` over it; nil
  /// if they were trained on others.
  init?(_ first: SequenceModel, _ second: BoostedTrees? = nil) {
    guard first.featureSet == BlockFeatures.name, first.labels == BlockLabel.names else { return nil }
    if let second {
      guard second.featureSet == BlockSurroundings.name, second.featureCount == BlockSurroundings.count
      else { return nil }
    }
    self.first = first
    self.second = second
  }

  /// More blocks than any article page has: what is beyond takes memory and time for nothing.
  private static let mostBlocks = 20_000
  /// A block that the first look finds less probable is not looked at again: two of three, and what they are is plain.
  static let leastToLookAgain = 0.01

  /// The probability of each block of the survey; nil for a page of too many.
  /// - Complexity: O(*n*).
  func probabilities(
    _ survey: PageSurvey, _ findings: [ArticleFinder.BlockFinding], _ metadata: PageMetadata
  ) -> [Double]? {
    guard survey.blocks.count <= Self.mostBlocks else { return nil }
    let context = PageContext(survey, findings, metadata)
    return probabilities(context)
  }

  /// The probability of each block of the page: the trees' where the first look leaves a doubt.
  func probabilities(_ context: PageContext) -> [Double] {
    let found = look(context)
    guard let second, second.treeCount > 0 else { return found }
    var probabilities = found
    BlockSurroundings(context, found).forEach {
      found[$0] >= Self.leastToLookAgain
    } body: { index, row in
      probabilities[index] = second.probability(row)
    }
    return probabilities
  }

  /// What the first look finds.
  func look(_ context: PageContext) -> [Double] {
    var workspace = SequenceModel.Workspace()
    let features = BlockFeatures(context)
    return FeatureWriter.probabilities(context.survey.blocks.count, of: .text, by: first, &workspace) {
      features.describe($0, in: &$1)
    }
  }
}
