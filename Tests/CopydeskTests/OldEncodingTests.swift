import Testing

@testable import Copydesk

/// Encodings with a state, and those of mail before Unicode.
@Suite struct OldEncodingTests {
  private func decoded(_ bytes: [UInt8], _ label: String) throws -> Text {
    Text(decoding: bytes, as: try #require(TextEncoding(label: label), "\(label)"))
  }

  @Test(arguments: [
    // A letter that a point may follow is held back by the system's converter.
    ("windows-1255", [0xF0, 0xEE, 0xEC, 0x20, 0xEC, 0xE0, 0xF8, 0xEF], "נמל לארן"),
    ("windows-1255", [0xF9, 0xD1, 0xC8, 0xEC, 0xE5, 0xC9, 0xED], "ש\u{05C1}\u{05B8}לו\u{05B9}ם"),
    ("windows-1258", [0x63, 0xF5, 0x6E, 0x20, 0x62, 0xE3, 0x6F], "cơn băo"),
    ("windows-1258", [0xF0, 0x61, 0xDE, 0x20, 0xF0, 0x6F, 0xEC, 0x6E, 0x67], "đa\u{0303} đo\u{0301}ng"),
    ("big5", [0x88, 0x66, 0x61, 0xA4, 0xA4], "Êa中"),
    ("gb18030", [0x80, 0x35, 0x81, 0x30, 0x81, 0x30], "€5\u{80}"),
    ("euc-jp", [0xAD, 0xA1, 0xA1, 0xC1], "①～"),
    ("x-mac-cyrillic", [0x8F, 0xEE, 0xF0, 0xF2], "Порт"), ("mac-roman", [0x43, 0x61, 0x66, 0x8E], "Café"),
    ("ibm850", [0x43, 0x61, 0x66, 0x82], "Café"), ("viscii", [0xD0, 0xE1], "Đá"),
  ])
  func everyLetterIsThere(_ label: String, _ bytes: [UInt8], _ expected: String) throws {
    let text = try decoded(bytes, label)
    #expect(Array(text.string.unicodeScalars) == Array(expected.unicodeScalars))
    // And leads back to its bytes.
    #expect(text.source(of: text.span) == Span(0, bytes.count))
  }

  @Test(arguments: [
    ("iso-2022-jp", "\u{1B}$BEl5~\u{1B}(B 24", "東京 24"), ("iso-2022-jp", "\u{1B}$@El\u{1B}(J\\7~", "東¥7‾"),
    ("iso-2022-jp", "\u{1B}(I1\u{1B}$B-!\u{1B}(B", "ｱ①"), ("iso-2022-jp", "\u{1B}$(D0!\u{1B}(B.", "丂."),
    ("iso-2022-jp", "\u{1B}$BEl\n5~\u{1B}(B", "東\n京"), ("iso-2022-jp", "\u{1B}$BE", "\u{FFFD}"),
    ("iso-2022-jp", "\u{1B}[1m", "\u{1B}[1m"), ("iso-2022-kr", "\u{1B}$)C\u{E}0!\u{F}a", "가a"),
    ("iso-2022-cn", "\u{1B}$)A\u{E}VP\u{F}a", "中a"),
    ("hz-gb-2312", "a ~~ ~{VP9z~} b~\nc ~x", "a ~ 中国 bc ~x"),
    ("utf-7", "Caf+AOk- 2+-2 +2D3eAA-!", "Café 2+2 😀!"), ("utf-7", "+AOkA6Q-x", "ééx"),
    ("utf-7", "C++ and +AOk.", "C++ and é."), ("utf-7", "+AOk", "é"), ("utf-7", "+2D0-a", "\u{FFFD}a"),
  ])
  func escapesCallForOtherCharacters(_ label: String, _ source: String, _ expected: String) throws {
    #expect(try decoded(Array(source.utf8), label).string == expected)
  }

  @Test func whatIsBehindAnEscapeLeadsBackToItsBytes() throws {
    let source = Array("a \u{1B}$BEl5~\u{1B}(B b".utf8)
    let text = try decoded(source, "iso-2022-jp")
    #expect(text.string == "a 東京 b")
    #expect(text.source(of: Span(2, 5)) == Span(5, 7) && text.source(of: Span(5, 8)) == Span(7, 9))
    #expect(text.source(of: Span(9, 10)) == Span(13, 14))
    let mail = try decoded(Array("Caf+AOkA6Q-x".utf8), "utf-7")
    #expect(mail.source(of: Span(3, 5)) == Span(3, 7) && mail.source(of: Span(5, 7)) == Span(7, 10))
    #expect(mail.source(of: Span(7, 8)) == Span(11, 12))
  }

  @Test(arguments: [
    ("utf-16", [0x00, 0x41, 0x00, 0xE9], "Aé"), ("utf-16", [0x41, 0x00, 0xE9, 0x00], "Aé"),
    ("utf-16", [0xFE, 0xFF, 0x4E, 0x2D], "中"), ("utf-16le", [0xFE, 0xFF, 0x4E, 0x2D], "中"),
    ("utf-16be", [0x4E, 0x2D], "中"), ("utf-32", [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], "A"),
    ("utf-32", [0, 0, 0, 0x41, 0, 1, 0xF6, 0], "A😀"),
    ("utf-32le", [0x41, 0, 0, 0, 0, 0xD8, 0, 0], "A\u{FFFD}"),
  ])
  func theOrderOfBytesIsToldByAMarkOrByTheNULs(_ label: String, _ bytes: [UInt8], _ expected: String) throws {
    #expect(try decoded(bytes, label).string == expected)
  }

  @Test(arguments: [
    ("ks_c_5601-1987", "euc-kr"), ("csISOLatin2", "iso-8859-2"), ("ISO8859_7", "iso-8859-7"),
    ("iso-8859-8-i", "iso-8859-8"), ("x-gbk", "gb18030"), ("Windows_1251", "windows-1251"),
    ("latin-1", "windows-1252"), ("unicode-1-1-utf-7", "utf-7"), ("l5", "windows-1254"), ("cp437", "ibm437"),
    ("iso-ir-149", "euc-kr"), ("dos-874", "windows-874"), ("sun_eu_greek", "iso-8859-7"),
    ("x-sjis", "shift_jis"),
  ])
  func aLabelIsKnownInWhateverWayItIsWritten(_ label: String, _ name: String) {
    #expect(TextEncoding(label: label)?.name == name)
    #expect(TextEncoding(label: name)?.name == name)
  }

  @Test(arguments: ["none", "unknown", "x-unknown", "unknown-8bit", "", "-", "utf-80", "iso-8859-99"])
  func whatIsNoEncodingIsNone(_ label: String) { #expect(TextEncoding(label: label) == nil) }

  @Test func whatIsUTF8StaysWhateverIsSaid() throws {
    for label in ["windows-1252", "shift_jis", "iso-2022-jp", "utf-7"] {
      #expect(try !#require(TextEncoding(label: label)).applies(to: Array("Café – 日本".utf8)), "\(label)")
    }
    let wide = try #require(TextEncoding(label: "utf-16"))
    #expect(!wide.applies(to: Array("This is said to be wide, and it is not.".utf8)))
    #expect(wide.applies(to: [0x4E, 0x2D]) && wide.applies(to: [0x41, 0]))
  }

  @Test(arguments: [
    ("<meta charset=\"iso-2022-jp\">\u{1B}$BEl5~\u{1B}(B", "iso-2022-jp", false),
    ("<p>\u{1B}$BEl5~\u{1B}(B", "iso-2022-jp", true), ("<p>\u{1B}[1mbold\u{1B}[0m", "utf-8", false),
    ("<meta charset=\"utf-16\"><p>plain", "utf-8", false), ("<p>~{VP9z~}", "utf-8", false),
    ("<meta charset=\"hz-gb-2312\"><p>~{VP9z~}", "hz-gb-2312", false),
  ])
  func aPageInASCIIMayBeInAnEncodingWithEscapes(_ page: String, _ name: String, _ isGuessed: Bool) {
    let found = PageEncoding(Array(page.utf8))
    #expect(found.encoding.name == name && found.isGuessed == isGuessed)
  }

  @Test func aPageThatNamesWhatIsNotKnownIsGuessed() {
    let page = Array("<meta charset=\"x-nonsense\"><p>caf".utf8) + [0xE9]
    let found = PageEncoding(page)
    #expect(found.encoding == .windows1252 && found.isGuessed && found.namesUnknown)
    let wide = Array("<meta charset=\"utf-16\"><p>caf".utf8) + [0xE9]
    #expect(PageEncoding(wide).encoding == .windows1252)
  }

  @Test func anyBytesMakeValidTextThatLeadsBack() throws {
    var generator = SeededGenerator(seed: 11)
    let pieces = ["\u{1B}$B", "\u{1B}(B", "\u{1B}$)C", "\u{E}", "\u{F}", "~{", "~}", "+", "-", "AOk", "a"].map
    {
      Array($0.utf8)
    }
    for label in [
      "iso-2022-jp", "iso-2022-kr", "iso-2022-cn", "hz", "utf-7", "utf-16", "utf-32", "windows-1258",
    ] {
      for _ in 0..<100 {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0..<30, using: &generator) {
          if Bool.random(using: &generator) {
            bytes += pieces.randomElement(using: &generator) ?? []
          } else {
            bytes.append(UInt8.random(in: 0...255, using: &generator))
          }
        }
        let text = try decoded(bytes, label)
        #expect(firstInvalidUTF8(in: text.utf8) == nil)
        #expect(text.source(of: text.span).end <= bytes.count)
      }
    }
  }
}
