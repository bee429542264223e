import Copydesk

/// How the texts of the documents in an index of headlines begin, in a temporary file: they are read only where two
/// headlines are alike, and take no memory but a buffer and four bytes each.
struct OpeningFile: Sendable {
  private var records: RecordFile
  private var places: [UInt32] = []

  init() throws { records = try RecordFile(.temporary()) }

  /// Keeps the beginning of the next document's text.
  mutating func append(_ text: Text) throws {
    let opening = OpeningWords.opening(of: text)
    var record: [UInt8] = [UInt8(opening.count & 0xFF), UInt8(opening.count >> 8)]
    record += opening
    places.append(try records.append(record))
  }

  /// The telling words of a document's text.
  func words(of number: Int32, without headline: HeadlineWords) throws -> OpeningWords {
    try records.withRecord(at: places[Int(number)]) { bytes in
      guard bytes.count >= 2 else { return nil }
      let end = 2 + Int(bytes[0]) + Int(bytes[1]) << 8
      guard bytes.count >= end else { return nil }
      return OpeningWords(bytes[2..<end], without: headline)
    }
  }
}
