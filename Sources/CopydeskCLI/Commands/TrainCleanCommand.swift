import ArgumentParser
import Cleaning
import Copydesk
import Foundation

struct TrainCleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Train the models of blocks and of lines on pages with their articles.",
    discussion: """
      The data are a folder a set: pages, and a gold.jsonl with a record a page: id, html_file, and either gold_text \
      or, where the article is known in pieces, with and without.

        copydesk train clean --data articles/ -o model/
        copydesk train clean --data articles/ --folds 5 -o out/folds

      Writes the models and their card into a folder, the same bytes from the same data, options and seed. With \
      --folds the data is cut into parts by site, and each is predicted by models that have learnt from the others \
      alone: the predictions are written instead, to be scored.
      """)

  @Option(help: "The folder with the data.", completion: .directory) var data: String
  @Option(help: "In how many parts the data is cut to predict each by the others.") var folds = 0
  @Option(help: "Where all that is random starts.") var seed: UInt64 = 1
  @Option(help: "A setting of the training that is not to be at its default, as NAME=NUMBER.") var set:
    [String] = []
  @Option(name: .shortAndLong, help: "The folder to write to.", completion: .directory) var output: String

  func run() throws {
    try reportingErrors(code: 1) {
      let files = try CleanTraining.train(request(settings))
      try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
      for file in files {
        let path = output + "/" + file.name
        try Data(file.bytes).write(to: URL(fileURLWithPath: path))
        Terminal.message("\(path)  \(file.bytes.count) bytes")
      }
    }
  }

  private var settings: [String: Double] {
    get throws {
      var settings: [String: Double] = [:]
      for pair in set {
        let parts = pair.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let value = Double(parts[1]), (0...1_000_000).contains(value) else {
          throw CopydeskError(
            .badOverride, "\"\(pair)\" is not a setting", help: "write NAME=NUMBER, the number 0 to 1000000")
        }
        settings[String(parts[0])] = value
      }
      return settings
    }
  }

  private func request(_ settings: [String: Double]) -> TrainingRequest {
    let data = data
    return TrainingRequest(
      seed: seed, folds: folds, settings: settings,
      read: { name in
        let path = data + "/" + name
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return try Array(Data(contentsOf: URL(fileURLWithPath: path)))
      },
      list: { name in
        (try? FileManager.default.contentsOfDirectory(atPath: data + "/" + name))?.sorted() ?? []
      },
      report: { Terminal.message($0) })
  }
}
