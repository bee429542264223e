import Copydesk
import PipelineDefinition

extension Observation {
  /// How a check does not hold; nil where it does.
  func mismatch(_ check: DefinitionTest.Check, of document: String) -> TestOutcome.Mismatch? {
    func differs(
      _ found: DefinitionTest.Check, missing: DefinitionTest.Check, revised: DefinitionTest.Check?
    ) -> TestOutcome.Mismatch {
      TestOutcome.Mismatch(
        document: document, expected: check, found: found, missing: missing, revised: revised)
    }
    func differs(_ found: DefinitionTest.Check) -> TestOutcome.Mismatch {
      differs(found, missing: check, revised: found)
    }
    switch check {
    case .verdict(let expected): return expected == verdict ? nil : differs(.verdict(verdict))
    case .field(let field, let expected):
      let found = value(of: field)
      return expected?.withoutOuterBlanks == found?.withoutOuterBlanks ? nil : differs(.field(field, found))
    case .metadata(let expected):
      let found = expected.map { JSONValue.Member($0.name, metadata($0.name)) }
      let wrong = zip(expected, found).filter { !$0.value.isSame(as: $1.value) }.map(\.0)
      return wrong.isEmpty
        ? nil : differs(.metadata(found), missing: .metadata(wrong), revised: .metadata(found))
    case .contains(let pieces):
      let held = pieces.filter { contains($0) }
      let missing = pieces.filter { !contains($0) }
      return missing.isEmpty
        ? nil
        : differs(.contains(held), missing: .contains(missing), revised: held.isEmpty ? nil : .contains(held))
    case .lacks(let pieces):
      let held = pieces.filter { !contains($0) }
      let present = pieces.filter { contains($0) }
      return present.isEmpty
        ? nil : differs(.lacks(held), missing: .lacks(present), revised: held.isEmpty ? nil : .lacks(held))
    case .entities(let expected):
      let all = entities
      let list = ListComparison(expected, found: all) { wanted in
        all.contains { wanted.matches($0) }
      } nearest: {
        $0.nearest(among: all)
      }
      return list.holds
        ? nil : differs(.entities(all), missing: .entities(list.missing), revised: .entities(list.revised))
    case .removed(let expected):
      let all = removals.map(\.line).distinct
      let names = namesOfRemovals
      let list = ListComparison(expected, found: all) {
        names.contains(VisibleText.collapsed($0))
      } nearest: {
        Suggestion.nearest(to: $0, among: all)
      }
      return list.holds
        ? nil : differs(.removed(all), missing: .removed(list.missing), revised: .removed(list.revised))
    case .rules(let expected):
      let all = rules
      let list = ListComparison(expected, found: all) {
        all.contains($0)
      } nearest: {
        Suggestion.nearest(to: $0, among: all)
      }
      return list.holds
        ? nil : differs(.rules(all), missing: .rules(list.missing), revised: .rules(list.revised))
    }
  }
}

/// A list of things that must be among those found; an empty one says that there are none.
private struct ListComparison<Element: Hashable> {
  let holds: Bool
  /// What was expected and is not there.
  let missing: [Element]
  /// The list as it would have to be: what held, the nearest to what did not; all that was found, where nothing is
  /// left.
  let revised: [Element]

  init(
    _ expected: [Element], found: [Element], isFound: (Element) -> Bool, nearest: (Element) -> Element?
  ) {
    missing = expected.filter { !isFound($0) }
    holds = expected.isEmpty ? found.isEmpty : missing.isEmpty
    let absent = Set(missing)
    let kept = expected.compactMap { absent.contains($0) ? nearest($0) : $0 }
    revised = kept.isEmpty ? found : kept.distinct
  }
}

extension DefinitionTest.Entity {
  /// Whether one that was found is the one that this expects.
  func matches(_ found: DefinitionTest.Entity) -> Bool {
    label == found.label && VisibleText.collapsed(text) == VisibleText.collapsed(found.text)
      && (value == nil || value == found.value)
  }

  /// The one that was most likely meant: the same words under another label, words that share some, near words.
  public func nearest(among found: [DefinitionTest.Entity]) -> DefinitionTest.Entity? {
    func part(_ a: String, _ b: String) -> Bool {
      !a.isEmpty && !b.isEmpty && (a.contains(b) || b.contains(a))
    }
    var nearest =
      found.first { $0.text == text } ?? found.first { $0.label == label && part($0.text, text) }
      ?? found.first { part($0.text, text) }
    if nearest == nil, let words = Suggestion.nearest(to: text, among: found.map(\.text)) {
      nearest = found.first { $0.text == words }
    }
    // The value is kept out of it where the test did not ask for one.
    if value == nil { nearest?.value = nil }
    return nearest
  }
}

extension JSONValue {
  /// Whether two values say the same; numbers by their value, not by their digits.
  fileprivate func isSame(as other: JSONValue) -> Bool {
    if case .number(let a) = self, case .number(let b) = other { return Double(a) == Double(b) }
    return self == other
  }
}

extension String {
  fileprivate var withoutOuterBlanks: Substring {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? start
    return self[start..<max(start, end)]
  }
}
