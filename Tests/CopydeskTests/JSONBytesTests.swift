import Testing

@testable import Copydesk

/// Steps over strings, sixteen bytes at a time.
struct JSONBytesTests {
  private func isSpecial(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }

  @Test func everyByteIsFoundAtEveryPlaceAndNothingElse() {
    for length in 0..<50 {
      for byte in UInt8.min...UInt8.max {
        let place = Int(byte) % max(1, length)
        var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: length)
        if length > 0 { bytes[place] = byte }
        let expected = bytes.firstIndex(where: isSpecial) ?? length
        bytes.withUnsafeBytes { raw in
          guard let base = raw.baseAddress else { return }
          #expect(JSONBytes.firstSpecial(base, from: 0, to: length) == expected)
          #expect(JSONBytes.firstSpecial(base, from: expected, to: length) == expected)
        }
      }
    }
  }

  @Test func aRunIsCopiedAndNoMoreThanTheSlackIsTouched() {
    for length in 0..<50 {
      for special in 0...length {
        var bytes = (0..<length).map { UInt8(0x61 + $0 % 26) }
        if special < length { bytes[special] = special % 2 == 0 ? 0x22 : 0x0A }
        var out = [UInt8](repeating: 1, count: length + JSONBytes.slack + 8)
        let run = bytes.withUnsafeBytes { raw in
          out.withUnsafeMutableBytes { out in
            guard let base = raw.baseAddress, let to = out.baseAddress else { return 0 }
            return JSONBytes.copyRun(base, from: 0, to: length, into: to)
          }
        }
        #expect(run == special && Array(out[..<run]) == Array(bytes[..<run]))
        #expect(out[(run + JSONBytes.slack)...].allSatisfy { $0 == 1 })
      }
    }
  }

  @Test func aStringWithEscapesIsItsTextWithTheWayBack() throws {
    var random = SystemRandomNumberGenerator()
    let parts = [
      "\\n", "\\\"", "\\\\", "\\/", "\\t", "\\u0041", "\\u00e9", "\\ud83d\\ude8b", "\\ud83d", "é", "中", "x",
    ]
    let plain = ["\n", "\"", "\\", "/", "\t", "A", "é", "🚋", "\u{FFFD}", "é", "中", "x"]
    for _ in 0..<300 {
      var string = "\""
      var expected = ""
      var places: [(text: Span, source: Span)] = []
      for _ in 0..<Int.random(in: 0..<30, using: &random) {
        let index = Int.random(in: 0..<parts.count, using: &random)
        let run = String(repeating: "y", count: Int.random(in: 0..<3, using: &random) * 9)
        // A high half and what follows it would be another character.
        if string.hasSuffix("\\ud83d"), run.isEmpty { string += "z"; expected += "z" }
        string += run
        expected += run
        let text = Span(expected.utf8.count, expected.utf8.count + plain[index].utf8.count)
        places.append((text, Span(string.utf8.count, string.utf8.count + parts[index].utf8.count)))
        string += parts[index]
        expected += plain[index]
      }
      string += "\""
      let bytes = Array(string.utf8)
      let text = try JSONReader.text(bytes[...], string: Span(0, bytes.count), sourceStart: 100)
      #expect(text.string == expected)
      for (inText, inSource) in places {
        #expect(text.source(of: inText) == Span(inSource.start + 100, inSource.end + 100), "\(string)")
      }
      var json = JSONWriter()
      json.string(expected)
      let written = json.finish()
      #expect(
        try JSONReader.text(written[...], string: Span(0, written.count), sourceStart: 0).string == expected)
    }
  }
}
