import Copydesk

extension Condition {
  /// Why no document can meet it; nil where one may.
  var contradiction: String? {
    switch self {
    case .words(let low?, let high?) where low > high:
      return "no text has at least \(low) and at most \(high) words"
    case .field(let name, let test):
      // Up to 2018 is up to its end: "2018-05-10" is not after it.
      guard let low = test.atLeast, let high = test.atMost, !FieldTest.isInOrder(low, high),
        PublicationDate(iso8601: low) == nil || !low.hasPrefix(high)
      else { return nil }
      return "no \"\(name)\" is at least \(low) and at most \(high)"
    case .any(let parts):
      let reasons = parts.map(\.contradiction)
      return reasons.contains(nil) ? nil : reasons.first ?? nil
    case .all: return Self.contradiction(of: parts)
    default: return nil
    }
  }

  /// The conditions that must all hold, those of nested `all` too.
  private var parts: [Condition] {
    if case .all(let parts) = self { parts.flatMap(\.parts) } else { [self] }
  }

  private static func contradiction(of parts: [Condition]) -> String? {
    if let reason = parts.lazy.compactMap(\.contradiction).first { return reason }
    var low: Int?
    var high: Int?
    var languages: Set<String>?
    var formats: Set<String>?
    for part in parts {
      switch part {
      case .words(let least, let most):
        low = [low, least].compactMap(\.self).max()
        high = [high, most].compactMap(\.self).min()
      case .language(let codes): languages = languages?.intersection(codes) ?? Set(codes)
      case .format(let names): formats = formats?.intersection(names) ?? Set(names)
      default: break
      }
      if parts.contains(.not(part)) { return "it asks for a condition and for its opposite" }
    }
    if let low, let high, low > high { return "no text has at least \(low) and at most \(high) words" }
    if let languages, languages.isEmpty { return "a document has one language" }
    if let formats, formats.isEmpty { return "a document has one format" }
    return nil
  }
}
