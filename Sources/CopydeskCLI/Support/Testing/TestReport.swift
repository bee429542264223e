import Copydesk
import Foundation
import PipelineDefinition
import PipelineRunner

/// What came of a test, as a person reads it.
struct TestReport {
  private static let longestList = 12
  private let outcome: TestOutcome
  private let style: Style

  init(_ outcome: TestOutcome, style: Style) {
    self.outcome = outcome
    self.style = style
  }

  /// The line of the test, and below it everything that was not as expected.
  func text(isUpdated: Bool = false) -> String {
    let mark = isUpdated ? style.yellow("↻") : outcome.isPassed ? style.green("✓") : style.red("✗")
    let time = String(format: "%.1f ms", outcome.milliseconds)
    var out = "  \(mark) \(outcome.test.name)  " + style.dim(isUpdated ? "updated" : time) + "\n"
    guard !outcome.isPassed else { return out }
    let place = "    \(outcome.test.location.file):\(outcome.test.location.line)"
    out += style.dim(place + (outcome.mismatches.isEmpty ? "" : "   - expected  + found")) + "\n"
    if let failure = outcome.failure {
      for diagnostic in failure.diagnostics {
        out += indented("the stages stopped: \(diagnostic.message) [\(diagnostic.code.rawValue)]")
        if let help = diagnostic.help { out += indented("help: \(help)") }
      }
    } else if outcome.test.expectsNothing {
      out += indented("it expects nothing; \"copydesk test --update\" writes down what is seen")
    }
    for mismatch in outcome.mismatches { out += text(of: mismatch) }
    if let clusters = outcome.clusters, let expected = outcome.test.clusters {
      out += indented(style.bold("clusters"))
      out += expectedLine(Self.words(expected)) + foundLine(Self.words(clusters))
    }
    return out
  }

  // MARK: Mismatches

  private func text(of mismatch: TestOutcome.Mismatch) -> String {
    let key = mismatch.expected.key
    let document = outcome.test.namesDocuments ? "\(mismatch.document): " : ""
    let head = indented(style.bold("\(document)\(key)"))
    switch (mismatch.missing, mismatch.found) {
    case (.verdict(let expected), .verdict(let found)):
      return head + expectedLine(expected.rawValue) + foundLine(found.rawValue + reason(mismatch.document))
    case (.field(_, let expected), .field(_, let found)): return head + difference(expected, found)
    case (.metadata(let expected), .metadata(let found)):
      return head
        + expected.map { member in
          let value = found.first { $0.name == member.name }?.value ?? .null
          return expectedLine("\(member.name): \(Self.words(member.value))")
            + foundLine("\(member.name): \(Self.words(value))")
        }.joined()
    case (.contains(let pieces), _):
      return head
        + pieces.map { piece in
          expectedLine(piece) + (nearestLine(to: piece, mismatch.document).map { foundLine($0) } ?? "")
        }.joined()
    case (.lacks(let pieces), _):
      return head
        + pieces.map { piece in
          indented("it is there: " + style.red(piece), by: 6)
        }.joined()
    case (.entities(let missing), .entities(let found)):
      return head + entities(missing, found)
    case (.removed(let missing), .removed):
      return head + list(missing, isEmpty: "nothing is taken out", found: removals(mismatch.document))
    case (.rules(let missing), .rules(let found)):
      return head + list(missing, isEmpty: "no rule decides", found: found)
    default: return head
    }
  }

  private func difference(_ expected: String?, _ found: String?) -> String {
    let isLong = [expected, found].contains { $0?.contains(where: \.isNewline) ?? false }
    guard isLong, let expected, let found else {
      return expectedLine(expected ?? "(not filled)") + foundLine(found ?? "(not filled)")
    }
    return LineDiff(expected: expected, found: found).lines.map { line in
      switch line {
      case .same(let text): indented("  " + text, by: 6)
      case .expected(let text): indented(style.red("- " + text), by: 6)
      case .found(let text): indented(style.green("+ " + text), by: 6)
      case .gap(let count): indented(style.dim("  … \(Figures.count(count, "line")) the same"), by: 6)
      }
    }.joined()
  }

  private func entities(_ missing: [DefinitionTest.Entity], _ found: [DefinitionTest.Entity]) -> String {
    if missing.isEmpty {
      return expectedLine("no entities") + shortened(found.map(Self.words)).map { foundLine($0) }.joined()
    }
    return missing.map { entity in
      var out = expectedLine(Self.words(entity))
      if let nearest = entity.nearest(among: found) {
        let whole = found.first { $0.label == nearest.label && $0.text == nearest.text } ?? nearest
        out += foundLine(Self.words(entity.value == nil ? nearest : whole) + style.dim("  the nearest"))
      } else {
        out += shortened(found.map(Self.words)).map { foundLine($0) }.joined()
        if found.isEmpty { out += foundLine("no entities") }
      }
      return out
    }.joined()
  }

  /// What is missing of a list, and all that was there.
  private func list(_ missing: [String], isEmpty: String, found: [String]) -> String {
    let expected = missing.isEmpty ? expectedLine(isEmpty) : missing.map { expectedLine($0) }.joined()
    if found.isEmpty { return expected + foundLine(isEmpty) }
    return expected + shortened(found).map { foundLine($0) }.joined()
  }

  private func removals(_ id: String) -> [String] {
    guard let document = outcome[id] else { return [] }
    let removals = Observation(document).removals
    let width = min(40, removals.map(\.rule.count).max() ?? 0)
    return removals.map { style.dim(pad($0.rule, width)) + "  " + Self.excerpt($0.line) }
  }

  /// Why the document ended as it did.
  private func reason(_ id: String) -> String {
    guard let document = outcome[id] else { return "" }
    switch document.verdict {
    case .kept: return ""
    case .dropped(let reason):
      let stage = document.trail.entries.last { $0.action == .dropped }?.stage?.id
      return " by \(stage ?? "a stage"): \(reason)"
    case .duplicate(let other, _): return " of \(other)"
    case .failed(let failure):
      return " at \(failure.stage ?? "reading"): \(failure.message) [\(failure.code.rawValue)]"
    }
  }

  /// The line of the text that has the most words in common with a piece that is not there.
  private func nearestLine(to piece: String, _ id: String) -> String? {
    guard let text = outcome[id]?.text.string else { return nil }
    let wanted = Set(piece.lowercased().split(whereSeparator: \.isWhitespace))
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      (line, line.lowercased().split(whereSeparator: \.isWhitespace).count { wanted.contains($0) })
    }
    guard let best = lines.max(by: { $0.1 < $1.1 }) else { return "no text" }
    return best.1 * 2 >= wanted.count ? String(best.0) : nil
  }

  // MARK: Lines

  private func expectedLine(_ text: String) -> String { indented(style.red("- " + text), by: 6) }
  private func foundLine(_ text: String) -> String { indented(style.green("+ " + text), by: 6) }

  private func indented(_ text: String, by indent: Int = 4) -> String {
    String(repeating: " ", count: indent) + text + "\n"
  }

  private func shortened(_ list: [String]) -> [String] {
    guard list.count > Self.longestList else { return list }
    return list.prefix(Self.longestList - 1) + ["… and \(list.count - Self.longestList + 1) more"]
  }

  private static func words(_ entity: DefinitionTest.Entity) -> String {
    "\(entity.label): \(entity.text)" + (entity.value.map { " (\($0))" } ?? "")
  }

  private static func words(_ clusters: [[String]]) -> String {
    clusters.map { "[" + $0.joined(separator: ", ") + "]" }.joined(separator: " ")
  }

  private static func words(_ value: JSONValue) -> String {
    var json = JSONWriter()
    json.value(value)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func excerpt(_ text: String) -> String {
    text.count > 80 ? text.prefix(79) + "…" : text
  }
}
