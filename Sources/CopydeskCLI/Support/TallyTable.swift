import Copydesk

/// A ``Tally`` as a table: a paragraph a stage, a line a rule.
struct TallyTable {
  let tally: Tally
  let style: Style
  /// Whether pieces of text are shown below each rule; else the ids of documents behind it.
  var showsExcerpts = false
  /// How wide a line may become where the terminal is narrower, or none.
  private static let width = 120

  /// `46 documents = 37 kept + 3 dropped + 3 duplicates + 3 failed`, and a line end.
  static func counts(_ tally: Tally, _ style: Style) -> String {
    let fates = tally.fates
    let parts = [
      style.green("\(Figures.grouped(fates[.kept] ?? 0)) kept"),
      style.yellow("\(Figures.grouped(fates[.dropped] ?? 0)) dropped"),
      style.yellow(Figures.count(fates[.duplicate] ?? 0, "duplicate")),
      style.red("\(Figures.grouped(fates[.failed] ?? 0)) failed"),
    ]
    return Figures.count(tally.documents, "document") + " = " + parts.joined(separator: " + ") + "\n"
  }

  /// The table; empty where no stage decided anything.
  var text: String {
    let stages = tally.orderedStages
    let rules = stages.flatMap(\.rules)
    let columns = Columns(
      action: rules.map(\.key.action.count).max() ?? 0, rule: rules.map { Self.name(of: $0).count }.max() ?? 0
    )
    return stages.map { paragraph($0, columns) }.joined(separator: "\n")
  }

  private struct Columns {
    let action: Int
    let rule: Int
  }

  private func paragraph(_ stage: Tally.Stage, _ columns: Columns) -> String {
    let isReading = stage.reference.id == Ending.reading
    let place = stage.reference.place.map { style.dim(" (\($0))") } ?? ""
    var facts = isReading ? [] : ["decided on \(Figures.count(stage.documents, "document"))"]
    if stage.passedBy > 0 { facts.append("\(Figures.grouped(stage.passedBy)) passed by (when)") }
    for fate in Ending.Fate.allCases {
      guard let count = stage.ended[fate], count > 0 else { continue }
      switch fate {
      case .kept: break
      case .dropped: facts.append(style.yellow("\(Figures.grouped(count)) dropped"))
      case .duplicate: facts.append(style.yellow(Figures.count(count, "duplicate")))
      case .failed: facts.append(style.red("\(Figures.grouped(count)) failed"))
      }
    }
    if stage.bytes > 0 { facts.append("\(Figures.bytes(stage.bytes)) taken out") }
    let name = isReading ? "reading" : stage.reference.id
    var out = "\(style.bold(name))\(place): \(facts.joined(separator: ", "))\n"
    for rule in sorted(stage.rules) { out += lines(rule, columns) }
    return out
  }

  /// As many of the ids as there is room for, at least one.
  private static func fitting(_ ids: [String], _ room: Int) -> String {
    var line = ids.first ?? ""
    for id in ids.dropFirst() where line.count + id.count + 2 <= room { line += ", " + id }
    return line
  }

  /// Ends of documents first, then what was taken out, then the rest; the most frequent of each first.
  private func sorted(_ rules: [Tally.Rule]) -> [Tally.Rule] {
    let actions = ["failed", "dropped", "duplicate", "removed", "lifted", "recovered", "noted"]
    func rank(_ rule: Tally.Rule) -> Int { actions.firstIndex(of: rule.key.action) ?? actions.count }
    return rules.sorted {
      (rank($0), -$0.documents, -$0.decisions, Self.name(of: $0))
        < (rank($1), -$1.documents, -$1.decisions, Self.name(of: $1))
    }
  }

  private static func name(of rule: Tally.Rule) -> String {
    rule.key.field.map { "\(rule.key.rule) → \($0)" } ?? rule.key.rule
  }

  private func lines(_ rule: Tally.Rule, _ columns: Columns) -> String {
    var cells = [Figures.padded(Figures.count(rule.documents, "document"), 14)]
    cells.append(rule.decisions == rule.documents ? "" : "\(Figures.grouped(rule.decisions)) times")
    cells.append(rule.bytes > 0 ? Figures.bytes(rule.bytes) : "")
    var line = "  \(coloured(rule.key.action, columns.action))  "
    line += pad(Self.name(of: rule), columns.rule) + cells[0]
    line += Figures.padded(cells[1], 13) + Figures.padded(cells[2], 11)
    if !showsExcerpts {
      let room = max(Self.width, Terminal.width) - 55 - columns.action - columns.rule
      line += style.dim("   " + Self.fitting(rule.examples, room))
    }
    var out = line.trimmingEnd() + "\n"
    let indent = String(repeating: " ", count: 4 + columns.action)
    if let measured = words(rule.measurements, rule.key) { out += indent + measured + "\n" }
    for reason in rule.reasons { out += indent + reason + "\n" }
    if showsExcerpts {
      for excerpt in rule.excerpts { out += indent + style.dim("“\(excerpt)”") + "\n" }
      if rule.excerpts.isEmpty, rule.key.endsDocuments {
        out += indent + style.dim(rule.examples.joined(separator: ", ")) + "\n"
      }
    }
    return out
  }

  private func coloured(_ action: String, _ width: Int) -> String {
    let word = pad(action, width)
    return switch action {
    case "removed", "failed": style.red(word)
    case "lifted": style.green(word)
    case "dropped", "duplicate", "recovered": style.yellow(word)
    default: style.dim(word)
    }
  }

  /// `measured 0.1 to 0.9, half up to 0.4; limit 0.5`.
  private func words(_ values: Measurements, _ key: Tally.Rule.Key) -> String? {
    guard let median = values.median else { return nil }
    let name = key.action == "duplicate" ? "similarity" : "measured"
    var words = "\(name) "
    if values.least == values.greatest {
      words += style.blue(Figures.exact(values.least))
    } else {
      words += "\(style.blue(Figures.exact(values.least))) to \(style.blue(Figures.exact(values.greatest)))"
      words += ", median \(style.blue(Figures.exact(median)))"
    }
    guard let limits = values.limits else { return words }
    let low = Figures.exact(limits.lowerBound)
    let high = Figures.exact(limits.upperBound)
    return words + (low == high ? "; limit \(low)" : "; limits \(low) to \(high)")
  }
}

extension Figures {
  /// The text behind blanks, to a width.
  static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

extension String {
  /// Without blanks at the end.
  func trimmingEnd() -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
