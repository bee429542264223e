import ArgumentParser
import Copydesk
import Entities
import Foundation

struct TrainEntitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities", abstract: "Train a tagger of names on tagged text.",
    discussion: """
      The data are files of tokens with a tag each: a token, a tab, a tag on a line, an empty line after a sentence, \
      -DOCSTART- before a document. Tags are O, B-LABEL and I-LABEL, of any labels; TITLE stands for what comes before \
      a person's name. A tag may be several, joined by "|", where any may be right.

        copydesk train entities --data train.conll --dev dev.conll --output my.model

      Then, in a pipeline:  - entities: { model: my.model }

      A model card, my.model.md, is written beside the model. The same data, options and seed give the same bytes.
      """)

  @Option(
    name: .customLong("data"), parsing: .upToNextOption,
    help: "Files to learn from. FILE:WEIGHT lets a file's sentences count more or less than 1.")
  var data: [String]

  @Option(name: .customLong("dev"), help: "A file to measure each pass on; it is not learnt from.")
  var dev: String?

  @Option(name: .shortAndLong, help: "Where to write the model.")
  var output: String

  @Option(help: "How often the data is seen.") var epochs = 10
  @Option(help: "Where the random order of the sentences starts.") var seed: UInt64 = 1
  @Option(help: "Leave out features that were seen less often.") var minimumCount = 2
  @Option(help: "The most features that may have weights: the size of the model.") var features = 400_000
  @Option(help: "How many bits of the hash tell features apart, 10 to 26.") var bits = 22
  @Option(help: "The step of the learning.") var rate: Float = 0.1
  @Option(help: "How strongly weights are drawn to zero.") var regularisation: Float = 0.001
  @Option(help: "The share of features left out at random, each time a sentence is seen.") var dropout:
    Float = 0
  @Flag(help: "Learn as a perceptron: quicker, but without confidences.") var perceptron = false
  @Option(help: "A line for the model card: what the data is, and its licences. May be repeated.")
  var note: [String] = []

  func validate() throws {
    guard !data.isEmpty else { throw ValidationError("there is no data to learn from") }
    guard (10...26).contains(bits) else { throw ValidationError("--bits is 10 to 26") }
    guard (0...0.8).contains(dropout) else { throw ValidationError("--dropout is 0 to 0.8") }
    guard epochs > 0, features > 0, minimumCount > 0 else {
      throw ValidationError("--epochs, --features and --minimum-count are 1 or more")
    }
  }

  func run() throws {
    try reportingErrors(code: 1) {
      let files = try data.map(WeightedFile.init)
      let development = try dev.map { try WeightedFile.read($0) }
      let settings = self.settings
      var trainer: EntityTrainer
      do throws(TaggedFile.Problem) {
        trainer = try EntityTrainer(tagsOf: files.map(\.file), settings: settings)
      } catch {
        throw CopydeskError(
          .badRecord, "\(data.joined(separator: ", ")): \(error.message)", help: TaggedFile.Problem.help)
      }
      for file in files { trainer.add(file.file, weight: file.weight) }
      Terminal.message(
        "\(files.reduce(0) { $0 + $1.file.tokenCount }) tokens, tags: \(trainer.tags.joined(separator: " "))")
      var epochs: [EntityTrainer.Epoch] = []
      let start = Date()
      let bytes = try trainer.train(development: development) { epoch in
        epochs.append(epoch)
        Terminal.message(Self.line(epoch))
      }
      let card = EntityModelCard(
        files: files, dev: dev, development: development, settings: settings, tags: trainer.tags,
        epochs: epochs,
        byteCount: bytes.count, notes: note)
      try write(bytes, to: output)
      try write(Array(card.text.utf8), to: output + ".md")
      Terminal.message("\(output): \(bytes.count) bytes, in \(Int(Date().timeIntervalSince(start))) s")
    }
  }

  private var settings: EntityTrainer.Settings {
    var settings = EntityTrainer.Settings()
    settings.epochs = epochs
    settings.seed = seed
    settings.minimumCount = minimumCount
    settings.features = features
    settings.bits = bits
    settings.rate = rate
    settings.regularisation = regularisation
    settings.dropout = dropout
    settings.perceptron = perceptron
    return settings
  }

  static func line(_ epoch: EntityTrainer.Epoch) -> String {
    var line = "pass \(epoch.number) of \(epoch.of): \(percent(epoch.mistakes)) wrong tags"
    if let total = epoch.score?.total {
      line += ", development precision \(percent(total.precision)), recall \(percent(total.recall)), "
      line += "F1 \(percent(total.f1))"
    }
    return line
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CopydeskError.unwritable(path, error)
    }
  }
}

/// 0.8234 as "82.34 %".
func percent(_ share: Double) -> String { String(format: "%.2f %%", share * 100) }

/// A file of tagged tokens and how much it counts.
struct WeightedFile {
  let path: String
  let weight: Float
  let file: TaggedFile

  /// - Parameter argument: `FILE` or `FILE:WEIGHT`.
  init(_ argument: String) throws {
    var path = argument
    var weight: Float = 1
    if let colon = argument.lastIndex(of: ":"), let number = Float(argument[argument.index(after: colon)...]),
      number > 0
    {
      path = String(argument[..<colon])
      weight = number
    }
    self.path = path
    self.weight = weight
    file = try Self.read(path)
  }

  static func read(_ path: String) throws -> TaggedFile {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CopydeskError.missing(path)
    }
    do throws(TaggedFile.Problem) {
      return try TaggedFile(Array(data))
    } catch {
      throw CopydeskError(
        .badRecord, "\(path):\(error.line): \(error.message)", help: TaggedFile.Problem.help)
    }
  }
}
