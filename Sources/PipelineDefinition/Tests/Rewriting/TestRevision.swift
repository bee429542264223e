import Copydesk

/// What a test should expect instead.
public struct TestRevision: Sendable {
  /// Where the test stands.
  public var location: SourceLocation
  /// For some documents, the expectations as they should be, whole.
  public var expectations: [DefinitionTest.Expectation]
  /// The keys of each document's expectation that are new, changed or no longer there; the others stay as they stand.
  public var changed: [String: Set<String>]
  /// The clusters, where they change.
  public var clusters: [[String]]?

  /// Creates a revision of a test that changes nothing yet.
  public init(of test: DefinitionTest) {
    location = test.location
    expectations = test.expectations
    changed = [:]
  }
}

extension DefinitionTest.Check {
  /// The value of its key.
  var yaml: YAMLValue {
    switch self {
    case .verdict(let verdict): .text(verdict.rawValue)
    case .field(_, nil): .scalar(YAMLScalar(literal: "null"))
    // White space at the ends does not count, so that the usual form of a block literal will do.
    case .field(_, let text?): .text(text.contains("\n") ? text + "\n" : text)
    case .metadata(let members): YAMLValue(.object(members))
    case .contains(let texts), .lacks(let texts), .removed(let texts), .rules(let texts):
      .list(texts.map { .text($0) })
    case .entities(let entities):
      .list(
        entities.map { entity in
          let value = entity.value.map { [("value", YAMLValue.text($0))] } ?? []
          return .map([(entity.label, .text(entity.text))] + value)
        })
    }
  }
}

extension DefinitionTest.Expectation {
  var yaml: YAMLValue { .map(checks.map { ($0.key, $0.yaml) }) }
}
