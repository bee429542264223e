import Copydesk

/// Names the records of a JSON Lines file one by one, without a look inside.
struct RecordFile: ItemSequence {
  /// What a record's number is put behind to make its id, where it has none of its own.
  private let id: String
  private let path: String
  private var lines: LineReader
  private let memory = TextPlaceMemory()
  /// So many records are let know of the memory, whatever they hold; more are listed before the first of them is read.
  private static let first = 4_096
  private var number = 0
  private var isFinished = false
  /// What the stream failed with behind the last record.
  private var pending: Failure?

  init(id: String, path: String, _ stream: any ByteStream, limits: ReadingLimits) {
    self.id = id
    self.path = path
    lines = LineReader(stream, limits: limits)
  }

  /// The next record, or nil at the end.
  mutating func next() -> SourceItem? {
    if let failure = pending.take() { return item(Span(lines.offset, lines.offset), failure: failure) }
    while !isFinished {
      do throws(Failure) {
        guard let line = try lines.next() else { break }
        if let item = item(line) { return item }
      } catch {
        return damage(error)
      }
    }
    return nil
  }

  /// Tells that the stream failed, and goes on behind that where it can. A record that stands there whole comes first.
  private mutating func damage(_ failure: Failure) -> SourceItem {
    let place = Span(lines.offset, lines.offset)
    let last = lines.unfinished
    let told = lines.passDamage()
    isFinished = told == nil
    guard let last, last.bytes?.last(where: { !$0.isASCIISpace }) == UInt8(ascii: "}"), let item = item(last)
    else { return item(place, failure: told ?? failure) }
    pending = told ?? failure
    return item
  }

  /// The line as an item; nil where it is blank.
  private mutating func item(_ line: LineReader.Line) -> SourceItem? {
    guard var bytes = line.bytes else {
      let failure = Failure(
        .tooLarge,
        "the record is \(line.count) bytes long, which is too long for one line: \(lines.lineLimit) at most",
        help: "put what it holds into several records, one a line", offset: line.start)
      return item(Span(line.start, line.start + line.count), failure: failure)
    }
    if line.start == 0 {
      bytes = bytes.dropFirst(ByteOrderMark.utf8Length(bytes))
    }
    if bytes.last == 0x0D { bytes = bytes.dropLast() }
    guard !bytes.allSatisfy(\.isASCIISpace) else { return nil }
    let start = line.start + (line.bytes.map { bytes.startIndex - $0.startIndex } ?? 0)
    return item(Span(start, start + bytes.count), bytes: bytes)
  }

  private mutating func item(
    _ span: Span, bytes: ArraySlice<UInt8>? = nil, failure: Failure? = nil
  ) -> SourceItem {
    number += 1
    var item = SourceItem(
      id: id, number: number, path: path, span: span, bytes: bytes, format: FileFormat.jsonl.rawValue,
      failure: failure)
    // To look for it takes time, which most files need not spend: their records have their text under its own name.
    if number <= Self.first || memory.place != nil { item.context = memory }
    return item
  }
}
