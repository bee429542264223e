/// A line, or a part of one, that holds a date of publication and nothing else.
///
/// ```
/// Published: Mon, April 23, 2018          Posted on 11 May 2018
/// Published: 2018-05-09 14:20 GMT         May 12, 2018 09:15 AM EDT
/// Last updated: 23. April 2018, 14.20 Uhr Published in April, the survey…   (no: words are left over)
/// Publié le 3 mai 2024 à 14h30, mis à jour à 16h05                           公開日：2024年3月12日（火）14時30分
/// ```
public struct DateLine: Sendable, Equatable {
  /// What the date is said to be.
  public enum Kind: Sendable {
    /// "Published on …".
    case published
    /// "Last updated …".
    case updated
    /// Nothing.
    case bare
  }

  /// What the date is said to be.
  public let kind: Kind
  /// The date.
  public let date: PublicationDate

  /// Reads a line; nil where it is anything but a date.
  ///
  /// A wrong day of the week does not matter. A date of three numbers counts only where day and month cannot
  /// be confused, or words tell the language: "Publié le 03/05/2024".
  /// - Parameters:
  ///   - line: the line.
  ///   - isDayFirst: whether 05/03 is in March, where that is known.
  public init?(_ line: String, isDayFirst: Bool? = nil) {
    self.init(folded: Self.folded(line), isDayFirst: isDayFirst)
  }

  /// The same of a line in lower case, in UTF-8. It takes little time where the line is something else.
  public init?(folded: ArraySlice<UInt8>, isDayFirst: Bool? = nil) {
    guard folded.count <= 120, Self.hasYear(folded) else { return nil }
    if let line = EastAsianDateLine(folded) {
      self.init(line)
    } else {
      self.init(reading: folded, isDayFirst: isDayFirst)
    }
  }

  private init(_ line: EastAsianDateLine) { (kind, date) = (line.kind, line.date) }

  /// Whether a text says of the date behind it that it is one of a change, and nothing else: "Last updated:".
  public static func isLabelOfChange(_ text: String) -> Bool {
    var reader = DateReader(folded(text))
    return reader.label() == .updated && reader.isAtEnd
  }

  static func folded(_ text: String) -> ArraySlice<UInt8> {
    var folded: [UInt8] = []
    var text = text
    text.withUTF8 { CaseFolding.fold($0, into: &folded) }
    return folded[...]
  }

  init?(reading folded: ArraySlice<UInt8>, isDayFirst: Bool?) {
    var reader = DateReader(folded, isDayFirst: isDayFirst)
    let kind = reader.label()
    guard let date = reader.date() else { return nil }
    if reader.isAtEnd {
      (self.kind, self.date) = (kind, date)
      return
    }
    // "…, updated 6 March 2024", "… Updated 2 days ago"
    let second = reader.label()
    guard second != .bare else { return nil }
    var rest = reader
    if let other = rest.date(), rest.isAtEnd {
      (self.kind, self.date) = kind == .updated && second == .published ? (second, other) : (kind, date)
    } else if second == .updated, reader.isAtAge || reader.isAtTime {
      (self.kind, self.date) = (kind, date)
    } else {
      return nil
    }
  }

  /// Whether a word is one that dates begin with: a month, a day of the week, "on", "Published".
  package static func mayBegin(_ word: Substring) -> Bool {
    let bare = word.drop { !$0.isLetter }.prefix { $0.isLetter }
    guard !bare.isEmpty else { return false }
    let hash = Array(bare.utf8).withUnsafeBufferPointer { CaseFolding.hash($0) }
    return DateWords.openers.contains { $0.contains(hash: hash) }
  }

  /// Whether a line may hold a date: almost all lines have no year.
  package static func mayHoldDate(_ folded: ArraySlice<UInt8>) -> Bool {
    folded.count <= 160 && hasYear(folded)
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
