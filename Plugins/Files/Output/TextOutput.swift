import Copydesk

/// Writes documents as plain text.
///
/// ```yaml
/// stages:
///   - output.text                              # out/world/damascus.txt …
///   - output.text: { path: out/articles.txt }  # all in one file
/// ```
public struct TextOutput: Sink, ResumableStage {
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
  public static let abstract = "Writes documents as plain text, one file each or all in one."
  public static let discussion = """
    A file holds the title, who wrote it and when, and the text, with blank lines between. In a folder each file is \
    named after its document's id; two documents never share one. Files of earlier runs are not removed.
    """
  public static let example = "- output.text: { path: out/articles.txt }"

  private let files: DocumentFiles

  public init(options: Options, context: StageContext) throws {
    let line =
      "\n========================================================================\n\n" as StaticString
    files = try DocumentFiles(path: options.path, extension: ".txt", divider: line)
  }

  public var destination: String { files.path }
  /// Not a folder, whose names would all have to be kept.
  public var canGrow: Bool { !files.isFolder }

  /// The document as it will be written.
  public struct Prepared: Sendable { let page: DocumentFiles.Page }

  /// The open file, or the names given so far.
  public struct State: Sendable { var files: DocumentFiles.State }

  public func makeState() throws -> State { State(files: try files.makeState()) }

  public func prepare(_ document: inout Document) throws -> Prepared {
    Prepared(page: files.page(document, Self.encode(document)))
  }

  public func commit(_ document: inout Document, _ prepared: Prepared, _ state: inout State) throws {
    try files.write(prepared.page, &state.files)
  }

  public func finish(_ state: inout State) throws { try files.finish(state.files) }

  public func checkpoint(_ state: inout State) throws -> [UInt8] { try files.checkpoint(state.files) }

  public func resume(from checkpoint: [UInt8]) throws -> State {
    State(files: try files.resume(from: checkpoint))
  }

  static func encode(_ document: Document) -> [UInt8] {
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
