import Copydesk

extension StageListReader {
  /// One stage of the list: a bare name, or a name with options and what may stand beside it.
  mutating func stage(_ node: ConfigNode) -> StageNode? {
    if let name = node.scalar { return StageNode(name: name, location: node.location) }
    guard let entries = node.entries else {
      report(StageProblem.malformedStage(found: node.kindDescription), at: node.location)
      return nil
    }
    let names = entries.filter { !StageNode.keys.contains($0.key) }
    guard let name = names.first(where: { catalog[$0.key] != nil }) ?? names.first else {
      report(StageProblem.malformedStage(found: "no name among its keys"), at: node.location)
      return nil
    }
    for other in names where other.key != name.key { reportStray(other, beside: name) }
    var stage = StageNode(name: name.key, location: name.keyLocation)
    stage.options = name.value
    for entry in entries { read(entry, into: &stage) }
    return stage
  }

  /// Reads what stands beside a stage's name.
  mutating func read(_ entry: ConfigNode.Entry, into stage: inout StageNode) {
    switch entry.key {
    case "id":
      stage.idLocation = entry.value.location
      guard let id = entry.value.scalar, !id.isEmpty else {
        report(
          DocumentProblem.wrongType(expected: .text, found: entry.value, key: "id"),
          at: entry.value.location)
        return
      }
      let isName = id.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "_-.#".utf8.contains($0) }
      if !isName || ["input", "output", "route", "with"].contains(id) {
        report(StageProblem.badID(id), at: entry.value.location)
      }
      stage.givenID = id
    case "when":
      stage.condition = Condition.decode(entry.value, &problems)
      stage.conditionNode = entry.value
    case "on_error":
      var found: [OptionProblem] = []
      if let policy = ErrorPolicy.decode(entry.value, &found) { stage.onError = policy }
      stage.onErrorLocation = entry.value.location
      problems += found.map { $0.diagnostic(stage: "on_error") }
    case "retry":
      stage.retry = Retry.decode(entry.value, &problems)
      stage.retryLocation = entry.value.location
    default: break
    }
  }

  /// A key beside a stage's name that is none of ours: another stage, an option at the wrong depth, a
  /// misspelling.
  private mutating func reportStray(_ entry: ConfigNode.Entry, beside name: ConfigNode.Entry) {
    let options = catalog[name.key]?.options.map(\.name) ?? []
    if catalog[entry.key] != nil {
      report(StageProblem.severalStages([name.key, entry.key]), at: entry.keyLocation)
    } else if options.contains(entry.key) {
      report(StageProblem.misplacedOption(entry.key, stage: name.key), at: entry.keyLocation)
    } else {
      report(
        DocumentProblem.unknownKey(entry.key, known: StageNode.keys, place: "a stage"), at: entry.keyLocation)
    }
  }
}

extension Retry {
  struct Fields: StageOptions {
    @Option("How many times at most, after the first attempt.", range: 0...100) var times = 3
    @Option("Seconds before the second attempt; doubled before each one after it.", range: 0...60) var wait =
      1.0
  }

  /// Reads a `retry`: a number of times, or a mapping of `times` and `wait`.
  static func decode(_ node: ConfigNode, _ problems: inout [Diagnostic]) -> Retry? {
    var fields = node
    if node.scalar != nil {
      let entry = ConfigNode.Entry(key: "times", keyLocation: node.location, value: node)
      fields = ConfigNode(.map([entry]), at: node.location)
    }
    var found: [OptionProblem] = []
    let read = Fields.decode(fields, &found)
    problems += found.map { $0.diagnostic(stage: "retry") }
    return read.map { Retry(times: $0.times, wait: $0.wait) }
  }
}
