import Cleaning
import Copydesk
import Deduplication
import Entities
import Files
import Foundation
import PipelineDefinition
import PipelineRunner
import Summaries
import Synchronization
import Testing

/// Every word that comes out leads back to its bytes in the file, and none to bytes that the trail says are gone.
@Suite struct ProvenanceTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The samples at the end of the stages of the news pipeline.
  private func documents() throws -> [Document] {
    let catalog = try StageCatalog([
      FilesPlugin.self, CleaningPlugin.self, DeduplicationPlugin.self, EntitiesPlugin.self,
      SummariesPlugin.self,
    ])
    let yaml = try String(contentsOfFile: "\(Self.root)/pipelines/news.yaml", encoding: .utf8)
    let reading = DefinitionReader(catalog: catalog).read(yaml, file: "news.yaml")
    let ended = Mutex<[Document]>([])
    try Rehearsal(try #require(reading.definition)).visit(["\(Self.root)/Samples/news"]) { document in
      ended.withLock { $0.append(document) }
    }
    return ended.withLock { $0 }
  }

  @Test func everyWordStandsInTheFileWhereItsSpanSays() throws {
    var checked: [String: Int] = [:]
    for document in try documents() where !document.text.isEmpty {
      let form = SourceForm(document)
      for token in document.text.tokens {
        let source = document.text.source(of: token.span)
        let word = document.text[token.span]
        // The dash before an item of a list stands in no file.
        if source.isEmpty, word == "-", form == .page { continue }
        let bytes = Array(try #require(SourceForm.bytes(of: source, in: document)))
        let found = try #require(form.words(bytes), "\(document.id) \(source)")
        #expect(found == word, "\(document.id), bytes \(source)")
        checked["\(form)", default: 0] += 1
      }
    }
    for form in ["text", "page", "record"] { #expect(checked[form, default: 0] > 300, "\(checked)") }
  }

  @Test func nothingThatWasTakenOutIsInTheText() throws {
    var checked = 0
    for document in try documents() {
      let removed = document.trail.entries.filter { $0.action == .removed }.compactMap(\.source)
      let kept = document.text.map.sources(of: document.text.span)
      for gone in removed {
        checked += 1
        #expect(!gone.isEmpty && document.source.span.contains(gone), "\(document.id): \(gone)")
        #expect(!kept.contains { $0.overlaps(gone) }, "\(document.id): \(gone)")
      }
    }
    #expect(checked > 200)
  }
}

/// How the bytes of a file are read by somebody who knows nothing of Copydesk.
private enum SourceForm {
  case text, page, record

  init(_ document: Document) {
    self =
      document.source.path.hasSuffix(".jsonl") ? .record : document.source.format == .html ? .page : .text
  }

  static func bytes(of span: Span, in document: Document) -> ArraySlice<UInt8>? {
    guard document.source.span.contains(span) else { return nil }
    let shift = document.source.bytes.startIndex - document.source.span.start
    return document.source.bytes[span.shifted(by: shift).range]
  }

  func words(_ bytes: [UInt8]) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    switch self {
    case .text: return text
    case .record:
      return try? JSONSerialization.jsonObject(with: Data("\"\(text)\"".utf8), options: .fragmentsAllowed)
        as? String
    case .page:
      let visible = text.replacing(/<!--.*?-->|<[^>]*>/.dotMatchesNewlines(), with: "")
      return visible.replacing(/&(#?\w+);/) { Self.character(String($0.1)) }.replacing("\u{AD}", with: "")
    }
  }

  private static func character(_ reference: String) -> String {
    if reference.hasPrefix("#") {
      let isHexadecimal = reference.lowercased().hasPrefix("#x")
      let digits = reference.dropFirst(isHexadecimal ? 2 : 1)
      return UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init).map { String($0) }
        ?? "?"
    }
    return names[reference] ?? "&\(reference);"
  }

  private static let names = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": "\u{A0}", "shy": "\u{AD}", "copy": "©",
    "euro": "€", "pound": "£", "bull": "•", "middot": "·", "hellip": "…", "prime": "′", "ndash": "–",
    "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„",
    "laquo": "«", "raquo": "»", "aacute": "á", "auml": "ä", "eacute": "é", "egrave": "è", "ntilde": "ñ",
    "uacute": "ú", "uuml": "ü",
  ]
}
