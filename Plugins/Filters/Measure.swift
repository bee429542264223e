import Copydesk

/// What a rule of a filter measured in a document, and the limit it was held against.
struct Measure: Sendable {
  /// How a limit is meant.
  enum Bound: Sendable {
    case atLeast(Double)
    case atMost(Double)
  }

  let rule: String
  let value: Double
  let bound: Bound

  var limit: Double {
    switch bound {
    case .atLeast(let limit), .atMost(let limit): limit
    }
  }

  var isMet: Bool {
    switch bound {
    case .atLeast(let limit): value >= limit
    case .atMost(let limit): value <= limit
    }
  }

  /// In words, for the reason of a rejection.
  var reason: String {
    let sign = if case .atLeast = bound { "less than" } else { "more than" }
    // As few digits, from four on, as tell the two apart.
    var scale = 10_000.0
    while value != limit, scale < 1e12, (value * scale).rounded() == (limit * scale).rounded() { scale *= 10 }
    return "\(rule) is \(Self.digits(value, scale)), \(sign) \(Self.digits(limit, scale))"
  }

  private static func digits(_ value: Double, _ scale: Double) -> String {
    let text = String((value * scale).rounded() / scale)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

/// What a filter writes to the trail of a document that it keeps.
enum MeasuresKept: String, OptionChoice {
  /// Nothing.
  case none
  /// What every rule measured.
  case all
}

extension Document {
  /// Drops the document where a measure is not met: each that is not has its entry in the trail, and the first of them
  /// is the reason.
  mutating func judge(_ measures: [Measure], keeping kept: MeasuresKept) {
    let failed = measures.filter { !$0.isMet }
    guard let first = failed.first else {
      guard kept == .all else { return }
      for measure in measures { note(measure) }
      return
    }
    for measure in kept == .all ? measures : failed where measure.rule != first.rule { note(measure) }
    drop(rule: first.rule, reason: first.reason, measured: first.value, limit: first.limit)
  }

  private mutating func note(_ measure: Measure) {
    trail.append(
      TrailEntry(.noted, rule: measure.rule, measured: measure.value, limit: measure.limit))
  }
}
