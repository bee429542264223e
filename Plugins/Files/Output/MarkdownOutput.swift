import Copydesk

/// Writes documents as Markdown with their fields in front.
///
/// ```yaml
/// stages:
///   - output.markdown: { path: out/ }
/// ```
public struct MarkdownOutput: DocumentFilesOutput {
  /// The options of `output.markdown`.
  public struct Options: StageOptions {
    @Option(
      "A folder for one file a document, a file for all in one (it has an extension), or - for standard output."
    )
    var path = "out/"

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "output.markdown"
  public static let form: OutputForm? = OutputForm("Markdown", endings: [".md", ".markdown"])
  public static let abstract = "Writes documents as Markdown, one file each or all in one."
  public static let discussion = """
    A file begins with the document's fields as YAML, but for its metadata. The title, the summary as a quotation, the \
    text and the names found in it follow. Of a file of its own `input.files` reads the fields, the summary and the text \
    again; the names it does not, as nothing tells where they stand, and a file of several documents it refuses. In a \
    folder each file is named after its document's id; two documents never share one. Files of earlier runs are not \
    removed.
    """
  public static let example = "- output.markdown: { path: out/pages/ }"

  public let files: DocumentFiles

  public init(options: Options, context: StageContext) throws {
    files = try DocumentFiles(path: options.path, extension: ".md", divider: "\n* * *\n\n")
  }

  // MARK: The page

  public static func encode(_ document: Document) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(document.text.count + 512)
    appendFields(of: document, to: &out)
    if let title = document.title { out.append("# \(title.onOneLine)\n\n") }
    if let summary = document.summary { out.append("> \(summary.string(in: document.text).onOneLine)\n\n") }
    appendParagraphs(of: document, to: &out)
    appendEntities(of: document, to: &out)
    return out
  }

  private static func appendFields(of document: Document, to out: inout [UInt8]) {
    let fields = [
      ("title", document.title), ("byline", document.byline), ("published", document.published?.description),
      ("section", document.section), ("language", document.language), ("source", document.source.path),
      ("id", document.id),
    ]
    out.append("---\n")
    for case (let name, let value?) in fields { out.append("\(name): \(quoted(value))\n") }
    out.append("---\n\n")
  }

  /// The string as JSON writes it, with those characters escaped, too, that YAML does not take as they are.
  private static func quoted(_ string: String) -> String {
    var json = JSONWriter()
    json.string(string.utf8)
    var out = ""
    for scalar in String(decoding: json.bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// A text that sets its paragraphs apart stays as it is; in any other a line is a paragraph.
  private static func appendParagraphs(of document: Document, to out: inout [UInt8]) {
    let text = document.text
    var lines: [Lines.Line] = []
    var isApart = document.source.format == .markdown
    var seen = false
    var gap = false
    for line in text.lines {
      if line.isBlank {
        gap = seen
      } else {
        if gap { isApart = true }
        seen = true
        lines.append(line)
      }
    }
    guard !lines.isEmpty else { return }
    if isApart {
      out.appendText(text.utf8)
    } else {
      out.appendText(lines.map { text.utf8[$0.span.range] }.joined(separator: Array("\n\n".utf8)).map { $0 })
    }
  }

  /// The distinct entities: a line a label, both sorted by their bytes.
  private static func appendEntities(of document: Document, to out: inout [UInt8]) {
    var byLabel: [String: Set<String>] = [:]
    for entity in document.entities {
      byLabel[entity.label.rawValue, default: []].insert(document.text[entity.span].onOneLine)
    }
    guard !byLabel.isEmpty else { return }
    out.append("\n**Entities**\n\n")
    for (label, names) in byLabel.sorted(by: { inByteOrder($0.key, $1.key) }) {
      out.append("- \(label): \(names.sorted(by: inByteOrder).joined(separator: ", "))\n")
    }
  }

  private static func inByteOrder(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}
