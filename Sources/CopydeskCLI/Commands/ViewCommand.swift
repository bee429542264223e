import ArgumentParser
import Copydesk
import Foundation

struct ViewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "view",
    abstract: "Read a result on the terminal: headlines, summaries, names.",
    discussion: """
        copydesk view out/news.jsonl
        copydesk view out/news.jsonl world/damascus.txt --text
      """)

  @Argument(help: "Any file that a run wrote, or a folder of them.", completion: .file())
  var result: String

  @Argument(help: "A document's id, or the end of it; without one, the first documents are shown.")
  var id: String?

  @Option(help: "How many documents to show.")
  var limit = 10

  @Flag(help: "Show the whole text.")
  var text = false

  func run() throws {
    try reportingErrors(code: 1) {
      let files = try ResultFiles(result, readsEveryOutput: true)
      let view = DocumentView(style: Style(for: STDOUT_FILENO), showsText: text)
      for note in files.notes { Terminal.message(note) }
      if let id {
        let pages = try files.documents(id).records.map(view.page)
        return Terminal.output(pages.joined(separator: "\n"))
      }
      var shown = 0
      var total = 0
      var elsewhere = 0
      try files.forEach { record in
        // The ledger comes last, and only with documents that stand in no output as records.
        if record.place == .kept { elsewhere += 1 }
        guard record.place == .output else { return true }
        total += 1
        if shown < limit {
          shown += 1
          Terminal.output(view.page(record) + "\n")
        }
        return true
      }
      Terminal.message("\(shown) of \(Figures.count(total, "document")) shown")
      if elsewhere > 0 {
        Terminal.message(
          "\(Figures.count(elsewhere, "document")) more in files that are not JSON Lines")
      }
    }
  }
}

/// A record as a person reads it.
struct DocumentView {
  let style: Style
  let showsText: Bool
  /// Most characters of a line.
  let width = min(Wrapping.width, Terminal.width)

  func page(_ record: ResultFiles.Record) -> String {
    var out = style.bold(record.text("title") ?? "(no title)") + "\n"
    let facts = [
      record.text("published"), record.text("byline").map { "by \($0)" }, record.text("section"),
      record.text("language"),
    ].compactMap(\.self)
    out += style.dim((facts + [record.id]).joined(separator: " · ")) + "\n"
    if let other = record.text("duplicate_of") { out += style.yellow("  repeats \(other)") + "\n" }
    if let summary = record.text("summary") { out += Wrapping.lines(summary, width: width, indent: "  ") }
    for (label, names) in names(in: record) {
      out += Wrapping.lines(
        "\(pad(label, 8))\(names)", width: width, indent: "  ", hanging: 8, head: style.blue)
    }
    if showsText, let text = record.text("text") {
      out +=
        "\n"
        + text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { Wrapping.lines(String($0), width: width) }.joined()
    }
    return out
  }

  /// Each label with the different things of it, the most frequent first: what is linked by its name, the rest by its text.
  private func names(in record: ResultFiles.Record) -> [(String, String)] {
    guard case .array(let entities) = record.json["entities"] else { return [] }
    var order: [String] = []
    var counts: [String: [String: Int]] = [:]
    var things: [String: String] = [:]
    for name in record.json["names"]?.elements ?? [] {
      if let id = name["id"]?.string { things[id] = name["name"]?.string }
    }
    for entity in entities {
      guard let label = entity["label"]?.string,
        let text = entity["id"]?.string.flatMap({ things[$0] }) ?? entity["text"]?.string
      else { continue }
      if counts[label] == nil { order.append(label) }
      counts[label, default: [:]][text, default: 0] += 1
    }
    return order.sorted().map { label in
      let names = (counts[label] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      return (label, names.prefix(8).map(\.key).joined(separator: ", "))
    }
  }
}
