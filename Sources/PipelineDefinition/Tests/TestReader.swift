import Copydesk

/// Reads the `tests` of a definition, and reports every mistake at its place.
struct TestReader {
  private static let keys = ["name", "input", "file", "inputs", "format", "expect", "clusters"]
  private static let inputKeys = [
    "id", "text", "file", "format", "title", "byline", "section", "published", "language", "metadata",
  ]

  /// The labels of the entities that the stages may find; nil where that is not known.
  let labels: [String]?
  var problems: [Diagnostic] = []

  /// The tests of a definition.
  /// - Parameters:
  ///   - labels: those of the entities that the stages may find; nil where that is not known.
  ///   - problems: gets what is wrong with the tests.
  static func read(
    _ node: ConfigNode?, labels: [String]?, _ problems: inout [Diagnostic]
  ) -> [DefinitionTest] {
    guard let node else { return [] }
    var reader = TestReader(labels: labels)
    defer { problems += reader.problems }
    return reader.readTests(node)
  }

  private mutating func readTests(_ node: ConfigNode) -> [DefinitionTest] {
    guard case .list(let nodes) = node.value else {
      reportType("a list of tests", node, key: "tests", example: "- { name: …, input: …, expect: … }")
      return []
    }
    if nodes.isEmpty { report(.noTests, at: node.location) }
    let tests = nodes.compactMap { readTest($0) }
    var lines: [String: Int] = [:]
    for test in tests {
      if let line = lines[test.name] {
        report(.duplicateName(test.name, firstLine: line), at: test.location)
      }
      lines[test.name] = lines[test.name] ?? test.location.line
    }
    return tests
  }

  private mutating func readTest(_ node: ConfigNode) -> DefinitionTest? {
    guard let entries = node.entries else {
      reportType(
        "tests, each a mapping", node, key: "tests", example: "- { name: …, input: …, expect: … }")
      return nil
    }
    reportUnknownKeys(entries, known: Self.keys, place: "a test")
    let name = node["name"].flatMap { text($0, key: "name") } ?? ""
    if name.isEmpty, node["name"]?.value ?? .null == .null { report(.noName, at: node.location) }
    let inputs = readInputs(of: node)
    let ids = Self.ids(of: node)
    let namesDocuments = node["inputs"] != nil
    var test = DefinitionTest(
      name: name, location: node.location, inputs: inputs, namesDocuments: namesDocuments, expectations: [])
    if let expect = node["expect"], expect.value != .null {
      test.expectations = namesDocuments ? readExpectations(expect, ids) : readExpectation(expect, ids)
    }
    if let clusters = node["clusters"] { test.clusters = readClusters(clusters, ids) }
    if test.expectsNothing, node["expect"]?.value ?? .null == .null {
      report(.expectsNothing, at: node.location)
    }
    return test
  }

  // MARK: Inputs

  private mutating func readInputs(of test: ConfigNode) -> [DefinitionTest.Input] {
    let given = ["input", "file", "inputs"].filter { test[$0] != nil }
    if given.isEmpty { report(.noInput(keys: ["input", "file", "inputs"]), at: test.location) }
    if given.count > 1 {
      report(.severalInputs(given), at: test[given[1]]?.location ?? test.location)
    }
    guard let list = test["inputs"] else {
      guard let content = readContent(of: test, textKey: "input") else { return [] }
      var input = DefinitionTest.Input(id: DefinitionTest.onlyDocument, content: content)
      input.format = readFormat(test["format"], content)
      return [input]
    }
    guard case .list(let nodes) = list.value else {
      reportType("a list of documents", list, key: "inputs", example: "- { id: a, text: … }")
      return []
    }
    if nodes.isEmpty { report(.noInputs, at: list.location) }
    var lines: [String: Int] = [:]
    var inputs: [DefinitionTest.Input] = []
    for (number, node) in nodes.enumerated() {
      guard let input = readInput(node, number: number + 1, format: test["format"]) else { continue }
      if let line = lines[input.id] {
        report(.duplicateInput(input.id, firstLine: line), at: node["id"]?.location ?? node.location)
      }
      lines[input.id] = node.location.line
      inputs.append(input)
    }
    return inputs
  }

  /// The ids of the documents, also of those with which something is wrong.
  private static func ids(of test: ConfigNode) -> [String] {
    guard case .list(let nodes) = test["inputs"]?.value else { return [] }
    var ids: [String] = []
    for (index, node) in nodes.enumerated() {
      let id = id(of: node, number: index + 1)
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  private static func id(of input: ConfigNode, number: Int) -> String {
    input["id"]?.scalar ?? input["file"]?.scalar ?? String(number)
  }

  private mutating func readInput(
    _ node: ConfigNode, number: Int, format: ConfigNode?
  ) -> DefinitionTest.Input? {
    guard let entries = node.entries else {
      reportType("documents, each a mapping", node, key: "inputs", example: "- { id: a, text: … }")
      return nil
    }
    reportUnknownKeys(entries, known: Self.inputKeys, place: "an input")
    let given = ["text", "file"].filter { node[$0] != nil }
    if given.isEmpty { report(.noInput(keys: ["text", "file"]), at: node.location) }
    if given.count > 1 { report(.severalInputs(given), at: node["file"]?.location ?? node.location) }
    guard let content = readContent(of: node, textKey: "text") else { return nil }
    if let id = node["id"] { _ = text(id, key: "id") }
    var input = DefinitionTest.Input(id: Self.id(of: node, number: number), content: content)
    input.format = readFormat(node["format"] ?? format, content)
    input.title = node["title"].flatMap { text($0, key: "title") }
    input.byline = node["byline"].flatMap { text($0, key: "byline") }
    input.section = node["section"].flatMap { text($0, key: "section") }
    input.language = node["language"].flatMap { text($0, key: "language") }
    if let published = node["published"], let word = text(published, key: "published") {
      input.published = PublicationDate(iso8601: word)
      if input.published == nil { report(.notADate(word), at: published.location) }
    }
    if let metadata = node["metadata"] { input.metadata = readMetadata(metadata) }
    return input
  }

  private mutating func readContent(of node: ConfigNode, textKey: String) -> DefinitionTest.Input.Content? {
    if let value = node[textKey] { return text(value, key: textKey).map { .text($0) } }
    guard let value = node["file"], let name = text(value, key: "file") else { return nil }
    let path = DefinitionFiles.path(name, from: value.location.file)
    if ["jsonl", "ndjson"].contains(Self.suffix(of: path)) {
      report(.fileOfRecords(name), at: value.location)
    } else if !isReadableFile(path) {
      report(.missingFile(name), at: value.location)
    }
    return .file(path: path)
  }

  private mutating func readFormat(
    _ node: ConfigNode?, _ content: DefinitionTest.Input.Content
  ) -> DocumentSource.Format? {
    guard let node else {
      guard case .file(let path) = content else { return nil }
      switch Self.suffix(of: path) {
      case "html", "htm", "xhtml": return .html
      case "md", "markdown": return .markdown
      default: return nil
      }
    }
    guard let word = text(node, key: "format") else { return nil }
    if let format = DocumentSource.Format(rawValue: word) { return format }
    let choices = DocumentSource.Format.allCases.map(\.rawValue)
    let mistake = OptionProblem(.notAChoice(found: word, choices: choices), at: node.location)
    problems.append(mistake.diagnostic(stage: "format"))
    return nil
  }

  private static func suffix(of path: String) -> String {
    path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() } ?? ""
  }
}
