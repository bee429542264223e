import Copydesk

/// Names the records of a file of JSON one by one, without a look inside: the elements of an array, or objects one behind
/// the other, on as many lines as they like; or what each of these objects has in a list.
///
/// A record that is broken ends where it cannot go on, and costs itself; the next one is looked for at the beginnings of
/// lines. One that is too long is passed over without being held.
/// - Complexity: O(bytes); holds a block and the longest record.
struct JSONFile: ItemSequence {
  private let id: String
  private let path: String
  private let limit: Int
  private var reader: BlockReader
  private let memory = TextPlaceMemory()
  private var number = 0
  private var isFinished = false
  /// How to find the list of records in an object, where objects are no records themselves.
  private let envelope: JSONEnvelope?
  /// Where the array begins whose elements are read.
  private var array: Int?
  /// Whether that array is inside of an object.
  private var isInEnvelope = false
  /// How far to the right the next byte stands, where only blanks stand before it in its line.
  private var column: Int? = 0
  /// Whether the last value was no object. A list of numbers costs one failure, however long it is.
  private var isBesideRecords = false
  /// Whether the file ended in the midst of the last record.
  private var isCutOff = false

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
      if reader.offset == 0, let item = try marked() { return item }
      while let byte = try reader.peek(1).first {
        switch byte {
        case 0x0A: column = 0
        case 0x20, 0x09: column = column.map { $0 + 1 }
        case 0x0D: break
        case UInt8(ascii: ","): column = nil
        case UInt8(ascii: "]") where array != nil:
          try leaveArray()
          continue
        case UInt8(ascii: "[") where array == nil: (array, column) = (reader.offset, nil)
        case UInt8(ascii: "{"):
          isBesideRecords = false
          guard array == nil, let envelope else { return try record() }
          if let item = try enter(envelope) { return item }
          continue
        case _ where isBesideRecords:
          _ = try reader.passValue()
          continue
        default:
          isBesideRecords = true
          return try record()
        }
        _ = try reader.skip(1)
      }
      isFinished = true
      return unclosed()
    } catch {
      isFinished = true
      return item(Span(reader.offset, reader.offset), failure: error)
    }
  }

  /// Passes over the mark of UTF-8; a failure where it is that of UTF-16.
  private mutating func marked() throws(Failure) -> SourceItem? {
    let head = try reader.peek(3)
    guard !ByteOrderMark.isUTF16(head) else {
      isFinished = true
      return item(
        Span(0, head.count), bytes: head, failure: ByteOrderMark.utf16Failure("the file", offset: 0))
    }
    _ = try reader.skip(ByteOrderMark.utf8Length(head))
    return nil
  }

  /// Goes to the list in the object that begins here, for its elements to be read.
  /// - Returns: a failure where it has none.
  private mutating func enter(_ envelope: JSONEnvelope) throws(Failure) -> SourceItem? {
    let start = reader.offset
    column = nil
    if try envelope.enter(&reader) {
      array = reader.offset
      isInEnvelope = true
      _ = try reader.skip(1)
      return nil
    }
    return item(
      Span(start, reader.offset),
      failure: Failure(
        .badRecord, "the object has no list \"\(envelope)\"",
        help:
          "input: { records: \(envelope) } says that records are there; where objects are records, leave it out",
        offset: start))
  }

  private mutating func leaveArray() throws(Failure) {
    _ = try reader.skip(1)
    if isInEnvelope { try envelope?.leave(&reader) }
    (array, column, isInEnvelope) = (nil, nil, false)
  }

  /// An array that is not closed was cut off, be its last element whole or not.
  private mutating func unclosed() -> SourceItem? {
    guard let array, !isCutOff else { return nil }
    return item(
      Span(reader.offset, reader.offset),
      failure: Failure(
        .malformedJSON, "the array that begins at byte \(array) has no end: \"]\" is missing",
        help: "the file was probably cut off; its records up to there were read", offset: reader.offset))
  }

  /// The value that begins here.
  private mutating func record() throws(Failure) -> SourceItem {
    let start = reader.offset
    let indent = column
    column = nil
    var extent = JSONExtent()
    var scanned = 0
    while true {
      // A long record is read in growing steps, so that it is not copied once a block.
      let ahead = try reader.peek(scanned < 1 << 22 ? scanned + 1 : min(scanned * 2, limit + 1))
      let rest = ahead.dropFirst(scanned)
      let end = extent.end(in: rest)
      let count = (end?.index ?? ahead.endIndex) - ahead.startIndex
      if count > limit { return try tooLong(from: start, extent, ended: end, at: count, indent) }
      if end != nil || rest.isEmpty {
        var bytes = try reader.take(count)
        while let last = bytes.last, last.isASCIISpace { bytes = bytes.dropLast() }
        isCutOff = end == nil
        if let end, !end.isWhole { try passDamage(below: indent) }
        return item(Span(start, start + bytes.count), bytes: bytes)
      }
      scanned = ahead.count
    }
  }

  /// Passes over a record that is longer than any may be; `ended` where its end was seen, `count` bytes behind its start.
  private mutating func tooLong(
    from start: Int, _ extent: JSONExtent, ended: JSONExtent.End?, at count: Int, _ indent: Int?
  ) throws(Failure) -> SourceItem {
    _ = try reader.skip(count)
    let end: JSONExtent.End?
    if let ended { end = ended } else { end = try reader.passValue(extent) }
    isCutOff = end == nil
    let length = reader.offset - start
    if let end, !end.isWhole { try passDamage(below: indent) }
    return item(
      Span(start, start + length),
      failure: Failure(
        .tooLarge, "the record is \(length) bytes long, which is too long for one: \(limit) at most",
        help: "put what it holds into several records", offset: start))
  }

  /// Behind a record that is broken, goes on to a line that begins with an object, no farther to the right than that one
  /// did.
  private mutating func passDamage(below indent: Int?) throws(Failure) {
    if try reader.peek(1).first == UInt8(ascii: "{") { return }
    column = nil
    while let byte = try reader.peek(1).first {
      switch byte {
      case 0x0A: column = 0
      case 0x20, 0x09: column = column.map { $0 + 1 }
      case UInt8(ascii: "{"):
        if let column, column <= indent ?? .max { return }
        column = nil
      case UInt8(ascii: "]") where array != nil && column.map { $0 == 0 || $0 < indent ?? 0 } ?? false: return
      default: column = nil
      }
      _ = try reader.skip(1)
    }
    array = nil
  }

  private mutating func item(
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
