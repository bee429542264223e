import Copydesk

/// What one stage decided about a document, in a line.
struct StageDecisions {
  let ending: Ending
  let stage: String
  let style: Style

  /// Whether the stage decided anything about it.
  var isEmpty: Bool { ending.stage != stage && !ending.trail.contains { $0.stage?.id == stage } }

  /// The document's fate, its id, and each decision, equal ones counted.
  var line: String {
    var order: [String] = []
    var counts: [String: Int] = [:]
    func add(_ words: String) {
      if counts[words] == nil { order.append(words) }
      counts[words, default: 0] += 1
    }
    for entry in ending.trail where entry.stage?.id == stage { add(words(for: entry)) }
    if ending.fate == .failed, ending.stage == stage {
      add("\(style.red("failed")) \((ending.reason ?? "").onOneLine)\(ending.code.map { " [\($0)]" } ?? "")")
    }
    let decisions = order.map { words in
      counts[words, default: 1] > 1 ? "\(words) ×\(counts[words, default: 1])" : words
    }
    return "\(style.fate(ending.fate, width: 9))  \(ending.id)  \(decisions.joined(separator: ", "))"
  }

  private func words(for entry: TrailEntry) -> String {
    let evidence = Evidence(entry).map { " " + style.weighed($0) } ?? ""
    switch entry.action {
    case .duplicate:
      return "\(style.yellow("duplicate")) of \(entry.reference ?? "") \(style.dim(entry.rule))\(evidence)"
    case .dropped:
      return
        "\(style.yellow("dropped")) \(style.dim(entry.rule)) \((ending.reason ?? "").onOneLine)\(evidence)"
    case .lifted: return "\(style.green("lifted")) \(entry.field ?? "") \(style.dim("by \(entry.rule)"))"
    case .removed: return "\(style.red("removed")) \(style.dim(entry.rule))"
    case .recovered: return "\(style.yellow("kept")) \(style.dim("as it was before the stage failed"))"
    case .noted where entry.rule == "when.not_met": return style.dim("skipped")
    case .noted: return style.dim("noted \(entry.rule)")
    }
  }
}
