import Copydesk

/// Writes new expectations into the text of a definition and leaves every other byte as it is: comments, order, line
/// ends. Only what changes is written anew: a single key of `expect` where it stands on a line of its own, else the
/// value that holds it.
///
/// ```swift
/// let text = TestRewriter.rewrite(yaml, file: "news.yaml", revisions)
/// ```
public struct TestRewriter {
  private struct Edit {
    var range: Range<Int>
    var text: String
  }

  private let source: YAMLSource
  private var edits: [Edit] = []

  /// The text with the revisions in it; nil where a test is written in a way that cannot be changed in place, such as
  /// with an anchor.
  public static func rewrite(_ yaml: String, file: String, _ revisions: [TestRevision]) -> String? {
    guard let root = YAMLReader.read(yaml, file: file).node, let list = root["tests"],
      case .list(let tests) = list.value
    else { return nil }
    var rewriter = TestRewriter(source: YAMLSource(yaml))
    do {
      for revision in revisions {
        guard let test = tests.first(where: { $0.location == revision.location }) else { return nil }
        try rewriter.revise(test, revision)
      }
    } catch { return nil }
    return rewriter.result
  }

  private var result: String {
    var out = ""
    var position = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      out += source.text(position..<edit.range.lowerBound) + edit.text
      position = edit.range.upperBound
    }
    return out + source.text(position..<source.scalars.count)
  }

  // MARK: Tests

  private mutating func revise(_ test: ConfigNode, _ revision: TestRevision) throws {
    let isFlow = try isFlow(test)
    if !revision.changed.isEmpty {
      try set("expect", in: test, isFlow, to: Self.expect(revision, of: test)) { rewriter, entry in
        try rewriter.reviseExpect(entry, revision, namesDocuments: test["inputs"] != nil)
      }
    }
    if let clusters = revision.clusters {
      let value = YAMLValue.list(clusters.map { .list($0.map { .text($0) }) })
      try set("clusters", in: test, isFlow, to: value)
    }
  }

  private static func expect(_ revision: TestRevision, of test: ConfigNode) -> YAMLValue {
    if test["inputs"] == nil { return revision.expectations.first?.yaml ?? .map([]) }
    return .map(revision.expectations.map { ($0.document, $0.yaml) })
  }

  /// Changes only the keys that are different, where they stand on lines of their own.
  /// - Returns: whether that was possible.
  private mutating func reviseExpect(
    _ entry: ConfigNode.Entry, _ revision: TestRevision, namesDocuments: Bool
  ) throws -> Bool {
    guard try isBlock(entry) else { return false }
    guard namesDocuments else {
      guard let expectation = revision.expectations.first else { return false }
      let changed = revision.changed[expectation.document] ?? []
      return try reviseChecks(entry.value, expectation, changed)
    }
    for expectation in revision.expectations {
      guard let changed = revision.changed[expectation.document], !changed.isEmpty else { continue }
      try set(expectation.document, in: entry.value, false, to: expectation.yaml) { rewriter, document in
        guard try rewriter.isBlock(document) else { return false }
        return try rewriter.reviseChecks(document.value, expectation, changed)
      }
    }
    return true
  }

  private mutating func reviseChecks(
    _ node: ConfigNode, _ expectation: DefinitionTest.Expectation, _ changed: Set<String>
  ) throws -> Bool {
    // A key that goes takes its line along; that is left to writing the whole anew.
    guard changed.allSatisfy({ key in expectation.checks.contains { $0.key == key } }) else { return false }
    for check in expectation.checks where changed.contains(check.key) {
      try set(check.key, in: node, false, to: check.yaml)
    }
    return true
  }

  // MARK: Entries

  /// Gives a key of a mapping a value.
  /// - Parameter inside: tries to change only a part of the value that is there.
  private mutating func set(
    _ key: String, in map: ConfigNode, _ isFlow: Bool, to value: YAMLValue,
    inside: (inout TestRewriter, ConfigNode.Entry) throws -> Bool = { _, _ in false }
  ) throws {
    guard let entry = map.entries?.first(where: { $0.key == key }) else {
      return try insert(key, in: map, isFlow, value)
    }
    let before = edits
    if !isFlow, try inside(&self, entry) { return }
    edits = before
    guard let start = source.offset(entry.keyLocation) else { throw UnmovableValue() }
    let end = try source.end(of: entry, isFlow: isFlow)
    if isFlow {
      return edits.append(Edit(range: start..<end, text: "\(YAMLScalar(key).flow): \(value.flow)"))
    }
    var lines = YAMLValue.lines(of: [(key, value)], indent: source.column(of: start))
    lines[0] = String(lines[0].dropFirst(source.column(of: start)))
    // A comment behind a value of one line stays on the line of the key.
    let lineEnd = source.lineEnd(of: end)
    var last = end
    let rest = source.text(end..<lineEnd)
    if lines.count > 1, rest.contains("#") {
      lines[0] += rest
      last = lineEnd
    }
    edits.append(Edit(range: start..<last, text: lines.joined(separator: source.lineBreak(at: start))))
  }

  private mutating func insert(
    _ key: String, in map: ConfigNode, _ isFlow: Bool, _ value: YAMLValue
  ) throws {
    guard let start = source.offset(map.location) else { throw UnmovableValue() }
    if isFlow {
      var end = try source.bracketEnd(start) - 1
      while end > start + 1, source.scalars[end - 1] == " " { end -= 1 }
      let comma = (map.entries ?? []).isEmpty ? "" : ", "
      return edits.append(Edit(range: end..<end, text: "\(comma)\(YAMLScalar(key).flow): \(value.flow)"))
    }
    let own = (map.entries ?? []).filter { source.offset($0.keyLocation) ?? -1 >= start }
    let last = own.max { (source.offset($0.keyLocation) ?? 0) < (source.offset($1.keyLocation) ?? 0) }
    guard let last else { throw UnmovableValue() }
    let place = source.lineEnd(of: try source.end(of: last, isFlow: false))
    let lines = YAMLValue.lines(of: [(key, value)], indent: source.column(of: start))
    let lineBreak = source.lineBreak(at: place)
    let text = lineBreak + lines.joined(separator: lineBreak)
    edits.append(Edit(range: place..<place, text: text))
  }

  /// Whether a node is written between brackets.
  private func isFlow(_ node: ConfigNode) throws -> Bool {
    guard let start = source.offset(node.location), start < source.scalars.count else {
      throw UnmovableValue()
    }
    return source.scalars[start] == "{"
  }

  /// Whether the value of an entry is a mapping in block style that stands below its key, and not elsewhere, as the
  /// target of an alias does.
  private func isBlock(_ entry: ConfigNode.Entry) throws -> Bool {
    guard let entries = entry.value.entries, !entries.isEmpty, try !isFlow(entry.value) else { return false }
    guard let key = source.offset(entry.keyLocation), let value = source.offset(entry.value.location) else {
      return false
    }
    return value > key && source.scalars[value] != "&"
      && entries.allSatisfy { (source.offset($0.keyLocation) ?? 0) >= value }
  }
}
