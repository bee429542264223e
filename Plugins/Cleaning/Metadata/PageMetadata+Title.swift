import Copydesk

/// The headline of a page.
extension PageMetadata {
  /// What `title` and a heading agree on is what readers see; else what the page says of itself.
  var title: Found<String>? {
    let headline = headings.headline.map {
      Found(value: $0.text, rule: .headline, span: Span(page.extent(of: $0.node)))
    }
    // One word that both have may be that of a section: "News" over all that is in it.
    let isOfSection =
      headline.map { !$0.value.contains(" ") } ?? false && meta["og:title"]?.value.contains(" ") == true
    if headings.isConfirmed, !isOfSection, let headline {
      return headings.isWholeTitle ? cut(headline) : headline
    }
    let candidates = [
      meta["og:title"], found(structured.headline), likely(headline), meta["twitter:title"],
      meta["parsely-title"], pageTitle, headline,
    ]
    return candidates.lazy.compactMap { $0 }.first.flatMap(cut)
  }

  private func cut(_ title: Found<String>) -> Found<String>? {
    title.map { SiteSuffix.cut($0, site: site, address: (canonical ?? meta["og:url"])?.value) }
  }

  /// The headline, unless it has nothing to do with the title of the page: then it names the site.
  private func likely(_ headline: Found<String>?) -> Found<String>? {
    guard let headline else { return nil }
    guard let pageTitle else { return headline }
    let words = BlockWords.hashes(of: headline.value)
    let others = Set(BlockWords.hashes(of: pageTitle.value))
    let shared = words.count { others.contains($0) }
    // A title of one word too many is the page's; "Allergies" may head all of a section.
    return shared * 2 >= words.count && shared * 3 >= others.count ? headline : nil
  }
}
