import Copydesk
import Testing

@Suite struct TextTests {
  @Test func invalidUTF8IsRefusedWithItsPlace() {
    #expect(throws: InvalidUTF8(offset: 12)) {
      try Text(validating: [0x61, 0x62, 0xE9, 0x20], sourceStart: 10)
    }
    #expect(throws: InvalidUTF8.self) { try Text(validating: [0xED, 0xA0, 0x80]) }
    #expect(throws: InvalidUTF8.self) { try Text(validating: [0xC0, 0x80]) }
    #expect(throws: InvalidUTF8.self) { try Text(validating: [0xF4, 0x90, 0x80, 0x80]) }
    #expect(throws: InvalidUTF8.self) { try Text(validating: Array("abcdefgh".utf8) + [0xE2, 0x82]) }
  }

  @Test func validationAgreesWithTheStandardLibrary() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
        [
          0x61, 0x80, 0xBF, 0xC2, 0xC3, 0xE0, 0xE2, 0xED, 0xF0, 0xF4, 0xA0, 0x9F,
          UInt8.random(in: 0...255, using: &random),
        ]
        .randomElement(using: &random) ?? 0
      }
      #expect((firstInvalidUTF8(in: bytes) == nil) == (String(validating: bytes, as: UTF8.self) != nil))
    }
  }

  @Test func aBuilderKeepsTheWayBackToTheSource() throws {
    let text = try Text(validating: Array("Tom &amp; Jerry <b>run</b>".utf8), sourceStart: 100)
    var builder = Text.Builder(editing: text)
    builder.copy(Span(0, 4))
    builder.replace(Span(4, 9), with: "&")
    builder.copy(Span(9, 16))
    builder.insert("\n")
    builder.copy(Span(19, 22))
    let edited = builder.finish()
    #expect(edited.string == "Tom & Jerry \nrun")
    #expect(edited.source(of: Span(4, 5)) == Span(104, 109))
    #expect(edited.source(of: Span(6, 11)) == Span(110, 115))
    #expect(edited.source(of: Span(13, 16)) == Span(119, 122))
    #expect(edited.source(of: Span(12, 13)).isEmpty)
    #expect(edited.map.sources(of: edited.span) == [Span(100, 116), Span(119, 122)])
  }

  @Test func aTextCopiedInPiecesIsTheTextAndLeadsBackTheSameWay() throws {
    var random = SeededGenerator(seed: 5)
    var builder = Text.Builder(editing: try Text(validating: Array("a&amp;b\nc".utf8), sourceStart: 50))
    builder.copy(Span(0, 1))
    builder.replace(Span(1, 6), with: "&")
    builder.copy(Span(6, 9))
    let text = builder.finish()
    for _ in 0..<50 {
      var pieces = Text.Builder(editing: text)
      var end = 0
      while end < text.count {
        let next = Int.random(in: end...text.count, using: &random)
        pieces.copy(Span(end, next))
        end = next
        #expect(pieces.count == end)
        #expect(pieces.lastByte == (end == 0 ? nil : text.utf8[end - 1]))
      }
      let copy = pieces.finish()
      #expect(copy == text)
      #expect(copy.map == text.map)
    }
  }

  @Test func everyByteLeadsBackToItselfThroughAnyNumberOfRemovals() throws {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      let original = Array(random.newsLikeText().utf8)
      var document = Document(
        id: "x", source: DocumentSource(bytes: original), text: try Text(validating: original))
      for _ in 0..<4 where document.text.count > 2 {
        let starts = document.text.utf8.indices.filter { !document.text.utf8[$0].isUTF8Continuation }
        let a = starts.randomElement(using: &random) ?? 0
        let b = starts.randomElement(using: &random) ?? 0
        document.remove(Span(min(a, b), max(a, b)), rule: "test")
      }
      for index in document.text.utf8.indices {
        let source = document.text.source(of: Span(index, index + 1))
        #expect(source.count == 1)
        #expect(original[source.start] == document.text.utf8[index])
      }
    }
  }

  @Test func removalsMoveEntitiesAndSummaryWithTheirText() {
    var document = Document("Like this: Damascus fell. Aleppo too.")
    document.setEntities([Entity(Span(11, 19), .place), Entity(Span(26, 32), .place)])
    document.summary = Summary(sentences: [Span(11, 25), Span(26, 37)], method: "lead")
    document.remove([Removal(Span(0, 11), rule: "footer"), Removal(Span(26, 37), rule: "x")])
    #expect(document.text.string == "Damascus fell. ")
    #expect(document.entities.map { document.text[$0.span] } == ["Damascus"])
    #expect(document.summary?.string(in: document.text) == "Damascus fell.")
    #expect(document.trail.entries.map(\.source) == [Span(0, 11), Span(26, 37)])
  }

  @Test func anEntityMovesWithItsTextThroughAnyRemovalsAndGoesWhereItLosesBytes() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<500 {
      var document = Document(String((0..<60).map { Character(Unicode.Scalar(UInt8(0x41 + $0))) }))
      func span() -> Span {
        let start = Int.random(in: 0..<60, using: &random)
        return Span(start, Int.random(in: (start + 1)...min(60, start + 9), using: &random))
      }
      var taken: [Span] = []
      for start in stride(from: 0, to: 60, by: 6) { taken.append(Span(start, start + 3)) }
      document.setEntities(taken.map { Entity($0, .place) })
      let removed = (0..<Int.random(in: 1...6, using: &random)).map { _ in span() }
      let kept = taken.filter { entity in !removed.contains { $0.overlaps(entity) } }
      let names = kept.map { document.text[$0] }
      document.remove(removed.map { Removal($0, rule: "test") })
      #expect(document.entities.map { document.text[$0.span] } == names, "\(removed)")
    }
  }

  @Test func overlappingRemovalsAreOneCutWithAnEntryEach() {
    var document = Document("0123456789")
    document.remove([Removal(Span(4, 8), rule: "b"), Removal(Span(2, 6), rule: "a")])
    #expect(document.text.string == "0189")
    #expect(document.trail.entries.map(\.rule) == ["a", "b"])
  }

  @Test func scalarOffsetsCountAsPythonDoes() {
    let text = Text("é🗞️a" + String(repeating: "ü", count: 200) + "z")
    let offsets = ScalarOffsets(text)
    var byte = 0
    for (number, scalar) in text.string.unicodeScalars.enumerated() {
      #expect(offsets[byte] == number)
      byte += UTF8.width(scalar)
    }
    #expect(offsets[text.count] == text.string.unicodeScalars.count)
  }
}
