import Copydesk

/// Tells how probable it is of each block of a page that it belongs to the article.
struct ArticleModel: Sendable {
  private let first: SequenceModel
  private let second: SequenceModel?

  /// Takes a model that was trained on ``BlockFeatures``, and one that was trained on ``SecondLook`` over it; nil if
  /// they were trained on others.
  init?(_ first: SequenceModel, _ second: SequenceModel? = nil) {
    guard first.featureSet == BlockFeatures.name, first.labels == BlockLabel.names else { return nil }
    if let second {
      guard second.featureSet == SecondLook.name, second.labels == BlockLabel.names else { return nil }
    }
    self.first = first
    self.second = second
  }

  /// More blocks than any article page has: what is beyond takes memory and time for nothing.
  private static let mostBlocks = 20_000

  /// The probability of each block of the survey; nil for a page of too many.
  /// - Complexity: O(*n*).
  func probabilities(
    _ survey: PageSurvey, _ findings: [ArticleFinder.BlockFinding], _ metadata: PageMetadata
  ) -> [Double]? {
    guard survey.blocks.count <= Self.mostBlocks else { return nil }
    let context = PageContext(survey, findings, metadata)
    return probabilities(context)
  }

  /// The probability of each block of the page: the mean of both looks, which errs less than either.
  func probabilities(_ context: PageContext) -> [Double] {
    var workspace = SequenceModel.Workspace()
    let count = context.survey.blocks.count
    let features = BlockFeatures(context)
    let found = FeatureWriter.probabilities(count, of: .text, by: first, &workspace) {
      features.describe($0, in: &$1)
    }
    guard let second else { return found }
    let look = SecondLook(context, first: found)
    let again = FeatureWriter.probabilities(count, of: .text, by: second, &workspace) {
      look.describe($0, in: &$1)
    }
    return zip(found, again).map { ($0 + $1) / 2 }
  }
}
