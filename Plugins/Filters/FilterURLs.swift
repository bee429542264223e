import Copydesk

/// Drops documents from addresses of a list.
///
/// ```yaml
/// stages:
///   - filter.urls: { block: [spam.example, "example.org/ads/"] }
///   - filter.urls: { allow: [bbc.co.uk], field: url }
/// ```
public struct FilterURLs: Stage {
  /// The options of `filter.urls`.
  public struct Options: StageOptions {
    @Option("Hosts, with all below them, and beginnings of addresses that are dropped.") var block: [String] =
      []
    @Option("A file with more of them, one a line; a relative path counts from the definition's folder.")
    var file: String? = nil
    @Option("Hosts and beginnings of addresses that are kept; all others are dropped, where there are any.")
    var allow: [String] = []
    @Option("The metadata that holds a document's address.") var field = "url"

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "filter.urls"
  public static let abstract = "Drops documents from addresses of a list."
  public static let discussion = """
    An entry without a slash is a host: `example.org` is also `www.example.org`, and `*.example.org` only what is below \
    it. One with a slash is how an address begins, without its scheme: `example.org/ads/`. Capitals, a user's name and a \
    port do not matter, and a host with letters of other alphabets may be written as `xn--…`. In a file a line that begins \
    with `#` is a comment. A document without an address is kept, unless `allow` is given.
    """
  public static let example = "- filter.urls: { block: [spam.example, \"example.org/ads/\"] }"
  public static let reads: [DocumentField] = [.metadata]
  public static let rules = [
    Rule("urls.blocked", "Drops a document whose address is on the list."),
    Rule("urls.not_allowed", "Drops a document whose address is not among those that are kept."),
  ]

  private let field: String
  private let blocked: AddressList
  private let allowed: AddressList

  public init(options: Options, context: StageContext) throws {
    field = options.field
    blocked = try AddressList(
      try WordList.entries(options.block, file: options.file, context),
      option: options.file == nil ? "block" : "file")
    allowed = try AddressList(options.allow, option: "allow")
    guard !blocked.isEmpty || !allowed.isEmpty else {
      throw InvalidOption("block", "there are no addresses to look for", help: "give block, file or allow")
    }
  }

  public func process(_ document: inout Document) throws {
    let address = document.metadata[field]?.string
    if let address, let entry = blocked.entry(of: address) {
      document.drop(rule: "urls.blocked", reason: "its address is blocked by \"\(entry)\"")
    } else if !allowed.isEmpty, address.flatMap(allowed.entry) == nil {
      document.drop(
        rule: "urls.not_allowed", reason: address == nil ? "it has no address" : "its address is not allowed")
    }
  }
}
