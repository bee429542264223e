import Copydesk
import Testing

@Suite struct JSONTests {
  private func value(_ json: String) throws -> JSONValue { try JSONReader.value(ArraySlice(json.utf8)) }

  @Test func valuesComeOutAsTheyWentIn() throws {
    let json = #"{"a":[1,-2.50,1e9,true,false,null],"b":{"é":"x\ny"},"c":"\"\\"}"#
    var writer = JSONWriter()
    writer.value(try value(json))
    #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\" 1}", "{'a':1}", "01", "1.", "nul", "\"a", "\"\\x\"", "\"\u{1}\"", "[1] 2",
    "{\"a\":1,}",
    "+1", "\"\\u12\"", "-",
  ])
  func malformedJSONIsRefused(_ json: String) {
    #expect(throws: MalformedJSON.self) { try value(json) }
  }

  @Test func nestingIsBounded() {
    #expect(throws: MalformedJSON.self) { try value(String(repeating: "[", count: 100_000)) }
  }

  @Test func escapesAndSurrogatesAreDecoded() throws {
    #expect(try value(#""\u00e9\ud83d\uddde\/\b""#) == .string("é🗞/\u{8}"))
    #expect(try value(#""\ud83d!""#) == .string("\u{FFFD}!"))
  }

  @Test func aTextKeepsItsWayBackThroughEscapes() throws {
    let record = #"{"id":"1","text":"One\nTwo “x” \u00e9 end"}"#
    let bytes = ArraySlice(record.utf8)
    let member = try #require(try JSONReader.members(bytes).first { $0.name == "text" })
    let text = try JSONReader.text(bytes, string: member.span, sourceStart: 1_000)
    #expect(text.string == "One\nTwo “x” é end")
    func source(_ word: String) throws -> String {
      let range = try #require(text.string.range(of: word))
      let start = text.string.utf8.distance(from: text.string.startIndex, to: range.lowerBound)
      let span = text.source(of: Span(start, start + word.utf8.count)).shifted(by: -1_000)
      return String(decoding: Array(record.utf8)[span.range], as: UTF8.self)
    }
    #expect(try source("Two") == "Two")
    #expect(try source("é") == #"\u00e9"#)
    #expect(try source("end") == "end")
    #expect(try source("x” é e") == #"x” \u00e9 e"#)
  }

  @Test func stringsOfAnyLengthAreEscapedByteByByte() {
    /// The same, without an eye to speed.
    func escaped(_ text: String) -> String {
      text.unicodeScalars.map { scalar in
        switch scalar {
        case "\"", "\\": "\\\(scalar)"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case _ where scalar.value < 0x20:
          "\\u00" + (scalar.value < 16 ? "0" : "1") + String(scalar.value & 15, radix: 16)
        default: String(scalar)
        }
      }.joined()
    }
    var random = SeededGenerator(seed: 11)
    let pieces = [
      "a", "word", "\"", "\\", "\n", "\r", "\t", "\u{1}", "\u{1F}", "\u{7F}", "é", "🗞", "twelve bytes",
    ]
    for length in [0, 1, 2, 7, 8, 9, 20, 200, 2_000] {
      for kinds in 1...pieces.count {
        let text = (0..<length).map { _ in pieces[Int.random(in: 0..<kinds, using: &random)] }.joined()
        var json = JSONWriter()
        json.object { json in
          json.member("first", text)
          json.name("se\"cond")
          json.string(text.utf8)
        }
        let wanted = "{\"first\":\"\(escaped(text))\",\"se\\\"cond\":\"\(escaped(text))\"}"
        #expect(String(decoding: json.bytes, as: UTF8.self) == wanted)
      }
    }
  }

  @Test func numbersAreWrittenTheSameEverywhere() {
    var writer = JSONWriter()
    writer.array { json in
      for value in [0, 1, 0.5, -0.25, 0.123456, 1.0 / 3, 12, .nan] as [Double] { json.number(value) }
    }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "[0,1,0.5,-0.25,0.1235,0.3333,12,null]")
  }
}

extension String {
  fileprivate func range(of word: String) -> Range<Index>? { ranges(of: word).first }
}
