import ArgumentParser
import Copydesk
import Databases
import Foundation

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search a database that output.sqlite wrote.",
    discussion: """
      Finds the documents that hold all of the words, ignoring case and the accents of Latin letters; the best come \
      first. Words of Chinese, Japanese, Korean and Thai are looked for in each text, as the index knows none of them; \
      they are found within longer ones, too.

        copydesk search out/news.sqlite Damascus
        copydesk search out/news.sqlite 'negotiat* "cease fire"' --limit 3
        copydesk search out/news.sqlite ceasefire --name Damascus
      """)

  @Argument(help: "The database.", completion: .file(extensions: ["sqlite"]))
  var database: String

  @Argument(help: "Words, phrases in quotes, or beginnings of words followed by a star.")
  var words: [String]

  @Option(help: "How many documents to show.")
  var limit = 10

  @Option(help: "Only documents in which this name was found.")
  var name: String?

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be 1 or more") }
  }

  func run() throws {
    try reportingErrors(code: 1) {
      let articles = try ArticleDatabase(path: database)
      let query = words.joined(separator: " ")
      let style = Style(for: STDOUT_FILENO)
      let hits = try articles.search(query, name: name, limit: limit)
      for hit in hits { Terminal.output(text(of: hit, style)) }
      if name == nil {
        let total = try articles.count(query)
        Terminal.message(
          total > hits.count
            ? "\(Figures.count(total, "document")) found, the best \(hits.count) shown"
            : "\(Figures.count(total, "document")) found")
      } else {
        Terminal.message("\(Figures.count(hits.count, "document")) shown")
      }
    }
  }

  /// Without control characters, which a terminal might obey.
  private func shown(_ text: some StringProtocol) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }

  private func text(of hit: ArticleDatabase.Hit, _ style: Style) -> String {
    let title = hit.title.map { style.bold(shown($0)) + "  " } ?? ""
    let date = hit.published.map { "  " + $0.prefix(10) } ?? ""
    var passage = ""
    // What was found is bold on a terminal, and in brackets elsewhere.
    for (index, part) in hit.passage.split(
      separator: ArticleDatabase.matchStart, omittingEmptySubsequences: false
    )
    .enumerated() {
      let pieces = part.split(
        separator: ArticleDatabase.matchEnd, maxSplits: 1, omittingEmptySubsequences: false)
      guard index > 0, pieces.count == 2 else {
        passage += shown(String(part))
        continue
      }
      let word = shown(String(pieces[0]))
      passage += (style.isOn ? style.yellow(style.bold(word)) : "[\(word)]") + shown(String(pieces[1]))
    }
    let lines = passage.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "\(title)\(style.dim(hit.id + date))\n    \(lines)\n\n"
  }
}
