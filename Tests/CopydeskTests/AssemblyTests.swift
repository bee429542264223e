import Copydesk
import Testing

@Suite struct AssemblyTests {
  @Test func aTextPutTogetherLeadsBackToItsPieces() throws {
    let file = Array("xx<ab>\u{E9}yy".utf8)
    var assembly = Text.Assembly()
    assembly.append(file[3..<5], from: 103)
    assembly.append("é".utf8, insteadOf: Span(106, 107))
    assembly.append(file[8..<10], from: 108)
    #expect(assembly.count == 6)
    let text = try assembly.finish()
    #expect(text.string == "abéyy")
    #expect(text.source(of: Span(0, 2)) == Span(103, 105))
    #expect(text.source(of: Span(2, 4)) == Span(106, 107))
    #expect(text.source(of: text.span) == Span(103, 110))
  }

  @Test func anEmptyTextHasItsPlace() throws {
    var assembly = Text.Assembly()
    assembly.append([][...], from: 70)
    #expect(try assembly.finish().source(of: Span(0, 0)) == Span(70, 70))
  }

  @Test func whatIsNotUTF8IsToldByItsPlaceInTheFile() {
    var assembly = Text.Assembly()
    assembly.append([0x61, 0xC3][...], from: 50)
    assembly.append([0x62][...], from: 90)
    #expect(throws: InvalidUTF8(offset: 51)) { try assembly.finish() }
  }

  @Test func aRecordIsReadButForItsText() throws {
    let line = ArraySlice(#"{"a":{"b":"T\n","c":1},"text":"x","skip":[{"deep":"\u00e9"}],"n":null}"#.utf8)
    let (members, text) = try JSONReader.record(line, text: JSONPath("a.b"), sourceStart: 7) {
      $0.count == 4 && $0[0] == 0x73
    }
    #expect(text?.string == "T\n" && text?.source(of: Span(0, 1)) == Span(18, 19))
    #expect(members.map(\.name) == ["a", "text", "n"])
    #expect(members[0].value == .object([.init("c", 1)]))
    #expect(throws: MalformedJSON.self) {
      try JSONReader.record(#"{"skip":[1,]}"#.utf8.slice, text: JSONPath("t"), sourceStart: 0) { _ in true }
    }
  }

  @Test func longStringsAreWrittenAsShortOnesAre() throws {
    var random = SeededGenerator(seed: 4)
    let pieces = ["a", "some words ", "é", "\n", "\"", "\\", "\u{1}", "\t", "🧦", "\u{1F}"]
    for _ in 0..<400 {
      let plain = Int.random(in: 0...12, using: &random)
      var text = ""
      for _ in 0..<Int.random(in: 0...200, using: &random) {
        text +=
          pieces[
            min(Int.random(in: 0..<(pieces.count + plain), using: &random), pieces.count - 1)
              % (plain == 0 ? pieces.count : 2 + plain % 8)]
      }
      var long = JSONWriter()
      long.string(text.utf8)
      // A character at a time, which is never long.
      var short: [UInt8] = [0x22]
      for scalar in text.unicodeScalars {
        var writer = JSONWriter()
        writer.string(String(scalar).utf8)
        short += writer.bytes.dropFirst().dropLast()
      }
      short.append(0x22)
      #expect(long.bytes == short)
      #expect(try JSONReader.value(long.bytes[...]) == .string(text))
    }
  }

  @Test func theWordSearchFindsWhatABytewiseOneDoes() throws {
    // Every byte at every place of a word, against one look at each byte.
    for special in UInt8.min...UInt8.max {
      for place in 0..<19 {
        var bytes = [UInt8](repeating: 0x61, count: 19)
        bytes[place] = special
        let quoted = [0x22] + bytes + [0x22]
        let isValid = special < 0x80
        guard isValid else { continue }
        let read = try? JSONReader.value(quoted[...])
        let expected = special >= 0x20 && special != 0x22 && special != 0x5C
        #expect((read != nil) == expected || special == 0x5C, "\(special) at \(place)")
        if expected {
          var writer = JSONWriter()
          writer.string(bytes)
          #expect(writer.bytes == quoted)
        } else {
          var writer = JSONWriter()
          writer.string(bytes)
          #expect(try JSONReader.value(writer.bytes[...]) == .string(String(decoding: bytes, as: UTF8.self)))
        }
      }
    }
  }
}

extension String.UTF8View {
  fileprivate var slice: ArraySlice<UInt8> { Array(self)[...] }
}
