import Copydesk
import Foundation

/// The addresses of links.
extension ArticleWriter {
  /// The address of an element `a`, whole where the page tells what it is relative to, and where it stands; nil for what
  /// leads nowhere: scripts, and nothing at all.
  func address(of link: Int) -> (text: String, span: Span)? {
    guard let range = page.attributeRange("href", of: NodeID(link)),
      let written = page.attribute("href", of: NodeID(link))
    else { return nil }
    let text = LinkAddress.written(written)
    guard !text.isEmpty, !LinkAddress.isScript(text) else { return nil }
    return (LinkAddress.escaped(LinkAddress.resolved(text, against: base)), Span(range))
  }
}

/// An address as a page writes it, and as Markdown takes it.
enum LinkAddress {
  /// Without white space at the ends, and without line ends and tabs, as browsers read it; blanks within count.
  static func written(_ address: String) -> String {
    let plain = address.unicodeScalars.filter { !"\n\r\t".unicodeScalars.contains($0) }
    return String(String.UnicodeScalarView(plain)).trimmingCharacters(in: .whitespaces)
  }

  static func isScript(_ address: String) -> Bool {
    let lower = address.prefix(12).lowercased()
    return ["javascript:", "vbscript:", "data:"].contains { lower.hasPrefix($0) }
  }

  /// The whole address, where it is relative and the base is known.
  static func resolved(_ address: String, against base: URL?) -> String {
    guard let base, let url = URL(string: address, relativeTo: base) else { return address }
    return url.absoluteString
  }

  /// With what would end a link in Markdown escaped.
  static func escaped(_ address: String) -> String {
    var out = ""
    for character in address {
      switch character {
      case " ": out += "%20"
      case "(": out += "%28"
      case ")": out += "%29"
      case "<": out += "%3C"
      case ">": out += "%3E"
      default: out.append(character)
      }
    }
    return out
  }

  /// What the addresses of a page are relative to: its element `base`, or its canonical address; nil where it has
  /// neither as a whole address.
  static func base(of page: HTMLDocument) -> URL? {
    var canonical: String?
    for node in page.nodes.indices where page.nodes[node].kind == .element {
      switch page.nodes[node].tag {
      case .base:
        if let address = page.attribute("href", of: NodeID(node)), let url = whole(address) { return url }
      case .link:
        guard canonical == nil, page.attribute("rel", of: NodeID(node))?.lowercased() == "canonical" else {
          continue
        }
        canonical = page.attribute("href", of: NodeID(node))
      default: continue
      }
    }
    return canonical.flatMap(whole)
  }

  private static func whole(_ address: String) -> URL? {
    guard let url = URL(string: written(address)), url.host != nil else { return nil }
    return url
  }
}
