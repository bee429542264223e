import Copydesk

/// Makes a document of one line of JSON Lines: its text, and what ``RecordFields`` makes of the rest.
enum RecordParser {
  /// What a run writes of itself: of no use to another.
  private static let ownFields: Set<String> = ["schema", "source", "trail", "verdict", "duplicate_of"]

  /// The document that a loaded item holds.
  /// - Throws: ``Failure``.
  static func document(from item: SourceItem, map: FieldMap = .standard) throws(Failure) -> Document {
    let line = item.bytes ?? []
    let start = item.span?.start ?? 0
    if let offset = firstInvalidUTF8(in: line) { throw Failure(InvalidUTF8(offset: start + offset)) }
    guard line.first(where: { !$0.isASCIISpace }) == UInt8(ascii: "{") else { throw noObject(line, start) }
    let isOwn = OwnRecord.isOne(line)
    let memory = isOwn || map.moved.contains(.text) ? nil : item.context as? TextPlaceMemory
    var known: (JSONPath, Reading)?
    if let name = memory?.place { known = try remembered(name, line, start) }
    let (place, read) = if let known { known } else { try found(line, start, isOwn, map, memory) }
    guard let text = read.text else { throw withoutText(read.members, map, start) }
    var members = read.members
    let name = place.root
    // A blank or missing text that another one stands in for tells nothing.
    if place != map.text { members.removeAll { $0.name == map.text.root } }
    if place.isName, members.contains(where: { $0.name == name }) { members.removeAll { $0.name == name } }
    // What Copydesk wrote may come with its fields in another order.
    let wasOwn = !isOwn && OwnRecord.isOne(members)
    if wasOwn { members.removeAll { ownFields.contains($0.name) } }
    let findings = isOwn || wasOwn ? OwnFindings(takenFrom: &members, of: text) : nil
    let fields: RecordFields
    do { fields = try RecordFields(members, map: map, isOwn: isOwn || wasOwn) } catch {
      throw Failure(.badRecord, error.message, help: RecordFields.TooManyFields.help, offset: start)
    }
    let source = DocumentSource(
      path: item.path, span: item.span ?? Span(0, line.count),
      // What Copydesk wrote is text, whatever it begins with.
      format: !isOwn && ContentSniffer.isMarkup(text.utf8[...]) ? .html : .text, bytes: line)
    var document = Document(id: fields.id ?? item.id, source: source, text: text)
    fields.fill(&document)
    findings?.fill(&document)
    return document
  }

  private typealias Reading = (members: [JSONValue.Member], text: Text?)

  /// The record, read with its text under its own name or else under one of elsewhere.
  private static func found(
    _ line: ArraySlice<UInt8>, _ start: Int, _ isOwn: Bool, _ map: FieldMap, _ memory: TextPlaceMemory?
  ) throws(Failure) -> (JSONPath, Reading) {
    let read = try reading(line, text: map.text, start, isOwn)
    guard read.text?.isBlank ?? true, let other = familiarText(in: read.members, map, besides: read.text)
    else {
      // Where both kinds are in a file, none is read in vain for long.
      memory?.place = nil
      return (map.text, read)
    }
    memory?.place = other
    return (JSONPath(other), try reading(line, text: JSONPath(other), start, isOwn))
  }

  /// The record, read with its text where that of the record before was; nil where that is not where it is found
  /// otherwise, so that the order of reading changes nothing.
  private static func remembered(
    _ name: String, _ line: ArraySlice<UInt8>, _ start: Int
  ) throws(Failure) -> (JSONPath, Reading)? {
    let read = try reading(line, text: JSONPath(name), start, false)
    guard let text = read.text, !text.isBlank,
      familiarText(in: read.members + [.init(name, .string("x"))], .standard, besides: nil) == name
    else { return nil }
    return (JSONPath(name), read)
  }

  private static func reading(
    _ line: ArraySlice<UInt8>, text place: JSONPath, _ start: Int, _ isOwn: Bool
  ) throws(Failure) -> Reading {
    try reading(from: start) { () throws(MalformedJSON) in
      try JSONReader.record(
        line, text: place, sourceStart: start,
        ignoring: isOwn
          ? { name in ownFields.contains(String(decoding: name, as: UTF8.self)) } : { _ in false })
    }
  }

  /// Where a record whose `text` is missing or blank has one by a name of elsewhere, or by one that differs in capitals.
  /// - Parameter blank: its own text, which any that is not blank goes before.
  private static func familiarText(
    in members: [JSONValue.Member], _ map: FieldMap, besides blank: Text?
  ) -> String? {
    guard !map.moved.contains(.text), !members.contains(where: { $0.name == "text" && $0.value != .null })
    else { return nil }
    let capitals = Capitals(in: members)
    let texts = capitals.around(FamiliarNames.text).lazy.compactMap { name in
      (capitals.values[name] ?? members.last { $0.name == name }?.value)?.string.map {
        (name: name, isBlank: $0.utf8.allSatisfy(\.isASCIISpace))
      }
    }
    return (texts.first { !$0.isBlank } ?? (blank == nil ? texts.first : nil))?.name
  }

  /// The members whose names are those of a text but for capitals.
  private struct Capitals {
    /// Each name once, in order.
    private var names: [(known: String, name: String)] = []
    /// The last value of each.
    private(set) var values: [String: JSONValue] = [:]

    /// - Complexity: O(members), however often a name comes.
    init(in members: [JSONValue.Member]) {
      for member in members {
        guard let known = FamiliarNames.ofText(member.name) else { continue }
        if values.updateValue(member.value, forKey: member.name) == nil { names.append((known, member.name)) }
      }
    }

    /// All names in the order in which they count, with those that are not written with capitals.
    func around(_ plain: [String]) -> [String] {
      guard !names.isEmpty else { return plain }
      return names.filter { $0.known == "text" }.map(\.name) + plain
        + names.filter { $0.known != "text" }.map(\.name)
    }
  }

  private static func withoutText(_ members: [JSONValue.Member], _ map: FieldMap, _ start: Int) -> Failure {
    let name = map.text.root
    guard map.text.isName else {
      return Failure(
        .badRecord, "the record has no text at \"\(map.text)\"",
        help: missingHelp(members), offset: start)
    }
    let isThere = members.contains { $0.name == name && $0.value != .null }
    return Failure(
      .badRecord, isThere ? "the record's \"\(name)\" is not a string" : "the record has no \"\(name)\"",
      help: isThere
        ? "each record needs its text as one string" : missingHelp(members),
      offset: start)
  }

  private static func missingHelp(_ members: [JSONValue.Member]) -> String {
    let text = LongestText(in: members)
    if let list = ListOfRecords(in: members), list.characters > text?.characters ?? 0 { return list.help }
    return text?.help ?? unnamedHelp
  }

  private static let unnamedHelp =
    "each record needs its text in a field named \"text\", or name the field it is in: "
    + "input: { fields: { text: NAME } }"

  private static func noObject(_ line: ArraySlice<UInt8>, _ start: Int) -> Failure {
    do throws(Failure) {
      _ = try reading(from: start) { () throws(MalformedJSON) in try JSONReader.value(line) }
    } catch {
      return error
    }
    return Failure(
      .badRecord, "the record is not an object", help: objectHelp,
      offset: start)
  }

  private static func reading<Value>(
    from start: Int, _ body: () throws(MalformedJSON) -> Value
  ) throws(Failure) -> Value {
    do { return try body() } catch {
      throw Failure(
        .malformedJSON, "the record is not JSON: expected \(error.expected)",
        help: wholeLineHelp, offset: start + error.offset)
    }
  }
}

extension Text {
  /// Whether there is nothing but white space.
  fileprivate var isBlank: Bool { utf8.allSatisfy(\.isASCIISpace) }
}
