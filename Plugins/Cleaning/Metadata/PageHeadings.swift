import Copydesk

/// Which heading of a page is its headline: the first is often the site's logo.
struct PageHeadings {
  /// The headline.
  private(set) var headline: (text: String, node: NodeID)?
  /// Whether the page's `title` says the same, alone or with the site's name beside it.
  private(set) var isConfirmed = false
  /// Whether the headline is all of the page's `title`.
  private(set) var isWholeTitle = false

  private struct Heading {
    var text: String
    var node: NodeID
    var letters: [UInt8]
    var place: TitleParts.Place?
  }

  init() {}

  /// - Parameters:
  ///   - first: the `h1` elements that are shown, of which a few count.
  ///   - second: the same of `h2` and `h3`.
  ///   - titles: other titles that the page gives itself.
  ///   - site: the site's name, where the page tells it.
  init(
    first: [NodeID], second: [NodeID], title: String?, others titles: [String], site: String?,
    page: HTMLDocument,
    text: (NodeID) -> String?
  ) {
    let parts = title.map { TitleParts($0) }
    let siteLetters = site.map { TitleParts.letters(of: $0) } ?? []
    func heading(_ node: NodeID) -> Heading? {
      guard let text = text(node) else { return nil }
      let letters = TitleParts.letters(of: text)
      var place = parts?.place(of: letters)
      if place != nil, parts?.glues(text) == true { place = nil }
      // The name of the site: a site that is called as the story is does not have it in the title twice.
      if letters == siteLetters, place != .whole { return nil }
      return Heading(text: text, node: node, letters: letters, place: place)
    }
    let firsts = first.compactMap(heading)
    var chosen = Self.longest(firsts)
    if let heading = chosen, parts?.isMost(heading.letters) == false {
      // At the end stands the site, unless no other heading is in the title and this one leads nowhere; so may it at the start.
      let other = Self.longest(second.compactMap(heading(_:)).filter(Self.isWorded))
      if let other, other.letters.count > heading.letters.count {
        chosen = other
      } else if heading.place != .end, !Self.isLogo(heading.node, page), !Self.isSaid(heading, parts, titles)
      {
        chosen = heading
      } else if Self.isLink(heading.node, page) {
        return
      } else {
        headline = (heading.text, heading.node)
        return
      }
    }
    if chosen == nil, title != nil {
      chosen = Self.longest(second.compactMap(heading).filter(Self.isWorded))
    }
    if let chosen {
      headline = (chosen.text, chosen.node)
      isConfirmed = true
      isWholeTitle = chosen.place == .whole
    } else if let heading = firsts.first {
      headline = (heading.text, heading.node)
    }
  }

  /// The longest heading that is in the title, the first of several.
  private static func longest(_ headings: [Heading]) -> Heading? {
    headings.filter { $0.place != nil }.max { $0.letters.count < $1.letters.count }
  }

  /// Whether a lower heading is more than the name of a section.
  private static func isWorded(_ heading: Heading) -> Bool {
    heading.letters.count >= 12 && (heading.text.utf8.contains(0x20) || heading.letters[0] >= 0xE3)
  }

  /// Whether another title that the page gives itself is a longer part of `title`: then this heading is that of a section.
  private static func isSaid(_ heading: Heading, _ parts: TitleParts?, _ titles: [String]) -> Bool {
    titles.contains {
      let letters = TitleParts.letters(of: $0)
      return letters.count > heading.letters.count && parts?.place(of: letters).map { $0 != .whole } == true
        && parts?.glues($0) == false && !letters.starts(with: heading.letters)
    }
  }

  /// Whether a heading leads to the front page.
  private static func isLogo(_ node: NodeID, _ page: HTMLDocument) -> Bool {
    let links = Array(page.descendants(of: node).prefix(4)) + [page.parent(of: node)].compactMap { $0 }
    return links.contains {
      guard page.tag(of: $0) == .a, let address = page.attribute("href", of: $0) else { return false }
      let path = address.firstRange(of: "//").map { address[$0.upperBound...] } ?? address[...]
      let rest = path.utf8.split(separator: UInt8(ascii: "/"))
      return address.hasPrefix("/") && path.utf8.count <= 1
        || path.startIndex > address.startIndex && rest.count <= 1
    }
  }

  private static func isLink(_ node: NodeID, _ page: HTMLDocument) -> Bool {
    page.descendants(of: node).prefix(4).contains { page.tag(of: $0) == .a }
      || page.parent(of: node).map { page.tag(of: $0) == .a } == true
  }
}
