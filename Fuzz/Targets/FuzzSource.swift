import Copydesk

/// Reads bytes as a file of a format, as a run would, and checks what must hold of every document.
enum FuzzSource {
  static func read(_ file: [UInt8], as format: FileFormat, block: Int, records: String? = nil) {
    guard let source = try? FileSource(options: FileSource.Options(), context: StageContext()) else { return }
    var limits = ReadingLimits()
    limits.block = block
    let opener = ItemOpener(
      format: source.format, filter: source.filter, fields: source.fields,
      envelope: records.map(JSONEnvelope.init), encoding: nil, ownTables: source.ownTables, limits: limits)
    // A file of records in UTF-16 is read as UTF-8.
    let wide =
      format.hasRecords ? try? WideStream(MemoryStream(file[...]), asked: nil).whole(limit: .max) : nil
    let bytes = wide ?? file
    var items = opener.sequence(id: "f", path: "f", format, MemoryStream(file[...]), depth: 0)
    var end = 0
    while let item = items.next() {
      guard item.failure == nil, item.passedOver == nil else { continue }
      guard let span = item.span, let record = item.bytes else { fatalError("an item without bytes") }
      // Records stand in the file as they are, one behind the other.
      precondition(span.start >= end && record.elementsEqual(bytes[span.range]))
      end = span.start
      guard let document = try? source.document(from: item) else { continue }
      precondition(firstInvalidUTF8(in: document.text.utf8) == nil)
      let place = document.text.source(of: document.text.span)
      precondition(place.start >= span.start && place.end <= span.end)
      for line in document.text.lines.prefix(50) {
        let place = document.text.source(of: line.span)
        precondition(place.start >= span.start && place.end <= span.end)
      }
      // What is written can be read again and says the same.
      let written = document.record()
      let again = try? RecordParser.document(
        from: SourceItem(
          id: "g", path: "g", span: Span(0, written.count), bytes: written.dropLast(), format: "jsonl"))
      precondition(again?.text == document.text && again?.title == document.title)
    }
  }
}
