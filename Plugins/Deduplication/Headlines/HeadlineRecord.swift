import Copydesk

/// What the index keeps of a document under a headline, in its file:
///
/// ```text
/// 0   length of the id, of the text's opening       4 + 4
/// 8   the day, counted                              4
/// 12  words, numbers of the headline                2 + 2
/// 16  fingerprints of the headline, and of it without a site's name   16 + 16
/// 48  the words, the numbers                        4 each
///     the id
///     how the text begins
/// ```
///
/// All numbers are little-endian; the record is that of one run and stays on one machine.
struct HeadlineRecord {
  private static let headerBytes = 48
  private static let noDay = Int32.min
  private static let none = Fingerprint(high: 0, low: 0)

  private let raw: UnsafeRawBufferPointer

  /// - Parameter keys: of a headline of fewer than 65,536 words.
  static func encode(id: String, keys: HeadlineKeys, opening: ArraySlice<UInt8>) -> [UInt8] {
    let words = keys.words?.words.prefix(Int(UInt16.max)) ?? []
    let numbers = keys.words?.numbers.prefix(Int(UInt16.max)) ?? []
    var record: [UInt8] = []
    record.reserveCapacity(headerBytes + 4 * (words.count + numbers.count) + id.utf8.count + opening.count)
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { record.append(contentsOf: $0) }
    }
    append(UInt32(truncatingIfNeeded: id.utf8.count))
    append(UInt32(truncatingIfNeeded: opening.count))
    append(keys.day.map { Int32(truncatingIfNeeded: $0) } ?? noDay)
    append(UInt16(words.count))
    append(UInt16(numbers.count))
    for fingerprint in [keys.full, keys.bare ?? none] {
      append(fingerprint.high)
      append(fingerprint.low)
    }
    for word in words { append(word) }
    for number in numbers { append(number) }
    record += id.utf8
    record += opening
    return record
  }

  /// Nil where not all of it is there.
  init?(_ raw: UnsafeRawBufferPointer) {
    guard raw.count >= Self.headerBytes else { return nil }
    self.raw = raw
    guard raw.count >= openingStart + Int(number(4, as: UInt32.self)) else { return nil }
  }

  private func number<Number: FixedWidthInteger>(_ offset: Int, as: Number.Type) -> Number {
    Number(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: Number.self))
  }

  private func fingerprint(_ offset: Int) -> Fingerprint {
    Fingerprint(high: number(offset, as: UInt64.self), low: number(offset + 8, as: UInt64.self))
  }

  private var wordCount: Int { Int(number(12, as: UInt16.self)) }
  private var numberCount: Int { Int(number(14, as: UInt16.self)) }
  private var idStart: Int { Self.headerBytes + 4 * (wordCount + numberCount) }
  private var openingStart: Int { idStart + Int(number(0, as: UInt32.self)) }

  /// The day of publication, counted; nil where it is not known or does not matter.
  var day: Int? {
    let day = number(8, as: Int32.self)
    return day == Self.noDay ? nil : Int(day)
  }

  /// The headline.
  var full: Fingerprint { fingerprint(16) }
  /// The headline without what may be a site's name; nil where there is none.
  var bare: Fingerprint? {
    let bare = fingerprint(32)
    return bare == Self.none ? nil : bare
  }

  /// What the headline is about.
  var words: HeadlineWords {
    func numbers(_ start: Int, _ count: Int) -> [UInt32] {
      (0..<count).map { number(start + 4 * $0, as: UInt32.self) }
    }
    return HeadlineWords(
      words: numbers(Self.headerBytes, wordCount),
      numbers: numbers(Self.headerBytes + 4 * wordCount, numberCount))
  }

  var id: String { String(decoding: raw[idStart..<openingStart], as: UTF8.self) }
  /// How the text begins.
  var opening: Slice<UnsafeRawBufferPointer> { raw[openingStart...].prefix(Int(number(4, as: UInt32.self))) }
}
