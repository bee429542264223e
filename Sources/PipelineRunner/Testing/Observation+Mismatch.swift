import Copydesk
import PipelineDefinition

extension Observation {
  /// How a check does not hold; nil where it does.
  func mismatch(_ check: DefinitionTest.Check, of document: String) -> TestOutcome.Mismatch? {
    guard let difference = difference(check) else { return nil }
    return TestOutcome.Mismatch(
      document: document, expected: check, found: difference.found, missing: difference.missing ?? check,
      revised: difference.revised)
  }

  /// What differs from what a check expects.
  private struct Difference {
    /// What is there.
    let found: DefinitionTest.Check
    /// What of the check is not; nil where that is all of it.
    var missing: DefinitionTest.Check?
    /// The check as it would hold; nil where nothing of it would be left.
    let revised: DefinitionTest.Check?

    init(_ found: DefinitionTest.Check) { (self.found, revised) = (found, found) }

    init(_ found: DefinitionTest.Check, missing: DefinitionTest.Check, revised: DefinitionTest.Check?) {
      (self.found, self.missing, self.revised) = (found, missing, revised)
    }
  }

  private func difference(_ check: DefinitionTest.Check) -> Difference? {
    switch check {
    case .verdict(let expected): return expected == verdict ? nil : Difference(.verdict(verdict))
    case .field(let field, let expected):
      let found = value(of: field)
      return expected?.withoutOuterBlanks == found?.withoutOuterBlanks
        ? nil : Difference(.field(field, found))
    case .metadata(let expected):
      let found = expected.map { JSONValue.Member($0.name, metadata($0.name)) }
      let wrong = zip(expected, found).filter { !$0.value.isSame(as: $1.value) }.map(\.0)
      return wrong.isEmpty
        ? nil : Difference(.metadata(found), missing: .metadata(wrong), revised: .metadata(found))
    case .contains(let pieces): return difference(pieces, DefinitionTest.Check.contains) { contains($0) }
    case .lacks(let pieces): return difference(pieces, DefinitionTest.Check.lacks) { !contains($0) }
    case .entities(let expected):
      let all = entities
      return difference(expected, all, DefinitionTest.Check.entities) { wanted in
        all.contains { wanted.matches($0) }
      } nearest: {
        $0.nearest(among: all)
      }
    case .removed(let expected):
      let all = removals.map(\.line).distinct
      let names = namesOfRemovals
      return difference(expected, all, DefinitionTest.Check.removed) {
        names.contains(VisibleText.collapsed($0))
      } nearest: {
        Suggestion.nearest(to: $0, among: all)
      }
    case .rules(let expected):
      let all = rules
      return difference(expected, all, DefinitionTest.Check.rules) {
        all.contains($0)
      } nearest: {
        Suggestion.nearest(to: $0, among: all)
      }
    }
  }

  /// Of pieces of text, for each of which something must hold.
  private func difference(
    _ pieces: [String], _ check: ([String]) -> DefinitionTest.Check, holds: (String) -> Bool
  ) -> Difference? {
    let held = pieces.filter(holds)
    let missing = pieces.filter { !holds($0) }
    return missing.isEmpty
      ? nil : Difference(check(held), missing: check(missing), revised: held.isEmpty ? nil : check(held))
  }

  /// Of a list of things that must be among those found.
  private func difference<Element: Hashable>(
    _ expected: [Element], _ all: [Element], _ check: ([Element]) -> DefinitionTest.Check,
    isFound: (Element) -> Bool, nearest: (Element) -> Element?
  ) -> Difference? {
    let list = ListComparison(expected, found: all, isFound: isFound, nearest: nearest)
    return list.holds
      ? nil : Difference(check(all), missing: check(list.missing), revised: check(list.revised))
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
