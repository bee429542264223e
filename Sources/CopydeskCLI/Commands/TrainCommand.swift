import ArgumentParser

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train a model on your own data.",
    subcommands: [TrainCleanCommand.self, TrainEntitiesCommand.self, TrainSummariesCommand.self])
}
