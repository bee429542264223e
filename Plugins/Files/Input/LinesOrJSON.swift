import Copydesk

/// Names the records of a stream that should be JSON Lines, and is looked at first: it may hold an array, or objects on
/// several lines each.
struct LinesOrJSON: ItemSequence {
  private let id: String
  private let path: String
  private let limits: ReadingLimits
  private let stream: any ByteStream
  private var records: (any ItemSequence)?

  init(id: String, path: String, _ stream: any ByteStream, limits: ReadingLimits) {
    self.id = id
    self.path = path
    self.stream = stream
    self.limits = limits
  }

  mutating func next() -> SourceItem? {
    if records == nil { records = begun() }
    return records?.next()
  }

  /// What a record is not: standard input is read as records unless it is said what it is.
  private func other(_ head: ArraySlice<UInt8>) -> SourceItem? {
    if ContentSniffer.isHTML(head) { return page(head) }
    guard let failure = ContentSniffer.failure(ofOther: head, offset: 0) else { return nil }
    return SourceItem(
      id: id, path: path, span: Span(0, head.count), bytes: head, format: FileFormat.text.rawValue,
      failure: failure)
  }

  private func page(_ head: ArraySlice<UInt8>) -> SourceItem {
    SourceItem(
      id: id, path: path, span: Span(0, head.count), bytes: head, format: FileFormat.html.rawValue,
      failure: Failure(
        .badRecord, "standard input holds a page, and JSON Lines were looked for",
        help: "say so: --set input.format=html"))
  }

  private func begun() -> any ItemSequence {
    var reader = BlockReader(stream, block: min(limits.block, 512))
    var wanted = 1
    var head: ArraySlice<UInt8> = []
    var isJSON: Bool?
    do throws(Failure) {
      while isJSON == nil, wanted <= 1 << 16 {
        head = try reader.peek(wanted)
        isJSON = ContentSniffer.isJSON(head)
        if head.count < wanted { break }
        wanted = head.count + 1
      }
      // Waited for only where it is no record, as a pipe may be slow.
      if path == "-", let first = head.first(where: { !$0.isASCIISpace }), !"{[".utf8.contains(first) {
        head = try reader.peek(64)
        if let other = other(head) { return FailedSequence(other) }
      }
    } catch {
      // Told again when it is read on, behind what came before it; there may be more behind the damage.
      return RecordFile(id: id, path: path, PrefixedStream(Array(reader.rest), stream), limits: limits)
    }
    let whole = PrefixedStream(Array(head), stream)
    return isJSON ?? false
      ? JSONFile(id: id, path: path, whole, limits: limits)
      : RecordFile(id: id, path: path, whole, limits: limits)
  }
}

extension ContentSniffer {
  /// Whether records begin here that are the elements of an array, or stand on several lines each; nil where more would
  /// have to be seen to tell.
  static func isJSON(_ bytes: ArraySlice<UInt8>) -> Bool? {
    let whole = bytes.dropFirst(ByteOrderMark.utf8Length(bytes)).drop(while: \.isASCIISpace)
    guard let first = whole.first else { return nil }
    let rest = whole.dropFirst()
    let blanks = rest.prefix(while: \.isASCIISpace)
    let next = rest.dropFirst(blanks.count).first
    switch first {
    case UInt8(ascii: "["): return next.map { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "]") }
    case UInt8(ascii: "{"): return blanks.contains(0x0A) ? true : next == nil ? nil : false
    default: return false
    }
  }
}
