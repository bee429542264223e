/// The parts of an address of the web that tell which site it is of, in lower case: without its scheme, user and port, its
/// host in letters.
package struct WebAddress {
  /// `example.org` of `https://user@Example.org:443/path`; all of it where nothing else is there.
  package let host: String
  /// What follows the host, from a slash, `?` or `#` on.
  package let rest: Substring.UTF8View
  /// Whether the host stands behind `//`.
  package let hasAuthority: Bool

  /// Reads an address; a host may stand alone.
  /// - Complexity: O(*n*).
  package init(_ string: String) {
    let lower = string.lowercased()
    var whole = lower.utf8[...]
    let authority = Self.authority(in: whole)
    if let authority { whole = whole[authority...] }
    hasAuthority = authority != nil
    let end = whole.firstIndex { "/?#\\".utf8.contains($0) } ?? whole.endIndex
    var host = whole[..<end]
    if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[host.index(after: at)...] }
    // The colons of an address of IPv6 stand in brackets.
    if let colon = host.lastIndex(of: UInt8(ascii: ":")), !host[colon...].contains(UInt8(ascii: "]")) {
      host = host[..<colon]
    }
    if host.last == UInt8(ascii: ".") { host = host.dropLast() }
    self.host = Punycode.decoded(host: String(Substring(host)))
    rest = whole[end...]
  }

  /// Where the host, or a user before it, begins: behind `//`, which a scheme may stand before.
  private static func authority(in whole: Substring.UTF8View) -> String.Index? {
    let scheme = whole.prefix { $0.isASCIILetter || $0.isASCIIDigit || "+-.".utf8.contains($0) }
    let marks = whole[scheme.endIndex...]
    let expected = scheme.isEmpty ? "//" : "://"
    return marks.starts(with: expected.utf8)
      ? marks.index(marks.startIndex, offsetBy: expected.utf8.count) : nil
  }
}
