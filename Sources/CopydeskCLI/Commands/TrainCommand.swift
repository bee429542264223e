import ArgumentParser

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train a model that a stage works with.",
    subcommands: [
      TrainSummariesCommand.self
    ])
}
