import Copydesk

/// Names the messages of a mailbox (RFC 4155): each begins with a line `From …` after a blank line, which names a sender and a
/// date; where programs left the blank line out, with an address and a date before a field of a head. Such a line in a message is quoted as `>From …`, which ``Payload/unquoteFromLines()`` undoes. Where the first line
/// of the file has no date, the others need none.
struct MailboxFile: ItemSequence {
  private static let longestLine = 1 << 20
  private static let mark = Array("From ".utf8)

  private let id: String
  private let path: String
  private let limit: Int
  private var reader: BlockReader
  private var number = 0
  private var isFinished = false
  /// Where the message begins whose `From` line was read, in the file.
  private var start: Int?
  /// Whether the lines that begin a message tell its date.
  private var hasDates = true

  init(id: String, path: String, _ stream: any ByteStream, limits: ReadingLimits) {
    self.id = id
    self.path = path
    limit = min(limits.line, 1 << 28)
    reader = BlockReader(stream, block: limits.block)
  }

  mutating func next() -> SourceItem? {
    guard !isFinished else { return nil }
    var message: [UInt8] = []
    var wasBlank = start == nil
    do throws(Failure) {
      while let line = try reader.line(limit: Self.longestLine) {
        if line.starts(with: Self.mark),
          try wasBlank ? begins(line, isFirst: start == nil) : beginsAtOnce(line)
        {
          let begun = start
          start = reader.offset
          if let begun { return item(message, at: begun) }
          continue
        }
        wasBlank = line.allSatisfy { $0 == 0x0A || $0 == 0x0D }
        if start == nil, !wasBlank { start = reader.offset - line.count }
        if start != nil, message.count <= limit { message += line }
      }
    } catch {
      isFinished = true
      number += 1
      return SourceItem(id: id, number: number, path: path, format: FileFormat.mbox.rawValue, failure: error)
    }
    isFinished = true
    return start.map { item(message, at: $0) }
  }

  /// Whether the line, which begins with the mark, begins a message.
  private mutating func begins(_ line: ArraySlice<UInt8>, isFirst: Bool) -> Bool {
    let isDated = FromLine.hasDate(line.dropFirst(Self.mark.count))
    if isFirst { hasDates = isDated }
    return isDated || !hasDates
  }

  /// Whether the line begins a message though there is no blank line before it.
  private mutating func beginsAtOnce(_ line: ArraySlice<UInt8>) throws(Failure) -> Bool {
    let rest = line.dropFirst(Self.mark.count)
    guard rest.prefix(while: { !$0.isASCIISpace }).contains(UInt8(ascii: "@")), FromLine.hasDate(rest) else {
      return false
    }
    let next = try reader.peek(Self.longestField).prefix(Self.longestField).prefix { $0 != 0x0A }
    return HeaderFields.isHeader(String(decoding: next, as: UTF8.self))
  }

  private static let longestField = 128

  private mutating func item(_ message: [UInt8], at start: Int) -> SourceItem {
    number += 1
    let failure =
      message.count <= limit
      ? nil
      : Failure(
        .tooLarge, "the message is longer than \(limit) bytes",
        help: "save it without its attachments; or, if the file is not a mailbox, set the input's format",
        offset: start)
    return SourceItem(
      id: id, number: number, path: path, span: Span(start, start + message.count),
      bytes: failure == nil ? message[...] : nil, format: FileFormat.mbox.rawValue, failure: failure)
  }
}
