import Copydesk

/// What must hold for a stage to work on a document: the `when` of a definition.
///
/// ```yaml
/// - summarize: { sentences: 3 }
///   when: { words: { at_least: 80 }, language: en }
/// ```
///
/// Several conditions in one mapping must all hold.
public indirect enum Condition: Sendable, Hashable {
  /// The number of words lies between two bounds.
  case words(atLeast: Int?, atMost: Int?)
  /// The language is one of these; `en` is also `en-GB`.
  case language([String])
  /// All these fields are filled.
  case has([String])
  /// The text has an entity with one of these labels.
  case label([String])
  /// The source is of one of these formats.
  case format([String])
  /// A field, or a value of the metadata, is as it is asked for.
  case field(String, FieldTest)
  /// All hold.
  case all([Condition])
  /// One of them holds.
  case any([Condition])
  /// It does not hold.
  case not(Condition)

  /// Whether it holds for a document.
  public func holds(for document: Document) -> Bool {
    switch self {
    case .words(let low, let high):
      let words = document.text.wordCount
      return words >= low ?? 0 && words <= high ?? .max
    case .language(let codes):
      // "en" is also "en-GB", but "en-GB" is not all of "en".
      guard let language = document.language?.lowercased() else { return false }
      let primary = LanguageCode.primary(of: language)
      return codes.contains { $0.lowercased() == language || $0.lowercased() == primary }
    case .has(let fields): return fields.allSatisfy { Self.isFilled($0, in: document) }
    case .label(let labels): return document.entities.contains { labels.contains($0.label.rawValue) }
    case .format(let formats): return formats.contains(document.source.format.rawValue)
    case .field("published", let test): return document.published.map { test.holds(for: $0) } ?? false
    case .field(let name, let test): return test.holds(for: Self.value(of: name, in: document))
    case .all(let conditions): return conditions.allSatisfy { $0.holds(for: document) }
    case .any(let conditions): return conditions.contains { $0.holds(for: document) }
    case .not(let condition): return !condition.holds(for: document)
    }
  }

  private static func isFilled(_ field: String, in document: Document) -> Bool {
    switch field {
    case "text": !document.text.isEmpty
    case "entities": !document.entities.isEmpty
    default: value(of: field, in: document).map(isFilled) ?? false
    }
  }

  /// Null, nothing but blanks, an empty list and an empty object say no more than a field that is not there.
  private static func isFilled(_ value: JSONValue) -> Bool {
    switch value {
    case .null: false
    case .string(let text): text.contains { !$0.isWhitespace }
    case .array(let elements): elements.contains(where: isFilled)
    case .object(let members): !members.isEmpty
    case .number, .bool: true
    }
  }

  /// A field of a document, or a value of its metadata, which may be called `metadata.name`, too.
  private static func value(of field: String, in document: Document) -> JSONValue? {
    switch field {
    case "title": document.title.map(JSONValue.string)
    case "byline": document.byline.map(JSONValue.string)
    case "section": document.section.map(JSONValue.string)
    case "published": document.published.map { .string($0.description) }
    case "language": document.language.map(JSONValue.string)
    case "duplicate_of": document.duplicateOf.map(JSONValue.string)
    case "path": .string(document.source.path)
    case "id": .string(document.id)
    case "text": .string(document.text.string)
    case "summary": document.summary.map { .string($0.string(in: document.text)) }
    case "entities": .array(document.entities.map { .string(document.text[$0.span]) })
    default: document.metadata[field] ?? metadata(field, in: document)
    }
  }
}

extension Condition {
  private static let metadataPrefix = "metadata."

  /// A value of the metadata by a name with dots, which may lead into objects: `meta.site`.
  private static func metadata(_ field: String, in document: Document) -> JSONValue? {
    let name = field.hasPrefix(metadataPrefix) ? String(field.dropFirst(metadataPrefix.count)) : field
    if let value = document.metadata[name] { return value }
    let steps = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard steps.count > 1 else { return nil }
    return steps.dropFirst().reduce(document.metadata[steps[0]]) { value, step in
      guard case .object(let members)? = value else { return nil }
      return members.last { $0.name == step }?.value
    }
  }

  /// What a `when` may ask for.
  static let keys = ["all", "any", "field", "format", "has", "label", "language", "not", "words"]
  /// What `has` knows besides the metadata.
  static let fields = [
    "title", "byline", "section", "published", "language", "text", "entities", "summary", "duplicate_of",
  ]

  /// Reads a `when`.
  static func decode(_ node: ConfigNode, _ problems: inout [Diagnostic]) -> Condition? {
    guard let entries = node.entries, !entries.isEmpty else {
      let problem = DocumentProblem.wrongType(
        expected: .conditions, found: node, key: "when")
      problems.append(problem.diagnostic(at: node.location))
      return nil
    }
    // Where one of them is wrong the others are looked at all the same: all mistakes in one run.
    let conditions = entries.compactMap { decode($0, &problems) }
    return conditions.count <= 1 ? conditions.first : .all(conditions)
  }

  private static func decode(_ entry: ConfigNode.Entry, _ problems: inout [Diagnostic]) -> Condition? {
    switch entry.key {
    case "words": return decodeWords(entry.value, &problems)
    case "language": return words(entry, &problems).map(Condition.language)
    case "has": return words(entry, &problems).map(Condition.has)
    case "label": return words(entry, &problems).map(Condition.label)
    case "format": return decodeFormats(entry, &problems)
    case "field": return decodeFields(entry, &problems)
    case "not": return decode(entry.value, &problems).map(Condition.not)
    case "all": return decodeList(entry, &problems).map(Condition.all)
    case "any": return decodeList(entry, &problems).map(Condition.any)
    default:
      problems.append(
        StageProblem.unknownCondition(entry.key, known: keys).diagnostic(at: entry.keyLocation))
      return nil
    }
  }

  struct WordLimits: StageOptions {
    @Option("Fewest words.", range: 0...) var atLeast: Int? = nil
    @Option("Most words.", range: 0...) var atMost: Int? = nil
  }

  private static func decodeWords(_ node: ConfigNode, _ problems: inout [Diagnostic]) -> Condition? {
    var found: [OptionProblem] = []
    let limits = WordLimits.decode(node, &found)
    problems += found.map { $0.diagnostic(stage: "words") }
    return limits.map { .words(atLeast: $0.atLeast, atMost: $0.atMost) }
  }

  private static func decodeFormats(_ entry: ConfigNode.Entry, _ problems: inout [Diagnostic]) -> Condition? {
    guard let formats = words(entry, &problems) else { return nil }
    let known = DocumentSource.Format.allCases.map(\.rawValue)
    for format in formats where !known.contains(format) {
      let place = entry.value.elements.first { $0.scalar == format }?.location ?? entry.value.location
      let mistake = OptionProblem(.notAChoice(found: format, choices: known), at: place)
      problems.append(mistake.diagnostic(stage: "format"))
    }
    return .format(formats)
  }

  private static func decodeFields(_ entry: ConfigNode.Entry, _ problems: inout [Diagnostic]) -> Condition? {
    guard let fields = entry.value.entries, !fields.isEmpty else {
      let problem = DocumentProblem.wrongType(
        expected: .namesWithValues, found: entry.value,
        key: entry.key)
      problems.append(problem.diagnostic(at: entry.value.location))
      return nil
    }
    let tests = fields.compactMap { field in
      FieldTest.decode(field, &problems).map { Condition.field(field.key, $0) }
    }
    guard tests.count == fields.count else { return nil }
    return tests.count == 1 ? tests[0] : .all(tests)
  }

  private static func decodeList(_ entry: ConfigNode.Entry, _ problems: inout [Diagnostic]) -> [Condition]? {
    guard case .list(let nodes) = entry.value.value, !nodes.isEmpty else {
      let problem = DocumentProblem.wrongType(
        expected: .conditionList, found: entry.value, key: entry.key)
      problems.append(problem.diagnostic(at: entry.value.location))
      return nil
    }
    let conditions = nodes.compactMap { decode($0, &problems) }
    return conditions.count == nodes.count ? conditions : nil
  }

  /// One word or a list of words.
  private static func words(_ entry: ConfigNode.Entry, _ problems: inout [Diagnostic]) -> [String]? {
    if let word = entry.value.scalar { return [word] }
    var found: [OptionProblem] = []
    let words = [String].decode(entry.value, &found)
    problems += found.map { $0.diagnostic(stage: entry.key) }
    return words
  }
}
