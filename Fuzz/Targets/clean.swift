import Copydesk

/// What libFuzzer calls: cleans the bytes as a page or, after an even first byte, as a text, and holds the result
/// against what must always be so. Its flags are the first byte.
@_cdecl("LLVMFuzzerTestOneInput")
public func cleanFuzzer(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 2 else { return 0 }
  let flags = data[0]
  let bytes = Array(UnsafeBufferPointer(start: data + 1, count: count - 1))
  var options = Clean.Options()
  if flags & 2 != 0 { options.format = .markdown }
  if flags & 4 != 0 { options.links = true }
  if flags & 8 != 0 { options.favor = .recall }
  if flags & 16 != 0 { options.keep = [.captions, .tables] }
  options.comments = flags & 32 != 0
  let text = Text(decoding: bytes, as: TextEncoding.ofPage(bytes))
  let format: DocumentSource.Format = flags & 1 == 1 ? .html : .text
  var document = Document(id: "x", source: DocumentSource(bytes: bytes, format: format), text: text)
  do {
    try Clean(options: options, context: StageContext()).process(&document)
  } catch {
    fatalError("clean threw \(error)")
  }
  precondition(firstInvalidUTF8(in: document.text.utf8) == nil, "the text is UTF-8")
  for entry in document.trail.entries {
    guard let span = entry.source else { continue }
    precondition(
      span.start >= 0 && span.start <= span.end && span.end <= bytes.count, "a span leaves the source")
  }
  precondition(document.text.source(of: document.text.span).end <= bytes.count, "the map leaves the source")
  return 0
}
