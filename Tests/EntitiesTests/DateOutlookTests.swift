import Copydesk
import Testing

@testable import Entities

@Suite struct DateOutlookTests {
  private func values(_ text: String, published: String = "2024-03-06") -> [String?] {
    DateRecogniser(published: PublicationDate(iso8601: published)).dates(in: Text(text)).map(\.value)
  }

  @Test(arguments: [
    "Parliament delayed the vote to Nov. 5.", "The government called for elections on Nov. 5.",
    "The mayor proposed a vote on Nov. 5.", "He promised to resign on Nov. 5.",
  ])
  func whatWasArrangedMayBeToComeOrNot(_ text: String) {
    #expect(values(text, published: "2018-05-10") == [nil])
  }

  @Test(arguments: [
    ("The election will be held on Nov. 5.", "2024-11-05"),
    ("The museum will be closed until Nov. 30.", "2024-11-30"),
    ("The museum is closed until Nov. 30.", "2024-11-30"),
    ("The ban, passed by the council, takes effect on Dec. 1.", "2024-12-01"),
    ("Pell and Okafor are to meet on Oct. 15.", "2024-10-15"),
    ("The talks are due to end by Nov. 30.", "2024-11-30"),
    ("The exhibition runs through Dec. 31.", "2024-12-31"), ("The deadline is Oct. 15.", "2024-10-15"),
    ("The contract expires Sept. 30.", "2024-09-30"),
    ("By Nov. 30 all shops must close, and on Nov. 5 voters will choose a mayor.", "2024-11-30"),
    ("On Nov. 5, voters in the city will choose a mayor.", "2024-11-05"),
    ("Nov. 30 is the deadline.", "2024-11-30"),
    ("The trial is scheduled for 30 November.", "2024-11-30"),
    ("It closes on Nov. 5 next year.", "2025-11-05"), ("It closed on Nov. 5 of last year.", "2023-11-05"),
  ])
  func aDayIsStillToComeWhereTheSentenceSaysSo(text: String, value: String) {
    #expect(values(text).first == value)
  }

  @Test(arguments: [
    ("The plant closed on Aug. 30.", "2023-08-30"), ("She was arrested on Aug. 30.", "2023-08-30"),
    ("He said he will resign after he was arrested on Aug. 30.", "2023-08-30"),
    ("Prices have risen since Sept. 30.", "2023-09-30"),
    ("He died on Feb. 29 in Larne.", "2024-02-29"),
    ("Wages rose by 1.9 percent in the year to Dec. 31.", "2023-12-31"),
    ("On Aug. 30 the court ruled that the law will apply.", "2023-08-30"),
    ("The mayor said on Nov. 30 that the hall will open.", "2023-11-30"),
  ])
  func aDayHasBeenWhereTheSentenceSaysSo(text: String, value: String) {
    #expect(values(text).first == value)
  }

  @Test(arguments: [
    ("From Nov. 5 to Jan. 10 the hall will be closed.", ["2024-11-05", "2025-01-10"]),
    ("It takes effect on April 3 and ends Dec. 31.", ["2024-04-03", "2024-12-31"]),
    ("He was arrested on Aug. 30 and will appear in court on Nov. 5.", ["2023-08-30", "2024-11-05"]),
  ])
  func eachDayOfASentenceHasItsOwnVerb(text: String, wanted: [String]) {
    #expect(values(text) == wanted)
  }

  @Test(arguments: [
    ("The law, passed on Oct. 3, will take effect in June.", "2023-10-03"),
    ("The chain, which filed for bankruptcy on Jan. 9, will be sold.", "2024-01-09"),
    ("The firm reported on Nov. 30 and will report again in July.", "2023-11-30"),
    ("The mayor said on Nov. 30 the hall will open.", "2023-11-30"),
    ("The bridge, painted by volunteers on Oct. 3, is to be closed.", "2023-10-03"),
    ("The bill passed on Oct. 3 last month will be signed.", "2023-10-03"),
  ])
  func aVerbThatFollowsTakesNoDayFromTheOneBefore(text: String, value: String) {
    #expect(values(text).first == value)
  }

  @Test(arguments: [
    ("The council voted, and on Nov. 5 residents will choose.", "2024-11-05"),
    ("The party agreed that on Nov. 5 members will choose.", "2024-11-05"),
    ("The disputed vote on Nov. 5 will decide.", "2024-11-05"),
    ("The renovated hall, which on Nov. 5 will open, is new.", "2024-11-05"),
    ("Applications received by Nov. 5 will be read.", "2024-11-05"),
    ("Goods imported after Nov. 5 from Larne will be taxed.", "2024-11-05"),
    ("A meeting called for Nov. 5 will decide.", "2024-11-05"),
    ("Teachers, retired or not, on Nov. 5 will march.", "2024-11-05"),
  ])
  func aVerbOfThePastElsewhereTakesNoDay(text: String, value: String) {
    #expect(values(text).first == value)
  }

  @Test func whereBothMayBeMeantADayFarOffHasNoValue() {
    #expect(values("Ballots mailed on Nov. 5 will be counted.") == [nil])
    #expect(values("Ballots mailed on March 4 will be counted.") == ["2024-03-04"])
  }

  @Test(arguments: [
    "The Sept. 5 case.", "The Sept. 5 attack will be looked into.",
    "The council voted to keep the road closed until Nov. 30.",
    "The hall will open on March 1.",
  ])
  func aDayOfWhichNothingIsCertainHasNoValue(text: String) { #expect(values(text) == [nil]) }

  @Test(arguments: [
    ("The final is on Sunday.", "2024-03-10"), ("Orveston plays Larne on Saturday.", "2024-03-09"),
    ("On Friday, voters in Larne will choose a mayor.", "2024-03-08"),
    ("The road is closed until Friday.", "2024-03-08"), ("The talks are to end on Monday.", "2024-03-11"),
    ("They will stay after they were attacked on Friday.", "2024-03-01"),
    ("On Friday the court ruled that the law will apply.", "2024-03-01"),
    ("Due to rain on Saturday there was no match.", "2024-03-02"),
    ("The road was closed until Friday.", "2024-03-01"),
    ("The minutes of Friday's meeting will be printed.", "2024-03-01"),
    ("They will print the minutes of Friday's meeting.", "2024-03-01"),
    ("The Friday attack will be looked into.", "2024-03-01"),
    ("Police, who searched the house on Friday, will hold a suspect.", "2024-03-01"),
    ("The minister said on Friday it will rain.", "2024-03-01"),
    ("The man arrested on Friday will appear in court.", "2024-03-01"),
    ("Larne beat Orveston on Friday and will meet Tamworth.", "2024-03-01"),
    ("Some retired teachers on Friday will march.", "2024-03-08"),
    ("Orla, which attends the meeting of industrialised nations on Friday, is to speak.", "2024-03-08"),
    ("Larne defeated Orveston on Friday and will meet Tamworth.", "2024-03-01"),
  ])
  func aWeekdayIsTheOneThatTheVerbIsOf(text: String, value: String) { #expect(values(text) == [value]) }

  @Test func twoDaysOfOneNameHaveTheirOwnVerbs() {
    #expect(
      values("The club won on Friday and will play again on Friday.") == ["2024-03-01", "2024-03-08"])
    #expect(
      values("The club won on Friday and Saturday and will play on Sunday.")
        == ["2024-03-01", "2024-03-02", "2024-03-10"])
  }
}
