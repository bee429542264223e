import Testing

@testable import Cleaning
@testable import Copydesk

@Suite("Character references")
struct CharacterReferencesTests {
  @Test func `named references are decoded`() {
    #expect(decodedReferences("&lt;p&gt; &amp;amp; &copy;&nbsp;&hellip;") == "<p> &amp; ©\u{A0}…")
    #expect(decodedReferences("&CounterClockwiseContourIntegral;&NotEqualTilde;") == "∳≂\u{338}")
    #expect(decodedReferences("&AElig;&zwnj;&zwj;&Zeta;") == "Æ\u{200C}\u{200D}Ζ")
  }

  @Test func `every record of the table decodes to its value`() throws {
    let records = CharacterReferenceTable.records.description.split(whereSeparator: \.isWhitespace)
    var names = 0
    for record in records {
      let mark = try #require(record.firstIndex { $0 == ":" || $0 == "!" })
      let scalars = record[record.index(after: mark)...].split(separator: "+")
        .compactMap { UInt32($0, radix: 16) }.compactMap(Unicode.Scalar.init)
      let value = String(String.UnicodeScalarView(scalars))
      #expect(decodedReferences("&" + record[..<mark] + ";") == value)
      names += 1
      if record[mark] == "!" {
        #expect(decodedReferences("&" + record[..<mark] + " ") == value + " ")
        names += 1
      }
    }
    #expect(names == 2231)
  }

  @Test func `without a semicolon the longest legacy name counts`() {
    #expect(decodedReferences("&notit; &notin; &not") == "¬it; ∉ ¬")
    #expect(decodedReferences("&ampx &copyright &AMP&LT") == "&x ©right &<")
    #expect(decodedReferences("&hellip &xyz; & &; &a &") == "&hellip &xyz; & &; &a &")
  }

  @Test func `in an attribute a name without semicolon before a letter or an equals sign stays`() {
    #expect(decodedReferences("?a=1&copy=2&copyx&copy", .attribute) == "?a=1&copy=2&copyx©")
    #expect(decodedReferences("&notit;&notin;&amp;lt=", .attribute) == "&notit;∉&lt=")
  }

  @Test func `numeric references are decoded, decimal and hexadecimal`() {
    #expect(decodedReferences("&#65;&#x42;&#X43;&#68 &#x1F600;") == "ABCD 😀")
    #expect(decodedReferences("&#; &#x; &#xg &#") == "&#; &#x; &#xg &#")
  }

  @Test func `numbers that are no characters are replaced by the rules of the standard`() {
    #expect(
      decodedReferences("&#0;&#xD800;&#xDFFF;&#x110000;&#99999999999999999999;")
        == "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(decodedReferences("&#128;&#146;&#x97;&#x81;&#159;") == "€’—\u{81}Ÿ")
    #expect(decodedReferences("&#13;") == "\r")
  }

  @Test func `raw text keeps its references`() {
    #expect(decodedReferences("a &amp; b\r\nc", .raw) == "a &amp; b\nc")
  }

  @Test func `line ends become line feeds and NUL is dropped from text`() {
    #expect(decodedReferences("a\r\nb\rc\nd\0e") == "a\nb\nc\nde")
    #expect(decodedReferences("a\0b", .attribute) == "a\u{FFFD}b")
  }

  @Test func `each decoded piece keeps its place in the source`() {
    let bytes = Array("é&amp;x&nGt;&#8364".utf8)
    var pieces: [HTMLCharacters.Piece] = []
    bytes.withUnsafeBufferPointer {
      HTMLCharacters.forEachPiece(in: $0, 0..<bytes.count, mode: .text) { pieces.append($0) }
    }
    #expect(
      pieces == [
        .verbatim(0..<2),
        .decoded(.init(first: "&"), from: 2..<7),
        .verbatim(7..<8),
        .decoded(.init(first: "\u{226B}", second: "\u{20D2}"), from: 8..<13),
        .decoded(.init(first: "€"), from: 13..<19),
      ])
  }
}
