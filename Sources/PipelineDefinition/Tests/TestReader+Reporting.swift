import Copydesk

extension TestReader {
  mutating func report(_ problem: TestProblem, at location: SourceLocation) {
    problems.append(problem.diagnostic(at: location))
  }

  mutating func report(_ problem: some DefinitionProblem, at location: SourceLocation) {
    problems.append(problem.diagnostic(at: location))
  }

  mutating func reportType(_ takes: String, _ node: ConfigNode, key: String, example: String) {
    let problem = TestProblem.wrongType(key, takes: takes, found: node.kindDescription, example: example)
    report(problem, at: node.location)
  }

  mutating func reportUnknownKeys(_ entries: [ConfigNode.Entry], known: [String], place: String) {
    for entry in entries where !known.contains(entry.key) {
      report(DocumentProblem.unknownKey(entry.key, known: known, place: place), at: entry.keyLocation)
    }
  }

  mutating func text(_ node: ConfigNode, key: String) -> String? {
    if node.scalar == nil { reportType("text", node, key: key, example: "\(key): …") }
    return node.scalar
  }
}
