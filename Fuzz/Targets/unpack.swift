import Copydesk

/// Compressed streams and tar archives, damaged in whatever way: the first byte chooses what the bytes are read as. All
/// items are taken; where reading goes on behind damage it must come to an end.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1, let source = try? FileSource(options: FileSource.Options(), context: StageContext()) else {
    return 0
  }
  let bytes = Array(UnsafeBufferPointer(start: data + 1, count: count - 1))
  let formats: [FileFormat] = [.tar, .warc, .jsonl, .csv]
  let format = formats[Int(data[0] & 3)]
  var limits = ReadingLimits()
  limits.block = data[0] & 4 == 0 ? 64 : 1 << 16
  limits.line = 1 << 20
  let opener = ItemOpener(
    format: source.format, filter: source.filter, fields: source.fields, envelope: nil, encoding: nil,
    ownTables: source.ownTables, limits: limits)
  let plain = MemoryStream(bytes[...])
  let unpacked: any ByteStream = data[0] & 8 == 0 ? GzipStream(plain) : plain
  var items = opener.sequence(id: "f", path: "f", format, unpacked, depth: 0)
  var taken = 0
  while let item = items.next() {
    taken += 1
    // No item is less than a byte, but for what is told of damage.
    precondition(taken < 1 << 20)
    guard item.failure == nil, item.passedOver == nil, item.bytes != nil else { continue }
    guard let document = try? source.document(from: item) else { continue }
    precondition(firstInvalidUTF8(in: document.text.utf8) == nil)
  }
  return 0
}
