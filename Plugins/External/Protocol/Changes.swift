import Copydesk

/// The changes that an answer asks for, checked.
struct Changes {
  private let declaration: ComponentDeclaration
  private let offsets: ByteOffsets
  private var texts: [(field: DocumentField, value: String?)] = []
  private var published: PublicationDate??
  private var rewritten: [TextEdit]?
  private var edits: [TextEdit] = []
  private var removals: [Removal] = []
  private var entities: [Entity]?
  private var summary: Summary??
  private var metadata: [JSONValue.Member] = []
  private var notes: [TrailEntry] = []
  private var drop: (rule: String, reason: String, measured: Double?, limit: Double?)?

  init(reading answer: Answer, _ document: Document) throws(Failure) {
    declaration = answer.declaration
    offsets = ByteOffsets(document.text)
    let json = answer.json
    try readText(json, document)
    try readFields(json)
    // What is found is found in the text that the program made, where it made one.
    let target = json["text"]?.string.map { Text($0) }
    let places = target.map { ByteOffsets($0) } ?? offsets
    try readEntities(json["entities"], places)
    try readSummary(json["summary_sentences"], places, method: answer.stage)
    try readMetadata(json["metadata"])
    try readNotes(json["notes"], document.text)
    try readDrop(json["drop"])
  }

  // MARK: Reading

  private func allow(_ field: DocumentField, _ name: String) throws(Failure) {
    guard declaration.writes.contains(field) else {
      throw Answer.invalid(
        "it changes \"\(name)\"", help: "the program must declare \"\(field.rawValue)\" among its writes")
    }
  }

  private mutating func readText(_ json: JSONValue, _ document: Document) throws(Failure) {
    let given = ["text", "remove", "replace"].filter { json[$0] != nil }
    guard let first = given.first else { return }
    guard given.count == 1 || !given.contains("text") else {
      throw Answer.invalid(
        "it has both \"text\" and \"\(given[1])\"", help: "a text as a whole, or spans of it")
    }
    try allow(.text, first)
    if let text = json["text"] {
      guard let text = text.string else { throw Answer.invalid("\"text\" is not a string") }
      rewritten = TextDifference.edits(from: document.text, to: Array(text.utf8), rule: "rewritten")
    }
    for item in try list(json["remove"], "remove") {
      let span = try span(item, "remove", offsets)
      guard !span.isEmpty else { continue }
      removals.append(
        Removal(
          span, rule: try rule(item, "removed", "remove"), measured: item["measured"]?.double,
          limit: item["limit"]?.double))
    }
    for item in try list(json["replace"], "replace") {
      guard let text = item["text"]?.string else { throw Answer.invalid("\"replace\" needs a \"text\" each") }
      edits.append(
        TextEdit(
          span: try span(item, "replace", offsets), replacement: text,
          rule: try rule(item, "replaced", "replace")))
    }
    edits.sort { $0.span < $1.span }
    for (edit, next) in zip(edits, edits.dropFirst()) where edit.span.end > next.span.start {
      throw Answer.invalid("two of \"replace\" overlap")
    }
    if !edits.isEmpty, !removals.isEmpty {
      // One list of edits, so that all spans are of the text that was sent.
      edits += removals.map { TextEdit(span: $0.span, replacement: "", rule: $0.rule) }
      edits.sort { $0.span < $1.span }
      removals = []
      for (edit, next) in zip(edits, edits.dropFirst()) where edit.span.end > next.span.start {
        throw Answer.invalid("\"remove\" and \"replace\" overlap")
      }
    }
  }

  private mutating func readFields(_ json: JSONValue) throws(Failure) {
    for field in [DocumentField.title, .byline, .section, .language, .published] {
      guard let value = json[field.rawValue] else { continue }
      try allow(field, field.rawValue)
      let text = value.string
      guard text != nil || value == .null else {
        throw Answer.invalid("\"\(field.rawValue)\" is not a string")
      }
      guard field == .published else {
        texts.append((field, text))
        continue
      }
      let date = text.flatMap(PublicationDate.init(iso8601:))
      guard date != nil || text == nil else {
        throw Answer.invalid(
          "\"published\" is not a date", help: "write it as 2018-04-23, or with a time after a T")
      }
      published = .some(date)
    }
  }

  private mutating func readEntities(_ json: JSONValue?, _ places: ByteOffsets) throws(Failure) {
    guard let json else { return }
    try allow(.entities, "entities")
    var found: [Entity] = []
    for item in try list(json, "entities") {
      let span = try span(item, "entities", places)
      guard let label = item["label"]?.string, !label.isEmpty else {
        throw Answer.invalid("\"entities\" needs a \"label\" each")
      }
      guard !span.isEmpty else { throw Answer.invalid("an entity without text") }
      found.append(Entity(span, Entity.Label(rawValue: label), value: item["value"]?.string))
    }
    entities = found
  }

  private mutating func readSummary(
    _ json: JSONValue?, _ places: ByteOffsets, method: String
  ) throws(Failure) {
    guard let json else { return }
    try allow(.summary, "summary_sentences")
    var sentences: [Span] = []
    for item in try list(json, "summary_sentences") {
      sentences.append(try span(item, "summary_sentences", places))
    }
    summary = .some(sentences.isEmpty ? nil : Summary(sentences: sentences.sorted(), method: method))
  }

  private mutating func readMetadata(_ json: JSONValue?) throws(Failure) {
    guard let json else { return }
    try allow(.metadata, "metadata")
    guard case .object(let members) = json else { throw Answer.invalid("\"metadata\" is no object") }
    metadata = members
  }

  private mutating func readNotes(_ json: JSONValue?, _ text: Text) throws(Failure) {
    for item in try list(json, "notes") {
      var entry = TrailEntry(.noted, rule: try rule(item, "", "notes"))
      if item["start"] != nil { entry.source = text.source(of: try span(item, "notes", offsets)) }
      if let field = item["field"]?.string {
        entry.action = .lifted
        entry.field = field
      }
      entry.measured = item["measured"]?.double
      entry.limit = item["limit"]?.double
      notes.append(entry)
    }
  }

  private mutating func readDrop(_ json: JSONValue?) throws(Failure) {
    guard let json, json != .null else { return }
    guard let reason = json.string ?? json["reason"]?.string, !reason.isEmpty else {
      throw Answer.invalid(
        "\"drop\" needs a reason", help: "\"drop\": {\"rule\": \"too_short\", \"reason\": \"12 words\"}")
    }
    drop = (
      try rule(json, "dropped", "drop"), reason, json["measured"]?.double, json["limit"]?.double
    )
  }

  private func list(_ json: JSONValue?, _ name: String) throws(Failure) -> [JSONValue] {
    guard let json, json != .null else { return [] }
    guard let elements = json.elements else { throw Answer.invalid("\"\(name)\" is no list") }
    return elements
  }

  private func span(_ json: JSONValue, _ name: String, _ offsets: ByteOffsets) throws(Failure) -> Span {
    guard let start = json["start"]?.wholeNumber, let end = json["end"]?.wholeNumber else {
      throw Answer.invalid("\"\(name)\" needs a \"start\" and an \"end\" each")
    }
    guard start <= end, let low = offsets[start], let high = offsets[end] else {
      throw Answer.invalid(
        "a span of \"\(name)\", \(start) to \(end), does not lie in the text of \(offsets.count) characters",
        help: "spans count Unicode scalars from 0, as Python strings do; the end is not part of it")
    }
    return Span(low, high)
  }

  private func rule(_ json: JSONValue, _ standard: String, _ name: String) throws(Failure) -> String {
    let rule = json["rule"]?.string ?? standard
    guard !rule.isEmpty else { throw Answer.invalid("\"\(name)\" needs a \"rule\" each") }
    return rule
  }

  // MARK: Making

  func make(on document: inout Document) {
    for (field, value) in texts {
      switch field {
      case .title: document.title = value
      case .byline: document.byline = value
      case .section: document.section = value
      default: document.language = value
      }
    }
    if let published { document.published = published }
    // What a new text brings with it lies in the new text; else all lies in the old one and moves with it.
    if let rewritten { document.make(rewritten) }
    if let entities { document.setEntities(entities) }
    if let summary { document.summary = summary }
    document.make(edits)
    document.remove(removals)
    for member in metadata { document.metadata[member.name] = member.value == .null ? nil : member.value }
    for note in notes { document.trail.append(note) }
    if let drop {
      document.drop(rule: drop.rule, reason: drop.reason, measured: drop.measured, limit: drop.limit)
    }
  }
}
