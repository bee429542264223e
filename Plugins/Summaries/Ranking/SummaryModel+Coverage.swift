extension SummaryModel {
  /// The sentences that say most of what the whole text says.
  static let coverage = SummaryModel([.degree: 2, .length: 1])
}
