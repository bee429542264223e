import Copydesk

/// Tells how probable it is of each block of a page that it belongs to the article.
struct ArticleModel: Sendable {
  private let model: SequenceModel

  /// Takes a model that was trained on ``BlockFeatures``; nil if it was trained on others.
  init?(_ model: SequenceModel) {
    guard model.featureSet == BlockFeatures.name, model.labels == BlockLabel.names else { return nil }
    self.model = model
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
    var workspace = SequenceModel.Workspace()
    model.probabilities(BlockFeatures.features(of: context), in: &workspace)
    let label = Int(BlockLabel.text.rawValue)
    return survey.blocks.indices.map { workspace.probability(label, at: $0) }
  }
}
