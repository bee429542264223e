import Copydesk
import CopydeskTesting
import Testing

@testable import Filters

struct PrivacyTests {
  private func redacted(_ text: String) throws -> String {
    try run(RedactPII.self, on: Document(text)).text.string
  }

  @Test(arguments: [
    ("Write to anna.berg+x@mail.example.org.", "Write to [EMAIL]."), ("a@b is none, nor @home, x@y.z1", nil),
    ("<é.x@example.com>", "<[EMAIL]>"), ("me@a.example,you@b.example", "[EMAIL],[EMAIL]"),
    ("Call +44 20 7946 0000 now", "Call [PHONE] now"),
    ("(212) 555-0100 or 212-555-0100.", "[PHONE] or [PHONE]."),
    ("1-800-555-0100 ext", "[PHONE] ext"), ("It rose 3.5 to 2018-04-23, 10,000,000 in 1999-2004", nil),
    ("from 192.168.0.1, port", "from [IP], port"),
    ("1.250.000.000 Euro, 10.0.0.1 and 192.168.000.001", "1.250.000.000 Euro, [IP] and [IP]"),
    ("version 1.2.3 or 1.2.3.4.5 or 300.1.1.1", nil),
    ("at 2001:db8::8a2e:370:7334 and ::1", "at [IP] and ::1"),
    ("from ::ffff:192.0.2.128 or 64:ff9b::192.0.2.33", "from [IP] or [IP]"), ("at 10:30:15 by ab:cd", nil),
    ("card 4111 1111 1111 1111.", "card [CARD]."), ("card 4111-1111-1111-1112.", nil),
    ("5500005555555559", "[CARD]"), ("9999999999999999999999", nil),
  ])
  func eachKindIsFoundAndNothingElse(_ text: String, _ expected: String?) throws {
    #expect(try redacted(text) == expected ?? text)
  }

  @Test func headsAndMetadataAreLookedThroughToo() throws {
    var document = Document("Write to the desk.")
    document.title = "Call 212-555-0100"
    document.byline = "jo@pell.example"
    document.section = "Letters"
    document.metadata["to"] = .array(["al@dow.example, Al Dow", .object([.init("ip", "192.168.0.1")])])
    document.metadata["url"] = "https://news.example/212-555-0100?from=a@b.example"
    document.metadata["count"] = .number("2125550100")
    document.metadata["more"] = "https://news.example/ or a@b.example"
    let head = try run(RedactPII.self, on: document)
    #expect(head.title == "Call [PHONE]" && head.byline == "[EMAIL]" && head.section == "Letters")
    #expect(head.metadata == document.metadata)
    #expect(head.trail.entries.map(\.field) == ["title", "byline"])
    let whole = try run(RedactPII.self, on: document) { $0.fields = [.metadata] }
    #expect(whole.title == document.title)
    #expect(whole.metadata["to"] == .array(["[EMAIL], Al Dow", .object([.init("ip", "[IP]")])]))
    #expect(whole.metadata["url"] == document.metadata["url"])
    #expect(whole.metadata["more"] == "https://news.example/ or [EMAIL]")
    #expect(whole.metadata["count"] == document.metadata["count"])
    #expect(whole.trail.entries.map(\.rule) == ["pii.email", "pii.ip", "pii.email"])
  }

  @Test(arguments: [
    ("4111 1111 1111 1111 12/26", "[CARD] 12/26"), ("4111111111111111 123", "[CARD] 123"),
    ("12 4111-1111-1111-1111", "12 [CARD]"), ("3782 822463 10005 123", "[CARD] 123"),
    ("212-555-0100 24 hours a day", "[PHONE] 24 hours a day"),
    ("(212) 555-0100 2024", "[PHONE] 2024"), ("+44 20 7946 0000 2024", "[PHONE] 2024"),
    ("+44 20 7946 0000/0001", "[PHONE]/0001"), ("+44 20 7946 0000 24 hours", "[PHONE] 24 hours"),
    ("+49 (0) 30 123456, +49 30 1234-567", "[PHONE], [PHONE]"),
    ("+44 (0)20 7946 0958, +44(0)1632 960 001.", "[PHONE], [PHONE]."),
    ("+33 (0)6 12 34 56 78, +33(0)142685300", "[PHONE], [PHONE]"),
    ("+49 (0) 40 / 555 12 34 or +49 (0)30 / 1234 5678", "[PHONE] or [PHONE]"),
    ("+49 40 55512 / 2024", "[PHONE] / 2024"),
    ("+1 250 000 000 kroner, +12 500 000 euros, +2 500 000 000 euros", nil),
    ("+420 602 123 000, +34 612 345 678, +46 850 123 000", "[PHONE], [PHONE], [PHONE]"),
    ("Version 10.4.2.1, firmware: 2.0.0.17, Java 1.6.0.10 and rule 12.3.4.5", nil),
    ("conversion 10.4.2.1", "conversion [IP]"),
    ("212-555-0100x45 or (212) 555-0100 x45, 212-555-0100xa", "[PHONE]x45 or [PHONE] x45, 212-555-0100xa"),
    ("1 (212) 555-0100; 212-555-0100-77; 120 340 5600 12", "[PHONE]; 212-555-0100-77; 120 340 5600 12"),
  ])
  func whatFollowsANumberInDigitsStays(_ text: String, _ expected: String?) throws {
    #expect(try redacted(text) == expected ?? text)
  }

  @Test(arguments: [
    ("“212-555-0100”", "“[PHONE]”"), ("212-555-0100—ask for Jim", "[PHONE]—ask for Jim"),
    ("Tel:\u{A0}+44 20 7946 0000\u{A0}", "Tel:\u{A0}[PHONE]\u{A0}"),
    ("电话：+86 10 1234 5678转", "电话：[PHONE]转"), ("电话212-555-0100或", "电话[PHONE]或"),
    ("“4111 1111 1111 1111”", "“[CARD]”"), ("–192.168.0.1…", "–[IP]…"),
    ("é192.168.0.1", "é192.168.0.1"), ("٣212-555-0100", "٣212-555-0100"),
  ])
  func marksAndScriptsWithoutBlanksHideNoNumber(_ text: String, _ expected: String) throws {
    #expect(try redacted(text) == expected)
  }

  @Test(arguments: [
    ("info@müller.de, x@example.xn--p1ai.", "[EMAIL], [EMAIL]."), ("andré@example.org", "[EMAIL]"),
    ("иван@пример.рф!", "[EMAIL]!"), ("写信给anna@example.org联系", "写信给[EMAIL]联系"),
    ("anna@例子.中国", "[EMAIL]"), ("an anna@example.org-based", "an [EMAIL]-based"),
    ("“anna@example.org”", "“[EMAIL]”"), ("anna@example.org- or", "[EMAIL]- or"),
  ])
  func addressesHaveLettersOfAnyScript(_ text: String, _ expected: String) throws {
    #expect(try redacted(text) == expected)
  }

  @Test(arguments: [
    "5 43 0 85-11-112-23", "Nature 395 (1998) 1234-1245.", "Lancet (2019) 2020-2021",
    "Nature 395 (12) 1234-1245",
    "2019 2020 2021 2024 and 2019 2020 2021 2022",
  ])
  func citationsAndYearsAreNoNumbersOfAnyone(_ text: String) throws {
    #expect(try redacted(text) == text)
  }

  @Test(arguments: [
    "Das Konzert (24.12.2019) war gut.", "The concert (12/24/2019) was good.",
    "The vote (05-10-2018) was close.",
    "Wolfgang Amadeus Mozart (1756-1791) wrote it.", "Napoleon (1769–1821) ruled.",
    "Der Preis (12.500.000 Euro) ist hoch.", "Le budget (12 500 000 euros) est en hausse.",
    "seen at (40.712776, -74.005974) on Monday", "Japan won (25-21 25-19 25-22) on Friday.",
    "between (1000-2000) 3000", "(10-12) 345678", "(10118-0110)", "docket (19-1234-5678), No. (18-12345678)",
    "Newton (1642) 12345678", "point (12) 10.05.2018 and (25) 2018-05-10",
    "Berg (21) beat Lind (23) 6-4 3-6 7-6 6-2, and Holm (22) 21-19 15-21 21-17",
  ])
  func bracketsHoldAnAreaOrTheyAreOfNoNumber(_ text: String) throws {
    #expect(try redacted(text) == text)
  }

  @Test(arguments: [
    ("(212-555-0100)", "([PHONE])"), ("(+44) 20 7946 0000", "([PHONE]"), ("(+44 20 7946 0000)", "([PHONE])"),
    ("(030) 123456 or (0341) 12 34-56", "[PHONE] or [PHONE]"), ("(11) 91234-5678", "[PHONE]"),
    ("(030) 123456 14:00 Uhr", "[PHONE] 14:00 Uhr"), ("(030) 1234567 10.05.2018", "[PHONE] 10.05.2018"),
    ("(01) 42 68 53 00", "[PHONE]"), ("+49 (035205) 12345 and +7 (4012) 12-34-56", "[PHONE] and [PHONE]"),
    ("+49 30 123456 (2018)", "[PHONE] (2018)"), ("(+49 30 123456) 2018", "([PHONE]) 2018"),
    ("+49 (30 1234567", "[PHONE]"), ("(089/99529727) 24", "([PHONE]) 24"),
    ("(0341 12 34-56), (089 / 123456)", "([PHONE]), ([PHONE])"),
    ("(01.02.2018), (007-11), (0341.12.05)", "(01.02.2018), (007-11), (0341.12.05)"),
  ])
  func aNumberInBracketsOrWithThemIsFound(_ text: String, _ expected: String) throws {
    #expect(try redacted(text) == expected)
  }

  @Test(arguments: [
    "Tel. * 14:00 Uhr", "Tel. * 10-18 Uhr", "Tel. * 10 - 18 Uhr", "Tel. * 10–18 h", "Tel. * 8.30-17.00 uur",
    "Tel. * 24 Stunden am Tag", "Info: * 10.05.2018 Wien", "Info: * 10.05.18", "Info: * 5/10/2018",
    "Info: * 2018-05-10", "Info: * 10. Mai 2018", "Info: * 10 de mayo de 2018", "Info: * 9 p.m.",
    "Tel. * 24/7", "Tel. * 24 hours", "Tel. * 24 ore",
  ])
  func aDateOrAnHourBehindANumberStays(_ text: String) throws {
    for number in ["+49 30 123456", "+43 1 53408", "+49 (0)351 1234-56"] {
      let mark = text.replacing("*", with: "[PHONE]")
      #expect(try redacted(text.replacing("*", with: number)) == mark, "\(number)")
    }
  }

  @Test(arguments: [
    ("Call 800 273 8255 24 hours a day, 800 273 8255 24/7", "Call [PHONE] 24 hours a day, [PHONE] 24/7"),
    ("212 555 0100 9 a.m. to 5 p.m.", "[PHONE] 9 a.m. to 5 p.m."),
    ("212 555 0100 10-18 h", "[PHONE] 10-18 h"),
    ("+46 8 123 456 78 9-17 and +49 30 123456 10:00-18:30", "[PHONE] 9-17 and [PHONE] 10:00-18:30"),
    ("+49 711 66 72-11, +49 6221 54 10-18, +49 30 123456-10-18", "[PHONE], [PHONE], [PHONE]"),
    ("120 340 5600 12 and 120 340 5600 24 18", nil),
  ])
  func hoursTellTheEndOfANumberAndRowsOfATableDoNot(_ text: String, _ expected: String?) throws {
    #expect(try redacted(text) == expected ?? text)
  }

  @Test(arguments: [
    ("Rufen Sie +49 30 1234 56 10 am Montag an", "Rufen Sie [PHONE] am Montag an"),
    ("+33 1 42 68 53 12 Paris 2018", "[PHONE] Paris 2018"), ("+49 30 12 05 20 18", "[PHONE]"),
    ("+49.30.12.05.20.18", "[PHONE]"), ("+1.2125550100. +49.3012345678", "[PHONE]. [PHONE]"),
    ("+34.612.345.678 +351.213.456.789 +352.123.456", "[PHONE] [PHONE] [PHONE]"),
    ("+31.10.1234567, +1.212.555.0100", "[PHONE], [PHONE]"),
  ])
  func whatLooksLikeADateOrAnAmountWithinANumberIsOfIt(_ text: String, _ expected: String) throws {
    #expect(try redacted(text) == expected)
  }

  @Test(arguments: [
    "Das Plus betrug +12.500.000 Euro, +1.250.000.000 Euro oder +12.345.678 Euro.",
    "Position: +40.712776, -74.005974.", "at +59.93428020;+30.33509860", "+40.7127-074.0060/",
    "The change was +0.12345678 points, or +1.23456789.",
  ])
  func amountsAndDecimalsBehindAPlusAreNoNumbersOfAnyone(_ text: String) throws {
    #expect(try redacted(text) == text)
  }

  @Test(arguments: [
    ("+44\u{A0}20\u{A0}7946\u{A0}0000", "[PHONE]"), ("(212)\u{A0}555-0100", "[PHONE]"),
    ("+33\u{202F}1\u{202F}42\u{202F}68\u{202F}53\u{202F}00.", "[PHONE]."),
    ("212\u{2011}555\u{2011}0100 or 212–555–0100", "[PHONE] or [PHONE]"),
    ("4111\u{A0}1111\u{A0}1111\u{A0}1111 12/26", "[CARD] 12/26"), ("1999–2004, 2019\u{A0}2020", nil),
  ])
  func numbersAreFoundWithBlanksAndHyphensOfAnyKind(_ text: String, _ expected: String?) throws {
    #expect(try redacted(text) == expected ?? text)
  }

  @Test(arguments: [
    ("'jo@pell.example' or 'o'dow@pell.example'", "'[EMAIL]' or '[EMAIL]'"),
    ("_al@dow.example_, _al@dow.example", "_[EMAIL]_, [EMAIL]"), ("see logo@2x.png there", nil),
  ])
  func marksAroundAnAddressStayAndNamesOfFilesAreNone(_ text: String, _ expected: String?) throws {
    #expect(try redacted(text) == expected ?? text)
  }

  @Test func theTrailSaysWhereAndNotWhat() throws {
    let text = "Mail a@b.example or 10.0.0.1!"
    let document = try run(RedactPII.self, on: Document(text)) { $0.with = "<{kind}>" }
    #expect(document.text.string == "Mail <EMAIL> or <IP>!")
    #expect(document.trail.entries.map(\.rule) == ["pii.email", "pii.ip"])
    #expect(document.trail.entries.map(\.source) == [Span(5, 16), Span(20, 28)])
    // What follows leads back to its own place.
    #expect(document.text.source(of: Span(document.text.count - 1, document.text.count)) == Span(28, 29))
  }

  @Test func onlyTheKindsAskedForGo() throws {
    let document = try run(RedactPII.self, on: Document("a@b.example 10.0.0.1")) { $0.kinds = [.ip] }
    #expect(document.text.string == "a@b.example [IP]")
    #expect(throws: InvalidOption.self) { try run(RedactPII.self, on: Document("")) { $0.kinds = [] } }
  }

  @Test func anyTextStaysATextAndKeepsWhatIsNotPersonal() throws {
    let pieces = [
      "@", ".", "a", "é", "+1", " ", "212", "-", "555", "0100", "::", "f", "(", ")", "4111", "1111", "\n",
    ]
    var state: UInt64 = 9
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let document = try run(RedactPII.self, on: Document(text))
      #expect(String(validating: document.text.utf8, as: UTF8.self) != nil)
      var rebuilt = Array(text.utf8)
      for entry in document.trail.entries.reversed() {
        let span = try #require(entry.source)
        rebuilt.replaceSubrange(span.range, with: "[\(entry.rule.dropFirst(4).uppercased())]".utf8)
      }
      #expect(rebuilt == document.text.utf8)
    }
  }

  @Test func theCheckDigitIsLuhns() {
    #expect(PersonalData.passesLuhn([7, 9, 9, 2, 7, 3, 9, 8, 7, 1, 3]))
    #expect(!PersonalData.passesLuhn([7, 9, 9, 2, 7, 3, 9, 8, 7, 1, 0]))
  }
}
