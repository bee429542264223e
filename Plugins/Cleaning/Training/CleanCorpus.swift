import Copydesk

/// The pages, described and labelled.
struct CleanCorpus {
  let pages: [TrainingPage]
  /// The pages of which something is known; the order is that of the trainer's sequences.
  private(set) var known: [Int] = []
  private(set) var blockTrainer: SequenceTrainer
  private var allowed: [[UInt64]] = []
  private let request: TrainingRequest

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
    blockTrainer = Self.trainer(BlockFeatures.name, settings)
    // A page of which every block is known would outweigh those of which a few are.
    let weightOfWhole = Float(request.settings["whole"] ?? 0.3)
    for (index, page) in pages.enumerated() {
      let survey = PageSurvey(HTMLDocument(parsing: page.bytes))
      guard let masks = GoldAlignment(survey).allowed(page.gold) else { continue }
      known.append(index)
      allowed.append(masks)
      blockTrainer.add(
        Self.features(survey), allowed: masks,
        weight: page.isWhole ? weightOfWhole : 1)
    }
  }

  private static func trainer(_ features: String, _ settings: SequenceTrainer.Settings) -> SequenceTrainer {
    var trainer = SequenceTrainer(labels: BlockLabel.names, featureSet: features, settings: settings)
    for rule in BlockLabel.forbidden {
      trainer.forbid(from: rule.from.map { Int($0.rawValue) }, to: rule.to.map { Int($0.rawValue) })
    }
    return trainer
  }

  private static func features(_ survey: PageSurvey) -> FeatureSequence {
    let article = ArticleFinder.article(in: survey)
    return BlockFeatures.features(of: PageContext(survey, article.findings, PageMetadata(survey)))
  }

  /// The texts of pages, labelled by what is known and, where nothing is, by the model of the blocks.
  /// - Parameter members: indices of pages, all of them known.
  func lineTrainer(_ blocks: SequenceModel, _ members: [Int]) -> SequenceTrainer {
    var settings = blockTrainer.settings
    settings.epochs = 6
    settings.minimumCount = 4
    var trainer = Self.trainer(LineFeatures.name, settings)
    let cleaner = TextCleaner(lifts: false)
    let places = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, $0) })
    for member in members {
      guard let place = places[member], let model = ArticleModel(blocks) else { continue }
      let survey = PageSurvey(HTMLDocument(parsing: pages[member].bytes))
      let article = ArticleFinder.article(in: survey)
      guard let probabilities = model.probabilities(survey, article.findings, PageMetadata(survey)) else {
        continue
      }
      let isText = zip(probabilities, allowed[place]).map { probability, mask in
        mask == BlockLabel.text.mask || mask & BlockLabel.text.mask != 0 && probability >= 0.5
      }
      var texts = TrainingTexts(
        survey, isText: isText, seed: StableHash.of(pages[member].id.utf8, seed: request.seed))
      for example in texts.examples() {
        trainer.add(
          LineFeatures.features(
            of: example.lines, in: example.text, rules: cleaner.boilerplate(in: example.lines)),
          labels: example.labels)
      }
    }
    return trainer
  }
}
