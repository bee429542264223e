import Copydesk
import PipelineDefinition

/// What can be seen of a document that went through a pipeline, in the terms of a test.
public struct Observation {
  private let document: Document

  /// Looks at a document.
  public init(_ document: Document) { self.document = document }

  /// Where it ended.
  public var verdict: DefinitionTest.Verdict {
    switch document.verdict {
    case .kept: .kept
    case .dropped: .dropped
    case .duplicate: .duplicate
    case .failed: .failed
    }
  }

  /// The value of a field; nil where it is not filled.
  public func value(of field: DefinitionTest.Field) -> String? {
    switch field {
    case .title: return document.title
    case .byline: return document.byline
    case .section: return document.section
    case .published: return document.published?.description
    case .language: return document.language
    case .text: return document.text.isEmpty ? nil : document.text.string
    case .summary: return document.summary?.string(in: document.text)
    case .duplicateOf: return document.duplicateOf
    case .reason:
      switch document.verdict {
      case .dropped(let reason): return reason
      case .failed(let failure): return failure.message
      default: return nil
      }
    case .code:
      if case .failed(let failure) = document.verdict { return failure.code.rawValue }
      return nil
    }
  }

  /// The value of a metadata field; null where there is none.
  func metadata(_ name: String) -> JSONValue { document.metadata[name] ?? .null }

  /// Whether the text holds a piece; how its blanks and lines are broken does not matter.
  func contains(_ piece: String) -> Bool {
    let wanted = VisibleText.collapsed(piece)
    return document.text.string.contains(wanted)
      || VisibleText.collapsed(document.text.string).contains(wanted)
  }

  /// The entities, in the order of the text; each one once.
  public var entities: [DefinitionTest.Entity] {
    document.entities.map {
      DefinitionTest.Entity(label: $0.label.rawValue, text: document.text[$0.span], value: $0.value)
    }.distinct
  }

  /// The rules in the trail, in its order; each one once.
  public var rules: [String] { document.trail.entries.map(\.rule).distinct }

  /// The lines of the source that were taken out, each with the rule that says so, in the order of the trail.
  public var removals: [(line: String, rule: String)] {
    document.trail.entries.filter { $0.action == .removed }.flatMap { entry in
      lines(of: entry).map { ($0, entry.rule) }
    }
  }

  /// What should be written down of a document about which nothing is known yet.
  public var essentials: [DefinitionTest.Check] {
    var checks: [DefinitionTest.Check] = [.verdict(verdict)]
    for field in [DefinitionTest.Field.title, .byline, .published, .duplicateOf, .reason, .code] {
      if let value = value(of: field) { checks.append(.field(field, value)) }
    }
    let removed = removals.map(\.line).distinct
    if !removed.isEmpty { checks.append(.removed(removed)) }
    return checks
  }

  // MARK: Lines

  /// The lines of the source that an entry is about; of a page their visible text.
  private func lines(of entry: TrailEntry) -> [String] {
    guard let bytes = original(of: entry) else { return [] }
    guard document.source.format == .html else {
      return VisibleText.lines(String(decoding: bytes, as: UTF8.self))
    }
    let whole = VisibleText.ofMarkup(bytes, separator: " ")
    return whole.isEmpty ? [] : [whole]
  }

  private func original(of entry: TrailEntry) -> ArraySlice<UInt8>? {
    guard let span = entry.source else { return nil }
    let shift = document.source.bytes.startIndex - document.source.span.start
    let low = max(document.source.bytes.startIndex, span.start + shift)
    let high = min(document.source.bytes.endIndex, span.end + shift)
    return low < high ? document.source.bytes[low..<high] : nil
  }

  /// All the forms in which a test may name a line that is gone: also lines of a block of a page, and lines that
  /// became a field.
  var namesOfRemovals: Set<String> {
    var names: Set<String> = []
    for entry in document.trail.entries where entry.action == .removed || entry.action == .lifted {
      names.formUnion(lines(of: entry))
      guard document.source.format == .html, let bytes = original(of: entry) else { continue }
      names.formUnion(VisibleText.lines(VisibleText.ofMarkup(bytes, separator: "\n")))
    }
    return names
  }
}

extension Array where Element: Hashable {
  /// The elements in their order, each one once.
  var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
