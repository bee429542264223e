import Testing

@testable import Copydesk

@Suite struct TextEncodingTests {
  private func page(_ bytes: [UInt8], charset: String) -> [UInt8] {
    Array("<html><head><meta charset=\"\(charset)\"></head><body>".utf8) + bytes
  }

  private func body(_ bytes: [UInt8]) -> String {
    let text = Text(decoding: bytes, as: TextEncoding.ofPage(bytes)).string
    return String(text[(text.firstRange(of: "<body>")?.upperBound ?? text.startIndex)...])
  }

  @Test(arguments: [
    ([0x63, 0x61, 0x66, 0xE9, 0x92, 0x73], "iso-8859-1", "café’s"),
    ([0x63, 0x61, 0x66, 0xE9], "no-such-charset", "café"),
    ([0xEF, 0xF0, 0xE8], "windows-1251", "при"),
    ([0xC9, 0xD1], "koi8-r", "ия"),
    ([0x93, 0xFA, 0x96, 0x7B, 0x41], "shift_jis", "日本A"),
    ([0xC6, 0xFC, 0xCB, 0xDC], "euc-jp", "日本"),
    ([0xD6, 0xD0, 0xB9, 0xFA], "gb2312", "中国"),
    ([0xA4, 0xA4, 0xB0, 0xEA], "big5", "中國"),
    ([0xB0, 0xA1], "euc-kr", "가"),
  ])
  func aPageIsReadAsItSaysItIs(_ bytes: [UInt8], _ charset: String, _ text: String) {
    #expect(body(page(bytes, charset: charset)) == text)
  }

  @Test func whatAScriptIsInDoesNotCountAgainstWhatThePageSays() {
    let head =
      "<html><head><script src=\"a.js\" charset=\"utf-8\"></script><meta charset=\"gb2312\"></head><body>"
    #expect(body(Array(head.utf8) + [0xD6, 0xD0, 0xB9, 0xFA]) == "中国")
  }

  @Test func utf8IsUTF8WhateverThePageSays() {
    #expect(body(page(Array("café – 日本".utf8), charset: "iso-8859-1")) == "café – 日本")
  }

  @Test func aFewBrokenBytesDoNotMakeAPageLatin1() {
    #expect(body(page(Array("naïve café".utf8) + [0xFF], charset: "utf-8")) == "naïve café\u{FFFD}")
  }

  @Test func utf16IsKnownByItsMark() {
    let little: [UInt8] = [0xFF, 0xFE, 0x41, 0, 0xE9, 0, 0x3D, 0xD8, 0x00, 0xDE]
    #expect(Text(decoding: little, as: TextEncoding.ofPage(little)).string == "Aé😀")
    let big: [UInt8] = [0xFE, 0xFF, 0, 0x41, 0, 0xE9]
    #expect(Text(decoding: big, as: TextEncoding.ofPage(big)).string == "Aé")
  }

  @Test func everyCharacterLeadsBackToItsBytes() {
    let text = Text(decoding: [0x61, 0xE9, 0x62, 0x93], as: .windows1252, sourceStart: 10)
    #expect(text.string == "aéb“")
    #expect(text.source(of: Span(1, 3)) == Span(11, 12))
    #expect(text.source(of: Span(3, 7)) == Span(12, 14))
  }

  @Test func anyBytesMakeValidText() {
    var generator = SeededGenerator(seed: 5)
    for name in ["utf-8", "windows-1252", "shift_jis", "gbk", "utf-16le", "utf-16be", "euc-kr", "big5"] {
      guard let encoding = TextEncoding(label: name) else {
        Issue.record("\(name) is not known")
        continue
      }
      let bytes = (0..<400).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
      let text = Text(decoding: bytes, as: encoding)
      #expect(firstInvalidUTF8(in: text.utf8) == nil)
      #expect(text.source(of: text.span).end <= bytes.count)
    }
  }

  @Test(arguments: ["utf-16le", "utf-16be"]) func aByteTooManyIsShown(_ label: String) throws {
    let encoding = try #require(TextEncoding(label: label))
    #expect(Text(decoding: [0x20], as: encoding).string == "\u{FFFD}")
    #expect(Text(decoding: [0x61, 0x61, 0x20], as: encoding).string == "\u{6161}\u{FFFD}")
  }
}
