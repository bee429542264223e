import Copydesk
import CopydeskTesting
import Testing

@testable import Entities

/// An amount has the value that all of its parts say, or none.
@Suite struct ScaledFigureTests {
  @Test(arguments: [
    ("It is a $300-million-a-year trade.", "$300-million-a-year=USD 300000000"),
    ("It is a $300 million-a-year plan.", "$300 million-a-year=USD 300000000"),
    ("A $1.5-billion-dollar deal.", "$1.5-billion-dollar=USD 1500000000"),
    ("A $5 million-plus fund.", "$5 million-plus=USD 5000000"),
    ("A £300m-a-year trade.", "£300m=GBP 300000000"), ("It costs $300-a-night.", "$300=USD 300"),
  ])
  func aScaleThatIsPartOfALongerWordScales(_ text: String, _ wanted: String) throws {
    #expect(try found(.money, in: text) == [wanted])
  }

  @Test(arguments: [
    ("It is worth $1 bln.", "$1 bln=USD 1000000000"), ("It is worth $2 mn.", "$2 mn=USD 2000000"),
    ("Es kostet €40 Mio.", "€40 Mio=EUR 40000000"),
    ("Es kostet 2 Milliarden Euro.", "2 Milliarden Euro=EUR 2000000000"),
    ("Cuesta €5 millones.", "€5 millones=EUR 5000000"),
    ("It lost ₹12,000 crore.", "₹12,000 crore=INR 120000000000"),
    ("It lost ₹12,000-crore.", "₹12,000-crore=INR 120000000000"),
    ("It lost ₹3,400 cr.", "₹3,400 cr=INR 34000000000"),
    ("A tax of ₹1.5 lakh crore.", "₹1.5 lakh crore=INR 1500000000000"),
    ("It lost ₹500cr.", "₹500cr=INR 5000000000"),
    ("INR 500 crore was lost.", "INR 500 crore=INR 5000000000"), ("It cost $50 K.", "$50 K.=USD 50000"),
    ("It lost $2trn.", "$2trn=USD 2000000000000"),
  ])
  func scalesOfOtherPlacesAreKnown(_ text: String, _ wanted: String) throws {
    #expect(try found(.money, in: text) == [wanted])
  }

  @Test(arguments: [
    ("Custa R$ 5 mil.", "R$ 5 mil"), ("It lost $2 B in a day.", "$2 B"),
    ("They paid Rs 12,000 crore.", "Rs 12,000 crore"), ("They paid Rs. 200 each.", "Rs. 200"),
  ])
  func whatIsNotCertainHasNoValue(_ text: String, _ wanted: String) throws {
    #expect(try found(.money, in: text) == [wanted])
  }

  @Test(arguments: [" ", "\u{A0}", "\u{202F}", "\u{2009}"])
  func thousandsMayBeSetApartByBlanks(_ blank: String) throws {
    func text(_ words: String) -> String { words.replacing("_", with: blank) }
    #expect(
      try found(.money, in: text("It cost $10_000, 74_000 euros, €3_800 and 1_200_000 dollars."))
        == [
          "$10_000=USD 10000", "74_000 euros=EUR 74000", "€3_800=EUR 3800", "1_200_000 dollars=USD 1200000",
        ].map(text))
    #expect(
      try found(.quantity, in: text("It has 25_000 tonnes and is 1_200 km away."))
        == ["25_000 tonnes=25000 t", "1_200 km=1200 km"].map(text))
    #expect(try found(.money, in: text("It cost 1_200,50 euros.")) == [text("1_200,50 euros=EUR 1200.50")])
  }

  @Test(arguments: [
    ("It cost CHF 1'200'000.", "CHF 1'200'000=CHF 1200000"), ("It cost CHF 1’200.", "CHF 1’200=CHF 1200"),
    ("It lost £1·5m.", "£1·5m=GBP 1500000"), ("It lost £1·5 million.", "£1·5 million=GBP 1500000"),
    ("It cost EUR 3 800.", "EUR 3 800=EUR 3800"),
  ])
  func apostrophesGroupAndRaisedPointsDivide(_ text: String, _ wanted: String) throws {
    #expect(try found(.money, in: text) == [wanted])
  }

  @Test(arguments: [
    (EntityLabel.quantity, "An order for 36 100 kilowatt transmitters.", "36 100 kilowatt"),
    (.quantity, "It makes 36 100 kilowatts.", "36 100 kilowatts=36100 kW"),
    (.percent, "It ended at 108 109 percent.", "108 109 percent"),
    (.money, "Pay $50 100 times.", "$50=USD 50"),
    (.money, "For £20 100 guests may come.", "£20=GBP 20"),
    (.money, "He had 2 100 dollar bills.", "2 100 dollar"),
    (.money, "It costs 1-2 000 euros.", "000 euros"),
  ])
  func groupsThatMayBeTwoNumbersHaveNoValue(_ label: EntityLabel, _ text: String, _ wanted: String) throws {
    #expect(try found(label, in: text) == [wanted])
  }

  @Test func aLetterAtTheStartOfTheNextRowScalesNothing() throws {
    #expect(try found(.money, in: "Total for April  6\n    B POUND    13053").isEmpty)
  }

  @Test(arguments: [
    ("The Boeing 737 800 dollars more.", ["737 800 dollars"]),
    ("On May 12 500 dollars were paid.", ["500 dollars=USD 500"]),
    ("In 2020 740 dollars were paid.", ["740 dollars=USD 740"]),
    ("Of 25 30 dollars more.", ["30 dollars=USD 30"]),
    ("They met in room 12.\n500 dollars were paid.", ["500 dollars=USD 500"]),
  ])
  func numbersThatMayBeTwoAreNotMadeOneWithAValue(_ text: String, _ wanted: [String]) throws {
    #expect(try found(.money, in: text) == wanted)
  }

  @Test(arguments: [
    (EntityLabel.money, "It cost £1½ million.", "£1½ million=GBP 1500000"),
    (.money, "It cost £3½m.", "£3½m=GBP 3500000"),
    (.money, "It cost $2¾bn a year.", "$2¾bn=USD 2750000000"),
    (.money, "It cost 2½ million euros.", "2½ million euros=EUR 2500000"),
    (.percent, "It rose by 4½ percent.", "4½ percent=4.5"), (.percent, "It rose ½ percent.", "½ percent=0.5"),
    (.percent, "It rose ⅓ percent.", "⅓ percent"), (.quantity, "It is 5½ miles away.", "5½ miles=5.5 mi"),
  ])
  func aFractionInOneLetterIsRead(_ label: EntityLabel, _ text: String, _ wanted: String) throws {
    #expect(try found(label, in: text) == [wanted])
  }

  @Test(arguments: [
    (EntityLabel.money, "It cost a quarter of a million pounds.", "a million pounds"),
    (.money, "It cost three-quarters of a billion dollars.", "a billion dollars"),
    (.percent, "It fell by one-tenth of one percent.", "one percent"),
    (.percent, "It fell by half of 1 percent.", "1 percent"),
    (.money, "The third of 3 million dollars.", "3 million dollars=USD 3000000"),
    (.percent, "It fell by a total of one percent.", "one percent=1"),
  ])
  func aPartOfAnAmountIsNotTheAmount(_ label: EntityLabel, _ text: String, _ wanted: String) throws {
    #expect(try found(label, in: text) == [wanted])
  }
}
