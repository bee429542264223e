import ArgumentParser
import Copydesk
import Foundation

/// The command line's `@Option`, not the one that stages declare their options with.
typealias Option<Value> = ArgumentParser.Option<Value>

@main
struct CopydeskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copydesk",
    abstract: "A copy desk for machines: cleans, de-duplicates, tags and summarises news and web text.",
    discussion: """
      A pipeline is a YAML file that chains stages. Run one on a folder:

        copydesk run news articles/
        copydesk run news articles/ -o out/today.jsonl --set summarize.sentences=2
        cat dump.jsonl | copydesk run clean - -o - > clean.jsonl

      Find out what became of a document, and why:

        copydesk why out/news.jsonl
        copydesk why out/news.jsonl world/damascus.txt
        copydesk why out/news.jsonl --summary

      See what a result is made of, in the terminal or as a page with charts:

        copydesk stats out/news.jsonl
        copydesk run news articles/ --report report.html

      Try changes out on real data, without writing anything:

        copydesk run news articles/ --sample 100 --dry-run
        copydesk diff news stricter.yaml articles/

      Hold a pipeline to the examples in its `tests:`:

        copydesk test news

      See what there is to build with:

        copydesk list
        copydesk show summarize

      Check what you have built, and read more about what is wrong with it:

        copydesk check news
        copydesk explain CD102

      Shell completion: copydesk --generate-completion-script bash|zsh|fish
      """,
    version: Version.text,
    subcommands: [
      RunCommand.self, CheckCommand.self, TestCommand.self, ExplainCommand.self, ListCommand.self,
      ShowCommand.self, WhyCommand.self, ClustersCommand.self, StatsCommand.self, ReportCommand.self,
      ViewCommand.self, DiffCommand.self, ReplayCommand.self, VerifyCommand.self, SearchCommand.self,
      NewCommand.self, PluginCommand.self, TrainCommand.self, TagCommand.self, ScoreCommand.self,
      SentencesCommand.self, SchemaCommand.self, ReferenceCommand.self,
    ])

  /// Runs the command. Exit codes: 0 done, 1 the definition or the arguments are wrong, 2 some documents
  /// failed, 3 the run could not continue.
  static func main() {
    StandardStreams.holdPlaces()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let exit as ExitCode {
      Self.leave(exit.rawValue)
    } catch {
      let isHelp = exitCode(for: error).isSuccess
      let message = fullMessage(for: error)
      if isHelp {
        Terminal.output(message + "\n")
      } else {
        Terminal.message(message)
        if let help = suggestion { Terminal.message(help) }
      }
      leave(isHelp ? 0 : 1)
    }
  }

  /// What was probably meant, where the first word is no command.
  private static var suggestion: String? {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"), !names.contains(word)
    else {
      return nil
    }
    return Suggestion.nearest(to: word, among: names).map { "   = help: did you mean \"copydesk \($0)\"?" }
  }

  private static func leave(_ code: Int32) -> Never { Foundation.exit(code) }
}

/// What `--version` prints.
enum Version {
  static let number = "0.1.0"
  static let text = "copydesk \(number)"
}
