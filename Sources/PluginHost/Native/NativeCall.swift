import CCopydesk
import Copydesk

/// One call of a plugin's `process`: the document, and what the plugin asks to be done to it.
///
/// Lives on the stack of ``NativeStage/process(_:)``; the pointers are valid until that returns.
struct NativeCall {
  private let document: UnsafeMutablePointer<Document>
  let text: UnsafeBufferPointer<UInt8>
  private var removals: [Removal] = []
  private var entities: [Entity] = []
  private var strings: [UnsafeMutablePointer<CChar>] = []
  /// Why the plugin has failed.
  var message: String?

  init(document: UnsafeMutablePointer<Document>, text: UnsafeBufferPointer<UInt8>) {
    self.document = document
    self.text = text
  }

  static func at(_ pointer: OpaquePointer?) -> UnsafeMutablePointer<NativeCall>? {
    pointer.map { UnsafeMutablePointer($0) }
  }

  /// Does what was asked for. Entities first: removals move them.
  mutating func finish() {
    if !entities.isEmpty { document.pointee.setEntities(document.pointee.entities + entities) }
    document.pointee.remove(removals)
  }

  mutating func free() { for string in strings { string.deallocate() } }

  // MARK: What plugins ask for

  mutating func field(_ name: String) -> copydesk_text {
    guard let value = value(name) else { return copydesk_text(bytes: nil, count: 0) }
    let copy = value.copiedForC()
    strings.append(copy)
    return copydesk_text(bytes: UnsafePointer(copy), count: value.utf8.count)
  }

  private func value(_ name: String) -> String? {
    switch name {
    case "id": document.pointee.id
    case "title": document.pointee.title
    case "byline": document.pointee.byline
    case "section": document.pointee.section
    case "language": document.pointee.language
    case "published": document.pointee.published?.description
    default: document.pointee.metadata[name]?.string
    }
  }

  func set(_ name: String, to value: String?) -> Bool {
    switch name {
    case "title": document.pointee.title = value
    case "byline": document.pointee.byline = value
    case "section": document.pointee.section = value
    case "language": document.pointee.language = value
    case "published":
      let day = value.flatMap { PublicationDate(iso8601: $0) }
      if value != nil, day == nil { return false }
      document.pointee.published = day
    case "id", "text", "entities", "summary", "source", "trail", "duplicate_of": return false
    default: document.pointee.metadata[name] = value.map(JSONValue.string)
    }
    return true
  }

  mutating func remove(_ start: Int, _ end: Int, rule: String) -> Bool {
    guard isSpan(start, end) else { return false }
    removals.append(Removal(Span(start, end), rule: rule))
    return true
  }

  mutating func addEntity(_ start: Int, _ end: Int, label: String, value: String?) -> Bool {
    guard isSpan(start, end) else { return false }
    entities.append(Entity(Span(start, end), Entity.Label(rawValue: label), value: value))
    return true
  }

  func drop(rule: String, reason: String) { document.pointee.drop(rule: rule, reason: reason) }

  func note(rule: String) { document.pointee.trail.append(TrailEntry(.noted, rule: rule)) }

  /// Whether both ends lie in the text, in order and between two characters.
  private func isSpan(_ start: Int, _ end: Int) -> Bool {
    start >= 0 && start <= end && end <= text.count && isBoundary(start) && isBoundary(end)
  }

  private func isBoundary(_ offset: Int) -> Bool { offset == text.count || text[offset] & 0xC0 != 0x80 }
}
