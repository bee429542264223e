import ArgumentParser
import Copydesk
import Foundation

struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show statistics of a result: what each stage took out, lengths, languages, names, duplicates.",
    discussion: """
      Looks in all files of the run, which it finds by the ….run.json beside them. Memory does not grow with the result.

        copydesk stats out/news.jsonl
        copydesk stats out/news.jsonl --format json | jq .stages
        copydesk report out/news.jsonl   the same and more, for the browser
      """)

  /// How the figures are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "Any file that a run wrote, or a folder of them.", completion: .file())
  var result: String

  @Option(help: "text or json.")
  var format: Format = .text

  func run() throws {
    try reportingErrors(code: 1) {
      let statistics = try RunStatistics(ResultFiles(result))
      for note in statistics.notes { Terminal.message(note) }
      switch format {
      case .json: Terminal.data(StatisticsJSON(statistics: statistics).text)
      case .text:
        let page = StatisticsText(
          statistics: statistics, style: Style(for: STDOUT_FILENO),
          width: min(120, Terminal.width(of: STDOUT_FILENO)))
        Terminal.output(page.text)
      }
    }
  }
}
