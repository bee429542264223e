import Copydesk
import Foundation

/// The trail of one document in words.
struct DocumentStory {
  private let record: ResultFiles.Record
  private let style: Style

  init(_ record: ResultFiles.Record, style: Style) {
    self.record = record
    self.style = style
  }

  /// Where the document ended, in one line.
  var line: String { "\(fate)  \(record.id)\(reason.map { "  " + style.dim($0) } ?? "")" }

  private var fate: String {
    switch record.place {
    case .output: style.green(pad("kept", 9))
    case .deadLetters: style.red(pad("failed", 9))
    case .rejects: style.yellow(pad(record.json["verdict"]?["kind"]?.string ?? "rejected", 9))
    }
  }

  private var reason: String? {
    if let error = record.json["error"] {
      let stage = error["stage"]?.string.map { "\($0): " } ?? ""
      return "\(stage)\(error["message"]?.string ?? "") [\(error["code"]?.string ?? "")]"
    }
    guard let verdict = record.json["verdict"] else { return nil }
    let stage = verdict["stage"]?.string.map { "\($0): " } ?? ""
    if let other = verdict["of"]?.string { return "\(stage)the same as \(other)" }
    return stage + (verdict["reason"]?.string ?? "")
  }

  /// The whole story.
  func text(withOriginal: Bool) -> String {
    let source = OriginalText(record)
    var out = "\(fate)  \(style.bold(record.id))\n"
    if let reason { out += "           \(reason)\n" }
    if let help = record.json["error"]?["help"]?.string { out += "           help: \(help)\n" }
    if let title = record.text("title") { out += "  title     \(title)\n" }
    if let path = record.path {
      let place = [int(record.json["source"]?["start"]), int(record.json["source"]?["end"])].compactMap(
        \.self)
      out += "  source    \(path)" + (place.count == 2 ? ", bytes \(place[0])–\(place[1])" : "") + "\n"
    }
    var stage: String?
    for entry in elements(record.json["trail"]) {
      let name = entry["stage"]?.string ?? ""
      if name != stage {
        stage = name
        let line = int(entry["line"]).map { style.dim(" (line \($0) of the pipeline)") } ?? ""
        out += "\n  \(style.bold(name))\(line)\n"
      }
      out += "    \(sentence(for: entry, source))\n"
    }
    if stage == nil, record.place == .output { out += "\n  No stage changed anything.\n" }
    if source.problem != nil, !elements(record.json["trail"]).isEmpty {
      out += style.dim("\n  The original text cannot be shown: \(source.problem ?? "")\n")
    }
    if withOriginal { out += "\n" + source.marked(removedSpans, style) }
    return out
  }

  private func sentence(for entry: JSONValue, _ source: OriginalText) -> String {
    let action = entry["action"]?.string ?? ""
    let rule = style.dim(entry["rule"]?.string ?? "")
    let span = Self.span(entry)
    let quote = span.flatMap(source.excerpt).map { "“\($0)”" }
    let evidence = comparison(entry)
    switch TrailEntry.Action(rawValue: action) {
    case .removed: return "\(style.red(pad("removed", 10)))\(pad(rule, 24))\(quote ?? place(span))\(evidence)"
    case .lifted:
      let field = entry["field"]?.string ?? ""
      return "\(style.green(pad("lifted", 10)))\(pad(rule, 24))\(field) from \(quote ?? place(span))"
    case .duplicate:
      return "\(style.yellow(pad("duplicate", 10)))\(pad(rule, 24))of \(entry["of"]?.string ?? "")\(evidence)"
    case .dropped: return "\(style.yellow(pad("dropped", 10)))\(pad(rule, 24))\(reason ?? "")\(evidence)"
    case .noted where entry["rule"]?.string == "when.not_met":
      return "\(pad("skipped", 10))\(pad(rule, 24))the stage's \"when\" did not hold"
    case .recovered:
      return "\(style.yellow(pad("kept", 10)))\(pad(rule, 24))the stage failed and changed nothing"
    case .noted, nil: return "\(pad(action, 10))\(rule)\(evidence)"
    }
  }

  private func comparison(_ entry: JSONValue) -> String {
    guard let measured = digits(entry["measured"]) else { return "" }
    let limit = digits(entry["limit"]).map { ", limit \($0)" } ?? ""
    return style.dim("  (measured \(measured)\(limit))")
  }

  private func place(_ span: Span?) -> String { span.map { "bytes \($0.start)–\($0.end)" } ?? "" }

  private var removedSpans: [Span] {
    elements(record.json["trail"]).filter { $0["action"]?.string == "removed" }.compactMap(Self.span)
  }

  private static func span(_ entry: JSONValue) -> Span? {
    guard let start = int(entry["start"]), let end = int(entry["end"]), start <= end else { return nil }
    return Span(start, end)
  }
}

private func elements(_ value: JSONValue?) -> [JSONValue] {
  if case .array(let elements) = value { elements } else { [] }
}

private func digits(_ value: JSONValue?) -> String? {
  if case .number(let digits) = value { digits } else { nil }
}

private func int(_ value: JSONValue?) -> Int? { digits(value).flatMap { Int($0) } }
