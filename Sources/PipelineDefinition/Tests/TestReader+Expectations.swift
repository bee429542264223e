import Copydesk

extension TestReader {
  /// The `expect` of a test with one document.
  mutating func readExpectation(_ node: ConfigNode, _ ids: [String]) -> [DefinitionTest.Expectation] {
    let checks = readChecks(node, key: "expect", ids)
    return [DefinitionTest.Expectation(document: DefinitionTest.onlyDocument, checks: checks)]
  }

  /// The `expect` of a test with several: their ids, each with what must hold of it.
  mutating func readExpectations(_ node: ConfigNode, _ ids: [String]) -> [DefinitionTest.Expectation] {
    guard let entries = node.entries else {
      reportType(
        "the ids of the inputs, each with what must hold of it", node, key: "expect",
        example: "{ a: { verdict: kept } }")
      return []
    }
    return entries.compactMap { entry in
      guard ids.contains(entry.key) else {
        report(.unknownInput(entry.key, known: ids), at: entry.keyLocation)
        return nil
      }
      let checks = readChecks(entry.value, key: entry.key, ids)
      return DefinitionTest.Expectation(document: entry.key, checks: checks)
    }
  }

  private mutating func readChecks(
    _ node: ConfigNode, key: String, _ ids: [String]
  ) -> [DefinitionTest.Check] {
    guard let entries = node.entries else {
      reportType("what must hold", node, key: key, example: "{ verdict: kept, title: … }")
      return []
    }
    if entries.isEmpty { report(.expectsNothing, at: node.location) }
    let place = "what a test expects"
    reportUnknownKeys(entries, known: DefinitionTest.Check.keys, place: place)
    return entries.compactMap { readCheck($0, ids) }
  }

  private mutating func readCheck(_ entry: ConfigNode.Entry, _ ids: [String]) -> DefinitionTest.Check? {
    let node = entry.value
    switch entry.key {
    case "verdict":
      var found: [OptionProblem] = []
      defer { problems += found.map { $0.diagnostic(stage: "verdict") } }
      return DefinitionTest.Verdict.decode(node, &found).map { .verdict($0) }
    case "metadata": return .metadata(readMetadata(node))
    case "contains": return readPieces(entry).map { .contains($0) }
    case "lacks": return readPieces(entry).map { .lacks($0) }
    case "entities": return readEntities(node).map { .entities($0) }
    case "removed": return readTexts(entry).map { .removed($0) }
    case "rules": return readTexts(entry).map { .rules($0) }
    default:
      guard let field = DefinitionTest.Field(rawValue: entry.key) else { return nil }
      if node.value == .null { return .field(field, nil) }
      guard let word = text(node, key: entry.key) else { return nil }
      if field == .published, PublicationDate(iso8601: word) == nil {
        report(.notADate(word), at: node.location)
      }
      if field == .duplicateOf, !ids.contains(word) {
        report(.unknownInput(word, known: ids), at: node.location)
      }
      return .field(field, word)
    }
  }

  /// Pieces of a text: at least one, and none empty.
  private mutating func readPieces(_ entry: ConfigNode.Entry) -> [String]? {
    guard let pieces = readTexts(entry) else { return nil }
    if pieces.isEmpty || pieces.contains("") {
      report(.nothingToLookFor(key: entry.key), at: entry.value.location)
    }
    return pieces
  }

  /// A list of texts; one text may stand for a list of one.
  private mutating func readTexts(_ entry: ConfigNode.Entry) -> [String]? {
    if let text = entry.value.scalar { return [text] }
    guard case .list(let nodes) = entry.value.value else {
      reportType("a list of texts", entry.value, key: entry.key, example: "[one, two]")
      return nil
    }
    return nodes.compactMap { text($0, key: entry.key) }
  }

  private mutating func readEntities(_ node: ConfigNode) -> [DefinitionTest.Entity]? {
    let takes = "a list of labels, each with words of the text"
    let example = "[{ PERSON: Lisa Hogan }]"
    guard case .list(let nodes) = node.value else {
      reportType(takes, node, key: "entities", example: example)
      return nil
    }
    return nodes.compactMap { node in
      guard let entries = node.entries, let label = entries.first(where: { $0.key != "value" }) else {
        reportType(takes, node, key: "entities", example: example)
        return nil
      }
      reportUnknownKeys(entries, known: [label.key, "value"], place: "an entity")
      if let labels, !labels.contains(label.key) {
        report(.labelOfNoStage(label.key, known: labels), at: label.keyLocation)
      }
      guard let words = text(label.value, key: label.key) else { return nil }
      let value = node["value"].flatMap { text($0, key: "value") }
      return DefinitionTest.Entity(label: label.key, text: words, value: value)
    }
  }

  mutating func readClusters(_ node: ConfigNode, _ ids: [String]) -> [[String]]? {
    let takes = "a list of clusters, each a list of ids"
    let example = "[[a, b], [c]]"
    guard case .list(let nodes) = node.value else {
      reportType(takes, node, key: "clusters", example: example)
      return nil
    }
    var seen: Set<String> = []
    return nodes.map { cluster in
      guard case .list(let members) = cluster.value else {
        reportType(takes, cluster, key: "clusters", example: example)
        return []
      }
      return members.compactMap { member in
        guard let id = text(member, key: "clusters") else { return nil }
        if !ids.contains(id) {
          report(.unknownInput(id, known: ids), at: member.location)
        } else if !seen.insert(id).inserted {
          report(.repeatedInCluster(id), at: member.location)
        }
        return id
      }
    }
  }

  mutating func readMetadata(_ node: ConfigNode) -> [JSONValue.Member] {
    guard let entries = node.entries else {
      reportType("names and values", node, key: "metadata", example: "{ desk: local }")
      return []
    }
    return entries.map { JSONValue.Member($0.key, $0.value.jsonValue) }
  }
}

extension ConfigNode {
  /// The value as JSON; plain scalars that are numbers or `true` are those, as in the core schema of YAML 1.2.
  var jsonValue: JSONValue {
    switch value {
    case .null: return .null
    case .list(let nodes): return .array(nodes.map(\.jsonValue))
    case .map(let entries): return .object(entries.map { .init($0.key, $0.value.jsonValue) })
    case .scalar(let text, let isPlain):
      guard isPlain else { return .string(text) }
      if text == "true" || text == "false" { return .bool(text == "true") }
      let isDecimal = text.utf8.allSatisfy { $0.isASCIIDigit || "+-.eE".utf8.contains($0) }
      return isDecimal && Double(text)?.isFinite == true ? .number(text) : .string(text)
    }
  }
}
