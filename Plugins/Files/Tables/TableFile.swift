import Copydesk

/// Names the rows of a table one by one: CSV in the form of RFC 4180, or with another delimiter.
///
/// A row is a slice of its block. The first one names the columns. A quote that never ends costs the line in which it
/// begins; a line end inside of quotes belongs to its field.
struct TableFile: ItemSequence {
  /// After that many quotes without an end the rest of the file is given up, as each costs a look at all of it.
  private static let patience = 16
  /// A row beyond this is taken for a quote without an end.
  private static let longestRow = 1 << 24

  private let id: String
  private let path: String
  private let format: FileFormat
  private let stream: any ByteStream
  private let blockSize: Int
  private let rowLimit: Int
  private var dialect: TableDialect?
  /// CR where the file begins with lines that end so, without an LF.
  private var lineEnd: UInt8 = 0x0A
  private var columns: TableColumns?
  private let map: FieldMap
  private let encoding: TextEncoding?
  private let ownTables: OwnTables?
  private var block: [UInt8] = []
  private var blockStart = 0
  private var position = 0
  private var isAtEnd = false
  private var isFinished = false
  private var number = 0
  private var openQuotes = 0
  private var pending: Failure?

  init(
    id: String, path: String, format: FileFormat, _ stream: any ByteStream, map: FieldMap,
    encoding: TextEncoding? = nil, ownTables: OwnTables? = nil, limits: ReadingLimits
  ) {
    self.id = id
    self.path = path
    self.format = format
    self.stream = stream
    blockSize = limits.block
    rowLimit = min(limits.line, Self.longestRow)
    self.map = map
    self.encoding = encoding
    self.ownTables = ownTables
    dialect = format == .tsv ? .tabs : nil
  }

  mutating func next() -> SourceItem? {
    while !isFinished {
      do throws(Failure) {
        guard let row = try nextRow() else { break }
        if let item = item(row) { return item }
      } catch {
        isFinished = true
        return item(Span(blockStart + position, blockStart + position), failure: error)
      }
    }
    isFinished = true
    return nil
  }

  // MARK: Rows

  private struct Row {
    let range: Range<Int>
    var failure: Failure?
  }

  /// The next row with its place in the block, without its line end.
  private mutating func nextRow() throws(Failure) -> Row? {
    if blockStart == 0, position == 0 { try begin() }
    while true {
      var dialect = dialect ?? TableDialect(sniffing: block[position..<firstLineEnd])
      dialect.lineEnd = lineEnd
      let (end, isOpen) = dialect.end(of: block, from: position)
      if let end { return row(to: end, next: end + 1) }
      if !isAtEnd, block.count - position <= rowLimit {
        try refill()
        continue
      }
      guard position < block.count else {
        if let pending { throw pending }
        return nil
      }
      guard isOpen || block.count - position > rowLimit else {
        return row(to: block.count, next: block.count)
      }
      return try broken(isOpen: isOpen)
    }
  }

  /// How far is looked for the end of a first line.
  private static let firstLine = 1 << 16

  /// Looks at the start of the file: how its lines end, and a line `sep=;`, by which Excel tells the delimiter.
  private mutating func begin() throws(Failure) {
    repeat { try refill() } while !isAtEnd && block.count < Self.firstLine && !block.contains(0x0A)
    lineEnd = !block.contains(0x0A) && block.contains(0x0D) ? 0x0D : 0x0A
    position = ByteOrderMark.utf8Length(block[...])
    let line = block[position..<firstLineEnd]
    let mark = line.last == 0x0D ? line.dropLast() : line
    guard mark.count == 5, mark.starts(with: "sep=".utf8), let delimiter = mark.last else { return }
    dialect = TableDialect(delimiter: delimiter)
    position = min(line.endIndex + 1, block.count)
  }

  private mutating func row(to end: Int, next: Int, failure: Failure? = nil) -> Row {
    let start = position
    position = next
    let isCRLF = end > start && block[end - 1] == 0x0D
    return Row(range: start..<(isCRLF ? end - 1 : end), failure: failure)
  }

  /// The line here holds a quote that never ends, or there is no end to it: gives up the line, or the rest.
  private mutating func broken(isOpen: Bool) throws(Failure) -> Row {
    openQuotes += 1
    let end = firstLineEnd
    let failure =
      isOpen
      ? Failure(
        .badRecord, "a quote begins in this row that never ends",
        help: "close it, or double each quote that belongs to the text", offset: blockStart + position)
      : Failure(
        .tooLarge, "the row is longer than \(rowLimit) bytes", help: "split it", offset: blockStart + position
      )
    guard openQuotes < Self.patience, end < block.count else {
      isFinished = true
      return row(to: block.count, next: block.count, failure: failure)
    }
    return row(to: end, next: end + 1, failure: failure)
  }

  private var firstLineEnd: Int { firstIndex(of: lineEnd, in: block, from: position) ?? block.count }

  /// Reads on; an unfinished row doubles the block.
  private mutating func refill() throws(Failure) {
    if position > 0 {
      block = Array(block[position...])
      blockStart += position
      position = 0
    }
    // A pipe gives little at once, however long the row is.
    let wanted = stream.isPipe ? blockSize : max(blockSize, block.count)
    do throws(Failure) {
      isAtEnd = try stream.readOn(wanted, into: &block, fills: !stream.isPipe) == 0
    } catch {
      // It is told behind the rows that came before it.
      pending = error
      isAtEnd = true
    }
  }

  // MARK: Items

  /// The row as an item; nil for the names of the columns and for a blank line.
  private mutating func item(_ row: Row) -> SourceItem? {
    let bytes = block[row.range]
    let span = Span(blockStart + row.range.lowerBound, blockStart + row.range.upperBound)
    if let failure = row.failure { return item(span, bytes: bytes, failure: failure) }
    guard !bytes.allSatisfy(\.isASCIISpace) else { return nil }
    guard columns == nil else { return item(span, bytes: bytes) }
    let dialect = dialect ?? TableDialect(sniffing: bytes)
    self.dialect = dialect
    do throws(Failure) {
      columns = try TableColumns(
        decoded(bytes), at: span.start, dialect, map: map, isOwn: ownTables?.contain(path) ?? false)
      return nil
    } catch {
      isFinished = true
      return item(span, bytes: bytes, failure: error)
    }
  }

  /// The names of the columns as UTF-8, where they are not.
  private func decoded(_ row: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let encoding, !encoding.isWide, encoding.applies(to: Array(row)) else { return row }
    return Text(decoding: Array(row), as: encoding).utf8[...]
  }

  private mutating func item(
    _ span: Span, bytes: ArraySlice<UInt8>? = nil, failure: Failure? = nil
  ) -> SourceItem {
    if columns != nil { number += 1 }
    var item = SourceItem(
      id: id, number: columns == nil ? nil : number, path: path, span: span, bytes: bytes,
      format: format.rawValue, failure: failure)
    item.context = columns
    return item
  }
}
