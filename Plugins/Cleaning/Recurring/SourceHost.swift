import Copydesk

/// The host of a document's address: what tells its site, where the document does not name it.
enum SourceHost {
  /// The host without `www.`: `example.org` of `https://www.Example.org:443/path`. Nil where the address has none.
  static func host(of address: String) -> String? {
    let address = WebAddress(address)
    guard address.hasAuthority else { return nil }
    let site = address.host.hasPrefix("www.") ? String(address.host.dropFirst(4)) : address.host
    return site.isEmpty ? nil : site
  }
}
