import Copydesk

/// Learns from the texts of pages which of their lines are the article: first the chain of lines, then, from what
/// chains found on sites that they had not seen, and from what words say, the trees that look again.
struct LineTraining {
  private var trainer: SequenceTrainer
  private var examples: [Example] = []
  private let request: TrainingRequest

  /// A text, as far as the second look needs it.
  private struct Example {
    var lines: TextLines
    var rules: LineVerdicts
    /// How probable each line is to be of the article, by what is known or by the model of the blocks.
    var shares: [Double]
    var weights: [Double]
    var part: UInt64
    /// Whether it is all that a page says.
    var isDump: Bool
  }

  /// How the trees are grown.
  static let settings = BoostedTreesTrainer.Settings()
  /// How much a line counts of which a piece tells where it belongs.
  private static let weightOfPiece = 5.0
  /// How much a line counts of a text that is not all of a page.
  private static let weightOfRest = 0.5
  /// Lines that are surely none of the article are most lines; of them one in so many is learnt from, and counts for all.
  private static let unlikely = 0.02
  private static let oneOf = 5

  /// The texts of pages, labelled by what is known and, where nothing is, by the model of the blocks.
  /// - Parameters:
  ///   - model: the model of the blocks.
  ///   - places: places in ``CleanCorpus/known``, to learn from.
  init(_ corpus: CleanCorpus, _ model: ArticleModel, _ places: [Int], _ request: TrainingRequest) {
    self.request = request
    var settings = corpus.blockTrainer.settings
    settings.epochs = 6
    settings.minimumCount = 4
    trainer = CleanCorpus.trainer(LineFeatures.name, settings)
    for place in places { add(corpus, model, place) }
    addInvented()
  }

  /// Texts of which every line is of the article.
  private mutating func addInvented() {
    var reports = InventedReports(seed: request.seed)
    let cleaner = TextCleaner(lifts: false)
    for number in 0..<InventedReports.count(request.settings["invented"]) {
      let lines = TextLines(of: Text(reports.next().joined(separator: number % 3 == 0 ? "\n\n" : "\n")))
      let rules = cleaner.boilerplate(in: lines)
      let labels = [UInt8](repeating: BlockLabel.text.rawValue, count: lines.count)
      trainer.add(LineFeatures.features(of: lines, rules: rules), labels: labels)
      examples.append(
        Example(
          lines: lines, rules: rules, shares: lines.map { _ in 1 },
          weights: lines.map { _ in Self.weightOfRest },
          part: UInt64(number) % CleanCorpus.parts, isDump: false))
    }
  }

  private mutating func add(_ corpus: CleanCorpus, _ model: ArticleModel, _ place: Int) {
    let page = corpus.pages[corpus.known[place]]
    let survey = PageSurvey(HTMLDocument(parsing: page.bytes))
    let article = ArticleFinder.article(in: survey)
    guard let probabilities = model.probabilities(survey, article.findings, PageMetadata(survey)) else {
      return
    }
    let shares = zip(probabilities, corpus.allowed[place]).map { probability, mask -> Double in
      mask == BlockLabel.text.mask ? 1 : mask & BlockLabel.text.mask == 0 ? 0 : probability
    }
    let weights = corpus.allowed[place].map { mask in
      let isPiece = mask == BlockLabel.text.mask || mask & BlockLabel.text.mask == 0
      return isPiece && !page.isWhole ? Self.weightOfPiece : 1
    }
    let cleaner = TextCleaner(lifts: false)
    var texts = TrainingTexts(
      survey, isText: shares.map { $0 >= 0.5 }, seed: StableHash.of(page.id.utf8, seed: request.seed))
    for example in texts.examples() {
      let rules = cleaner.boilerplate(in: example.lines)
      trainer.add(LineFeatures.features(of: example.lines, rules: rules), labels: example.labels)
      let scale = example.isDump ? 1 : Self.weightOfRest
      examples.append(
        Example(
          lines: example.lines, rules: rules, shares: example.blocks.map { shares[$0] },
          weights: example.blocks.map { weights[$0] * scale }, part: corpus.part(place),
          isDump: example.isDump))
    }
  }

  /// What ``train(told:)`` makes.
  struct Models {
    var first: SequenceModel
    var second: BoostedTrees
    var evidence: LineEvidence
    /// To find lines with.
    var model: LineModel? { LineModel(first, second, evidence) }
  }

  /// Learns all.
  /// - Parameter told: is told of each pass of the first look.
  func train(told: ((SequenceTrainer.Epoch) -> Void)? = nil) throws -> Models {
    Models(
      first: try trainer.train(progress: told), second: try trees(),
      evidence: evidence(Array(examples.indices)))
  }

  /// What the words of lines say, by all texts of whole pages among some examples.
  private func evidence(_ places: [Int]) -> LineEvidence {
    var trainer = LineEvidenceTrainer(seed: request.seed)
    for place in places where examples[place].isDump {
      let example = examples[place]
      let words = LineWords(example.lines)
      for line in example.lines.indices {
        trainer.add(words[line], share: example.shares[line], weight: example.weights[line])
      }
    }
    return trainer.train()
  }

  private func trees() throws -> BoostedTrees {
    var settings = Self.settings
    settings.seed = request.seed
    settings.trees = Int(request.settings["trees"] ?? Double(settings.trees))
    var trees = BoostedTreesTrainer(
      featureSet: LineSurroundings.name, featureCount: LineSurroundings.count, settings: settings)
    var parts = trainer
    parts.settings.runs = 1
    for part in 0..<CleanCorpus.parts {
      let others = examples.indices.filter { examples[$0].part != part }
      guard !others.isEmpty, let model = LineModel(try parts.train(on: others)) else { continue }
      let evidence = evidence(others)
      for example in examples where example.part == part && example.lines.count >= LineModel.linesOfDump {
        add(example, model, evidence, to: &trees)
      }
    }
    return trees.count == 0
      ? BoostedTrees(featureSet: LineSurroundings.name, featureCount: LineSurroundings.count) : trees.train()
  }

  private func add(
    _ example: Example, _ model: LineModel, _ evidence: LineEvidence, to trees: inout BoostedTreesTrainer
  ) {
    let features = LineFeatures(example.lines, example.rules)
    let found = model.look(example.lines, features)
    LineSurroundings(example.lines, example.rules, features, found, evidence).forEach { index, row in
      guard example.weights[index] > 0 else { return }
      let isUnlikely = found[index] < Self.unlikely
      if isUnlikely, index % Self.oneOf != 0 { return }
      trees.add(
        row, share: example.shares[index],
        weight: example.weights[index] * (isUnlikely ? Double(Self.oneOf) : 1))
    }
  }
}
