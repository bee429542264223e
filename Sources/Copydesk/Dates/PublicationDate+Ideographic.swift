extension PublicationDate {
  /// Reads a date as Chinese and Japanese write it, 2024年3月12日, or Korean, 2024년 3월 12일, with the time where it
  /// follows; nil for anything else. What stands behind that is not read.
  init?(ideographic text: String) {
    guard text.utf8.count <= 80, EastAsianDateLine.mayBe(text.utf8) else { return nil }
    var reader = EastAsianDate(text[...])
    guard let date = reader.date() else { return nil }
    self = date
  }
}
