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
    An entry without a slash is a host: `example.org` is also `www.example.org`. One with a slash is how an address \
    begins, without its scheme: `example.org/ads/`. A document without an address is kept, unless `allow` is given.
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
    blocked = AddressList(try WordList.entries(options.block, file: options.file, context))
    allowed = AddressList(options.allow)
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

/// Hosts and beginnings of addresses, looked up in time that does not depend on how many there are.
struct AddressList: Sendable {
  private let hosts: Set<String>
  private let beginnings: Set<String>

  init(_ entries: [String]) {
    let normal = entries.map(Self.withoutScheme)
    hosts = Set(normal.filter { !$0.contains("/") })
    beginnings = Set(normal.filter { $0.contains("/") })
  }

  var isEmpty: Bool { hosts.isEmpty && beginnings.isEmpty }

  /// The entry that an address is covered by.
  func entry(of address: String) -> String? {
    let address = Self.withoutScheme(address)
    let host = address.prefix { $0 != "/" && $0 != ":" && $0 != "?" && $0 != "#" }
    var name = host[...]
    while true {
      if hosts.contains(String(name)) { return String(name) }
      guard let dot = name.firstIndex(of: ".") else { break }
      name = name[name.index(after: dot)...]
    }
    guard !beginnings.isEmpty else { return nil }
    for form in [address, address.hasPrefix("www.") ? String(address.dropFirst(4)) : nil].compactMap({ $0 }) {
      for end in form.indices where beginnings.contains(String(form[...end])) { return String(form[...end]) }
    }
    return nil
  }

  private static func withoutScheme(_ address: String) -> String {
    let lower = address.lowercased()
    for scheme in ["https://", "http://"] where lower.hasPrefix(scheme) {
      return String(lower.dropFirst(scheme.count))
    }
    return lower
  }
}
