import Copydesk

/// The pages, described and labelled.
struct CleanCorpus {
  let pages: [TrainingPage]
  /// The pages of which something is known; the order is that of the trainer's sequences.
  private(set) var known: [Int] = []
  private(set) var blockTrainer: SequenceTrainer
  /// The labels that each block of a known page may have.
  private(set) var allowed: [[UInt64]] = []
  private let request: TrainingRequest
  /// A page of which every block is known would outweigh those of which a few are.
  private let weightOfWhole: Float

  init(_ pages: [TrainingPage], _ request: TrainingRequest) {
    self.pages = pages
    self.request = request
    var settings = SequenceTrainer.Settings()
    settings.seed = request.seed
    settings.epochs = Int(request.settings["epochs"] ?? 8)
    settings.bits = 20
    settings.countsSequences = true
    settings.minimumCount = Int(request.settings["pages"] ?? 4)
    settings.learningRate = Float(request.settings["step"] ?? 0.008)
    settings.regularisation = Float(request.settings["pull"] ?? 0.3)
    settings.dropout = Float(request.settings["dropout"] ?? 0.6)
    settings.runs = Int(request.settings["runs"] ?? 2)
    blockTrainer = Self.trainer(BlockFeatures.name, settings)
    weightOfWhole = Float(request.settings["whole"] ?? 0.3)
    for (index, page) in pages.enumerated() {
      let survey = PageSurvey(HTMLDocument(parsing: page.bytes))
      guard let masks = GoldAlignment(survey).allowed(page.gold).map({ Self.withoutCertain($0, survey) })
      else { continue }
      known.append(index)
      allowed.append(masks)
      blockTrainer.add(
        Self.features(survey), allowed: masks,
        weight: page.isWhole ? weightOfWhole : 1)
    }
  }

  /// Leaves open what a rule decides anyhow: a text that was made by a tool holds captions too, and a model that learns
  /// to keep them keeps those that no rule knows.
  private static func withoutCertain(_ masks: [UInt64], _ survey: PageSurvey) -> [UInt64] {
    zip(masks, ArticleFinder.article(in: survey).findings).map { mask, finding in
      guard mask == BlockLabel.text.mask, let rule = finding.rule, BlockSelection.certain.contains(rule)
      else { return mask }
      return BlockLabel.any
    }
  }

  /// A trainer that knows what may follow what.
  static func trainer(_ features: String, _ settings: SequenceTrainer.Settings) -> SequenceTrainer {
    var trainer = SequenceTrainer(labels: BlockLabel.names, featureSet: features, settings: settings)
    for rule in BlockLabel.forbidden {
      trainer.forbid(from: rule.from.map { Int($0.rawValue) }, to: rule.to.map { Int($0.rawValue) })
    }
    return trainer
  }

  private static func features(_ survey: PageSurvey) -> FeatureSequence {
    BlockFeatures.features(of: context(survey))
  }

  private static func context(_ survey: PageSurvey) -> PageContext {
    PageContext(survey, ArticleFinder.article(in: survey).findings, PageMetadata(survey))
  }

  // MARK: Blocks

  /// In how many parts the pages are cut, so that the second look learns from first looks at sites unseen.
  static let parts: UInt64 = 3
  /// Passes of a first look that serves only for that.
  private static let passesOfPart = 6
  /// How the trees of the second look are grown.
  static var settingsOfTrees: BoostedTreesTrainer.Settings {
    var settings = BoostedTreesTrainer.Settings()
    settings.trees = 250
    settings.step = 0.04
    settings.leastAtStake = 2
    settings.features = 0.4
    return settings
  }
  /// How much a block counts for the trees whose page is known whole.
  private static let weightOfWholeForTrees = 0.4

  /// The models of both looks at blocks.
  /// - Parameters:
  ///   - places: places in ``known``, to learn from.
  ///   - told: is told of each pass of the first look.
  func blockModels(
    _ places: [Int], told: ((SequenceTrainer.Epoch) -> Void)? = nil
  ) throws -> (first: SequenceModel, second: BoostedTrees) {
    var settings = Self.settingsOfTrees
    settings.seed = request.seed
    settings.trees = Int(request.settings["block_trees"] ?? Double(settings.trees))
    var trees = BoostedTreesTrainer(
      featureSet: BlockSurroundings.name, featureCount: BlockSurroundings.count, settings: settings)
    var parts = blockTrainer
    parts.settings.epochs = min(parts.settings.epochs, Self.passesOfPart)
    parts.settings.runs = 1
    for part in 0..<Self.parts {
      let others = places.filter { self.part($0) != part }
      guard !others.isEmpty, let model = ArticleModel(try parts.train(on: others)) else { continue }
      for place in places where self.part(place) == part { add(place, model, to: &trees) }
    }
    return (try blockTrainer.train(on: places, progress: told), trees.train())
  }

  /// Adds the blocks of a page of which it is known whether they are of the article.
  /// - Parameter model: a first look that has not seen the site.
  private func add(_ place: Int, _ model: ArticleModel, to trees: inout BoostedTreesTrainer) {
    let page = pages[known[place]]
    let context = Self.context(PageSurvey(HTMLDocument(parsing: page.bytes)))
    let found = model.look(context)
    let weight = page.isWhole ? request.settings["whole_in_trees"] ?? Self.weightOfWholeForTrees : 1
    BlockSurroundings(context, found).forEach { index in
      found[index] >= ArticleModel.leastToLookAgain && Self.isKnown(allowed[place][index])
    } body: { index, row in
      trees.add(row, share: allowed[place][index] == BlockLabel.text.mask ? 1 : 0, weight: weight)
    }
  }

  private static func isKnown(_ mask: UInt64) -> Bool {
    mask == BlockLabel.text.mask || mask & BlockLabel.text.mask == 0
  }

  /// The part that the site of a known page falls into.
  func part(_ place: Int) -> UInt64 {
    StableHash.of(pages[known[place]].site.utf8, seed: request.seed &+ 77) % Self.parts
  }
}
