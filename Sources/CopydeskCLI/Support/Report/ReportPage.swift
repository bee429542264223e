import Copydesk
import Foundation

/// A result as one page of HTML that needs nothing else: no script, no font, no network.
struct ReportPage {
  let statistics: RunStatistics

  /// The page.
  var html: String {
    let title = HTMLText.of(statistics.name ?? "result")
    let sections = [
      head, flow, time, course, lengths, languages, entities, clusters, removals,
    ].compactMap { $0 }.joined(separator: "\n")
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="\(Version.text)">
      <title>\(title) · Copydesk report</title>
      <style>\(ReportStyle.sheet)</style>
      </head>
      <body>
      <main>
      \(sections)
      <footer>Made by \(Version.text). The page holds all that it shows and asks for nothing else.</footer>
      </main>
      </body>
      </html>

      """
  }

  // MARK: Head

  private var head: String {
    let documents = statistics.documents
    var out = """
      <header>
      <p class="kicker">Run report</p>
      <h1>\(HTMLText.of(statistics.name ?? "Result"))</h1>
      <p class="lead">\(Figures.count(documents, "document")) came in, \
      <strong>\(Figures.grouped(statistics.count(.kept)))</strong> \(Self.share(statistics.count(.kept), of: documents)) \
      went to the output.</p>

      """
    out += notes
    out += fateBar
    out += "<dl class=\"tiles\">\n"
    for fate in Ending.Fate.allCases {
      out += tile(
        Figures.grouped(statistics.count(fate)), Self.name(of: fate),
        Self.share(statistics.count(fate), of: documents),
        key: fate.rawValue)
    }
    if let performance = statistics.performance {
      let seconds = max(1e-6, performance.seconds)
      out += tile(
        Self.duration(performance.seconds), "time", Figures.count(performance.workers, "worker"), key: nil)
      out += tile(
        Figures.short(Double(documents) / seconds), "documents/s",
        "\(Figures.short(Double(performance.bytes) / 1e6 / seconds)) MB/s", key: nil)
    }
    return out + "</dl>\n</header>"
  }

  private var notes: String {
    guard !statistics.notes.isEmpty else { return "" }
    return "<ul class=\"notes\">\n"
      + statistics.notes.map { "<li>\(HTMLText.of($0))</li>\n" }.joined() + "</ul>\n"
  }

  private var fateBar: String {
    let total = statistics.documents
    guard total > 0 else { return "" }
    let words = Ending.Fate.allCases.map { "\(Figures.grouped(statistics.count($0))) \(Self.name(of: $0))" }
    var x = 0.0
    var out =
      "<svg class=\"fates\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" role=\"img\" "
      + "aria-label=\"\(words.joined(separator: ", "))\">"
    for fate in Ending.Fate.allCases where statistics.count(fate) > 0 {
      let width = 1000 * Double(statistics.count(fate)) / Double(total)
      out +=
        "<rect class=\"\(fate.rawValue)\" x=\"\(Self.n(x))\" y=\"0\" width=\"\(Self.n(width))\" height=\"10\"/>"
      x += width
    }
    return out + "</svg>\n"
  }

  private func tile(_ figure: String, _ name: String, _ more: String, key: String?) -> String {
    let dot = key.map { "<i class=\"dot \($0)\"></i>" } ?? ""
    return
      "<div><dt>\(dot)\(name)</dt><dd>\(figure.replacingOccurrences(of: " ", with: "\u{A0}"))<small>\(more)</small></dd></div>\n"
  }

  // MARK: Parts

  private var flow: String { FlowChart(flow: StageFlow(statistics), total: statistics.documents).html }

  private var time: String? {
    guard let performance = statistics.performance else { return nil }
    let timings = performance.timings.filter { $0.seconds > 0 }
    let sum = timings.reduce(0) { $0 + $1.seconds }
    guard sum > 0 else { return nil }
    let rows = timings.map { timing in
      let perDocument = timing.documents > 0 ? timing.seconds / Double(timing.documents) : 0
      return BarTable.Row(
        name: timing.id == Ending.reading ? "reading" : timing.id, value: timing.seconds,
        figures: [
          Self.duration(timing.seconds), String(format: "%.1f %%", 100 * timing.seconds / sum),
          timing.documents > 0 ? Self.duration(perDocument) : "",
        ])
    }
    return section(
      "Where the time went",
      "Time of all threads together, and what a document took on average at each stage.",
      BarTable(head: ["stage", "time", "share", "a document"], rows: rows, css: "time").html)
  }

  private var course: String? {
    guard let performance = statistics.performance, let chart = CourseChart(performance) else { return nil }
    return section("Throughput over the run", nil, chart.html)
  }

  private var lengths: String? {
    let histogram = statistics.lengths
    guard histogram.total > 0 else { return nil }
    let mean = Figures.grouped(histogram.words / max(1, histogram.total))
    return section(
      "Lengths",
      "Words of the documents that were kept: \(mean) on average, \(Figures.grouped(histogram.longest)) the longest.",
      ColumnChart(
        columns: histogram.bins.map {
          (
            "\(Figures.grouped($0.range.lowerBound))–\(Figures.grouped($0.range.upperBound))",
            Figures.grouped($0.range.lowerBound), $0.count
          )
        }, unit: "words"
      ).html)
  }

  private var languages: String? {
    guard statistics.languages.total > 0 else { return nil }
    var rows = statistics.languages.top(12).map { row($0.name, $0.count, of: statistics.count(.kept)) }
    if statistics.withoutLanguage > 0 {
      rows.append(row("not told", statistics.withoutLanguage, of: statistics.count(.kept)))
    }
    return section(
      "Languages", "Of the documents that were kept.",
      BarTable(head: ["language", "documents", "share"], rows: rows, css: "kept").html)
  }

  private func row(_ name: String, _ count: Int, of total: Int) -> BarTable.Row {
    BarTable.Row(
      name: name, value: Double(count),
      figures: [
        Figures.grouped(count),
        total > 0 ? String(format: "%.1f %%", 100 * Double(count) / Double(total)) : "",
      ])
  }

  private var entities: String? {
    let labels = statistics.orderedLabels
    guard !labels.isEmpty else { return nil }
    let tables = labels.prefix(9).map { label, items in
      let rows = items.top(8).map {
        BarTable.Row(name: $0.name, value: Double($0.count), figures: [Figures.grouped($0.count)])
      }
      let excess = items.excess > 0 ? ", each at most \(Figures.grouped(items.excess)) too many" : ""
      return
        "<div class=\"card\"><h3>\(HTMLText.of(label)) <small>\(Figures.count(items.total, "mention"))\(excess)</small></h3>\n"
        + BarTable(head: ["name", "mentions"], rows: rows, css: "entity").html + "</div>\n"
    }
    return section(
      "Names", "The most frequent of each kind in the documents that were kept.",
      "<div class=\"cards\">\n\(tables.joined())</div>")
  }

  private var clusters: String? {
    let clusters = statistics.clusters(12)
    guard !clusters.isEmpty else { return nil }
    let rows = clusters.map { cluster in
      let more = cluster.copies > cluster.examples.count ? " …" : ""
      return BarTable.Row(
        name: cluster.kept, detail: cluster.examples.joined(separator: ", ") + more,
        value: Double(cluster.copies),
        figures: [Figures.grouped(cluster.copies)])
    }
    let excess = statistics.copyExcess
    let bound = excess > 0 ? " Each count is at most \(Figures.grouped(excess)) too high." : ""
    return section(
      "Documents that repeat others",
      "\(Figures.count(statistics.copyCount, "document")) \(statistics.copyCount == 1 ? "repeats" : "repeat") another; these were repeated most often.\(bound)",
      BarTable(head: ["document, and some that repeat it", "copies"], rows: rows, css: "duplicate").html)
  }

  private var removals: String? {
    var out = ""
    for stage in StageFlow(statistics).rows {
      for rule in stage.rules where rule.key.action == "removed" {
        let texts = statistics.removals.texts(stage: stage.id, rule: rule.key.rule)
        guard !texts.isEmpty else { continue }
        out +=
          "<div class=\"card\"><h3><code>\(HTMLText.of(rule.key.rule))</code> <small>\(HTMLText.of(stage.title)), "
        out +=
          "\(Figures.grouped(rule.decisions)) times in \(Figures.count(rule.documents, "document"))</small></h3>\n<ul class=\"taken\">\n"
        for text in texts {
          out += "<li><del>\(HTMLText.of(text.text))</del><cite>\(HTMLText.of(text.document))</cite></li>\n"
        }
        out += "</ul></div>\n"
      }
    }
    guard !out.isEmpty else { return nil }
    return section(
      "What was taken out",
      "Up to \(RemovalSample.size) places a rule, evenly chosen; the same ones each time.",
      "<div class=\"cards wide\">\n\(out)</div>")
  }

  private func section(_ title: String, _ lead: String?, _ body: String) -> String {
    "<section>\n<h2>\(title)</h2>\n" + (lead.map { "<p>\(HTMLText.of($0))</p>\n" } ?? "") + body
      + "\n</section>"
  }

  // MARK: Words

  static func name(of fate: Ending.Fate) -> String { fate == .duplicate ? "duplicates" : fate.rawValue }

  static func share(_ part: Int, of whole: Int) -> String {
    whole > 0 ? String(format: "(%.1f %%)", 100 * Double(part) / Double(whole)) : ""
  }

  /// A number of a drawing.
  static func n(_ value: Double) -> String {
    let text = String(format: "%.2f", value)
    return text.hasSuffix(".00") ? String(text.dropLast(3)) : text
  }

  /// `430 µs`, `12.4 ms`, `3.20 s`, `2:05`.
  static func duration(_ seconds: Double) -> String {
    switch seconds {
    case ..<0.001: String(format: "%.0f µs", seconds * 1e6)
    case ..<1: String(format: "%.1f ms", seconds * 1e3)
    case ..<60: String(format: "%.2f s", seconds)
    default: ProgressLine.clock(seconds)
    }
  }
}
