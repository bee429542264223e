import Copydesk
import CopydeskTesting
import Testing

@testable import Entities

@Suite struct FurtherFigureTests {
  @Test(arguments: [
    ("They met at 10:30 in Oslo.", "10:30=T10:30"), ("The vote is at 5 p.m. today.", "5 p.m.=T17:00"),
    ("It began at 12:05 a.m. there.", "12:05 a.m.=T00:05"), ("Doors open 7pm sharp.", "7pm=T19:00"),
    ("Updated 22:00 GMT by staff.", "22:00 GMT=T22:00Z"), ("Filed at 1530 GMT.", "1530 GMT=T15:30Z"),
    ("It ended at noon.", "noon=T12:00"), ("The clock said 08:39:12 then.", "08:39:12=T08:39:12"),
  ])
  func timesOfDayHaveTheirISOForm(text: String, wanted: String) throws {
    #expect(try found(.time, in: text) == [wanted])
  }

  @Test(arguments: [
    "The score was 3.50 then.", "He won 25:70 of them.", "In 1999 they left.", "The 5 men spoke.",
    "It fell 13 p.m. never.",
  ])
  func numbersThatAreNoTimesAreLeft(text: String) throws {
    #expect(try found(.time, in: text).isEmpty)
  }

  @Test(arguments: [
    ("It is 40 kilometres away.", "40 kilometres=40 km"), ("A 12-kilometer wall.", "12-kilometer=12 km"),
    ("They seized 3.5 million barrels of oil.", "3.5 million barrels=3500000 bbl"),
    ("About 300 square miles burned.", "300 square miles=300 mi²"),
    ("It hit 30 degrees Celsius.", "30 degrees Celsius=30 °C"),
    ("Winds of 120 mph.", "120 mph=120 mi/h"),
    ("Winds of 90 kilometers per hour.", "90 kilometers per hour=90 km/h"),
    ("five tons of rice", "five tons=5 ton"),
  ])
  func measuresHaveNumberAndUnit(text: String, wanted: String) throws {
    #expect(try found(.quantity, in: text) == [wanted])
  }

  @Test(arguments: [
    ("Write to News.Desk@Example.org today.", "News.Desk@Example.org=news.desk@example.org"),
    ("(desk-2@mail.example.co.uk)", "desk-2@mail.example.co.uk=desk-2@mail.example.co.uk"),
  ])
  func mailAddressesAreFoundWhole(text: String, wanted: String) throws {
    #expect(try found(.email, in: text) == [wanted])
  }

  @Test func aHandleIsNoMailAddress() throws {
    #expect(try found(.email, in: "Follow @example or a@b or me@ home.").isEmpty)
  }

  @Test func webAddressesAreFoundWithTheirPaths() throws {
    #expect(
      try found(.url, in: "See https://example.org/a?b=c, www.example.net and example.com/news/today.")
        == [
          "https://example.org/a?b=c=https://example.org/a?b=c", "www.example.net=http://www.example.net",
          "example.com/news/today=http://example.com/news/today",
        ])
    #expect(try found(.url, in: "The end.The U.S. said e.g. nothing. He has 2.5 of them.").isEmpty)
  }

  @Test(arguments: [
    ("See https://example.org/wiki/Mercury_(planet) now.", "https://example.org/wiki/Mercury_(planet)"),
    ("It is known (https://example.org/Mercury_(planet)).", "https://example.org/Mercury_(planet)"),
    ("It is known (https://example.org/a).", "https://example.org/a"),
    ("See http://müller.example/straße today.", "http://müller.example/straße"),
    ("See https://例え.jp/ today.", "https://例え.jp/"),
    ("See https://example.org/Москва.", "https://example.org/Москва"),
    ("见http://example.org/a中文。", "http://example.org/a"), ("“http://example.org/a”", "http://example.org/a"),
  ])
  func aWebAddressIsWhole(_ text: String, _ wanted: String) throws {
    #expect(try found(.url, in: text) == ["\(wanted)=\(wanted)"])
  }

  @Test func anAccountIsNoMailAddress() throws {
    #expect(try found(.email, in: "Follow @desk@example.org there.").isEmpty)
  }

  @Test(arguments: [
    ("Call +44 20 7946 0958 now.", "+44 20 7946 0958=+442079460958"),
    ("Ring (202) 555-0173 at once.", "(202) 555-0173=2025550173"),
    ("at 202-555-0173.", "202-555-0173=2025550173"),
    ("Telephone: 020 7946 0958", "020 7946 0958=02079460958"),
  ])
  func telephoneNumbersAreDigits(text: String, wanted: String) throws {
    #expect(try found(.phone, in: text) == [wanted])
  }

  @Test(arguments: [
    "In 2016-2017 it grew.", "A vote of 312-204-11.", "The years 1990 1991 1992.", "ISBN 978-3-16-148410",
  ])
  func otherRowsOfDigitsAreNoTelephoneNumbers(text: String) throws {
    #expect(try found(.phone, in: text).isEmpty)
  }

  /// What stands behind a number is asked once, of all kinds of figures: a word that is missing there would hide a figure.
  @Test func amountsOfWhichNothingCanBeFoundHideNone() {
    let pieces = """
      3 40m 1.2bn 12 five twenty-five half a one hundred thousand million billion bn percent pct pct. % ％ per cent
      percentage points - $ € £ USD EUR euros dollars pounds sterling U.S. Canadian Australian yen won pence cents
      km kg mph bpd square sq sq. cubic degree degrees Celsius C f miles tonnes barrels hour a an the men of
      . , and - -pct -sq -km 3-percent 7-degree km a hour 40-foot
      """.split(whereSeparator: \.isWhitespace).map(String.init)
    var generator = SeededGenerator(seed: 31)
    var all = 0
    for _ in 0..<2_000 {
      let words = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
        (pieces.randomElement(using: &generator) ?? "")
          + (Int.random(in: 0..<3, using: &generator) > 0 ? " " : "")
      }
      let text = Text(words.joined())
      text.utf8.withUnsafeBufferPointer { bytes in
        let view = FigureTokens(bytes: bytes, tokens: text.tokens)
        let marks = text.tokens.map { token in
          let word = UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])
          return FigureTokens.Marks(word, token, folded: CaseFolding.hash(word)).union(.goesOn)
        }
        // Here something may follow each number, so that all recognisers look at all numbers.
        let open = FigureTokens(bytes: bytes, tokens: text.tokens, marks: marks)
        let found = Self.amounts(in: view)
        #expect(found == Self.amounts(in: open), "\(text)")
        all += found.count
      }
    }
    // 470 with this seed.
    #expect(all > 200)
  }

  private static func amounts(in view: FigureTokens) -> [Entity] {
    MoneyRecogniser().amounts(in: view) + PercentRecogniser().percentages(in: view)
      + QuantityRecogniser().quantities(in: view)
  }
}
