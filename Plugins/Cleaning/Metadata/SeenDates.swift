import Copydesk

/// The dates of a page that its readers see, from the surest to the least sure.
struct SeenDates {
  /// Of an element `time`.
  var time: PageMetadata.Found<PublicationDate>?
  /// The same of one that is said to be of a change.
  var changed: PageMetadata.Found<PublicationDate>?
  /// Of a line that says who wrote the story, or of one below the headline.
  private(set) var credit: PageMetadata.Found<PublicationDate>?
  /// Whether ``credit`` is said to be that of a change.
  private var isCreditChange = false
  /// Of an element around the headline that is named after a date.
  var named: PageMetadata.Found<PublicationDate>?

  /// Whether the day the story appeared on is known.
  var isKnown: Bool { time != nil || credit != nil && !isCreditChange }

  /// Takes in the date of a line; the first counts, but for one of a change, which gives way.
  mutating func add(_ date: PageMetadata.Found<PublicationDate>?, isChange: Bool) {
    guard let date, credit == nil || isCreditChange && !isChange else { return }
    (credit, isCreditChange) = (date, isChange)
  }

  /// The date of the story. That of a line of credit is surely the story's; an element `time` tells the same day more
  /// exactly, or that of another story. A date of a change counts where there is no other.
  var best: PageMetadata.Found<PublicationDate>? {
    guard let credit, !isCreditChange else { return time ?? named ?? changed ?? credit }
    guard let time else { return credit }
    // A time in another zone may be of the day before or after.
    let (one, other) = (time.value, credit.value)
    let isSame = one.year == other.year && one.month == other.month && abs(one.day - other.day) <= 1
    return isSame ? time : credit
  }
}
