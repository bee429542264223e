import Copydesk

/// Reads the `stages:` of a definition into one flat list: what is included is put in its place, and the stages of a
/// route's branches follow the route, each with the branches it stands in.
struct StageListReader {
  private static let maximumDepth = 16
  /// More stages than anybody writes: templates that include others ten times each multiply.
  static let maximumStages = 1_000

  /// Where a list stands: what it can include, and what is being included already.
  struct Place {
    var file: String
    var templates: [ConfigNode.Entry] = []
    /// The parameters of the file, which its templates see too.
    var values = ParameterValues()
    /// The includes that led here: a list that includes itself is noticed by them.
    var chain: [String] = []
  }

  let catalog: StageCatalog
  var files: DefinitionFiles
  var problems: [Diagnostic] = []
  private(set) var origins = Origins()
  /// The templates that were put in, as `FILE#NAME`.
  private var used: Set<String> = []
  private var routes = 0
  private var count = 0

  init(catalog: StageCatalog, files: DefinitionFiles) {
    self.catalog = catalog
    self.files = files
  }

  mutating func report(_ problem: some DefinitionProblem, at location: SourceLocation?) {
    problems.append(problem.diagnostic(at: location))
  }

  /// Puts parameters into a node.
  mutating func expand(_ node: ConfigNode, _ values: ParameterValues) -> ConfigNode {
    var expansion = ParameterExpansion(values)
    let result = expansion.expand(node)
    problems += expansion.problems
    origins.merge(expansion.origins)
    return result
  }

  /// The stages of a list whose parameters are put in already.
  mutating func stages(_ nodes: [ConfigNode], in place: Place, branches: [Branch] = []) -> [StageNode] {
    var stages: [StageNode] = []
    for node in nodes {
      count += 1
      guard count <= Self.maximumStages else {
        if count == Self.maximumStages + 1 {
          report(CompositionProblem.tooManyStages(Self.maximumStages), at: node.location)
        }
        return stages
      }
      if let entries = node.entries, let include = entries.first(where: { $0.key == "include" }) {
        stages += included(include, beside: entries, in: place, branches)
      } else if let entries = node.entries, let route = entries.first(where: { $0.key == "route" }) {
        stages += routed(route, beside: entries, in: place, branches)
      } else if var stage = stage(node) {
        stage.branches = branches
        stages.append(stage)
      }
    }
    return stages
  }

  // MARK: Include

  /// ```yaml
  /// - include: tidy.yaml            # a file, a template of this file, or a template of another file: house.yaml#tidy
  ///   with: { words: 60 }
  /// ```
  private mutating func included(
    _ entry: ConfigNode.Entry, beside entries: [ConfigNode.Entry], in place: Place, _ branches: [Branch]
  ) -> [StageNode] {
    for other in entries where !["include", "with"].contains(other.key) {
      report(
        DocumentProblem.unknownKey(other.key, known: ["include", "with"], place: "an include"),
        at: other.keyLocation)
    }
    guard let target = entry.value.scalar else {
      report(
        DocumentProblem.wrongType(
          expected: .templateOrPath, found: entry.value,
          key: "include"), at: entry.value.location)
      return []
    }
    var given: [ConfigNode.Entry] = []
    if let arguments = entries.first(where: { $0.key == "with" })?.value, arguments.value != .null {
      guard let entries = arguments.entries else {
        report(
          DocumentProblem.wrongType(
            expected: .arguments, found: arguments, key: "with"),
          at: arguments.location)
        return []
      }
      given = entries
    }
    guard let piece = piece(target, at: entry.value.location, in: place) else { return [] }
    guard place.chain.count < Self.maximumDepth, !place.chain.contains(piece.place.chain.last ?? "") else {
      report(CompositionProblem.includeLoop(piece.place.chain), at: entry.value.location)
      return []
    }
    let parameters = Parameters(piece.parameters, &problems)
    var inner = piece.place
    let location = entry.value.location
    inner.values = parameters.values(given: given, at: location, outer: inner.values, &problems)
    guard let list = piece.stages else {
      report(CompositionProblem.missingStages(of: target), at: entry.value.location)
      return []
    }
    guard case .list(let nodes) = expand(list, inner.values).value else {
      report(
        DocumentProblem.wrongType(expected: .stages, found: list, key: "stages"),
        at: list.location)
      return []
    }
    return stages(nodes, in: inner, branches: branches)
  }

  /// What an include brings in.
  private struct Piece {
    var parameters: ConfigNode?
    var stages: ConfigNode?
    var place: Place
  }

  private mutating func piece(_ target: String, at location: SourceLocation, in place: Place) -> Piece? {
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard Self.isPath(parts[0]) else {
      return template(target, at: location, in: place, chain: place.chain + ["\(place.file)#\(target)"])
    }
    let path = DefinitionFiles.path(parts[0], from: place.file)
    guard let root = files.root(of: path, askedAt: location) else { return nil }
    guard root.entries != nil else {
      report(DocumentProblem.notAMapping(found: root.kindDescription), at: root.location)
      return nil
    }
    var inner = Place(file: path, templates: root["templates"]?.entries ?? [])
    if parts.count == 2 {
      inner.values = Parameters(root["parameters"], &problems).defaults
      return template(parts[1], at: location, in: inner, chain: place.chain + ["\(path)#\(parts[1])"])
    }
    inner.chain = place.chain + [path]
    return Piece(parameters: root["parameters"], stages: root["stages"], place: inner)
  }

  private mutating func template(
    _ name: String, at location: SourceLocation, in place: Place, chain: [String]
  ) -> Piece? {
    guard let template = place.templates.first(where: { $0.key == name }) else {
      report(
        CompositionProblem.unknownTemplate(name, known: place.templates.map(\.key), file: place.file),
        at: location)
      return nil
    }
    for entry in template.value.entries ?? []
    where !["parameters", "stages", "description"].contains(entry.key) {
      report(
        DocumentProblem.unknownKey(
          entry.key, known: ["parameters", "stages", "description"], place: "a template"),
        at: entry.keyLocation)
    }
    used.insert("\(place.file)#\(name)")
    var inner = place
    inner.chain = chain
    return Piece(
      parameters: template.value["parameters"],
      // A template of stages only may be written as the list itself.
      stages: template.value.entries == nil ? template.value : template.value["stages"], place: inner)
  }

  /// The stages of templates that nothing includes, with the defaults of their parameters: what is wrong with them should
  /// be known before somebody does.
  mutating func unusedStages(in place: Place) -> [StageNode] {
    var stages: [StageNode] = []
    for template in place.templates where !used.contains("\(place.file)#\(template.key)") {
      let location = template.keyLocation
      let chain = place.chain + ["\(place.file)#\(template.key)"]
      guard let piece = self.template(template.key, at: location, in: place, chain: chain),
        let list = piece.stages
      else { continue }
      let parameters = Parameters(piece.parameters, &problems)
      var inner = piece.place
      inner.values = parameters.defaults(besides: inner.values)
      guard case .list(let nodes) = expand(list, inner.values).value else { continue }
      stages += self.stages(nodes, in: inner)
    }
    return stages
  }

  private static func isPath(_ target: String) -> Bool {
    target.contains("/") || target.hasSuffix(".yaml") || target.hasSuffix(".yml")
  }

  // MARK: Route

  /// ```yaml
  /// - route:
  ///     - when: { language: de }
  ///       stages: [acme.german]
  ///     - stages: [entities]
  /// ```
  private mutating func routed(
    _ entry: ConfigNode.Entry, beside entries: [ConfigNode.Entry], in place: Place, _ branches: [Branch]
  ) -> [StageNode] {
    for other in entries where !["route", "id", "when"].contains(other.key) {
      report(
        DocumentProblem.unknownKey(other.key, known: ["route", "id", "when"], place: "a route"),
        at: other.keyLocation)
    }
    guard case .list(let nodes) = entry.value.value, !nodes.isEmpty else {
      report(
        DocumentProblem.wrongType(expected: .branches, found: entry.value, key: "route"),
        at: entry.value.location)
      return []
    }
    var router = StageNode(name: "route", location: entry.keyLocation)
    for entry in entries where entry.key != "route" { read(entry, into: &router) }
    router.branches = branches
    var route = RouteNode(number: routes)
    routes += 1
    var stages: [StageNode] = []
    for (index, node) in nodes.enumerated() {
      guard let entries = node.entries else {
        report(CompositionProblem.malformedBranch(found: node.kindDescription), at: node.location)
        continue
      }
      for entry in entries where !["when", "stages"].contains(entry.key) {
        report(
          DocumentProblem.unknownKey(entry.key, known: ["stages", "when"], place: "a branch"),
          at: entry.keyLocation)
      }
      var branch = RouteNode.BranchNode(location: node.location)
      branch.isDamaged = entries.contains { !["when", "stages"].contains($0.key) }
      if let condition = node["when"] {
        branch.condition = Condition.decode(condition, &problems)
        branch.conditionNode = condition
      }
      route.branches.append(branch)
      let inner = branches + [Branch(route: route.number, index: index)]
      switch node["stages"]?.value {
      case .list(let nodes): stages += self.stages(nodes, in: place, branches: inner)
      case nil, .null: report(CompositionProblem.malformedBranch(found: "no stages"), at: node.location)
      default:
        report(
          DocumentProblem.wrongType(
            expected: .stages, found: node["stages"], key: "stages"),
          at: node["stages"]?.location)
      }
    }
    router.route = route
    return [router] + stages
  }
}
