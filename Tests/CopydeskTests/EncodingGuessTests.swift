import Testing

@testable import Copydesk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Pages that do not say how they are encoded.
@Suite struct EncodingGuessTests {
  private static let sentences = [
    "ru":
      "Мэр города заявил в понедельник, что мост закрыт до осени. Ремонт займёт полгода, сообщили в администрации.",
    "ja": "市役所は火曜日、川の橋を秋まで通行止めにすると発表した。技師は「二つの橋脚に亀裂が見つかった」と話した。",
    "zh": "市政府周二宣布，大桥将关闭至秋季。工程师说，我们在两个桥墩上发现了裂缝。维修费用预计为两千万元。",
    "zh-TW": "市政府週二宣布，大橋將關閉至秋季。工程師說，我們在兩個橋墩上發現了裂縫。維修費用預計為兩千萬元。",
    "ko": "시청은 화요일에 다리를 가을까지 닫는다고 발표했다. 기술자들이 두 교각에서 금을 발견했다고 시장은 말했다.",
    "fr":
      "Le maire a annoncé mardi que le pont resterait fermé jusqu’à l’été ; où passera-t-on ? À côté, près de l’école, déjà.",
    "de":
      "Die Brücke bleibt gesperrt, sagte der Bürgermeister am Dienstag. Für die Fähre müssen Fußgänger künftig früher aufstehen: Ärger.",
    "el": "Ο δήμαρχος ανακοίνωσε την Τρίτη ότι η γέφυρα θα μείνει κλειστή μέχρι το φθινόπωρο λόγω ρωγμών.",
  ]

  /// A text in some encoding, by the system's converter.
  private static func encoded(_ text: String, as name: String) -> [UInt8] {
    guard let handle = iconv_open(name, "UTF-8"), handle != iconv_t(bitPattern: -1) else { return [] }
    defer { iconv_close(handle) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 2)
    let written = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (from, left, to, room) = (input.baseAddress, input.count, output.baseAddress, output.count)
        _ = iconv(handle, &from, &left, &to, &room)
        return left > 0 ? 0 : output.count - room
      }
    }
    return output.prefix(written).map { UInt8(bitPattern: $0) }
  }

  @Test(arguments: [
    ("ru", "cp1251", "windows-1251"), ("ru", "koi8-r", "koi8-r"), ("ja", "cp932", "shift_jis"),
    ("ja", "euc-jp", "euc-jp"), ("zh", "gb18030", "gb18030"), ("zh-TW", "gb18030", "gb18030"),
    ("zh-TW", "big5", "big5"), ("ko", "euc-kr", "euc-kr"), ("fr", "cp1252", "windows-1252"),
    ("de", "cp1252", "windows-1252"), ("el", "cp1253", "windows-1252"),
  ])
  func thePageIsReadAsItsBytesSay(language: String, converter: String, name: String) {
    let text = Self.encoded(Self.sentences[language] ?? "", as: converter)
    #expect(!text.isEmpty)
    let page =
      Array("<html><body><p class=\"text\">".utf8) + text + Array("</p><p>2024</p></body></html>".utf8)
    #expect(TextEncoding.ofPage(page).name == name)
    let many = Array([[UInt8]](repeating: page, count: 900).joined())
    #expect(TextEncoding.ofPage(many).name == name)
  }

  @Test func aFewLettersSayNothing() {
    let page = Array("<html><body>".utf8) + [0xEC, 0xEE, 0xF1, 0xF2] + Array("</body></html>".utf8)
    #expect(TextEncoding.ofPage(page) == .windows1252)
  }

  @Test func whatStandsInTagsDoesNotCount() {
    let alt = Self.encoded(Self.sentences["ru"] ?? "", as: "cp1251")
    let page = Array("<html><img alt='".utf8) + alt + Array("'>caf".utf8) + [0xE9] + Array("</html>".utf8)
    #expect(TextEncoding.ofPage(page) == .windows1252)
  }

  @Test func anyBytesHaveAnEncoding() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      #expect(!TextEncoding.ofPage(bytes).name.isEmpty)
    }
  }
}
