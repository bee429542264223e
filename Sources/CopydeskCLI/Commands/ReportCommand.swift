import ArgumentParser
import Copydesk
import Foundation

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a result as one HTML page with charts, which needs no network.",
    discussion: """
      How the documents passed through the stages, and why each stage took out what it did; lengths, languages, names, \
      duplicates, samples of what was removed. Only the run itself knows how it used its time: copydesk run … --report \
      page.html shows that too.

        copydesk report out/news.jsonl                    writes out/news.report.html
        copydesk report out/news.jsonl -o page.html
      """)

  @Argument(help: "Any file that a run wrote, or a folder of them.", completion: .file())
  var result: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where the page goes; '-' is standard output.", valueName: "path"))
  var output: String?

  func run() throws {
    try reportingErrors(code: 1) {
      let files = try ResultFiles(result)
      let path = output ?? Self.path(beside: result, files)
      try Self.refuse(path, files)
      let statistics = try RunStatistics(files)
      try Self.write(ReportPage(statistics: statistics), to: path)
      if path != "-" { Terminal.message("written to \(path)") }
    }
  }

  private static func path(beside result: String, _ files: ResultFiles) -> String {
    let first = files.paths.first { $0.hasSuffix(".jsonl") } ?? result
    return ResultFiles.stem(of: first) + ".report.html"
  }

  /// A page must not take the place of a result.
  static func refuse(_ path: String, _ files: ResultFiles) throws {
    guard !files.paths.contains(path) else {
      throw CopydeskError(
        .cannotWrite, "\"\(path)\" is a file of the result", help: "give the page another path with -o")
    }
    try SidePage.report.refuseToReplace(path)
  }

  static func write(_ page: ReportPage, to path: String) throws {
    let file = try OutputFile(path: path)
    try file.write(Array(page.html.utf8))
    try file.finish()
  }
}
