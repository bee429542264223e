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
  /// The output that another one stands in for, as the name behind `-o` asks.
  var replaced: ReplacedOutput?
  /// Whether a plugin could not be loaded, so that its stages are not known.
  private var lacksPlugins = false
  /// The files that the stages ask for.
  let namedFiles = NamedFiles()
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
    guard let written = read(root, overrides) else { return nil }
    let parts = change(written, overrides, profiles: chosen)
    return assemble(parts, of: written, root, overrides)
  }

  /// A definition as it was written, with what it includes and with its parameters put in.
  private struct Written {
    let name: String
    let body: ConfigNode
    let parts: DefinitionParts
    /// The stages of templates that nothing includes, which are checked too.
    let unused: [StageNode]
    /// Whether the list of stages has no holes: one with holes says nothing about the pipeline that was meant.
    let isWellFormed: Bool
  }

  /// Reads the definition, puts in what is included and what parameters stand for.
  private mutating func read(_ root: ConfigNode, _ overrides: [Override]) -> Written? {
    guard let all = root.entries else {
      report(DocumentProblem.notAMapping(found: root.kindDescription), at: root.location)
      return nil
    }
    for entry in all where !Self.keys.contains(entry.key) {
      report(
        DocumentProblem.unknownKey(entry.key, known: Self.keys, place: "a definition"), at: entry.keyLocation)
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
    let isWellFormed = reader.problems.allSatisfy {
      $0.severity == .warning || [.unknownKey, .unknownOption, .outOfRange, .notAChoice].contains($0.code)
    }
    let unused = reader.unusedStages(in: place)
    take(reader)
    nameRepeatedStages(&stages)
    let parts = DefinitionParts(
      stages: stages, input: body["input"],
      texts: DefinitionParts.textKeys.reduce(into: [:]) { $0[$1] = body[$1] })
    return Written(name: name, body: body, parts: parts, unused: unused, isWellFormed: isWellFormed)
  }

  /// The parts with the changes that profiles and the command line make.
  private mutating func change(
    _ written: Written, _ overrides: [Override], profiles chosen: [String]
  ) -> DefinitionParts {
    var parts = written.parts
    var profiles = Profiles(written.body["profiles"])
    for name in chosen { profiles.apply(name, to: &parts, askedAt: Self.place(ofProfile: name)) }
    checkProfiles(profiles, besides: chosen, written.parts)
    problems += profiles.problems
    origins.merge(profiles.origins)
    chooseOutput(overrides, &parts.stages)
    for override in overrides { apply(override, to: &parts) }
    return parts
  }

  /// Makes the stages, and checks them as a whole.
  private mutating func assemble(
    _ parts: DefinitionParts, of written: Written, _ root: ConfigNode, _ overrides: [Override]
  ) -> Definition? {
    let name = written.name
    let source = makeSource(parts.input, pipeline: name)
    memoryOfEach = surroundings.memory.map { share(of: $0, among: parts.stages) }
    var made: [MadeStage] = []
    for stage in parts.stages {
      if let one = make(stage, pipeline: name) { made.append(one) }
    }
    let named = namedFiles.all
    for stage in written.unused { _ = make(stage, pipeline: name) }
    let isComplete = made.count == parts.stages.count && written.isWellFormed
    checkOutputs(
      made, texts: parts.texts, overrides: overrides, isComplete: isComplete,
      at: root["stages"]?.location ?? root.location)
    if isComplete, let source {
      problems += FieldFlow(source: source, stages: made, catalog: catalog).problems
    }
    let resolved = ResolvedDefinition(
      name: name, description: written.body["description"], parts: parts, stages: made, source: source,
      origins: origins, catalog: catalog)
    let tests = TestReader.read(
      root["tests"], labels: isComplete ? Self.labels(of: made) : nil, &problems)
    guard let source, isComplete else { return nil }
    var definition = Definition(name: name, source: source.component, steps: made.map(\.step))
    definition.description = text(written.body["description"], key: "description")
    definition.rejects = path(parts.texts["rejects"], key: "rejects")
    definition.deadLetters = path(parts.texts["dead_letters"], key: "dead_letters")
    definition.resolved = resolved
    definition.tests = tests
    definition.namedFiles = named
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

  mutating func report(_ problem: some DefinitionProblem, at location: SourceLocation?) {
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
      report(DocumentProblem.wrongType(expected: .text, found: node, key: key), at: node.location)
      return nil
    }
    return text
  }

  /// The path of a file. `false` is none: what is meant is that there should be no such file.
  private mutating func path(_ node: ConfigNode?, key: String) -> String? {
    if let node, case .scalar(let word, isPlain: true) = node.value, word == "true" || word == "false" {
      report(DocumentProblem.wrongType(expected: .text, found: node, key: key), at: node.location)
      return nil
    }
    return text(node, key: key)
  }

  /// Adds the stages of the plugins that the definition names to the catalog.
  private mutating func loadPlugins(_ node: ConfigNode?) {
    guard let node, node.value != .null else { return }
    guard case .list(let paths) = node.value else {
      report(
        DocumentProblem.wrongType(expected: .paths, found: node, key: "plugins"),
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
        // Nothing is loaded in either case: what is not there now may be there in a moment.
        let problem: PermissionProblem =
          isReadableFile(plugin)
          ? .pluginNotAllowed(text, path: plugin, remedy: surroundings.remedy([file]))
          : .missingPlugin(text, path: plugin)
        report(problem, at: path.location)
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

  // MARK: Stages

  private mutating func stageNodes(_ node: ConfigNode?, at location: SourceLocation) -> [ConfigNode] {
    guard let node, node.value != .null else {
      report(
        DocumentProblem.missingKey("stages", example: "stages: [clean, output.jsonl]"),
        at: node?.location ?? location)
      return []
    }
    guard case .list(let nodes) = node.value else {
      report(
        DocumentProblem.wrongType(expected: .stages, found: node, key: "stages"),
        at: node.location)
      return []
    }
    if nodes.isEmpty {
      report(
        DocumentProblem.missingKey("stages", example: "stages: [clean, output.jsonl]"), at: node.location)
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
        report(StageProblem.duplicateID(stages[index].id, first: first), at: stages[index].idLocation)
      }
      places[stages[index].id] = stages[index].location
    }
  }
}
