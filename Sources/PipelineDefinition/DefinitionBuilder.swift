import Copydesk

/// Walks over the nodes of a definition, makes its stages, collects what is wrong.
///
/// What is included and what parameters stand for is put in first; then profiles and the command line make their
/// changes; then the stages are made; then the checks look at the whole.
struct DefinitionBuilder {
  static let keys = [
    "name", "description", "parameters", "plugins", "input", "profiles", "templates", "stages", "rejects",
    "dead_letters",
    "tests",
  ]

  private(set) var catalog: StageCatalog
  private let loadPlugin: PluginLoading
  let fallbackName: String
  let file: String
  private(set) var files: DefinitionFiles
  let surroundings: Surroundings
  var problems: [Diagnostic] = []
  private(set) var origins = Origins()
  /// Whether a plugin could not be loaded, so that its stages are not known.
  private var lacksPlugins = false
  /// Bytes of memory that what one stage remembers of documents may take.
  private(set) var memoryOfEach: Int?

  init(
    catalog: StageCatalog, loadPlugin: @escaping PluginLoading, fallbackName: String, file: String,
    files: DefinitionFiles, surroundings: Surroundings
  ) {
    self.surroundings = surroundings
    self.catalog = catalog
    self.loadPlugin = loadPlugin
    self.fallbackName = fallbackName
    self.file = file
    self.files = files
  }

  mutating func build(_ root: ConfigNode, overrides: [Override], profiles chosen: [String]) -> Definition? {
    guard let all = root.entries else {
      report(.notAMapping(found: root.kindDescription), at: root.location)
      return nil
    }
    for entry in all where !Self.keys.contains(entry.key) {
      report(.unknownKey(entry.key, known: Self.keys, place: "a definition"), at: entry.keyLocation)
    }
    loadPlugins(root["plugins"])
    let values = parameterValues(root, overrides)
    let rest = ConfigNode(
      .map(all.filter { !["parameters", "plugins", "templates", "tests"].contains($0.key) }),
      at: root.location)
    var reader = StageListReader(catalog: catalog, files: files)
    let body = reader.expand(rest, values)
    let name = text(body["name"], key: "name") ?? fallbackName
    let place = StageListReader.Place(
      file: file, templates: root["templates"]?.entries ?? [], values: values, chain: [file])
    var stages = reader.stages(stageNodes(body["stages"], at: root.location), in: place)
    // A list with holes in it says nothing about the pipeline that was meant.
    let isWellFormed = reader.problems.allSatisfy {
      $0.severity == .warning || [.unknownKey, .unknownOption, .outOfRange, .notAChoice].contains($0.code)
    }
    let unused = reader.unusedStages(in: place)
    take(reader)
    nameRepeatedStages(&stages)

    let written = DefinitionParts(
      stages: stages, input: body["input"],
      texts: DefinitionParts.textKeys.reduce(into: [:]) { $0[$1] = body[$1] })
    var parts = written
    var profiles = Profiles(body["profiles"])
    for name in chosen { profiles.apply(name, to: &parts, askedAt: Self.place(ofProfile: name)) }
    checkProfiles(profiles, besides: chosen, written)
    problems += profiles.problems
    origins.merge(profiles.origins)
    chooseOutput(overrides, &parts.stages)
    for override in overrides { apply(override, to: &parts) }

    let source = makeSource(parts.input, pipeline: name)
    memoryOfEach = surroundings.memory.map { share(of: $0, among: parts.stages) }
    var made: [MadeStage] = []
    for stage in parts.stages {
      if let one = make(stage, pipeline: name) { made.append(one) }
    }
    for stage in unused { _ = make(stage, pipeline: name) }
    let isComplete = made.count == parts.stages.count && isWellFormed
    checkOutputs(
      made, texts: parts.texts, overrides: overrides, isComplete: isComplete,
      at: root["stages"]?.location ?? root.location)
    if isComplete, let source {
      problems += FieldFlow(source: source, stages: made, catalog: catalog).problems
    }
    let resolved = ResolvedDefinition(
      name: name, description: body["description"], parts: parts, stages: made, source: source,
      origins: origins,
      catalog: catalog)
    let tests = TestReader.read(
      root["tests"], labels: isComplete ? Self.labels(of: made) : nil, &problems)
    guard let source, isComplete else { return nil }
    var definition = Definition(name: name, source: source.component, steps: made.map(\.step))
    definition.description = text(body["description"], key: "description")
    definition.rejects = text(parts.texts["rejects"], key: "rejects")
    definition.deadLetters = text(parts.texts["dead_letters"], key: "dead_letters")
    definition.resolved = resolved
    definition.tests = tests
    for stage in parts.stages {
      if let file = catalog[stage.name]?.file, !definition.plugins.contains(file) {
        definition.plugins.append(file)
      }
    }
    return definition
  }

  /// All that is wrong, in the files and in what they say; each thing once, though a template may be used twice. Where
  /// a variable or a parameter has no value, only that is told, and not that nothing is the wrong kind of value; where a
  /// plugin could not be loaded, not that stages are unknown.
  var diagnostics: [Diagnostic] {
    let all = files.problems + problems
    let causes: [DiagnosticCode] = [.undefinedVariable, .badParameter]
    let empty = Set(all.filter { causes.contains($0.code) }.map(\.location))
    var seen: Set<Diagnostic> = []
    return all.filter { problem in
      if lacksPlugins, problem.code == .unknownStage { return false }
      let isCause = causes.contains(problem.code)
      return (isCause || !empty.contains(problem.location)) && seen.insert(problem).inserted
    }
  }

  mutating func report(_ problem: DefinitionProblem, at location: SourceLocation?) {
    problems.append(problem.diagnostic(at: location))
  }

  private mutating func take(_ reader: StageListReader) {
    problems += reader.problems
    files = reader.files
    origins.merge(files.origins)
    origins.merge(reader.origins)
  }

  mutating func text(_ node: ConfigNode?, key: String) -> String? {
    guard let node, node.value != .null else { return nil }
    guard let text = node.scalar else {
      report(.wrongType(expected: "text", found: node.kindDescription, key: key), at: node.location)
      return nil
    }
    return text
  }

  /// Adds the stages of the plugins that the definition names to the catalog.
  private mutating func loadPlugins(_ node: ConfigNode?) {
    guard let node, node.value != .null else { return }
    guard case .list(let paths) = node.value else {
      report(
        .wrongType(expected: "a list of paths", found: node.kindDescription, key: "plugins"),
        at: node.location)
      return
    }
    // No other file has a say in it: what is included brings no plugins.
    let isAllowed = surroundings.allows([file]).contains(.loadPlugins)
    for path in paths {
      guard let text = text(path, key: "plugins"), !text.isEmpty else { continue }
      let plugin = DefinitionFiles.path(text, from: file)
      guard isAllowed || surroundings.knowsPlugin(plugin) else {
        lacksPlugins = true
        report(.pluginNotAllowed(text, remedy: surroundings.remedy([file])), at: path.location)
        continue
      }
      do {
        try loadPlugin(plugin, &catalog)
      } catch {
        lacksPlugins = true
        problems += error.diagnostics.map { diagnostic in
          var placed = diagnostic
          placed.location = placed.location ?? path.location
          return placed
        }
      }
    }
  }

  // MARK: Parameters, profiles

  /// The parameters of the definition itself, as the command line sets them or at their defaults.
  private mutating func parameterValues(_ root: ConfigNode, _ overrides: [Override]) -> ParameterValues {
    let parameters = Parameters(root["parameters"], &problems)
    var given: [ConfigNode.Entry] = []
    for override in overrides {
      guard let name = override.parameter, let value = override.node(reporting: &problems) else { continue }
      given.append(.init(key: name, keyLocation: override.location, value: value))
    }
    return parameters.values(given: given, at: nil, &problems)
  }

  /// The labels of all entities that the stages may find; nil where that is not known.
  private static func labels(of stages: [MadeStage]) -> [String]? {
    var labels: [String] = []
    for stage in stages where !(stage.step.component is any Sink) {
      if stage.facts.isSilent { return nil }
      guard stage.facts.writes.contains(.entities) else { continue }
      guard let some = stage.facts.labels else { return nil }
      labels += some.map(\.rawValue)
    }
    return labels
  }

  static func place(ofProfile name: String) -> SourceLocation {
    SourceLocation(file: "--profile \(name)", line: 1, column: 1, length: name.count)
  }

  /// Makes the changes of the profiles that were not chosen too, to find what is wrong with them.
  private mutating func checkProfiles(
    _ profiles: Profiles, besides chosen: [String], _ written: DefinitionParts
  ) {
    for name in profiles.names where !chosen.contains(name) {
      var one = profiles
      var parts = written
      one.apply(name, to: &parts, askedAt: nil)
      var found = Array(one.problems.dropFirst(profiles.problems.count))
      for (stage, node) in parts.stages.map({ ($0.name, $0.options) }) + [
        (DefinitionReader.defaultSource, parts.input)
      ] {
        guard let entry = catalog[stage] else { continue }
        var mistakes: [OptionProblem] = []
        entry.checkOptions(node, &mistakes)
        found += mistakes.map { $0.diagnostic(stage: stage) }
      }
      // What is wrong without the profile as well is told once.
      for problem in found where problem.location.map(profiles.contains) ?? false { problems.append(problem) }
    }
  }

  // MARK: Stages

  private mutating func stageNodes(_ node: ConfigNode?, at location: SourceLocation) -> [ConfigNode] {
    guard let node, node.value != .null else {
      report(.missingKey("stages", example: "stages: [clean, output.jsonl]"), at: node?.location ?? location)
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
    return nodes
  }

  /// Gives the second `clean` of a pipeline the id `clean#2`, and refuses an id that is given twice.
  private mutating func nameRepeatedStages(_ stages: inout [StageNode]) {
    var count: [String: Int] = [:]
    var places: [String: SourceLocation] = [:]
    for index in stages.indices {
      if let id = stages[index].givenID {
        stages[index].id = id
      } else {
        count[stages[index].name, default: 0] += 1
        let number = count[stages[index].name, default: 1]
        stages[index].id = number == 1 ? stages[index].name : "\(stages[index].name)#\(number)"
      }
      if let first = places[stages[index].id] {
        report(.duplicateID(stages[index].id, first: first), at: stages[index].idLocation)
      }
      places[stages[index].id] = stages[index].location
    }
  }
}
