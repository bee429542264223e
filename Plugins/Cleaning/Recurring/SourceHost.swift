/// The host of a document's address: what tells its site, where the document does not name it.
enum SourceHost {
  /// The host in lower case, without `www.`, the name of a user and a port: `example.org` of
  /// `https://www.Example.org:443/path`. Nil where the address has none.
  static func host(of address: String) -> String? {
    let bytes = address.utf8
    let scheme = bytes.prefix { $0 != UInt8(ascii: "/") }
    // An address without a scheme may begin with two slashes.
    guard scheme.isEmpty || scheme.last == UInt8(ascii: ":"),
      bytes[scheme.endIndex...].starts(with: "//".utf8)
    else { return nil }
    var host = bytes[scheme.endIndex...].dropFirst(2).prefix { !"/?#\\".utf8.contains($0) }
    if let user = host.lastIndex(of: UInt8(ascii: "@")) { host = host[host.index(after: user)...] }
    // The colons of an address of IPv6 stand in brackets.
    if let port = host.lastIndex(of: UInt8(ascii: ":")), !host[port...].contains(UInt8(ascii: "]")) {
      host = host[..<port]
    }
    if host.last == UInt8(ascii: ".") { host = host.dropLast() }
    let name = Substring(host).lowercased()
    let site = name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
    return site.isEmpty ? nil : site
  }
}
