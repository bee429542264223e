import Copydesk

/// Follows the fields of a document through a pipeline: what each stage and each condition finds filled when its turn
/// comes.
///
/// Only what is certain is reported. A stage that declares nothing may fill anything; of a route, the stages of other
/// branches do not count.
struct FieldFlow {
  /// Fields that are made from the text, and are out of date when it changes.
  private static let derived: Set<DocumentField> = [.entities, .summary]

  private let source: DefinitionBuilder.MadeSource
  private let stages: [MadeStage]
  private let catalog: StageCatalog
  private(set) var problems: [Diagnostic] = []

  init(source: DefinitionBuilder.MadeSource, stages: [MadeStage], catalog: StageCatalog) {
    self.source = source
    self.stages = stages
    self.catalog = catalog
    for index in stages.indices {
      checkReads(index)
      checkOutdated(index)
      if let node = stages[index].node.conditionNode, let condition = stages[index].step.condition {
        check(condition, node, at: index)
      }
      for branch in stages[index].node.route?.branches ?? [] {
        if let condition = branch.condition, let node = branch.conditionNode {
          check(condition, node, at: index)
        }
      }
    }
  }

  private mutating func report(_ problem: some DefinitionProblem, at location: SourceLocation) {
    problems.append(problem.diagnostic(at: location))
  }

  /// The stages that a document may have been through when it comes to the one at `index`.
  private func before(_ index: Int) -> [MadeStage] {
    stages[..<index].filter { Self.share($0, stages[index]) }
  }

  /// Whether one document can come to both.
  static func share(_ a: MadeStage, _ b: MadeStage) -> Bool {
    !a.step.branches.contains { branch in
      b.step.branches.contains { $0.route == branch.route && $0.index != branch.index }
    }
  }

  /// Whether a field may be filled when a document comes to a stage.
  private func mayBeFilled(_ field: DocumentField, at index: Int) -> Bool {
    if source.facts.isSilent || source.facts.writes.contains(field) { return true }
    return before(index).contains { $0.facts.isSilent || $0.facts.writes.contains(field) }
  }

  private mutating func checkReads(_ index: Int) {
    let stage = stages[index]
    for field in stage.facts.reads where !mayBeFilled(field, at: index) {
      report(
        FlowProblem.unfilledField(stage: stage.node.name, field: field.rawValue, fillers: fillers(of: field)),
        at: stage.node.location)
    }
  }

  /// The stages of the catalog that fill a field.
  private func fillers(of field: DocumentField) -> [String] {
    catalog.entries.filter { $0.role != .source && $0.writes.contains(field) }.map(\.name)
  }

  /// Warns where the text changes after a field was made from it, by a stage that does not look at the field.
  private mutating func checkOutdated(_ index: Int) {
    let stage = stages[index]
    let made = Self.derived.intersection(stage.facts.writes)
    guard !made.isEmpty else { return }
    for later in stages[(index + 1)...] where Self.share(stage, later) {
      guard later.facts.writes.contains(.text), made.isDisjoint(with: later.facts.reads) else { continue }
      report(
        FlowProblem.outdatedField(
          stage: stage.node.name, changer: later.node.name, line: later.node.location.line),
        at: stage.node.location)
      return
    }
  }

  // MARK: Conditions

  private mutating func check(_ condition: Condition, _ node: ConfigNode, at index: Int) {
    if let reason = condition.contradiction {
      return report(FlowProblem.impossibleCondition(reason), at: node.location)
    }
    checkParts(condition, node, at: index, isNegated: false)
  }

  private mutating func checkParts(_ condition: Condition, _ node: ConfigNode, at index: Int, isNegated: Bool)
  {
    switch condition {
    case .all(let parts), .any(let parts):
      for part in parts { checkParts(part, node, at: index, isNegated: isNegated) }
    case .not(let part): checkParts(part, node, at: index, isNegated: !isNegated)
    case .has(let fields):
      for field in fields { checkHas(field, node, at: index, isNegated: isNegated) }
    case .label(let labels): checkLabels(labels, node, at: index)
    case .language(let codes):
      for code in codes where !LanguageCode.isKnown(code) {
        let meant = LanguageCode.meant(by: code) ?? "en"
        report(
          FlowProblem.impossibleCondition(
            "a language is written as a code such as \"\(meant)\", not \"\(code)\""),
          at: node.place(of: code) ?? node.location)
      }
    case .field("published", let test):
      for limit in [test.atLeast, test.atMost].compactMap(\.self)
      where !limit.prefix(4).allSatisfy(\.isNumber) {
        report(
          FlowProblem.impossibleCondition("a date is written as in \"2018-04-23\", not \"\(limit)\""),
          at: node.place(of: limit) ?? node.location)
      }
    case .words, .format, .field: break
    }
  }

  private mutating func checkHas(_ name: String, _ node: ConfigNode, at index: Int, isNegated: Bool) {
    let place = node.place(of: name) ?? node.location
    let known = Condition.fields
    guard let field = DocumentField(rawValue: name), known.contains(name) else {
      if let meant = Suggestion.nearest(to: name, among: known) {
        report(FlowProblem.misspeltField(name, meant: meant), at: place)
      }
      return
    }
    if !mayBeFilled(field, at: index), !isNegated {
      let fillers = fillers(of: field).map { "\"\($0)\"" }.joined(separator: " or ")
      let reason =
        "nothing before this stage fills \"\(name)\"" + (fillers.isEmpty ? "" : "; \(fillers) does")
      report(FlowProblem.impossibleCondition(reason), at: place)
    }
  }

  private mutating func checkLabels(_ labels: [String], _ node: ConfigNode, at index: Int) {
    let writers = before(index).filter { $0.facts.isSilent || $0.facts.writes.contains(.entities) }
    guard !writers.isEmpty || source.facts.isSilent else {
      let fillers = fillers(of: .entities).map { "\"\($0)\"" }.joined(separator: " or ")
      let reason = "no stage before this one finds entities" + (fillers.isEmpty ? "" : "; \(fillers) does")
      return report(
        FlowProblem.impossibleCondition(reason), at: labels.first.flatMap(node.place) ?? node.location)
    }
    var known: [String] = []
    for writer in writers {
      guard !writer.facts.isSilent, let found = writer.facts.labels else { return }
      known += found.map(\.rawValue)
    }
    for label in labels where !known.contains(label) {
      report(FlowProblem.unknownLabel(label, known: known), at: node.place(of: label) ?? node.location)
    }
  }
}

extension ConfigNode {
  /// Where a scalar with that text stands in the node.
  fileprivate func place(of text: String) -> SourceLocation? {
    if scalar == text { return location }
    for entry in entries ?? [] {
      if let place = entry.value.place(of: text) { return place }
    }
    return elements.lazy.compactMap { $0.place(of: text) }.first
  }
}
