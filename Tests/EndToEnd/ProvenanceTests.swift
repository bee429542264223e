import Foundation
import Testing

/// The way back from a result to the files, as a reader goes it who has nothing but the two: bytes from `source_start`
/// to `source_end`, without those that the trail says were removed.
@Suite struct ProvenanceTests {
  private let copydesk: Copydesk

  init() throws {
    copydesk = try Copydesk()
    try FileManager.default.createSymbolicLink(
      atPath: copydesk.folder + "/Samples", withDestinationPath: Copydesk.root + "/Samples")
    for (name, text) in Self.tricky { try copydesk.write(text, to: "tricky/\(name)") }
    try copydesk.write(Self.pipeline, to: "all.yaml")
  }

  /// The news pipeline, which would leave short texts without a summary.
  private static let pipeline = """
    stages:
      - clean
      - dedupe.headlines
      - dedupe.documents
      - entities
      - summarize: { sentences: 5 }
      - output.jsonl: { path: out/news.jsonl, provenance: true }

    """

  /// What the samples lack: escapes of every kind in a record, references and markup within names, CRLF after a mark.
  private static let tricky = [
    "escapes.jsonl": #"""
    {"id":"escapes","text":"Caf\u00e9 \"Olga\" of Lisbon \ud83d\ude00 won. Anna Mart\u00ednez paid \u20ac3 million on May 3, 2018.\n\nShare this:\nTwitter\n\nThe tab\there and a slash \/ there make it long, said Mr. Jos\u00e9 Pe\u00f1a of Porto."}
    {"id":"page in a record","text":"<html><body><article><h1>Port of Oporto reopens</h1><p>By Ada Moreno</p><p>The harbour of Oporto reopened on Monday &amp; the storm\u2019s damage of &euro;3&nbsp;million was &#8220;small&#8221;, said Ada Moreno, who runs the port authority.</p></article></body></html>"}

    """#,
    "page.html": #"""
    <html lang="en"><head><title>Mill &amp; Sons reopen - Site</title></head><body>
    <nav><a href=/>Home</a></nav><article><h1>Mill &amp; Sons reopen</h1>
    <p>LISBON&nbsp;&mdash; Jo&atilde;o&nbsp;<b>Mar</b>tins, who runs Mill&nbsp;&amp;&nbsp;Sons, said on&#32;Monday,
    May&#160;7, that the quay&rsquo;s new crane cost &#8364;3.5&nbsp;million<!-- a comment --> and more.<br>The Port
      Authority said that the So&shy;ci&eacute;t&eacute; G&eacute;n&eacute;rale paid 12&nbsp;percent of it.</p>
    <ul><li>Ada Moreno of Porto</li><li>Bruno &Aacute;lvarez of Madrid</li></ul>
    <script>var a = "<p>no</p>";</script>
    <p>&ldquo;We lost two cranes,&rdquo; said <a href="x">Rui Machava</a>, the envoy of Mozambique&#x2014;a friend.</p>
    </article><footer>&copy; 2018</footer></body></html>

    """#,
    "crlf.txt":
      "\u{FEFF}Published: Mon, April 23, 2018\r\nEurope | By Ada Moreno\r\n\r\nHarbour reopens after storm\r\n\r\n"
      + "The harbour of Lisbon reopened on Monday after a storm had\r\nclosed it, said Ada\u{A0}Moreno of the Port "
      + "Authority.\r\n\r\nAdvertisement\r\n\r\nRepairs cost €3.5 million, or 12 percent more.\r\n\r\nLike this:\r\n",
  ]

  @Test func everyEntityAndSummarySentenceStandsInItsFile() throws {
    let outcome = try copydesk.run("run", "all.yaml", "Samples/news", "tricky")
    #expect(outcome.exitCode == 2, "\(outcome.errors)")
    var checked: [String: Int] = [:]
    for record in try copydesk.records("out/news.jsonl") {
      let reader = try SourceReader(record, copydesk)
      let text = Array(try #require(record["text"] as? String).unicodeScalars)
      for kind in ["entities", "summary_sentences"] {
        for item in record[kind] as? [[String: Any]] ?? [] {
          let start = try #require(item["start"] as? Int)
          let end = try #require(item["end"] as? Int)
          let wanted = String(String.UnicodeScalarView(text[start..<end]))
          let span = try #require(item["source_start"] as? Int)..<(try #require(item["source_end"] as? Int))
          let found = try #require(reader.text(span), "\(reader.id): \(span)")
          #expect(reader.same(found, wanted), "\(reader.id), bytes \(span)")
          checked["\(kind) \(reader.form)", default: 0] += 1
        }
      }
    }
    for kind in ["entities", "summary_sentences"] {
      for form in SourceReader.Form.allCases {
        #expect(checked["\(kind) \(form)", default: 0] > 5, "\(checked)")
      }
    }
  }

  @Test func everyRemovalAndEveryFieldLeadsToWhatItSpeaksOf() throws {
    _ = try copydesk.run("run", "all.yaml", "Samples/news", "tricky")
    var checked: [String: Int] = [:]
    for record in try copydesk.records("out/news.jsonl") + copydesk.records("out/news.rejects.jsonl") {
      let reader = try SourceReader(record, copydesk)
      for entry in record["trail"] as? [[String: Any]] ?? [] {
        guard let start = entry["start"] as? Int, let end = entry["end"] as? Int else { continue }
        let action = try #require(entry["action"] as? String)
        #expect(start < end && reader.whole.contains(start) && end <= reader.whole.upperBound, "\(entry)")
        let bytes = reader.file[start..<end]
        let found = try #require(reader.decoded(bytes), "\(reader.id), bytes \(start)–\(end) are cut off")
        checked[action, default: 0] += 1
        guard action == "lifted" else { continue }
        let field = try #require(entry["field"] as? String)
        let raw = String(decoding: bytes, as: UTF8.self)
        #expect(
          reader.evidence(for: field, in: record, "\(found) \(raw)"), "\(reader.id): \(field) from \(raw)")
      }
    }
    #expect(checked["removed", default: 0] > 250 && checked["lifted", default: 0] > 100, "\(checked)")
  }
}

/// The file of a record, read without any help of Copydesk.
private struct SourceReader {
  enum Form: CaseIterable { case text, page, record }

  let id: String
  let form: Form
  let file: Data
  /// The bytes of the file that the document was read from.
  let whole: Range<Int>
  private let removed: [Range<Int>]

  init(_ record: [String: Any], _ copydesk: Copydesk) throws {
    let source = try #require(record["source"] as? [String: Any])
    let path = try #require(source["path"] as? String)
    id = record["id"] as? String ?? ""
    form = path.hasSuffix(".jsonl") ? .record : path.hasSuffix(".html") ? .page : .text
    file = copydesk.data(path)
    whole = try #require(source["start"] as? Int)..<(try #require(source["end"] as? Int))
    removed = (record["trail"] as? [[String: Any]] ?? []).filter { $0["action"] as? String == "removed" }
      .compactMap { entry in
        guard let start = entry["start"] as? Int, let end = entry["end"] as? Int else { return nil }
        return start..<end
      }
  }

  /// What a span of the file says, without what was removed from it; nil where a character or an escape is cut.
  func text(_ span: Range<Int>) -> String? {
    guard whole.contains(span.lowerBound), span.upperBound <= whole.upperBound else { return nil }
    let kept = span.filter { index in !removed.contains { $0.contains(index) } }
    return decoded(Data(kept.map { file[$0] }))
  }

  func decoded(_ bytes: Data) -> String? {
    guard let text = String(data: bytes, encoding: .utf8) else { return nil }
    switch form {
    case .text: return text
    case .page: return Self.withoutMarkup(text)
    case .record:
      let string = text.hasPrefix("\"") ? text : "\"\(text)\""
      let value = try? JSONSerialization.jsonObject(with: Data(string.utf8), options: .fragmentsAllowed)
      return (value as? String).map { $0.contains("&") || $0.contains("<") ? Self.withoutMarkup($0) : $0 }
    }
  }

  /// A text keeps every byte; a page's white space is not its own.
  func same(_ found: String, _ wanted: String) -> Bool {
    // A document's lines end in \n, whatever those of its file end in.
    if form == .text { return Array(found.replacing("\r\n", with: "\n").utf8) == Array(wanted.utf8) }
    func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
    return words(found) == words(wanted)
  }

  /// Whether the text holds what the field was filled with; of a date, its day and its year.
  func evidence(for field: String, in record: [String: Any], _ text: String) -> Bool {
    let metadata = record["metadata"] as? [String: Any]
    guard let value = (record[field] ?? metadata?[field]) as? String else { return false }
    switch field {
    case "published", "modified":
      let parts = value.prefix(10).split(separator: "-")
      return text.contains(parts[0]) && text.contains(String(Int(parts[2]) ?? -1))
    case "language": return text.lowercased().contains(value.lowercased().prefix(2))
    default:
      func letters(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      }
      return Set(letters(value)).isSubset(of: letters(text))
    }
  }

  private static func withoutMarkup(_ text: String) -> String {
    let hidden = /<!--.*?-->|<script.*?<\/script>|<style.*?<\/style>/.dotMatchesNewlines().ignoresCase()
    let visible = text.replacing(hidden, with: "").replacing(/<br[^>]*>/.ignoresCase(), with: " ")
      .replacing(/<[^>]*>/, with: "")
    return visible.replacing(/&(#?\w+);/) { character(String($0.1)) }.replacing("\u{AD}", with: "")
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
    "laquo": "«", "raquo": "»", "aacute": "á", "Aacute": "Á", "auml": "ä", "atilde": "ã", "eacute": "é",
    "egrave": "è", "ntilde": "ñ", "uacute": "ú", "uuml": "ü",
  ]
}
