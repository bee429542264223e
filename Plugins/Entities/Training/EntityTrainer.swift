import Copydesk

/// Learns an ``EntityModel`` from files of tagged tokens.
public struct EntityTrainer {
  /// What is not a question of the data.
  public struct Settings: Sendable {
    /// How often the data is seen.
    public var epochs = 10
    /// Where the random order of the sentences starts.
    public var seed: UInt64 = 1
    /// Features that were seen less often are left out.
    public var minimumCount = 2
    /// The most features that may have weights.
    public var features = 400_000
    /// How many bits of the hash tell features apart.
    public var bits = 22
    /// The step of the learning.
    public var rate: Float = 0.1
    /// How strongly weights are drawn to zero.
    public var regularisation: Float = 0.001
    /// The share of features left out at random, each time a sentence is seen.
    public var dropout: Float = 0
    /// A quicker way to learn, whose weights give no probabilities.
    public var perceptron = false

    /// The defaults.
    public init() {}
  }

  /// What a pass over the data came to.
  public struct Epoch: Sendable {
    /// Which pass, from 1.
    public let number: Int
    /// How many.
    public let of: Int
    /// The share of words that had a wrong tag when they were learnt from.
    public let mistakes: Double
    /// How the model that the pass left finds the names of the development file, where there is one.
    public let score: EntityScore?
  }

  /// The tags: `O` first, what begins names, `TITLE`, what goes on with names; each in the order of the alphabet.
  public let tags: [String]
  private var trainer: SequenceTrainer
  private let clusters = ShippedWeights.clusters

  /// Gathers the tags of the files to learn from; then ``add(_:weight:)`` each.
  /// - Throws: a tag that is none, or more tags than a model can have.
  public init(tagsOf files: [TaggedFile], settings: Settings = Settings()) throws(TaggedFile.Problem) {
    var names: Set<String> = []
    for file in files {
      for column in file.columns { names.formUnion(column.split(separator: "|").map(String.init)) }
    }
    for name in names where EntityTags.Tag(name) == .outside && name != "O" {
      throw TaggedFile.Problem(line: 1, message: "\"\(name)\" is not a tag: tags are O, B-NAME and I-NAME")
    }
    // A name of one word everywhere has no I-; the other way round there is no B- to begin with.
    for name in names where name.hasPrefix("I-") { names.insert("B-" + name.dropFirst(2)) }
    // What begins names before titles, those before what goes on with names: seven labels of names are then laid out as
    // the short way to the best path wants them.
    func rank(_ name: String) -> Int { name.hasPrefix("B-") ? 0 : name.hasPrefix("I-") ? 2 : 1 }
    tags = ["O"] + names.subtracting(["O"]).sorted { (rank($0), $0) < (rank($1), $1) }
    guard tags.count <= 64 else {
      throw TaggedFile.Problem(line: 1, message: "\(tags.count) different tags; a model has 64 at most")
    }
    var learning = SequenceTrainer.Settings()
    learning.objective = settings.perceptron ? .averagedPerceptron : .conditionalLikelihood
    learning.epochs = settings.epochs
    learning.seed = settings.seed
    learning.bits = settings.bits
    learning.minimumCount = settings.minimumCount
    learning.rowLimit = settings.features
    learning.learningRate = settings.rate
    learning.regularisation = settings.regularisation
    learning.leastSlope = 0.001
    learning.dropout = settings.dropout
    trainer = SequenceTrainer(labels: tags, featureSet: EntityFeatures.name, settings: learning)
    let known: [EntityTags.Tag?] = [nil] + EntityTags(tags).tags.map { $0 }
    for (from, tag) in known.enumerated() {
      for (to, next) in known.enumerated() where !EntityTags.mayFollow(tag, next) {
        trainer.forbid(from: from == 0 ? nil : from - 1, to: to == 0 ? nil : to - 1)
      }
    }
  }

  /// Adds a file to learn from.
  /// - Parameter weight: how much its sentences count.
  public mutating func add(_ file: TaggedFile, weight: Float = 1) {
    let numbers = Dictionary(uniqueKeysWithValues: tags.enumerated().map { ($1, UInt64($0)) })
    let masks = file.columns.map { column in
      column.split(separator: "|").reduce(UInt64(0)) { $0 | 1 << (numbers[String($1)] ?? 0) }
    }
    var features = FeatureSequence()
    for document in file.documents {
      document.withNames { names in
        let describer = EntityFeatures(
          ModelWords(names, sentences: document.sentences, clusters: clusters))
        for sentence in document.sentences where sentence.count <= EntityModel.longestSentence {
          describer.describe(sentence, in: &features)
          let allowed = mended(sentence.map { masks[Int(document.columns[$0])] })
          trainer.add(features, allowed: allowed, weight: weight)
        }
      }
    }
  }

  /// Some corpora begin names with `I-`: then the `B-` is meant.
  private func mended(_ masks: [UInt64]) -> [UInt64] {
    var masks = masks
    let known = EntityTags(tags).tags
    for index in masks.indices {
      for (label, tag) in known.enumerated() where masks[index] >> UInt64(label) & 1 == 1 {
        guard case .inside(let kind) = tag else { continue }
        let before: UInt64 = index == 0 ? 0 : masks[index - 1]
        let mayGoOn = known.enumerated().contains { other, tag in
          before >> UInt64(other) & 1 == 1 && (tag == .begin(kind) || tag == .inside(kind))
        }
        if !mayGoOn, let begin = known.firstIndex(of: .begin(kind)) { masks[index] |= 1 << UInt64(begin) }
      }
    }
    return masks
  }

  /// Learns. The same files, in the same order, and settings give the same bytes.
  public func train(
    development: TaggedFile?, progress: @escaping (Epoch) -> Void
  ) throws(SequenceModelError) -> [UInt8] {
    let model = try trainer.train(
      inspect: { epoch, sequence in
        let model = development == nil ? nil : try? EntityModel(sequence, clusters: clusters)
        progress(
          Epoch(
            number: epoch.number, of: trainer.settings.epochs,
            mistakes: Double(epoch.mistakes) / Double(max(1, epoch.positions)),
            score: model.flatMap { model in development.map { EntityScore(of: model, on: $0) } }))
      })
    return model.bytes
  }
}
