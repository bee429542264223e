import Copydesk

/// Tries on a stage what is asked of every stage.
///
/// It is run on documents that stages stumble over: empty, huge, in many scripts, malformed, with all fields filled and
/// with none. In a test:
///
/// ```swift
/// #expect(try conformance(of: MinimumWords.self).problems == [])
/// ```
///
/// `copydesk plugin check` does it with all stages of a plugin. A stage must survive: one that crashes ends the test.
/// - Parameters:
///   - stage: the stage's type.
///   - hugeBytes: about how long the longest documents are.
///   - change: a change to the default options.
/// - Throws: what the stage throws where it cannot be made.
public func conformance<S: Stage>(
  of stage: S.Type, hugeBytes: Int = 1_000_000, options change: (inout S.Options) -> Void = { _ in }
) throws -> ConformanceReport {
  var options = S.Options()
  change(&options)
  return try ConformanceKit(StageDriver(stage, options), hugeBytes: hugeBytes).report { _ in }
}

/// Tries on a stage that waits what is asked of every stage.
/// - Parameters:
///   - stage: the stage's type.
///   - hugeBytes: about how long the longest documents are.
///   - change: a change to the default options.
/// - Throws: what the stage throws where it cannot be made.
public func conformance<S: WaitingStage>(
  of stage: S.Type, hugeBytes: Int = 1_000_000, options change: (inout S.Options) -> Void = { _ in }
) throws -> ConformanceReport {
  var options = S.Options()
  change(&options)
  return try ConformanceKit(StageDriver(stage, options), hugeBytes: hugeBytes).report { _ in }
}

/// Tries on an ordered stage, or on an output, what is asked of every stage.
/// - Parameters:
///   - stage: the stage's type.
///   - hugeBytes: about how long the longest documents are.
///   - change: a change to the default options; an output should be given a path in a temporary folder.
/// - Throws: what the stage throws where it cannot be made.
public func conformance<S: OrderedStage>(
  of stage: S.Type, hugeBytes: Int = 1_000_000, options change: (inout S.Options) -> Void = { _ in }
) throws -> ConformanceReport {
  var options = S.Options()
  change(&options)
  return try ConformanceKit(StageDriver(stage, options), hugeBytes: hugeBytes).report { _ in }
}

/// Tries on a stage of a catalog, with its default options, what is asked of every stage.
/// - Parameters:
///   - entry: the stage.
///   - hugeBytes: about how long the longest documents are.
///   - progress: is told the name of each check before it begins.
/// - Returns: nil for what is not checked: a source.
/// - Throws: what the stage throws where it cannot be made.
public func conformance(
  of entry: StageCatalog.Entry, hugeBytes: Int = 1_000_000, progress: (String) -> Void = { _ in }
) throws -> ConformanceReport? {
  func driver<S: Stage>(_ type: S.Type) -> StageDriver { StageDriver(type, S.Options()) }
  func driver<S: WaitingStage>(_ type: S.Type) -> StageDriver { StageDriver(type, S.Options()) }
  func driver<S: OrderedStage>(_ type: S.Type) -> StageDriver { StageDriver(type, S.Options()) }
  let found: StageDriver
  if let stage = entry.runtime {
    found = StageDriver(stage)
  } else if let type = entry.component as? any Stage.Type {
    found = driver(type)
  } else if let type = entry.component as? any WaitingStage.Type {
    found = driver(type)
  } else if let type = entry.component as? any OrderedStage.Type {
    found = driver(type)
  } else {
    return nil
  }
  return try ConformanceKit(found, hugeBytes: hugeBytes).report(progress)
}

/// What came of the checks of one stage.
public struct ConformanceReport: Sendable, CustomStringConvertible {
  /// One check.
  public struct Check: Sendable {
    /// What must hold, as a sentence.
    public let name: String
    /// Where it does not hold; empty where the stage passes.
    public let problems: [String]
  }

  /// The stage's name.
  public let stage: String
  /// The checks in the order in which they were made.
  public let checks: [Check]
  /// How many documents they were made on.
  public let documents: Int
  /// The documents that the stage refused, each with its reason. That is no mistake: it costs that document only.
  public let refused: [String]

  /// All problems, each with its check.
  public var problems: [String] { checks.flatMap { check in check.problems.map { "\(check.name): \($0)" } } }
  /// Whether there are none.
  public var isPassed: Bool { checks.allSatisfy(\.problems.isEmpty) }

  /// A line a check, with what is wrong below it.
  public var description: String {
    var lines = ["\(stage)  (\(documents) documents)"]
    for check in checks {
      lines.append("  \(check.problems.isEmpty ? "ok  " : "FAIL")  \(check.name)")
      lines += check.problems.prefix(5).map { "          \($0)" }
      if check.problems.count > 5 { lines.append("          … and \(check.problems.count - 5) more") }
    }
    if !refused.isEmpty { lines.append("  note  it refuses some documents, which go to the dead letters") }
    lines += refused.prefix(3).map { "          \($0)" }
    return lines.joined(separator: "\n")
  }
}
