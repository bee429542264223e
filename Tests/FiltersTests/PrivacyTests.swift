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
    ("from 192.168.0.1, port", "from [IP], port"), ("version 1.2.3 or 1.2.3.4.5 or 300.1.1.1", nil),
    ("at 2001:db8::8a2e:370:7334 and ::1", "at [IP] and ::1"), ("at 10:30:15 by ab:cd", nil),
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
    ("Version 10.4.2.1, firmware: 2.0.0.17 and rule 12.3.4.5", nil),
    ("conversion 10.4.2.1", "conversion [IP]"),
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
