import Copydesk
import Foundation

/// The trail of one document in words.
struct DocumentStory {
  private let record: ResultFiles.Record
  private let ending: Ending
  private let style: Style

  init(_ record: ResultFiles.Record, style: Style) {
    self.record = record
    self.style = style
    ending = Ending(record)
  }

  /// Where the document ended, in one line.
  var line: String {
    let reason = ending.explanation.map { "  " + style.dim($0) } ?? ""
    return "\(style.fate(ending.fate, width: 9))  \(record.id)\(reason)"
  }

  /// The whole story.
  func text(_ relatives: ResultFiles.Relatives, withOriginal: Bool) -> String {
    let source = OriginalText(record)
    var out = head(relatives)
    out += trail(source, relatives)
    if source.problem != nil, !ending.trail.isEmpty || withOriginal {
      out += style.dim("\n  The original text cannot be shown: \(source.problem ?? "")\n")
    } else if withOriginal {
      let removed = ending.trail.filter { $0.action == .removed }.compactMap(\.source)
      let mark = style.isOn ? "struck through" : "marked \"-\", or \"[- -]\" within a line"
      out += "\n" + style.bold("The original") + style.dim(", what was taken out \(mark)") + "\n\n"
      out += MarkedText(source, removed: removed, style: style).lines
    }
    return out
  }

  // MARK: Head

  private func head(_ relatives: ResultFiles.Relatives) -> String {
    var out = "\(style.fate(ending.fate, width: 9))  \(style.bold(record.id))\n"
    func line(_ name: String, _ text: String) { out += "  \(pad(name, 9)) \(text)\n" }
    if let reason = ending.explanation { line("why", reason) }
    if let evidence = ending.evidence { line("", style.weighed(evidence)) }
    if let help = record.json["error"]?["help"]?.string { line("help", help) }
    if let title = record.text("title") { line("title", title) }
    if let place = Self.place(of: record) { line("source", place) }
    if let other = ending.duplicateOf {
      guard let original = relatives.original else {
        let isElsewhere = ending.trail.repeatEarlierRun
        line("repeats", ending.trail.called(other) + (isElsewhere ? "" : ", which is not in this result"))
        return out
      }
      line(
        "repeats", "\(other) (\(Ending(original).fate.rawValue): line \(original.line) of \(original.file))")
      if let title = original.text("title") { line("", "“\(title)”") }
      if let place = Self.place(of: original) { line("", place) }
    }
    if relatives.copyCount > 0 {
      let rest = relatives.copyCount - relatives.copies.count
      let more = rest > 0 ? " and \(Figures.grouped(rest)) more" : ""
      line("repeated", "by \(relatives.copies.joined(separator: ", "))\(more)")
    }
    return out
  }

  private static func place(of record: ResultFiles.Record) -> String? {
    guard let path = record.path else { return nil }
    let span = record.json["source"]?.span
    return path + (span.map { ", bytes \($0.start)–\($0.end)" } ?? "")
  }

  // MARK: Trail

  private func trail(_ source: OriginalText, _ relatives: ResultFiles.Relatives) -> String {
    var out = ""
    var stage: StageReference??
    let width = max(12, ending.trail.map(\.rule.count).max() ?? 0)
    for entry in ending.trail {
      if stage != .some(entry.stage) {
        stage = .some(entry.stage)
        let place = entry.stage?.place.map { style.dim(" (\($0))") } ?? ""
        out += "\n  \(style.bold(entry.stage?.id ?? "before the first stage"))\(place)\n"
      }
      out += "    \(style.action(entry, width: 10)) \(style.dim(pad(entry.rule, width)))  "
      out += sentence(for: entry, source) + "\n"
      out += shared(by: entry, source, relatives)
    }
    if ending.trail.isEmpty, ending.fate == .kept {
      out += "\n  No stage took anything out, or told what it changed.\n"
    }
    return out
  }

  /// The passage that a duplicate and the other document have in common, as it stands in both.
  private func shared(
    by entry: TrailEntry, _ source: OriginalText, _ relatives: ResultFiles.Relatives
  ) -> String {
    guard entry.action == .duplicate, let here = entry.source, let there = entry.referenceSource,
      let other = relatives.match, other.id == entry.reference,
      let left = source.passage(here), let right = OriginalText(other).passage(there)
    else { return "" }
    return SideBySide.lines(
      ("\(record.id), bytes \(here.start)–\(here.end)", left),
      ("\(other.id), bytes \(there.start)–\(there.end)", right), style)
  }

  private func sentence(for entry: TrailEntry, _ source: OriginalText) -> String {
    let quote = entry.source.map { span in
      source.excerpt(span).map { "“\($0)”" } ?? "bytes \(span.start)–\(span.end)"
    }
    let evidence = Evidence(entry).map { "  " + style.weighed($0) } ?? ""
    switch entry.action {
    // What was taken out of a field stands nowhere else.
    case .removed: return (quote ?? entry.field.map { "from the field \($0)" } ?? "") + evidence
    case .lifted: return "\(entry.field ?? "")\(quote.map { " from \($0)" } ?? "")"
    case .duplicate: return "of \(entry.reference ?? "")\(evidence)"
    case .dropped: return (ending.reason ?? "").onOneLine + evidence
    case .recovered:
      return "the stage failed and changed nothing" + (entry.reason.map { ": \($0.onOneLine)" } ?? "")
    case .noted where entry.rule == "when.not_met": return "the stage's \"when\" did not hold"
    case .noted where entry.rule == "route.none": return "no branch took it: it passed by all of them"
    case .noted where entry.rule.hasPrefix("route."):
      return "took branch \(entry.rule.dropFirst("route.".count))"
    case .noted:
      let other = entry.referenceSource.map { span in
        "  beside \(source.excerpt(span).map { "“\($0)”" } ?? "bytes \(span.start)–\(span.end)")"
      }
      return (quote ?? "") + evidence + (other ?? "")
    }
  }
}

extension Style {
  /// A fate in its colour.
  func fate(_ fate: Ending.Fate, width: Int = 0) -> String {
    let word = pad(fate.rawValue, width)
    return switch fate {
    case .kept: green(word)
    case .failed: red(word)
    case .dropped, .duplicate: yellow(word)
    }
  }

  /// What a decision did, in its colour.
  func action(_ entry: TrailEntry, width: Int) -> String {
    switch entry.action {
    case .removed: red(pad("removed", width))
    case .lifted: green(pad("lifted", width))
    case .duplicate, .dropped: yellow(pad(entry.action.rawValue, width))
    case .recovered: yellow(pad("kept", width))
    case .noted where entry.rule == "when.not_met": dim(pad("skipped", width))
    case .noted: dim(pad("noted", width))
    }
  }

  /// A measured value beside its limit.
  func weighed(_ evidence: Evidence) -> String {
    let limit = evidence.limit.map { dim(", limit ") + Figures.exact($0) } ?? ""
    return dim("(\(evidence.name) ") + blue(Figures.exact(evidence.measured)) + limit + dim(")")
  }
}
