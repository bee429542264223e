import Copydesk
import Testing

/// Days as numbers to count with.
struct DayNumberTests {
  @Test func daysFollowOneAnotherAndWeekdaysGoRoundInEveryYear() throws {
    // 1 January 1900 was a Monday.
    let first = try #require(PublicationDate(year: 1900, month: 1, day: 1)).dayNumber
    let last = try #require(PublicationDate(year: 2100, month: 12, day: 31)).dayNumber
    var before: PublicationDate?
    let wrong = (first...last).filter { number in
      let day = PublicationDate(dayNumber: number)
      defer { before = day }
      let isNext = before.map { one in
        day.map { ($0.year, $0.month, $0.day) > (one.year, one.month, one.day) } ?? false
      }
      return day?.dayNumber != number || day?.weekday != (number - first) % 7 || isNext == false
    }
    #expect(last - first == 73_413 && wrong.isEmpty)
  }

  @Test(arguments: [
    ("2019-12-31", "2020-01-01", 1), ("2020-01-01", "2020-02-28", 58), ("2020-02-28", "2020-02-29", 1),
    ("2020-02-29", "2020-03-01", 1), ("2100-02-28", "2100-03-01", 1), ("1970-01-01", "1970-01-02", 1),
  ])
  func aDayNumberFollowsTheOneOfTheDayBefore(_ one: String, _ other: String, days: Int) throws {
    let numbers = try [one, other].map { try #require(PublicationDate(iso8601: $0)).dayNumber }
    #expect(numbers[1] - numbers[0] == days)
  }

  @Test(arguments: [Int.min, -719_163, 2_932_897, .max])
  func aNumberOutsideOfTheYearsThatHaveDatesIsNone(_ number: Int) {
    #expect(PublicationDate(dayNumber: number) == nil)
  }

  @Test func theFirstAndTheLastDayAreDays() {
    #expect(PublicationDate(dayNumber: -719_162)?.description == "0001-01-01")
    #expect(PublicationDate(dayNumber: 0)?.description == "1970-01-01")
    #expect(PublicationDate(dayNumber: 2_932_896)?.description == "9999-12-31")
  }
}
