import Testing

@testable import Copydesk

/// A document that is put aside and taken up again is the same.
@Suite struct StorageTests {
  private func full() throws -> Document {
    let bytes = Array(#"{"text": "A caf\u00e9 opens.\nIt is late."}"#.utf8)
    let string = "A café opens.\nIt is late."
    var builder = Text.Builder(editing: Text(string))
    builder.copy(Span(0, 7))
    builder.insert("\n")
    builder.replace(Span(7, 8), with: "&")
    var document = Document(
      id: "id",
      source: DocumentSource(
        path: "a/b.jsonl", span: Span(7, 7 + bytes.count), format: .html, bytes: bytes[...]),
      text: builder.finish())
    document.title = "Title"
    document.byline = "Someone"
    document.section = "World"
    document.language = "en"
    document.published = PublicationDate(
      year: 2018, month: 4, day: 23, time: .init(hour: 14, minute: 20, offset: -240))
    document.duplicateOf = "other"
    var person = Entity(Span(0, 1), .person)
    (person.id, person.title, person.confidence) = ("e1", "Dr.", 0.75)
    document.setEntities(
      [Entity(Span(2, 7), .place, value: "x"), person],
      names: [EntityName(id: "e1", label: .person, name: "A")])
    document.summary = Summary(sentences: [Span(0, 7)], method: "lead")
    document.metadata["a"] = .array([
      .null, .bool(true), .number("1.50"), .string("é"), .object([.init("k", 1)]),
    ])
    document.metadata["b"] = .object([])
    document.branches = [1: 2, 7: 0]
    document.isWritten = true
    document.filing = .rendered
    document.reading = SourceReading(format: "jsonl", hasBytes: true)
    document.trail.author = StageReference(id: "clean", line: 3, file: "f.yaml")
    document.trail.append(
      TrailEntry(
        .duplicate, rule: "r", source: Span(1, 2), field: "f", measured: 0.25, limit: -1, reference: "o",
        referenceSource: Span(3, 9)))
    var recovered = TrailEntry(.recovered, rule: "n")
    recovered.reason = "no answer"
    document.trail.append(recovered)
    return document
  }

  private func restored(_ document: Document) throws -> Document {
    var store = ByteStore()
    document.store(to: &store)
    var loader = ByteLoader(store.bytes[...])
    return try Document(from: &loader)
  }

  private func described(_ document: Document) -> String {
    var out = ""
    for child in Mirror(reflecting: document).children {
      guard let label = child.label else { continue }
      switch child.value {
      case let text as Text: out += "\(label): \(text.utf8) \(text.map)\n"
      case let branches as [Int: Int]: out += "\(label): \(branches.sorted { $0.key < $1.key })\n"
      default: out += "\(label): \(child.value)\n"
      }
    }
    return out
  }

  @Test func everyFieldComesBack() throws {
    let document = try full()
    #expect(described(try restored(document)) == described(document))
    #expect(try restored(document).record() == document.record())
  }

  @Test func aFieldThatIsAddedMustBeStored() throws {
    // Whoever adds a field to Document adds it to the storage, and then here.
    let fields = Mirror(reflecting: try full()).children.compactMap(\.label)
    #expect(
      fields == [
        "id", "source", "title", "byline", "section", "published", "language", "text", "entities", "names",
        "summary", "metadata", "duplicateOf", "verdict", "branches", "isWritten", "filing", "reading",
        "trail",
      ])
  }

  @Test func everyVerdictComesBack() throws {
    var dropped = try full()
    dropped.drop(rule: "short", reason: "too short", measured: 3, limit: 5)
    var duplicate = try full()
    duplicate.markDuplicate(of: "x", rule: "same", similarity: 0.9)
    var failed = try full()
    failed.fail(
      Failure(.notUTF8, "no", help: "do", offset: 4, stage: "s", isTransient: true))
    for document in [dropped, duplicate, failed, Document("")] {
      #expect(try restored(document).verdict == document.verdict)
      #expect(described(try restored(document)) == described(document))
    }
  }

  @Test func bytesThatAreCutOffAreNoticed() throws {
    var store = ByteStore()
    try full().store(to: &store)
    for length in 0..<store.bytes.count {
      #expect(throws: MalformedStore.self) {
        var loader = ByteLoader(store.bytes[..<length])
        _ = try Document(from: &loader)
      }
    }
  }

  @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 300, Int.max, Int.min]) func numbersComeBack(_ number: Int)
    throws
  {
    var store = ByteStore()
    store.put(number)
    var loader = ByteLoader(store.bytes[...])
    #expect(try loader.int() == number)
  }
}
