import Copydesk

/// Writes documents as a web site of plain files: an index, a page an article, an index of the names in them.
///
/// ```yaml
/// stages:
///   - output.site: { path: out/site/, title: "Morning desk" }
/// ```
public struct SiteOutput: Sink {
  /// The options of `output.site`.
  public struct Options: StageOptions {
    @Option("The folder to write into.") var path = "out/site/"
    @Option("What the site is called.") var title = "Articles"
    @Option("How many articles a page of the index lists.", range: 1...) var perPage = 200

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "output.site"
  public static let form: OutputForm? = OutputForm("a folder of HTML pages", endings: [])
  public static let abstract = "Writes documents as a static web site: index, articles, names."
  public static let discussion = """
    The site needs no server and nothing from the network: open index.html. Pages follow the reader's choice of light or \
    dark. Names found in the text are marked in it, and sentences of the summary. Files of earlier runs are not removed.
    """
  public static let example = "- output.site: { path: out/site/, title: Morning desk }"
  public static let reads: [DocumentField] = [.text]

  private let options: Options
  private let folder: String

  public init(options: Options, context: StageContext) throws {
    guard !options.path.isEmpty, options.path != "-" else {
      throw InvalidOption("path", "a site needs a folder", help: "name a folder, such as out/site/")
    }
    self.options = options
    folder = options.path.hasSuffix("/") ? options.path : options.path + "/"
  }

  public var destination: String { folder }

  /// An article as it will be written, but for its place.
  public struct Prepared: Sendable {
    let stem: String
    let body: [UInt8]
    let entry: SiteEntry
  }

  /// What the index is made of when all articles are written.
  public struct State: Sendable {
    var names = FileNames(extension: ".html")
    var entries: [SiteEntry] = []
    /// For each name the articles that it is in, by label and spelling.
    var mentions: [SiteName: [Int]] = [:]
  }

  public func makeState() throws -> State { State() }

  public func prepare(_ document: inout Document) throws -> Prepared {
    Prepared(
      stem: FileNames.stem(of: document.id, extension: ".html"), body: ArticlePage.body(of: document),
      entry: SiteEntry(document))
  }

  public func commit(_ document: inout Document, _ prepared: Prepared, _ state: inout State) throws {
    let file = "articles/" + state.names.claim(prepared.stem)
    var entry = prepared.entry
    entry.file = file
    let depth = file.utf8.count { $0 == UInt8(ascii: "/") }
    let page = SitePage(
      title: entry.title, site: options.title, root: String(repeating: "../", count: depth),
      body: prepared.body)
    try write(page, to: file)
    for name in entry.names { state.mentions[name, default: []].append(state.entries.count) }
    // Names are kept in the index of names alone.
    entry.names = Array(entry.names.prefix(SiteEntry.shownNames))
    state.entries.append(entry)
  }

  public func finish(_ state: inout State) throws {
    let pages = max(1, (state.entries.count + options.perPage - 1) / options.perPage)
    for number in 0..<pages {
      let range = number * options.perPage..<min(state.entries.count, (number + 1) * options.perPage)
      let body = IndexPage.articles(state.entries[range], total: state.entries.count, page: number, of: pages)
      try write(
        SitePage(title: options.title, site: options.title, root: "", body: body), to: IndexPage.file(number))
    }
    let body = IndexPage.names(state.mentions, state.entries)
    try write(SitePage(title: "Names", site: options.title, root: "", body: body), to: "names.html")
  }

  private func write(_ page: SitePage, to name: String) throws {
    let file = try OutputFile(path: folder + name)
    try file.write(page.bytes)
    try file.finish()
  }
}

/// A name that was found, as the index of names tells it apart.
struct SiteName: Hashable, Sendable {
  let label: String
  let text: String
}

/// What the index tells of an article.
struct SiteEntry: Sendable {
  static let shownNames = 6
  private static let longestLead = 280

  var file = ""
  let title: String
  let note: String
  let lead: String
  /// The names in it, the most frequent first.
  var names: [SiteName]

  init(_ document: Document) {
    title = document.title?.onOneLine ?? document.id
    note = [document.published.map { String($0.description.prefix(10)) }, document.byline, document.section]
      .compactMap { $0?.onOneLine }.joined(separator: " · ")
    let text = document.summary?.string(in: document.text) ?? String(document.text.string.prefix(1000))
    let line = text.onOneLine
    lead = line.count > Self.longestLead ? line.prefix(Self.longestLead) + "…" : line
    // What the document has found to be one thing is one name, however it is called in between.
    let things = document.namesByID
    var counts: [SiteName: (count: Int, first: Int)] = [:]
    for (index, entity) in document.entities.enumerated() {
      guard ["PERSON", "ORG", "PLACE"].contains(entity.label.rawValue) else { continue }
      let linked = entity.id.flatMap { things[$0] }
      let name = SiteName(
        label: (linked?.label ?? entity.label).rawValue,
        text: linked?.name.onOneLine ?? document.text[entity.span].onOneLine)
      counts[name, default: (0, index)].count += 1
    }
    names = counts.sorted { ($1.value.count, $0.value.first) < ($0.value.count, $1.value.first) }.map(\.key)
  }
}
