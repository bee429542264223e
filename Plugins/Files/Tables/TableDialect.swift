import Copydesk

/// How a table separates its columns.
struct TableDialect: Sendable, Hashable {
  /// The byte between two fields.
  let delimiter: UInt8
  /// The byte at the end of a record: CR in tables of old Macs alone.
  var lineEnd: UInt8 = 0x0A
  /// Whether quotes hold a field only where they hold all of it: TSV as such has none, and those that stand there may be
  /// of the text.
  private let quotesWholeFields: Bool

  /// A tab, as in TSV.
  static let tabs = TableDialect(delimiter: 0x09, quotesWholeFields: true)

  init(delimiter: UInt8, quotesWholeFields: Bool = false) {
    self.delimiter = delimiter
    self.quotesWholeFields = quotesWholeFields
  }

  /// What the first record of a table shows: of comma, semicolon, tab and bar the one that stands there most often
  /// outside of quotes; a comma where there is none.
  init(sniffing record: ArraySlice<UInt8>) {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in record {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let candidates = ",;\t|".utf8.map { (delimiter: $0, count: counts[$0, default: 0]) }
    var best = candidates[0]
    for candidate in candidates where candidate.count > best.count { best = candidate }
    self.init(delimiter: best.delimiter)
  }

  /// Where a record that starts at `start` ends: the place of its line end, outside of quotes.
  /// - Returns: nil where the bytes end before; `isOpen` tells whether that is inside of quotes.
  func end(of bytes: [UInt8], from start: Int) -> (end: Int?, isOpen: Bool) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      var isFieldStart = true
      while index < bytes.count {
        let byte = bytes[index]
        if isFieldStart, byte == UInt8(ascii: "\"") {
          index += 1
          isFieldStart = false
          switch quoted(bytes, from: index) {
          case .open: return (nil, true)
          case .closed(let close): index = close + 1
          case .text: break
          }
          continue
        }
        if byte == lineEnd { return (index, false) }
        isFieldStart = byte == delimiter
        index += 1
      }
      return (nil, false)
    }
  }

  /// What a quote at the start of a field begins.
  private enum Quoted {
    /// A field that ends with the quote there.
    case closed(Int)
    /// A field that does not end here.
    case open
    /// Nothing: the quote is of the text.
    case text
  }

  private func quoted(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Quoted {
    guard let close = Self.closing(bytes, from: start) else { return .open }
    guard quotesWholeFields, close + 1 < bytes.count else { return .closed(close) }
    let next = bytes[close + 1]
    return next == delimiter || next == 0x0A || next == 0x0D ? .closed(close) : .text
  }

  /// The place of the quote that ends a field; two quotes stand for one.
  private static func closing(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\"") {
        guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else { return index }
        index += 1
      }
      index += 1
    }
    return nil
  }

  /// Where the field ends whose quote stands before `start`; nil where that is of the text.
  private func close(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    switch quoted(bytes, from: start) {
    case .closed(let close): close
    case .open: bytes.count
    case .text: nil
    }
  }

  /// The fields of a record, without its line end: what stands between quotes, or the whole field.
  func fields(of record: ArraySlice<UInt8>) -> [TableField] {
    record.withUnsafeBufferPointer { bytes in
      var fields: [TableField] = []
      var index = 0
      while true {
        if index < bytes.count, bytes[index] == UInt8(ascii: "\""),
          let close = self.close(bytes, from: index + 1)
        {
          var end = min(close + 1, bytes.count)
          while end < bytes.count, bytes[end] != delimiter { end += 1 }
          // What stands between the closing quote and the delimiter belongs to the field, as most readers have it.
          fields.append(
            TableField(content: Span(index + 1, close), rest: Span(min(close + 1, end), end), isQuoted: true))
          index = end
        } else {
          var end = index
          while end < bytes.count, bytes[end] != delimiter { end += 1 }
          fields.append(TableField(content: Span(index, end), rest: Span(end, end), isQuoted: false))
          index = end
        }
        guard index < bytes.count else { return fields }
        index += 1
      }
    }
  }
}

/// Where a field stands in its record.
struct TableField: Sendable {
  /// What it holds, with quotes still doubled where it is quoted.
  let content: Span
  /// What follows the closing quote.
  let rest: Span
  let isQuoted: Bool

  /// Whether it holds such a byte, be it UTF-8 or not.
  func contains(in record: ArraySlice<UInt8>, where matches: (UInt8) -> Bool) -> Bool {
    [content, rest].contains { span in
      record[record.startIndex + span.start..<record.startIndex + span.end].contains(where: matches)
    }
  }

  /// The field as a text with its way back; `start` is where the record starts in its file.
  func text(in record: ArraySlice<UInt8>, at start: Int) throws(InvalidUTF8) -> Text {
    var assembly = Text.Assembly(reserving: content.count + rest.count)
    let base = record.startIndex
    var from = content.start
    if isQuoted {
      var index = from
      while index < content.end {
        if record[base + index] == UInt8(ascii: "\""), index + 1 < content.end {
          assembly.append(record[base + from..<base + index], from: start + from)
          assembly.append(
            CollectionOfOne(UInt8(ascii: "\"")), insteadOf: Span(start + index, start + index + 2))
          index += 2
          from = index
        } else {
          index += 1
        }
      }
    }
    assembly.append(record[base + from..<base + content.end], from: start + from)
    assembly.append(record[base + rest.start..<base + rest.end], from: start + rest.start)
    return try assembly.finish()
  }
}
