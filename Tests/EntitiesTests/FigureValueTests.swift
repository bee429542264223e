import Copydesk
import CopydeskTesting
import Testing

@testable import Entities

/// A value says what the text says, or is left out.
@Suite struct FigureValueTests {
  @Test(arguments: [
    ("It costs 250.000 euros.", "250.000 euros"), ("It costs 1.200 euros.", "1.200 euros"),
    ("Es kostet 10.000 Euro.", "10.000 Euro"), ("Cuesta $10.000 al mes.", "$10.000"),
    ("It costs €1.250.", "€1.250"),
    ("The euro fell to $1.095.", "$1.095=USD 1.095"), ("It costs 1.20 euros.", "1.20 euros=EUR 1.20"),
    ("It costs 0.250 euros.", "0.250 euros=EUR 0.250"),
    ("It is worth 1.234 billion euros.", "1.234 billion euros=EUR 1234000000"),
  ])
  func aPointThatMayGroupThousandsGivesNoValue(_ text: String, _ wanted: String) throws {
    #expect(try found(.money, in: text) == [wanted])
  }

  @Test(arguments: [
    ("The bid is worth $1.5-$2 billion.", ["$1.5", "$2 billion=USD 2000000000"]),
    ("It takes between $3 and $5 million.", ["$3", "$5 million=USD 5000000"]),
    ("From $3 to US$5m.", ["$3", "US$5m=USD 5000000"]),
    ("It takes $3 and $5.", ["$3=USD 3", "$5=USD 5"]),
    ("It took $3 million and $5 million.", ["$3 million=USD 3000000", "$5 million=USD 5000000"]),
  ])
  func anAmountThatIsPerhapsScaledByTheNextGivesNoValue(_ text: String, _ wanted: [String]) throws {
    #expect(try found(.money, in: text) == wanted)
  }

  @Test(arguments: [
    (EntityLabel.money, "It lost -$3m.", "-$3m=USD -3000000"),
    (.money, "It lost minus $3 million.", "minus $3 million=USD -3000000"),
    (.money, "The balance is -250 euros.", "-250 euros=EUR -250"),
    (.percent, "Growth was -0.3 percent.", "-0.3 percent=-0.3"),
    (.percent, "Growth was −0.3%.", "−0.3%=-0.3"), (.percent, "Growth (-0.3%) was weak.", "-0.3%=-0.3"),
    (.percent, "Shares fell minus 3 percent.", "minus 3 percent=-3"),
    (.percent, "Growth was minus three percent.", "minus three percent=-3"),
    (.quantity, "It was minus 12 degrees Celsius.", "minus 12 degrees Celsius=-12 °C"),
    (.percent, "A non-3 percent rise - 5 percent.", "5 percent=5"),
    (.percent, "Growth was -0.0 percent.", "-0.0 percent=0.0"),
  ])
  func aMinusBelongsToTheAmount(_ label: EntityLabel, _ text: String, _ wanted: String) throws {
    #expect(try found(label, in: text).last == wanted)
  }

  @Test(arguments: [
    (EntityLabel.percent, "It rose 3 1/2 percent.", "3 1/2 percent=3.5"),
    (.percent, "It rose 1/2 percent.", "1/2 percent=0.5"), (.percent, "It rose 1/3 percent.", "1/3 percent"),
    (.money, "It cost $3 1/2 million.", "$3 1/2 million=USD 3500000"),
    (.quantity, "It is 2 3/4 miles away.", "2 3/4 miles=2.75 mi"),
  ])
  func aFractionIsReadWithTheNumberBeforeIt(_ label: EntityLabel, _ text: String, _ wanted: String) throws {
    #expect(try found(label, in: text) == [wanted])
  }

  @Test(arguments: [
    (
      EntityLabel.money, "It cost two hundred and fifty million dollars.",
      ["two hundred and fifty million dollars=USD 250000000"]
    ),
    (
      .money, "It cost three hundred fifty thousand dollars.",
      ["three hundred fifty thousand dollars=USD 350000"]
    ),
    (.money, "It cost a thousand and one dollars.", ["a thousand and one dollars=USD 1001"]),
    (
      .money, "It cost one million two hundred thousand dollars.",
      ["one million two hundred thousand dollars=USD 1200000"]
    ),
    (.money, "Between two million and three million dollars.", ["three million dollars=USD 3000000"]),
    (.money, "One hundred or two hundred dollars.", ["two hundred dollars=USD 200"]),
    (.money, "It cost nineteen ninety dollars.", ["ninety dollars"]),
    (.money, "It cost half a million dollars.", ["half a million dollars=USD 500000"]),
    (.money, "It cost a million dollars.", ["a million dollars=USD 1000000"]),
    (.money, "It cost five hundred million dollars.", ["five hundred million dollars=USD 500000000"]),
    (.percent, "It rose one hundred and fifty percent.", ["one hundred and fifty percent=150"]),
    (.percent, "It rose by five percent and ten percent.", ["five percent=5", "ten percent=10"]),
    (.quantity, "It is twenty five miles away.", ["twenty five miles=25 mi"]),
    (.quantity, "It is twenty-five miles away.", ["twenty-five miles=25 mi"]),
  ])
  func aNumberInSeveralWordsIsReadAsAWhole(
    _ label: EntityLabel, _ text: String, _ wanted: [String]
  ) throws {
    #expect(try found(label, in: text) == wanted)
  }

  @Test(
    arguments: [
      // Right in the year of publication.
      ("It opened on Monday, Feb. 24.", "2025-02-24"), ("Die Feier war am Sunday, 2 March.", "2025-03-02"),
      ("Of Tues., Sept. 10, he said nothing.", "2024-09-10"),
      ("On Friday, Nov. 22, he was shot.", "2024-11-22"),
      ("It will open on Monday, Feb. 24.", "2025-02-24"),
      // Right in the year before: the page is older than its date.
      ("It was told on Sunday, May 5.", "2024-05-05"),
      // Eight days off, and a slip, or of another year.
      ("It happened on Sunday, Feb. 25.", nil), ("It was told on Monday, April 1.", nil),
      // Right in no year near.
      ("On Tuesday, Sept. 11, it burnt.", nil), ("It was told on Friday, June 5.", nil),
      // With its year it is what it says.
      ("On Tuesday, Sept. 11, 2018, it burnt.", "2018-09-11"),
    ] as [(String, String?)])
  func aWeekdayThatIsToldMustBeRight(_ text: String, _ wanted: String?) {
    let dates = DateRecogniser(published: PublicationDate(iso8601: "2025-03-05")).dates(in: Text(text))
    #expect(dates.map(\.value) == [wanted])
  }

  @Test(
    arguments: [
      // Published on a Tuesday.
      ("The market is open every Monday.", [nil]), ("Each Friday he prays.", [nil]),
      ("It was a Monday.", [nil]),
      ("It is open Monday to Friday.", [nil, nil]), ("They talk from Monday through Wednesday.", [nil, nil]),
      ("It meets on the first Monday in October.", [nil, nil]),
      ("It met on the last Monday in May.", [nil, nil]),
      ("They met on the Friday after Easter.", [nil]), ("It opens on Saturday week.", [nil]),
      ("It opens a week on Saturday.", [nil]), ("He left on the following Thursday.", [nil]),
      ("This coming Saturday it opens.", ["2024-03-09"]), ("It opened this past Saturday.", ["2024-03-02"]),
      ("It will go on past Friday.", ["2024-03-08"]), ("It opened last Monday.", ["2024-03-04"]),
      ("It opened on Monday and closed on Sunday.", ["2024-03-04", "2024-03-03"]),
      ("He came on Monday after lunch.", ["2024-03-04"]), ("On the Monday he left.", ["2024-03-04"]),
      ("Monday to him is a day of rest.", ["2024-03-04"]),
    ] as [(String, [String?])])
  func aWeekdayHasADateWhereItIsOneDay(_ text: String, _ wanted: [String?]) {
    let dates = DateRecogniser(published: PublicationDate(iso8601: "2024-03-05")).dates(in: Text(text))
    #expect(dates.map(\.value) == wanted)
  }

  @Test(arguments: [
    ("Sheffield Wednesday beat Leeds on Saturday.", ["Saturday=2024-01-06"]),
    ("He told the Mail on Sunday and The Sunday Times so.", []),
    ("Fans of Monday Night Football and Saturday Night Live complained.", []),
    ("The Good Friday Agreement of 1998 held.", []), ("The Bloody Sunday inquiry ended.", []),
    ("Sales on Black Friday rose.", ["Black Friday"]), ("Ash Wednesday fell late.", ["Ash Wednesday"]),
    ("On Super Tuesday they vote.", ["Super Tuesday"]),
    ("They met on Good Friday, March 29, and left.", ["Friday, March 29=2024-03-29"]),
    ("It was a good Friday for them.", ["Friday=2024-01-05"]),
    ("The Independent said on Sunday it was so.", ["Sunday=2024-01-07"]),
    ("On Sunday Independent candidates won.", ["Sunday=2024-01-07"]),
    ("He arrived on Sunday. Times are hard.", ["Sunday=2024-01-07"]),
    ("They met on Wednesday night.", ["Wednesday=2024-01-03"]),
  ])
  func aWeekdayInANameIsNoDayOfTheWeek(_ text: String, _ wanted: [String]) {
    let text = Text(text)
    let dates = DateRecogniser(published: PublicationDate(iso8601: "2024-01-08")).dates(in: text)
    let shown = dates.map { date in
      text[date.span] + (date.value.map { "=\($0)" } ?? "")
    }
    #expect(shown == wanted)
  }

  @Test(arguments: [
    ("It rained on May 3 and 4, 2023.", ["2023-05-03"]),
    ("The vote is on May 3 and May 5, 2023.", ["2023-05-03", "2023-05-05"]),
    ("It rained on May 3, 4 and 5, 2023.", ["2023-05-03"]),
    ("On 3 May and 5 June 2023 it rained.", ["2023-05-03", "2023-06-05"]),
    ("From Dec. 30 to Jan. 2, 2023.", [nil, "2023-01-02"]),
    ("It rained on May 3 and 4 people came.", ["2023-05-03"]),
    ("It rained on May 3, and in 2019 it did not.", ["2023-05-03", "2019"]),
  ])
  func theYearBehindAListIsThatOfAllItsDays(_ text: String, _ wanted: [String?]) {
    let dates = DateRecogniser(published: PublicationDate(iso8601: "2024-01-08")).dates(in: Text(text))
    #expect(dates.map(\.value).prefix(wanted.count) == wanted[...])
  }
}
