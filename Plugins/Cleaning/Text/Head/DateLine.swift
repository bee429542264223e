import Copydesk

/// A line, or a part of one, that holds a date of publication and nothing else.
///
/// ```
/// Published: Mon, April 23, 2018          Posted on 11 May 2018
/// Published: 2018-05-09 14:20 GMT         May 12, 2018 09:15 AM EDT
/// Last updated: 23. April 2018, 14.20 Uhr Published in April, the survey…   (no: words are left over)
/// ```
struct DateLine {
  /// What the date is said to be.
  enum Kind { case published, updated, bare }

  let kind: Kind
  let date: PublicationDate

  /// Reads a folded line; nil where it is anything but a date.
  ///
  /// A wrong day of the week does not matter. A date of three numbers counts only where day and month cannot
  /// be confused.
  init?(_ folded: ArraySlice<UInt8>) {
    guard folded.count <= 120, Self.hasYear(folded) else { return nil }
    var reader = DateReader(folded)
    kind = reader.label()
    guard let date = reader.date(), reader.isAtEnd else { return nil }
    self.date = date
  }

  /// Whether there is a number of four digits, without which there is no date: almost every line is asked, and of almost
  /// all this tells.
  private static func hasYear(_ line: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    for byte in line {
      if byte.isASCIIDigit {
        digits += 1
      } else {
        if digits == 4 { return true }
        digits = 0
      }
    }
    return digits == 4
  }
}
