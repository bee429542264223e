import Copydesk
import Testing

@testable import Entities

@Suite struct DateRecogniserTests {
  @Test(arguments: [
    ("on April 23, 2018, they", "April 23, 2018=2018-04-23"),
    ("on 23 April 2018 they", "23 April 2018=2018-04-23"),
    ("the 23rd of April 2018", "23rd of April 2018=2018-04-23"),
    ("at 2018-04-23 sharp", "2018-04-23=2018-04-23"),
    ("in April 2018 they", "April 2018=2018-04"),
    ("Monday, April 23, 2018", "Monday, April 23, 2018=2018-04-23"),
    ("on 23/04/2018 at", "23/04/2018=2018-04-23"), ("since 2015 they", "2015=2015"),
    ("in the 1990s it", "the 1990s"),
    ("on May 9\u{2013}12, 2019", "May 9\u{2013}12, 2019"), ("on 29 February 2019", "29 February 2019"),
  ])
  func anAbsoluteDateHasItsISOForm(text: String, date: String) throws {
    #expect(try found(.date, in: text) == [date])
  }

  @Test(arguments: [
    ("They will meet again on Friday, when", "Friday=2018-04-27"),
    ("said the talks would resume in Oslo on Wednesday", "Wednesday=2018-04-25"),
    ("The trial begins on Thursday", "Thursday=2018-04-26"), ("It will end on Monday", "Monday=2018-04-23"),
    ("He will go. They met on Friday", "Friday=2018-04-20"),
    ("It began on Friday", "Friday=2018-04-20"),
    ("on Friday they", "Friday=2018-04-20"), ("on Monday they", "Monday=2018-04-23"),
    ("last Monday they", "last Monday=2018-04-16"), ("next Monday they", "next Monday=2018-04-30"),
    ("on April 14 they", "April 14=2018-04-14"), ("on Jan. 5 they", "Jan. 5=2018-01-05"),
    ("on 30 December they", "30 December=2017-12-30"), ("yesterday they", "yesterday=2018-04-22"),
    ("last year they", "last year=2017"), ("last month they", "last month=2018-03"),
    ("last week they", "last week"),
    ("last May they", "last May=2017-05"),
  ])
  func thePublicationCompletesADate(text: String, date: String) throws {
    #expect(try found(.date, in: text, published: "2018-04-23") == [date])
  }

  @Test func withoutAPublicationAnIncompleteDateHasNoValue() throws {
    #expect(try found(.date, in: "on Friday and on April 14") == ["Friday", "April 14"])
  }

  @Test func monthsThatAreWordsOrNamesAreNoDates() throws {
    #expect(try found(.date, in: "May I march? They may. March on, said Theresa May to April Jones.").isEmpty)
    #expect(try found(.date, in: "They met in May and since March.") == ["May", "March"])
  }

  @Test func aNumberThatIsNoYearIsNoDate() throws {
    #expect(try found(.date, in: "They sold 2015 cars in 1800 towns by 12.").isEmpty)
  }
}

@Suite struct MoneyRecogniserTests {
  @Test(arguments: [
    ("worth $3.5 million now", "$3.5 million=USD 3500000"), ("a €40m deal", "€40m=EUR 40000000"),
    ("for US$ 12 each", "US$ 12=USD 12"), ("3.5 million euros were", "3.5 million euros=EUR 3500000"),
    ("paid £1,200 for", "£1,200=GBP 1200"), ("cost 50 yen", "50 yen=JPY 50"),
    ("A$6 million", "A$6 million=AUD 6000000"),
    ("$0.1 billion", "$0.1 billion=USD 100000000"), ("$14.60 for", "$14.60=USD 14.60"),
    ("half a million dollars", "half a million dollars=USD 500000"), ("five dollars", "five dollars=USD 5"),
    ("CHF 20 or", "CHF 20=CHF 20"), ("2 million U.S. dollars", "2 million U.S. dollars=USD 2000000"),
    ("900 francs", "900 francs"), ("900 Swiss francs", "900 Swiss francs=CHF 900"),
    ("$3-5 million", "$3-5 million"),
    ("a $3.5-million plan", "$3.5-million=USD 3500000"), ("3 million pounds", "3 million pounds=GBP 3000000"),
    ("$0.0000001 trillion", "$0.0000001 trillion=USD 100000"),
  ])
  func anAmountHasItsCurrencyAndDigits(text: String, amount: String) throws {
    #expect(try found(.money, in: text) == [amount])
  }

  @Test func weightsAndVerbsAreNoMoney() throws {
    #expect(try found(.money, in: "He lost 50 pounds, they won 3 games, and 7 won.").isEmpty)
  }
}

@Suite struct PercentRecogniserTests {
  @Test(arguments: [
    ("fell 3.5 percent to", "3.5 percent=3.5"), ("some 12% of", "12%=12"),
    ("12.5 per cent", "12.5 per cent=12.5"),
    ("a 5 percentage point rise", "5 percentage point=5"), ("a 3.5-percent cut", "3.5-percent=3.5"),
    ("five percent", "five percent=5"), ("1-3 percent", "1-3 percent"),
    ("PERCENT: 10 PERCENT", "10 PERCENT=10"),
  ])
  func aShareHasItsNumber(text: String, share: String) throws {
    #expect(try found(.percent, in: text) == [share])
  }

  @Test func aNumberWithoutASignIsNoShare() throws {
    #expect(try found(.percent, in: "12 people, a percentage of 5, percent").isEmpty)
  }
}

@Suite struct ExactDecimalTests {
  @Test func shiftingThePointLosesNoDigit() {
    for (digits, power, result) in [
      ("0.1", 9, "100000000"), ("1,234.5", 3, "1234500"), ("3.55", 1, "35.5"), ("5", -2, "0.05"),
      ("007", 0, "7"),
      ("123456789012345678901", 6, "123456789012345678901000000"),
    ] {
      var number = ExactDecimal(Array(digits.utf8))
      number?.shift(by: power)
      #expect(number?.description == result)
    }
  }

  @Test(arguments: ["", ".", "1.", "1,2", "1,2345", "1.2.3", "3-5", "12,345,6"]) func whatIsNoNumberIsRefused(
    text: String
  ) {
    #expect(ExactDecimal(Array(text.utf8)) == nil)
  }
}
