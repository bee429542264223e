import Copydesk
import Testing

@testable import Files

/// Which records count as written by Copydesk, whose findings are made anew.
struct OwnRecordTests {
  private func read(_ line: String) throws -> Document {
    let folder = try TemporaryFolder(["r.jsonl": line])
    return try source().documents([folder.path])[0]
  }

  @Test(arguments: [
    #"{"id":"a","schema":1,"summary":"S","source":"Reuters","trail":"hiking","text":"Rain fell."}"#,
    #"{"schema":2,"id":"a","summary":"S","source":"Reuters","trail":"hiking","text":"Rain fell."}"#,
    #"{"schema":2,"id":"a","source":{"name":"Reuters"},"summary":"S","trail":"hiking","text":"Rain fell."}"#,
    #"{"schema":7,"trail":[1,2],"source":{"path":"abc"},"summary":"S","text":"Rain fell."}"#,
  ])
  func aSchemaOfOthersCostsARecordNoField(line: String) throws {
    let names = Set(try read(line).metadata.fields.map(\.name))
    #expect(names == ["schema", "summary", "source", "trail"])
  }

  @Test func whatCopydeskWroteIsKnownInAnyOrder() throws {
    var document = Document(
      id: #"a"\"#, source: DocumentSource(bytes: Array("Rain fell.".utf8)), text: Text("Rain fell."))
    document.metadata["k"] = 1
    let record = String(decoding: document.record(), as: UTF8.self)
    #expect(OwnRecord.isOne(Array(record.utf8)[...]))
    #expect(try read(record).metadata.fields.map(\.name) == ["k"])
    let sorted =
      #"{"id":"a","schema":1,"source":{"end":9,"path":"a","start":0},"text":"Rain fell.","trail":[]}"#
    #expect(try read(sorted).metadata.isEmpty)
  }

  private static func withFindings() -> Document {
    var document = Document("Zoë left. “Anna Berg” stayed in Lorn. Rain fell. Anna sang.", id: "a")
    let text = document.text.string
    func span(_ part: String) -> Span {
      let start =
        text.utf8.count - (text.ranges(of: part).last.map { text[$0.lowerBound...].utf8.count } ?? 0)
      return Span(start, start + part.utf8.count)
    }
    var person = Entity(span("Anna Berg"), .person)
    person.id = "e2"
    person.title = "Ms"
    person.confidence = 0.5
    var place = Entity(span("Lorn"), .place, value: "x")
    place.id = "list-7"
    document.setEntities(
      [Entity(Span(0, 4), .person), person, place],
      names: [
        EntityName(id: "e2", label: .person, name: "Anna Berg"),
        EntityName(id: "list-7", label: .place, name: "Lorn"),
      ])
    document.summary = Summary(sentences: [span("Rain fell."), Span(0, 10)], method: "lead")
    document.trail.append(TrailEntry(.noted, rule: "test"))
    return document
  }

  /// In the order of Copydesk, and in another.
  @Test(arguments: [false, true]) func whatWasFoundIsReadAgain(isSorted: Bool) throws {
    let document = Self.withFindings()
    var line = String(decoding: document.record(includeProvenance: true), as: UTF8.self)
    if isSorted {
      guard case .object(let members) = try JSONReader.value(Array(line.utf8)[...]) else { return }
      var json = JSONWriter()
      json.value(.object(members.sorted { $0.name < $1.name }))
      line = String(decoding: json.bytes, as: UTF8.self)
    }
    #expect(OwnRecord.isOne(Array(line.utf8)[...]) != isSorted)
    let again = try read(line)
    #expect(again.entities == document.entities && again.names == document.names)
    #expect(again.summary?.sentences == document.summary?.sentences)
    #expect(again.metadata.isEmpty && again.trail.entries.isEmpty)
  }

  @Test(arguments: [
    ("Anna Berg” stayed", "Anna Berk” stayed", ["entities", "names"]),
    ("Rain fell. Anna", "Rain feel. Anna", ["summary", "summary_sentences"]),
    ("Zoë left", "Zo left", ["entities", "names", "summary", "summary_sentences"]),
    ("\"start\":0", "\"start\":-1", ["entities", "names", "summary", "summary_sentences"]),
    ("\"label\":\"PLACE\"", "\"label\":7", ["entities", "names"]),
    ("Anna sang.", "", []),
  ])
  func whatIsNotOfTheTextStaysMetadata(_ part: String, _ other: String, _ names: [String]) throws {
    let line = String(decoding: Self.withFindings().record(), as: UTF8.self)
    let again = try read(line.replacing(part, with: other))
    #expect(again.metadata.fields.map(\.name).sorted() == names)
    #expect(again.entities.isEmpty == names.contains("entities"))
    #expect((again.summary == nil) == names.contains("summary"))
  }

  @Test func findingsOfAnyKindLieInTheTextOrAreNotTaken() throws {
    let line = String(decoding: Self.withFindings().record(), as: UTF8.self)
    var generator = SeededGenerator(seed: 5)
    let digits = line.indices.filter { line[$0].isASCII && line[$0].isNumber }
    var count = 0
    for _ in 0..<300 {
      var changed = line
      for _ in 0..<3 {
        guard let place = digits.randomElement(using: &generator) else { continue }
        changed.replaceSubrange(place...place, with: "\(Int.random(in: 0...9, using: &generator))")
      }
      // A number that begins with 0 is none.
      guard let document = try? read(changed) else { continue }
      count += 1
      _ = document.record(includeProvenance: true)
      let spans = document.entities.map(\.span) + (document.summary?.sentences ?? [])
      #expect(
        spans.allSatisfy { span in
          span.end <= document.text.count
            && firstInvalidUTF8(in: Array(document.text.utf8[span.range])) == nil
        }, "\(changed)")
    }
    #expect(count > 100)
  }

  @Test func aLineThatIsCutOffAnywhereIsNoneOfOurs() {
    let line = Array(#"{"schema":1,"id":"a\"b","source":{"path":"x"#.utf8)
    for end in 0..<(line.count - 1) { #expect(!OwnRecord.isOne(line[..<end])) }
    #expect(!OwnRecord.isOne(Array(#"{"schema":1,"id":"a\"#.utf8)[...]))
  }
}
