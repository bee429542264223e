import ArgumentParser

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Measure a stage against work done by hand.",
    subcommands: [ScoreEntitiesCommand.self])
}
