import Copydesk

/// A stage that was made, with what the checks want to know of it.
struct MadeStage {
  var node: StageNode
  var step: Definition.Step
  var facts: ComponentFacts
}

/// What a component says of itself with the options it was given.
struct ComponentFacts {
  var reads: [DocumentField]
  var writes: [DocumentField]
  /// The labels of the entities it may find; nil where that is not known.
  var labels: [Entity.Label]?
  var isSink: Bool
  /// Whether it says nothing of itself, so that nothing can be concluded.
  var isSilent: Bool

  init<C: PipelineComponent>(_ type: C.Type, _ options: C.Options) {
    reads = C.reads
    writes = C.writes
    labels = C.labels(with: options)
    isSink = type is any Sink.Type
    isSilent = !isSink && C.reads.isEmpty && C.writes.isEmpty
  }

  /// What a component that describes itself has learnt counts for more than what its type says.
  init<C: PipelineComponent>(_ component: C, _ options: C.Options) {
    self.init(C.self, options)
    guard let declaration = (component as? any SelfDescribing)?.declaration else { return }
    reads = declaration.reads
    writes = declaration.writes
    labels = declaration.labels
    isSilent = reads.isEmpty && writes.isEmpty
  }

  /// Of a component that is known only at run time.
  init(_ stage: RuntimeStage) {
    reads = stage.declaration.reads
    writes = stage.declaration.writes
    labels = stage.declaration.labels
    isSink = false
    isSilent = reads.isEmpty && writes.isEmpty
  }

  /// A route: looks at documents and changes nothing that a stage could read.
  static let route = ComponentFacts(Router.self, NoOptions(), isSilent: false)

  private init<C: PipelineComponent>(_ type: C.Type, _ options: C.Options, isSilent: Bool) {
    self.init(type, options)
    self.isSilent = isSilent
  }
}

extension DefinitionBuilder {
  /// Makes a stage; nil where it cannot be made, which is reported.
  mutating func make(_ stage: StageNode, pipeline: String) -> MadeStage? {
    let reference = StageReference(
      id: stage.id, line: stage.location.line, file: stage.location.file == file ? nil : stage.location.file)
    if let route = stage.route {
      let router = Router(route: route.number, conditions: route.branches.map(\.condition))
      return MadeStage(node: stage, step: step(stage, reference, router), facts: .route)
    }
    guard let entry = catalog[stage.name] else {
      let known = catalog.entries.filter { $0.role != .source }.map(\.name) + ["include", "route"]
      report(StageProblem.unknownStage(stage.name, known: known), at: stage.location)
      return nil
    }
    guard entry.role != .source else {
      report(StageProblem.sourceAsStage(stage.name), at: stage.location)
      return nil
    }
    let permissions = surroundings.allows(files.names)
    checkPermissions(of: entry, permissions, at: stage.location)
    var context = StageContext(pipeline: pipeline, stage: reference)
    context.folder = DefinitionFiles.folder(of: stage.location.file)
    context.permissions = permissions
    context.environment = surroundings.environment
    context.library = surroundings.library
    context.memory = memoryOfEach
    context.log = surroundings.log
    context.namedFiles = namedFiles
    guard let made = make(entry, stage.options, context, at: stage.location) else { return nil }
    return MadeStage(node: stage, step: step(stage, reference, made.component), facts: made.facts)
  }

  /// What each stage that remembers documents may take. Those that have an option for it share what the others, which keep
  /// something for each thread, leave: a quarter of all at the least.
  func share(of memory: Int, among stages: [StageNode]) -> Int {
    let entries = stages.compactMap { catalog[$0.name] }
    let remembering = entries.count { entry in entry.options.contains { $0.name == "memory" } }
    let kept = surroundings.workers * entries.reduce(0) { $0 + $1.component.memoryPerThread }
    return max(memory / 4, memory - kept) / max(1, remembering)
  }

  private func step(
    _ stage: StageNode, _ reference: StageReference, _ component: any PipelineComponent
  ) -> Definition.Step {
    Definition.Step(
      reference: reference, component: component, condition: stage.condition, onError: stage.onError,
      retry: stage.retry, branches: stage.branches)
  }

  /// What brings the documents in.
  struct MadeSource {
    var component: any Source
    var facts: ComponentFacts
  }

  mutating func makeSource(_ input: ConfigNode?, pipeline: String) -> MadeSource? {
    guard let entry = catalog[DefinitionReader.defaultSource] else {
      report(StageProblem.unknownStage(DefinitionReader.defaultSource, known: []), at: input?.location)
      return nil
    }
    let context = StageContext(
      pipeline: pipeline, stage: StageReference(id: "input", line: input?.location.line))
    let location = input?.location ?? SourceLocation(file: file, line: 1, column: 1)
    guard let made = make(entry, input, context, at: location),
      let source = made.component as? any Source
    else { return nil }
    return MadeSource(component: source, facts: made.facts)
  }

  private mutating func make(
    _ entry: StageCatalog.Entry, _ node: ConfigNode?, _ context: StageContext, at location: SourceLocation
  ) -> (component: any PipelineComponent, facts: ComponentFacts)? {
    guard let stage = entry.runtime else { return make(entry.component, node, context, at: location) }
    var found: [OptionProblem] = []
    defer { problems += found.map { $0.diagnostic(stage: entry.name) } }
    guard let options = OptionSpec.read(entry.options, node, &found) else { return nil }
    do {
      return (try stage.make(options, context), ComponentFacts(stage))
    } catch {
      found.append(Self.problem(error, node, at: location))
      return nil
    }
  }

  /// What an initialiser says of its options, at the option it names.
  private static func problem(
    _ error: any Error, _ node: ConfigNode?, at location: SourceLocation
  ) -> OptionProblem {
    guard let error = error as? InvalidOption else {
      return OptionProblem(.invalid(message: "\(error)", help: nil), at: location)
    }
    let mistake = OptionProblem.Mistake.invalid(message: error.message, help: error.help)
    return OptionProblem(mistake, at: node?[error.option]?.location ?? location)
  }

  private mutating func make<C: PipelineComponent>(
    _ type: C.Type, _ node: ConfigNode?, _ context: StageContext, at location: SourceLocation
  ) -> (component: any PipelineComponent, facts: ComponentFacts)? {
    var found: [OptionProblem] = []
    defer { report(found, of: C.name.rawValue) }
    guard let options = C.Options.decode(node, &found) else { return nil }
    advise(type, options, node, at: location)
    do {
      let component = try C(options: options, context: context)
      return (component, ComponentFacts(component, options))
    } catch let error as InvalidOptions {
      found += error.problems
      return nil
    } catch {
      found.append(Self.problem(error, node, at: location))
      return nil
    }
  }

  private mutating func report(_ found: [OptionProblem], of stage: String) {
    for problem in found {
      if case .unknown(let name, _) = problem.mistake, StageNode.keys.contains(name) {
        report(FlowProblem.misplacedKey(name, stage: stage), at: problem.location)
      } else {
        problems.append(problem.diagnostic(stage: stage))
      }
    }
  }

  /// Reports a stage that does what the user has not allowed.
  private mutating func checkPermissions(
    of entry: StageCatalog.Entry, _ permissions: Set<Permission>, at location: SourceLocation
  ) {
    let remedy = surroundings.remedy(files.names)
    for permission in Permission.allCases {
      guard entry.component.permissions.contains(permission),
        !permissions.contains(permission)
      else { continue }
      report(
        PermissionProblem.notAllowed(stage: entry.name, permission, remedy: remedy),
        at: location)
    }
  }

  /// Warns of what the component finds odd about its options.
  private mutating func advise<C: PipelineComponent>(
    _ type: C.Type, _ options: C.Options, _ node: ConfigNode?, at location: SourceLocation
  ) {
    let entries = node?.entries ?? []
    for advice in C.advice(on: options, given: Set(entries.map(\.key))) {
      let place = entries.first { $0.key == advice.option }?.keyLocation ?? location
      report(FlowProblem.optionWithoutEffect(advice.message, help: advice.help), at: place)
    }
  }
}

extension StageCatalog.Entry {
  /// Reads options only to see what is wrong with them.
  func checkOptions(_ node: ConfigNode?, _ problems: inout [OptionProblem]) {
    func check<C: PipelineComponent>(_: C.Type) { _ = C.Options.decode(node, &problems) }
    if let runtime {
      _ = OptionSpec.read(runtime.declaration.options, node, &problems)
    } else {
      check(component)
    }
  }
}
