extension JSONValue {
  /// The whole number, where it is one.
  package var int: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }

  /// The number, where it is one.
  package var number: Double? { if case .number(let digits) = self { Double(digits) } else { nil } }

  /// The truth value, where it is one.
  package var flag: Bool? { if case .bool(let flag) = self { flag } else { nil } }

  /// The elements of a list; none of anything else.
  package var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

  /// The span that an object's `start` and `end` tell.
  package var span: Span? {
    guard let start = self["start"]?.int, let end = self["end"]?.int, start <= end else { return nil }
    return Span(start, end)
  }
}
