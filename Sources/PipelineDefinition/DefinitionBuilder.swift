import Copydesk

/// Walks over the nodes of a definition, makes its stages, collects what is wrong.
struct DefinitionBuilder {
  private static let keys = ["name", "description", "input", "stages", "rejects", "dead_letters"]

  let catalog: StageCatalog
  let fallbackName: String
  private(set) var problems: [Diagnostic] = []

  init(catalog: StageCatalog, fallbackName: String) {
    self.catalog = catalog
    self.fallbackName = fallbackName
  }

  mutating func build(_ root: ConfigNode, overrides: [Override]) -> Definition? {
    guard let entries = root.entries else {
      report(.notAMapping(found: root.kindDescription), at: root.location)
      return nil
    }
    for entry in entries where !Self.keys.contains(entry.key) {
      report(.unknownKey(entry.key, known: Self.keys, place: "a definition"), at: entry.keyLocation)
    }
    let name = text(root["name"], key: "name") ?? fallbackName
    var input = root["input"]
    var stages = readStages(root["stages"], at: root.location)
    var texts = ["rejects": root["rejects"], "dead_letters": root["dead_letters"]]
    for override in overrides { apply(override, &stages, &input, &texts) }

    let source = makeSource(input, pipeline: name)
    var steps: [Definition.Step] = []
    for stage in stages {
      if let step = makeStep(stage, pipeline: name) { steps.append(step) }
    }
    checkOutputs(steps, stages, at: root["stages"]?.location ?? root.location)
    guard let source, steps.count == stages.count else { return nil }
    var definition = Definition(name: name, source: source, steps: steps)
    definition.description = text(root["description"], key: "description")
    definition.rejects = text(texts["rejects"] ?? nil, key: "rejects")
    definition.deadLetters = text(texts["dead_letters"] ?? nil, key: "dead_letters")
    return definition
  }

  mutating func report(_ problem: DefinitionProblem, at location: SourceLocation?) {
    problems.append(problem.diagnostic(at: location))
  }

  private mutating func text(_ node: ConfigNode?, key: String) -> String? {
    guard let node, node.value != .null else { return nil }
    guard let text = node.scalar else {
      report(.wrongType(expected: "text", found: node.kindDescription, key: key), at: node.location)
      return nil
    }
    return text
  }

  // MARK: Stages

  private mutating func readStages(_ node: ConfigNode?, at location: SourceLocation) -> [StageNode] {
    guard let node else {
      report(.missingKey("stages", example: "stages: [clean, output.jsonl]"), at: location)
      return []
    }
    guard case .list(let nodes) = node.value else {
      report(
        .wrongType(expected: "a list of stages", found: node.kindDescription, key: "stages"),
        at: node.location)
      return []
    }
    if nodes.isEmpty {
      report(.missingKey("stages", example: "stages: [clean, output.jsonl]"), at: node.location)
    }
    var stages = nodes.compactMap { readStage($0) }
    nameRepeatedStages(&stages)
    return stages
  }

  /// Gives the second `clean` of a pipeline the id `clean#2`, and refuses an id that is given twice.
  private mutating func nameRepeatedStages(_ stages: inout [StageNode]) {
    var count: [String: Int] = [:]
    var lines: [String: Int] = [:]
    for index in stages.indices {
      if let id = stages[index].givenID {
        stages[index].id = id
      } else {
        count[stages[index].name, default: 0] += 1
        let number = count[stages[index].name, default: 1]
        stages[index].id = number == 1 ? stages[index].name : "\(stages[index].name)#\(number)"
      }
      if let first = lines[stages[index].id] {
        report(.duplicateID(stages[index].id, firstLine: first), at: stages[index].idLocation)
      }
      lines[stages[index].id] = stages[index].location.line
    }
  }

  private mutating func readStage(_ node: ConfigNode) -> StageNode? {
    if let name = node.scalar { return StageNode(name: name, location: node.location) }
    guard let entries = node.entries else {
      report(.malformedStage(found: node.kindDescription), at: node.location)
      return nil
    }
    let names = entries.filter { !StageNode.keys.contains($0.key) }
    guard let name = names.first(where: { catalog[$0.key] != nil }) ?? names.first else {
      report(.malformedStage(found: "no name among its keys"), at: node.location)
      return nil
    }
    for other in names where other.key != name.key { reportStray(other, beside: name) }
    var stage = StageNode(name: name.key, location: name.keyLocation)
    stage.options = name.value
    for entry in entries {
      switch entry.key {
      case "id":
        stage.givenID = text(entry.value, key: "id")
        stage.idLocation = entry.value.location
      case "when":
        stage.condition = Condition.decode(entry.value, &problems)
        stage.conditionLocation = entry.value.location
      case "on_error":
        var found: [OptionProblem] = []
        if let policy = ErrorPolicy.decode(entry.value, &found) { stage.onError = policy }
        problems += found.map { $0.diagnostic(stage: "on_error") }
      default: break
      }
    }
    return stage
  }

  /// A key beside a stage's name that is none of ours: another stage, an option at the wrong depth, a
  /// misspelling.
  private mutating func reportStray(_ entry: ConfigNode.Entry, beside name: ConfigNode.Entry) {
    let options = catalog[name.key]?.options.map(\.name) ?? []
    if catalog[entry.key] != nil {
      report(.severalStages([name.key, entry.key]), at: entry.keyLocation)
    } else if options.contains(entry.key) {
      report(.misplacedOption(entry.key, stage: name.key), at: entry.keyLocation)
    } else {
      report(.unknownKey(entry.key, known: StageNode.keys, place: "a stage"), at: entry.keyLocation)
    }
  }

  private mutating func makeStep(_ stage: StageNode, pipeline: String) -> Definition.Step? {
    guard let entry = catalog[stage.name] else {
      let known = catalog.entries.filter { $0.role != .source }.map(\.name)
      report(.unknownStage(stage.name, known: known), at: stage.location)
      return nil
    }
    guard entry.role != .source else {
      report(.sourceAsStage(stage.name), at: stage.location)
      return nil
    }
    let reference = StageReference(id: stage.id, line: stage.location.line)
    let context = StageContext(pipeline: pipeline, stage: reference)
    guard let component = make(entry.component, stage.options, context, at: stage.location) else {
      return nil
    }
    return Definition.Step(
      reference: reference, component: component, condition: stage.condition, onError: stage.onError)
  }

  private mutating func makeSource(_ input: ConfigNode?, pipeline: String) -> (any Source)? {
    guard let entry = catalog[DefinitionReader.defaultSource] else {
      report(.unknownStage(DefinitionReader.defaultSource, known: []), at: input?.location)
      return nil
    }
    let context = StageContext(
      pipeline: pipeline, stage: StageReference(id: "input", line: input?.location.line))
    let location = input?.location ?? SourceLocation(file: "", line: 1, column: 1)
    return make(entry.component, input, context, at: location) as? any Source
  }

  private mutating func make<C: PipelineComponent>(
    _ type: C.Type, _ node: ConfigNode?, _ context: StageContext, at location: SourceLocation
  ) -> (any PipelineComponent)? {
    var found: [OptionProblem] = []
    defer { problems += found.map { $0.diagnostic(stage: C.name.rawValue) } }
    guard let options = C.Options.decode(node, &found) else { return nil }
    do {
      return try C(options: options, context: context)
    } catch let error as InvalidOption {
      let mistake = OptionProblem.Mistake.invalid(message: error.message, help: error.help)
      found.append(OptionProblem(mistake, at: node?[error.option]?.location ?? location))
    } catch {
      found.append(OptionProblem(.invalid(message: "\(error)", help: nil), at: location))
    }
    return nil
  }

  /// Warns of a pipeline that writes nothing and refuses two outputs with one path. A folder may be shared by outputs
  /// of different kinds, whose files have different names.
  private mutating func checkOutputs(
    _ steps: [Definition.Step], _ stages: [StageNode], at location: SourceLocation
  ) {
    var writers: [String: String] = [:]
    for step in steps {
      guard let sink = step.component as? any Sink else { continue }
      let isFolder = sink.destination.hasSuffix("/")
      let place = isFolder ? "\(sink.destination)\(type(of: sink).name)" : sink.destination
      if let other = writers[place] {
        let stage = stages.first { $0.id == step.reference.id }
        report(.sharedPath(sink.destination, other: other), at: stage?.location)
      }
      writers[place] = step.reference.id
    }
    if writers.isEmpty, steps.count == stages.count, !steps.isEmpty { report(.noOutput, at: location) }
  }
}
