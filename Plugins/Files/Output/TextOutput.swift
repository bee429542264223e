import Copydesk

/// Writes documents as plain text.
///
/// ```yaml
/// stages:
///   - output.text                              # out/world/damascus.txt …
///   - output.text: { path: out/articles.txt }  # all in one file
/// ```
public struct TextOutput: DocumentFilesOutput {
  /// The options of `output.text`.
  public struct Options: StageOptions {
    @Option(
      "A folder for one file a document, a file for all in one (it has an extension), or - for standard output."
    )
    var path = "out/"

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "output.text"
  public static let form: OutputForm? = OutputForm("plain text", endings: [".txt", ".text"])
  public static let abstract = "Writes documents as plain text, one file each or all in one."
  public static let discussion = """
    A file holds the title, who wrote it and when, and the text, with blank lines between. In a folder each file is \
    named after its document's id; two documents never share one. Files of earlier runs are not removed.
    """
  public static let example = "- output.text: { path: out/articles.txt }"

  public let files: DocumentFiles

  public init(options: Options, context: StageContext) throws {
    let line =
      "\n========================================================================\n\n" as StaticString
    files = try DocumentFiles(path: options.path, extension: ".txt", divider: line)
  }

  public static func encode(_ document: Document) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(document.text.count + 256)
    if let title = document.title { out.append(title.onOneLine + "\n\n") }
    if let byline = document.byline { out.append("By \(byline.onOneLine)\n") }
    if let published = document.published { out.append("Published \(published)\n") }
    if document.byline != nil || document.published != nil { out.append("\n") }
    out.appendText(document.text.utf8)
    return out
  }
}
