import Copydesk

/// The figures of a result for a terminal.
struct StatisticsText {
  let statistics: RunStatistics
  let style: Style
  /// Columns that there are.
  let width: Int

  var text: String {
    [head, flow, time, lengths, languages, entities, clusters].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var head: String {
    let total = statistics.documents
    var out = style.bold(statistics.name ?? "result") + ": " + TallyTable.counts(statistics.tally, style)
    guard total > 0 else { return out }
    for fate in Ending.Fate.allCases where statistics.count(fate) > 0 {
      out += row(
        fate == .duplicate ? "duplicates" : fate.rawValue, statistics.count(fate), of: total,
        colour(fate.rawValue))
    }
    return out
  }

  private var flow: String {
    let rows = StageFlow(statistics).rows
    guard statistics.documents > 0 else { return "" }
    var out = style.bold("stages") + style.dim("  documents that came, and what became of them") + "\n"
    for row in rows {
      var ends: [String] = []
      if row.dropped > 0 { ends.append(style.yellow("−\(Figures.grouped(row.dropped)) dropped")) }
      if row.duplicates > 0 { ends.append(style.blue("−\(Figures.count(row.duplicates, "duplicate"))")) }
      if row.failed > 0 { ends.append(style.red("−\(Figures.grouped(row.failed)) failed")) }
      if row.bytes > 0 { ends.append("\(Figures.bytes(row.bytes)) taken out") }
      out += line(
        row.title, Double(row.entered), of: Double(statistics.documents), Figures.grouped(row.entered),
        style.green)
      if !ends.isEmpty {
        out += String(repeating: " ", count: nameWidth + 4) + ends.joined(separator: ", ") + "\n"
      }
      for rule in row.rules.prefix(4) where rule.key.action != "noted" {
        let words = cut("\(rule.key.action) \(rule.key.rule)", width - nameWidth - 18)
        out += String(repeating: " ", count: nameWidth + 4)
        out += style.dim("\(words), \(Figures.grouped(rule.documents))") + "\n"
      }
    }
    return out
  }

  private var time: String {
    guard let timings = statistics.performance?.timings else { return "" }
    let sum = timings.reduce(0) { $0 + $1.seconds }
    guard sum > 0 else { return "" }
    var out = style.bold("time") + style.dim("  of all threads together") + "\n"
    for timing in timings {
      let share = Figures.padded(Self.percent(timing.seconds / sum), 6)
      out += line(
        timing.id == Ending.reading ? "reading" : timing.id, timing.seconds, of: sum,
        ReportPage.duration(timing.seconds) + share, style.green)
    }
    return out
  }

  private var lengths: String {
    let bins = statistics.lengths.bins
    guard let greatest = bins.map(\.count).max() else { return "" }
    var out = style.bold("words") + style.dim("  of the documents that were kept") + "\n"
    for bin in bins {
      out += line(
        "\(Figures.grouped(bin.range.lowerBound))–\(Figures.grouped(bin.range.upperBound))",
        Double(bin.count), of: Double(greatest),
        Figures.grouped(bin.count), style.green)
    }
    return out
  }

  private var languages: String {
    guard statistics.languages.total > 0 else { return "" }
    var out = style.bold("languages") + "\n"
    for item in statistics.languages.top(8) {
      out += row(item.name, item.count, of: statistics.count(.kept), style.green)
    }
    if statistics.withoutLanguage > 0 {
      out += row("not told", statistics.withoutLanguage, of: statistics.count(.kept), style.dim)
    }
    return out
  }

  private var entities: String {
    let labels = statistics.orderedLabels
    guard let greatest = labels.first?.items.total else { return "" }
    var out = style.bold("names") + style.dim("  mentions, and the most frequent") + "\n"
    for (label, items) in labels.prefix(10) {
      out += line(label, Double(items.total), of: Double(greatest), Figures.grouped(items.total), style.green)
      let top = items.top(6).map { "\($0.name) \(Figures.grouped($0.count))" }.joined(separator: ", ")
      out += String(repeating: " ", count: nameWidth + 4) + style.dim(cut(top, width - nameWidth - 4)) + "\n"
    }
    return out
  }

  private var clusters: String {
    let clusters = statistics.clusters(6)
    guard let greatest = clusters.first?.copies else { return "" }
    let excess = statistics.copyExcess
    let bound = excess > 0 ? ", each at most \(Figures.grouped(excess)) too many" : ""
    var out = style.bold("repeated most") + style.dim("  copies of a document\(bound)") + "\n"
    for cluster in clusters {
      out += line(
        cluster.kept, Double(cluster.copies), of: Double(greatest), Figures.grouped(cluster.copies),
        style.blue)
    }
    return out
  }

  // MARK: Lines

  private var nameWidth: Int { max(10, min(28, width / 3)) }

  private func row(_ name: String, _ count: Int, of total: Int, _ paint: (String) -> String) -> String {
    let share = Figures.padded(total > 0 ? Self.percent(Double(count) / Double(total)) : "", 7)
    return line(name, Double(count), of: Double(total), Figures.grouped(count) + share, paint)
  }

  /// `  name      ████████▌       1,234`, no wider than the window.
  private func line(
    _ name: String, _ value: Double, of whole: Double, _ figure: String, _ paint: (String) -> String
  ) -> String {
    let room = max(4, width - nameWidth - 4 - 18)
    let bar = BarText.of(value, outOf: whole, width: room)
    let blank = String(repeating: " ", count: room - bar.count)
    return "  " + Self.fitted(cut(name, nameWidth), nameWidth) + "  " + paint(bar) + blank
      + Figures.padded(figure, 17) + "\n"
  }

  private func cut(_ text: String, _ room: Int) -> String { Self.cut(text, room) }

  /// As much of the text as there are columns for.
  static func cut(_ text: String, _ room: Int) -> String {
    var used = 0
    var out = ""
    let whole = text.reduce(0) { $0 + DisplayWidth.of($1) }
    guard whole > room else { return text }
    for character in text {
      let next = DisplayWidth.of(character)
      if used + next > room - 1 { break }
      used += next
      out.append(character)
    }
    return out + "…"
  }

  private static func fitted(_ text: String, _ room: Int) -> String {
    text + String(repeating: " ", count: max(0, room - text.reduce(0) { $0 + DisplayWidth.of($1) }))
  }

  private static func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10)%" }

  private func colour(_ fate: String) -> (String) -> String {
    switch fate {
    case "dropped": style.yellow
    case "duplicate": style.blue
    case "failed": style.red
    default: style.green
    }
  }
}
