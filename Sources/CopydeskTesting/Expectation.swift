import Copydesk

/// Starts to say what a document must be after a stage.
///
/// ```swift
/// let document = try run(Clean.self, on: Document(page))
/// try expect(document).kept().text("Rivers rose on Monday.").removed("Share this:", rule: "footer.share")
/// ```
///
/// Each of these returns the expectation, so that they can be chained, and throws where it does not hold: the error
/// says what was expected, what there is, and on which line of the test. It works with any test library.
public func expect(
  _ document: Document, file: StaticString = #fileID, line: Int = #line
) -> Expectation {
  Expectation(document: document, place: "\(file):\(line)")
}

/// What a document must be. Made by ``expect(_:file:line:)``.
public struct Expectation: Sendable {
  let document: Document
  let place: String

  /// The document goes on.
  @discardableResult
  public func kept() throws -> Expectation {
    try require(document.verdict.isKept, "the document to be kept", shown(document.verdict))
  }

  /// The document was taken out.
  /// - Parameter rule: the rule that its trail must name for it.
  @discardableResult
  public func dropped(rule: String? = nil) throws -> Expectation {
    guard case .dropped = document.verdict else {
      throw failure("the document to be dropped", shown(document.verdict))
    }
    guard let rule else { return self }
    return try require(
      document.trail.entries.contains { $0.action == .dropped && $0.rule == rule },
      "the document to be dropped by the rule \(rule)", trailLines.joined(separator: "\n"))
  }

  /// The document was found to repeat another, whether it is kept or not.
  @discardableResult
  public func duplicate(of other: String) throws -> Expectation {
    try require(
      document.duplicateOf == other, "a duplicate of \"\(other)\"",
      document.duplicateOf.map { "a duplicate of \"\($0)\"" } ?? "no duplicate")
  }

  /// The text is this one.
  @discardableResult
  public func text(_ expected: String) throws -> Expectation {
    try require(document.text.string == expected, "the text\n\(expected)", document.text.string)
  }

  /// A part of the source was taken out.
  /// - Parameters:
  ///   - text: that part as it stands in the source.
  ///   - rule: the rule that the trail must name for it.
  @discardableResult
  public func removed(_ text: String, rule: String? = nil) throws -> Expectation {
    let isThere = document.trail.entries.contains { entry in
      entry.action == .removed && sourceText(entry) == text && (rule == nil || entry.rule == rule)
    }
    return try require(
      isThere, "\"\(text)\" to be removed" + (rule.map { " by the rule \($0)" } ?? ""),
      trailLines.joined(separator: "\n"))
  }

  /// A name or a figure was found.
  /// - Parameters:
  ///   - text: it as it stands in the text.
  ///   - label: what kind of thing it is.
  ///   - value: its value in a normal form; any, where nil.
  @discardableResult
  public func found(_ text: String, _ label: Entity.Label, value: String? = nil) throws -> Expectation {
    let isThere = document.entities.contains { entity in
      document.text[entity.span] == text && entity.label == label && (value == nil || entity.value == value)
    }
    return try require(
      isThere, "the entity \(label.rawValue) \"\(text)\"" + (value.map { " with the value \($0)" } ?? ""),
      entityLines.joined(separator: "\n"))
  }

  /// The entities are these and no others, each as its label, a blank and its text: `PLACE Geneva`.
  @discardableResult
  public func entities(_ expected: [String]) throws -> Expectation {
    try require(
      entityLines == expected, "the entities\n" + expected.joined(separator: "\n"),
      entityLines.joined(separator: "\n"))
  }

  /// The summary consists of these sentences.
  @discardableResult
  public func summary(_ expected: [String]) throws -> Expectation {
    let sentences = document.summary?.sentences.map { document.text[$0] } ?? []
    return try require(
      sentences == expected, "the summary\n" + expected.joined(separator: "\n"),
      sentences.joined(separator: "\n"))
  }

  /// The trail consists of these decisions, each as its action, a blank and its rule: `removed footer.share`.
  @discardableResult
  public func trail(_ expected: [String]) throws -> Expectation {
    let lines = document.trail.entries.map { "\($0.action.rawValue) \($0.rule)" }
    return try require(
      lines == expected, "the trail\n" + expected.joined(separator: "\n"), lines.joined(separator: "\n"))
  }

  // MARK: What there is, in words

  private func sourceText(_ entry: TrailEntry) -> String? {
    guard let span = entry.source, document.source.span.contains(span) else { return nil }
    let shift = document.source.bytes.startIndex - document.source.span.start
    return String(decoding: document.source.bytes[span.shifted(by: shift).range], as: UTF8.self)
  }

  private var trailLines: [String] {
    document.trail.entries.map { entry in
      "\(entry.action.rawValue) \(entry.rule)" + (sourceText(entry).map { " \"\($0)\"" } ?? "")
    }
  }

  private var entityLines: [String] {
    document.entities.map { "\($0.label.rawValue) \(document.text[$0.span])" }
  }

  private func shown(_ verdict: Verdict) -> String {
    switch verdict {
    case .kept: "it is kept"
    case .dropped(let reason): "it is dropped: \(reason)"
    case .duplicate(let other, _): "it repeats \"\(other)\""
    case .failed(let failure): "it failed: \(failure.message)"
    }
  }

  private func require(_ holds: Bool, _ expected: String, _ found: String) throws -> Expectation {
    guard holds else { throw failure(expected, found) }
    return self
  }

  private func failure(_ expected: String, _ found: String) -> ExpectationFailure {
    ExpectationFailure(place: place, expected: expected, found: found.isEmpty ? "(nothing)" : found)
  }
}

/// An expectation that did not hold.
public struct ExpectationFailure: Error, Equatable, CustomStringConvertible {
  /// The file and the line of the test.
  public let place: String
  /// What the test expects.
  public let expected: String
  /// What there is.
  public let found: String

  public var description: String {
    "\(place): expected \(Self.indented(expected, first: false))\n  but found\n\(Self.indented(found))"
  }

  private static func indented(_ text: String, first: Bool = true) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
      index == 0 && !first ? String(line) : "    \(line)"
    }.joined(separator: "\n")
  }
}
