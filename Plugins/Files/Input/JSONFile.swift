import Copydesk

/// Names the records of a file of JSON one by one, without a look inside: the elements of an array and of arrays in it, or
/// objects one behind the other, on as many lines as they like; or what each of these objects has in a list.
///
/// A record that is broken ends where it cannot go on, and costs what stands before the next that is recognised
/// (``JSONDamage``). One that is too long is passed over without being held.
/// - Complexity: O(bytes); holds a block and the longest record.
struct JSONFile: ItemSequence {
  private let id: String
  private let path: String
  private let limit: Int
  var reader: BlockReader
  private let memory = TextPlaceMemory()
  private var number = 0
  private var isFinished = false
  /// How to find the list of records in an object, where objects are no records themselves.
  let envelope: JSONEnvelope?
  /// The list whose elements are read; nil where values stand by themselves.
  var list: List?
  /// How far to the right the next byte stands, where only blanks stand before it in its line.
  var column: Int? = 0
  /// Whether the last value was no object. A list of numbers costs one failure, however long it is.
  private var isBesideRecords = false
  /// Whether the file ended in the midst of the last record.
  var isCutOff = false

  init(
    id: String, path: String, _ stream: any ByteStream, limits: ReadingLimits, envelope: JSONEnvelope? = nil
  ) {
    self.id = id
    self.path = path
    self.envelope = envelope
    limit = limits.line
    reader = BlockReader(stream, block: limits.block)
  }

  mutating func next() -> SourceItem? {
    guard !isFinished else { return nil }
    do throws(Failure) {
      if reader.offset == 0 { _ = try reader.skip(ByteOrderMark.utf8Length(try reader.peek(3))) }
      while let byte = try reader.peek(1).first {
        if let item = try step(byte) { return item }
      }
      isFinished = true
      guard let list, !isCutOff else { return nil }
      return unclosed(list)
    } catch {
      isFinished = true
      return item(Span(reader.offset, reader.offset), failure: error)
    }
  }

  /// Goes on by a byte, or by what begins with it.
  private mutating func step(_ byte: UInt8) throws(Failure) -> SourceItem? {
    switch byte {
    case 0x0A: column = 0
    case 0x20, 0x09: column = column.map { $0 + 1 }
    case 0x0D: break
    case UInt8(ascii: ","): column = nil
    case UInt8(ascii: "]") where list != nil: return try leaveList()
    case UInt8(ascii: "["):
      if list == nil { list = List(start: reader.offset) } else { list?.depth += 1 }
      column = nil
    case UInt8(ascii: "{"):
      isBesideRecords = false
      guard let envelope else { return try record() }
      if let item = try endList() { return item }
      return try list == nil ? enter(envelope) : record()
    case _ where isBesideRecords:
      _ = try reader.passValue()
      return nil
    default:
      isBesideRecords = true
      return try record()
    }
    _ = try reader.skip(1)
    return nil
  }

  /// The value that begins here.
  private mutating func record() throws(Failure) -> SourceItem {
    let start = reader.offset
    let begun = column
    column = nil
    if list?.answer != nil, list?.answer?.record == nil {
      list?.answer?.record = JSONOpening(try reader.peek(JSONOpening.longest), column: begun)
    }
    var extent = JSONExtent()
    var scanned = 0
    while true {
      // A long record is read in growing steps, so that it is not copied once a block.
      let ahead = try reader.peek(scanned < 1 << 22 ? scanned + 1 : min(scanned * 2, limit + 1))
      let rest = ahead.dropFirst(scanned)
      let end = extent.end(in: rest)
      let count = (end?.index ?? ahead.endIndex) - ahead.startIndex
      if count > limit { return try tooLong(from: start, extent, ended: end, at: count, column: begun) }
      if end != nil || rest.isEmpty {
        if end == nil, let failure = reader.failure { throw failure }
        isCutOff = end == nil
        guard end?.isWhole ?? true else { return try broken(from: start, count, column: begun) }
        var bytes = try reader.take(count)
        while let last = bytes.last, last.isASCIISpace { bytes = bytes.dropLast() }
        return item(Span(start, start + bytes.count), bytes: bytes)
      }
      scanned = ahead.count
    }
  }

  /// A record that cannot go on behind `count` bytes, with all that stands before the next one.
  private mutating func broken(from start: Int, _ count: Int, column: Int?) throws(Failure) -> SourceItem {
    var bytes = Array(try reader.take(count))
    try pass(JSONDamage(behind: JSONOpening(bytes[...], column: column)), keeping: &bytes)
    let length = reader.offset - start
    guard length == bytes.count else { return item(tooLong: Span(start, start + length)) }
    while let last = bytes.last, last.isASCIISpace || last == UInt8(ascii: ",") { bytes.removeLast() }
    return item(Span(start, start + bytes.count), bytes: bytes[...])
  }

  /// Passes over a record that is longer than any may be; `ended` where its end was seen, `count` bytes behind its start.
  private mutating func tooLong(
    from start: Int, _ extent: JSONExtent, ended: JSONExtent.End?, at count: Int, column: Int?
  ) throws(Failure) -> SourceItem {
    let opening = JSONOpening(try reader.peek(JSONOpening.longest), column: column)
    _ = try reader.skip(count)
    let end: JSONExtent.End?
    if let ended { end = ended } else { end = try reader.passValue(extent) }
    isCutOff = end == nil
    if let end, !end.isWhole { try pass(JSONDamage(behind: opening)) }
    return item(tooLong: Span(start, reader.offset))
  }

  /// Passes over damage, and keeps what there is of it up to the limit.
  mutating func pass(_ damage: JSONDamage, keeping bytes: inout [UInt8]) throws(Failure) {
    column = try damage.pass(&reader, isInList: list != nil, keeping: &bytes, atMost: limit)
    isCutOff = try reader.peek(1).isEmpty
  }

  mutating func pass(_ damage: JSONDamage) throws(Failure) {
    column = try damage.pass(&reader, isInList: list != nil)
    isCutOff = try reader.peek(1).isEmpty
  }

  // MARK: Items

  private mutating func item(tooLong span: Span) -> SourceItem {
    item(
      span,
      failure: Failure(
        .tooLarge, "the record is \(span.count) bytes long, which is too long for one: \(limit) at most",
        help: "put what it holds into several records", offset: span.start))
  }

  mutating func item(
    _ span: Span, bytes: ArraySlice<UInt8>? = nil, failure: Failure? = nil
  ) -> SourceItem {
    number += 1
    var item = SourceItem(
      id: id, number: number, path: path, span: span, bytes: bytes, format: FileFormat.json.rawValue,
      failure: failure)
    item.context = memory
    return item
  }
}
