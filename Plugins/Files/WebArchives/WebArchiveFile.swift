import Copydesk

/// Names those records of a web archive that hold a page or a text, one by one: WARC (ISO 28500), WET, which is WARC
/// with the text of the pages, and ARC, which came before.
///
/// A record is passed on whole, with its head; ``WebArchiveRecord`` takes it apart. Records of requests, pictures,
/// style sheets and redirections are no documents and are passed over. Where something stands that is no record, all up to the next
/// one costs one failure; so does damage of a compressed archive, up to the next record that is compressed by itself.
struct WebArchiveFile: ItemSequence {
  private static let longestHead = 1 << 16
  private static let longestRecord = 1 << 28
  /// Beyond that a record that is no document is passed over without a look inside.
  private static let longestLook = 1 << 24
  /// How many pieces that are no record are told of, before the rest of the file is given up.
  private static let patience = 1000

  private let id: String
  private let path: String
  private let limit: Int
  private var reader: BlockReader
  private var number = 0
  private var troubles = 0
  private var isFinished = false

  init(id: String, path: String, _ stream: any ByteStream, limits: ReadingLimits) {
    self.id = id
    self.path = path
    limit = min(limits.line, Self.longestRecord)
    reader = BlockReader(stream, block: limits.block)
  }

  mutating func next() -> SourceItem? {
    while !isFinished {
      let before = number
      do throws(Failure) {
        guard try passBlankLines() else { break }
        if let item = try record() { return item }
      } catch {
        number = before + 1
        return damage(error)
      }
    }
    isFinished = true
    return nil
  }

  /// Tells that the stream failed, and goes on behind that where it can.
  private mutating func damage(_ failure: Failure) -> SourceItem {
    let place = Span(reader.offset, reader.offset)
    troubles += 1
    let told = troubles < Self.patience ? reader.passDamage() : nil
    isFinished = told == nil
    return item(place, failure: told ?? failure)
  }

  /// False at the end.
  private mutating func passBlankLines() throws(Failure) -> Bool {
    while let byte = try reader.peek(1).first {
      guard byte == 0x0A || byte == 0x0D || byte == 0x20 else { return true }
      _ = try reader.skip(1)
    }
    return false
  }

  /// The record here; nil where it is no document.
  private mutating func record() throws(Failure) -> SourceItem? {
    let start = reader.offset
    guard let head = try recordHead() else {
      // A head that is not whole, where the stream fails.
      if let failure = reader.failure, RecordHead.mayBegin(reader.rest) { throw failure }
      return try passDamage(from: start)
    }
    number += 1
    guard head.contentLength <= limit else {
      let count = head.length + (try reader.skip(head.length + head.contentLength))
      return item(
        Span(start, start + count),
        failure: Failure(
          .tooLarge, "the record is \(head.contentLength) bytes long, and the limit is \(limit)",
          help: "it is probably not an article; if it is, save it as a separate file and split it",
          offset: start))
    }
    guard head.mayBeDocument || head.contentLength <= Self.longestLook else {
      let length = head.length + head.contentLength
      return try reader.skip(length) == length ? nil : cutOff(from: start)
    }
    // What is passed over is looked at all the same: a wrong length would swallow the record after it.
    let (bytes, isWhole) = try takeBlock(head)
    // As each record is compressed by itself, what reaches into a damaged member is damaged, whatever it says of its length.
    if let failure = reader.failure,
      !reader.isIntact || !isWhole && reader.rest.allSatisfy(\.isASCIISpace)
    {
      throw failure
    }
    let isCutOff = !isWhole && !reader.hasMore()
    guard head.mayBeDocument else { return isCutOff ? cutOff(from: start) : nil }
    let span = Span(start, start + bytes.count)
    switch WebArchiveRecord(head, bytes).content {
    case .nothing: return isCutOff ? cutOff(from: start) : nil
    case .other(let name):
      return isCutOff ? cutOff(from: start) : SourceItem(PassedOver(.record, name), path: path)
    case .document: break
    }
    guard isWhole else {
      return item(span, bytes: bytes, failure: .shortRecord(head, offset: start))
    }
    return item(span, bytes: bytes)
  }

  /// The file ends inside of a record that is no document: what followed is missing.
  private func cutOff(from start: Int) -> SourceItem {
    item(
      Span(start, reader.offset),
      failure: Failure(
        .badRecord, "the file ends inside of a record that is no article",
        help: "it was cut off, and what followed is missing: fetch the file again", offset: start))
  }

  private mutating func recordHead() throws(Failure) -> RecordHead? {
    var wanted = 4096
    while true {
      let bytes = try reader.peek(wanted)
      if let head = RecordHead(bytes.prefix(Self.longestHead)) { return head }
      if !RecordHead.mayBegin(bytes) || bytes.count < wanted || wanted >= Self.longestHead { return nil }
      wanted *= 4
    }
  }

  /// The head and the block. Where a record begins inside of the block, or the file ends there, the length was wrong.
  private mutating func takeBlock(
    _ head: RecordHead
  ) throws(Failure) -> (bytes: ArraySlice<UInt8>, isWhole: Bool) {
    let length = head.length + head.contentLength
    let ahead = try reader.peek(length + 16)
    let block = ahead.prefix(length)
    let after = ahead.dropFirst(length)
    let isFollowed =
      after.first { !$0.isASCIISpace }.map { _ in RecordHead.mayBegin(after.drop(while: \.isASCIISpace)) }
      ?? true
    if block.count == length, isFollowed { return (try reader.take(length), true) }
    if let next = RecordHead.beginning(inside: block.dropFirst(head.length)) {
      return (try reader.take(next - block.startIndex), false)
    }
    // A block that is followed by something else may be whole all the same: the damage is what follows.
    return (try reader.take(block.count), block.count == length)
  }

  /// Passes over what is no record.
  private mutating func passDamage(from start: Int) throws(Failure) -> SourceItem? {
    while let line = try reader.line(limit: Self.longestHead) {
      _ = line
      if RecordHead.mayBegin(try reader.peek(16)) { break }
    }
    number += 1
    troubles += 1
    if troubles >= Self.patience { isFinished = true }
    return item(
      Span(start, reader.offset),
      failure: Failure(
        .badRecord, "\(reader.offset - start) bytes are not a web archive record",
        help: isFinished
          ? "they were skipped, and the rest of the archive is not read: too much of it is none"
          : "they were skipped, and reading continued at the next record", offset: start))
  }

  private func item(_ span: Span, bytes: ArraySlice<UInt8>? = nil, failure: Failure? = nil) -> SourceItem {
    SourceItem(
      id: id, number: number, path: path, span: span, bytes: bytes, format: FileFormat.warc.rawValue,
      failure: failure)
  }
}
