import Copydesk

/// The checks, on one stage.
struct ConformanceKit {
  private let driver: StageDriver
  private let specimens: [Document]

  init(_ driver: StageDriver, hugeBytes: Int) {
    self.driver = driver
    specimens = Specimens.all(hugeBytes: hugeBytes)
  }

  /// - Parameter progress: is told the name of each check before it begins.
  func report(_ progress: (String) -> Void) throws -> ConformanceReport {
    let first = "empty, huge and malformed documents are survived"
    progress("\(driver.name): \(first)")
    let outcomes = try driver.run(specimens, specimens.count, 1)
    var checks = [ConformanceReport.Check(name: first, problems: [])]
    func check(_ name: String, _ body: () throws -> [String]) rethrows {
      progress("\(driver.name): \(name)")
      checks.append(.init(name: name, problems: try body()))
    }
    try check("the same documents give the same result") {
      differences(outcomes, try driver.run(specimens, specimens.count, 1))
    }
    try check("any batch size gives the same result") {
      try [1, 3].flatMap { differences(outcomes, try driver.run(specimens, $0, 1)) }
    }
    try check("several workers give the same result") {
      // More than once: threads that never meet find no race.
      try [2, 2, 4].flatMap { differences(outcomes, try driver.run(specimens, 1, $0)) }
    }
    if !driver.isOrdered {
      try check("no document depends on another") {
        differences(outcomes, try driver.run(specimens.reversed(), specimens.count, 1).reversed())
      }
    }
    check("spans lie inside of the text, between characters") { each(outcomes, SpanCheck.problems) }
    check("every part of the text leads back to its source") { each(outcomes, SourceCheck.problems) }
    check("nothing disappears without an entry in the trail") {
      compare(outcomes, ChangeCheck.untold)
    }
    check("only declared rules stand in the trail") {
      each(outcomes) { ChangeCheck.undeclaredRules($0, self.driver.rules) }
    }
    check("only declared fields are changed") {
      compare(outcomes) { ChangeCheck.undeclaredFields($0, $1, self.driver.writes) }
    }
    let refused = outcomes.compactMap { outcome in
      outcome.failure.map { "\(outcome.document.id): \($0.message)" }
    }
    return ConformanceReport(
      stage: driver.name, checks: checks, documents: specimens.count, refused: refused)
  }

  private func differences(_ a: [StageDriver.Outcome], _ b: [StageDriver.Outcome]) -> [String] {
    zip(a, b).filter { $0.record != $1.record }.map { first, second in
      "\(first.document.id): " + Self.difference(first, second)
    }
  }

  /// Where two records part, in words.
  private static func difference(_ a: StageDriver.Outcome, _ b: StageDriver.Outcome) -> String {
    let (a, b) = (a.record, b.record)
    let place = zip(a, b).prefix { $0 == $1 }.count
    func part(_ record: [UInt8]) -> String {
      String(decoding: record[max(0, place - 10)..<min(record.count, place + 30)], as: UTF8.self)
    }
    return "once …\(part(a))…, once …\(part(b))…"
  }

  private func each(_ outcomes: [StageDriver.Outcome], _ check: (Document) -> [String]) -> [String] {
    outcomes.filter { $0.failure == nil }.flatMap { outcome in
      check(outcome.document).prefix(3).map { "\(outcome.document.id): \($0)" }
    }
  }

  private func compare(
    _ outcomes: [StageDriver.Outcome], _ check: (_ before: Document, _ after: Document) -> [String]
  ) -> [String] {
    zip(specimens, outcomes).filter { $1.failure == nil }.flatMap { before, outcome in
      check(before, outcome.document).map { "\(before.id): \($0)" }
    }
  }
}
