import Copydesk
import Files
import Foundation

/// The bytes of the file that a document was read from, to show what was taken out of them.
struct OriginalText {
  /// How the bytes are to be shown.
  enum Form {
    /// As they are.
    case text
    /// A page: its tags are not what a person reads.
    case page
    /// A record of JSON Lines, with escapes in its strings.
    case record
  }

  private static let excerptLength = 64
  /// As UTF-8, whatever the file is in.
  let bytes: ArraySlice<UInt8>
  /// What leads back from ``bytes`` to the file where that is not UTF-8.
  private let decoded: Text?
  /// Where they start and end in the file.
  private let start: Int
  private let end: Int
  let form: Form
  /// Why they cannot be shown.
  let problem: String?

  /// The source of a record: the dead letter's own copy, or the file, where it is still there.
  init(_ record: ResultFiles.Record) {
    let span = record.json["source"]?.span
    let form = Self.form(path: record.path ?? "", html: nil)
    if let text = record.json["original"]?.string, let span {
      self.init(Array(text.utf8)[...], from: span.start, form: form)
      return
    }
    guard let path = record.sourcePlace, path != "-", let span else {
      self.init([], form: form, problem: "it came from standard input")
      return
    }
    guard FileManager.default.fileExists(atPath: path) else {
      let problem = path.contains("!") ? "it is a member of an archive" : "there is no file \"\(path)\" here"
      self.init([], form: form, problem: problem)
      return
    }
    let encoding = record.json["source"]?["encoding"]?.string.flatMap(TextEncoding.init(label:)) ?? .utf8
    // What stands there now may be another story, and as long.
    guard !Self.isNewer(path, than: record.file),
      let found = OriginalFile.bytes(of: span, in: path, encoding: encoding)
    else {
      self.init([], from: span.start, form: form, problem: "\"\(path)\" has changed since the run")
      return
    }
    self.init(found[...], from: span.start, encoding, form: form)
  }

  private static func isNewer(_ path: String, than other: String) -> Bool {
    func changed(_ path: String) -> Date? {
      (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
    }
    guard let one = changed(path), let other = changed(other) else { return false }
    return one > other
  }

  /// The source of a document at hand.
  init(_ document: Document) {
    let source = document.source
    self.init(
      source.bytes, from: source.span.start, source.encoding,
      form: Self.form(path: source.path, html: source.format == .html))
  }

  private init(
    _ bytes: ArraySlice<UInt8>, from start: Int = 0, _ encoding: TextEncoding = .utf8, form: Form,
    problem: String? = nil
  ) {
    decoded = encoding == .utf8 ? nil : Text(decoding: Array(bytes), as: encoding, sourceStart: start)
    self.bytes = decoded.map { $0.utf8[...] } ?? bytes
    self.start = start
    self.form = form
    self.problem = problem
    end = start + bytes.count
  }

  private static func form(path: String, html: Bool?) -> Form {
    func ends(_ suffixes: String...) -> Bool { suffixes.contains { path.lowercased().hasSuffix($0) } }
    let records = [".jsonl", ".ndjson", ".json"].flatMap { [$0, $0 + ".gz", $0 + ".zst"] }
    if path == "-" || records.contains(where: path.lowercased().hasSuffix) { return .record }
    return html ?? ends(".html", ".htm", ".xhtml") ? .page : .text
  }

  /// The bytes of a span of the file; nil where they are not here.
  func slice(_ span: Span) -> ArraySlice<UInt8>? {
    guard problem == nil, span.start >= start, span.end <= end, !span.isEmpty else { return nil }
    let range = range(of: span)
    return bytes[(range.lowerBound + bytes.startIndex)..<(range.upperBound + bytes.startIndex)]
  }

  /// Where a span of the file stands among ``bytes``, counted from the first of them.
  func range(of span: Span) -> Range<Int> {
    let low = place(of: max(start, span.start))
    return low..<max(low, place(of: min(end, span.end)))
  }

  private func place(of source: Int) -> Int { decoded?.place(ofSource: source) ?? source - start }

  /// The first words of a span of the file as a person reads them, on one line.
  func excerpt(_ span: Span) -> String? {
    guard let whole = slice(span) else { return nil }
    let slice = whole.prefix(64 * Self.excerptLength)
    let words = Self.readable(slice, form).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isWhole = words.count <= Self.excerptLength && slice.count == whole.count
    return isWhole ? words : words.prefix(Self.excerptLength) + "…"
  }

  /// A span of the file as a person reads it, however long.
  func passage(_ span: Span) -> String? { slice(span).map { Self.readable($0, form) } }

  /// The bytes without markup and escapes.
  static func readable(_ bytes: ArraySlice<UInt8>, _ form: Form) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    switch form {
    case .text: return text
    case .record: return Escapes.decoded(text)
    case .page:
      let visible = Markup.removed(from: bytes)
      return Markup.decoded(
        visible.allSatisfy(\.isASCIISpace)
          ? Markup.content(of: text) : String(decoding: visible, as: UTF8.self))
    }
  }
}
