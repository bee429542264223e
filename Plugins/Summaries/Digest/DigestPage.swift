/// A digest as one page of HTML that needs nothing else: no script, no other file.
struct DigestPage {
  private(set) var text = ""
  private let digest: Digest

  init(_ digest: Digest, title: String) {
    self.digest = digest
    let heading = Self.escaped(title)
    text = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(heading)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <header><h1>\(heading)</h1><p>\(Self.escaped(DigestWords.summary(digest)))</p></header>
      <main>

      """
    for (number, section) in digest.sections.enumerated() { write(section, number + 1) }
    writeOthers()
    text += "</main>\n<aside>\n"
    writeNames()
    text += "</aside>\n"
    writeSources()
    text += "</body>\n</html>\n"
  }

  private mutating func write(_ section: Digest.Section, _ number: Int) {
    text += "<article id=\"story-\(number)\">\n<h2>\(Self.escaped(section.title))</h2>\n<p>"
    text += section.lines.map(sentence).joined(separator: " ")
    text += "</p>\n"
    if !section.names.isEmpty {
      text +=
        "<p class=\"names\">"
        + section.names.map { "<span>\(Self.escaped($0))</span>" }.joined(separator: " ")
      text += "</p>\n"
    }
    let count = section.sources.count
    text += "<p class=\"from\">\(count == 1 ? "From" : "From \(count) articles:") "
    text += section.sources.map {
      "<a href=\"#source-\($0 + 1)\">\(Self.escaped(digest.entries[$0].title))</a>"
    }
    .joined(separator: " · ")
    text += "</p>\n</article>\n"
  }

  private func sentence(_ line: Digest.Line) -> String {
    let place =
      "\(digest.entries[line.source].path), bytes \(line.sentence.source.start)–\(line.sentence.source.end)"
    return "\(Self.escaped(line.sentence.text))<sup><a href=\"#source-\(line.source + 1)\" "
      + "title=\"\(Self.escaped(place))\">\(line.source + 1)</a></sup>"
  }

  private mutating func writeOthers() {
    guard !digest.others.isEmpty else { return }
    text += "<section class=\"also\">\n<h2>Also</h2>\n<ul>\n"
    for other in digest.others {
      text += "<li><a href=\"#source-\(other + 1)\">\(Self.escaped(digest.entries[other].title))</a></li>\n"
    }
    text += "</ul>\n</section>\n"
  }

  private mutating func writeNames() {
    for (label, names) in digest.mentions where !names.isEmpty {
      text += "<section>\n<h2>\(Self.escaped(DigestWords.plural(label)))</h2>\n<ol>\n"
      for mention in names {
        let links = mention.sections.map { "<a href=\"#story-\($0 + 1)\">\($0 + 1)</a>" }.joined(
          separator: " ")
        text += "<li><span>\(Self.escaped(mention.name.text))</span> <b>\(mention.documents)</b>"
        text += " <small>\(links)</small></li>\n"
      }
      text += "</ol>\n</section>\n"
    }
  }

  private mutating func writeSources() {
    text += "<footer>\n<h2>Sources</h2>\n<ol>\n"
    for (index, entry) in digest.entries.enumerated() {
      let title = Self.escaped(entry.title)
      let linked = entry.url.map { "<a href=\"\(Self.escaped($0))\">\(title)</a>" } ?? title
      let besides = [entry.byline, entry.day].compactMap(\.self).map { ", \(Self.escaped($0))" }.joined()
      text +=
        "<li id=\"source-\(index + 1)\">\(linked)\(besides) <code>\(Self.escaped(entry.path))</code></li>\n"
    }
    text += "</ol>\n</footer>\n"
  }

  /// The words with what HTML would take for marks escaped.
  static func escaped(_ words: String) -> String {
    var out = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static let style = """
    :root { --ink: #1b1b1a; --dim: #62625e; --paper: #fbfaf7; --rule: #dedbd2; --mark: #8a2b1d; --chip: #efece4; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e9e7e1; --dim: #a19e96; --paper: #171716; --rule: #35342f; --mark: #f0917f; --chip: #272622; }
    }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 68rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
      font: 1.0625rem/1.6 Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif;
      display: grid; grid-template-columns: minmax(0, 1fr) 16rem; column-gap: 3rem; }
    header, footer { grid-column: 1 / -1; }
    header { border-bottom: 3px double var(--rule); margin-bottom: 1.5rem; }
    h1 { font-size: 2.4rem; line-height: 1.15; margin: 0; letter-spacing: -0.01em; }
    header p, .from, footer, aside { color: var(--dim);
      font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; font-size: 0.875rem; }
    header p { margin: 0.25rem 0 1rem; }
    h2 { font-size: 1.375rem; line-height: 1.3; margin: 0 0 0.4rem; text-wrap: balance; }
    article { padding: 0 0 1.25rem; margin-bottom: 1.25rem; border-bottom: 1px solid var(--rule); }
    article p { margin: 0 0 0.6rem; overflow-wrap: anywhere; }
    a { color: var(--mark); text-decoration: none; }
    a:hover, a:focus-visible { text-decoration: underline; }
    sup { font: 0.7em system-ui, sans-serif; margin-left: 0.15em; }
    .names span { display: inline-block; background: var(--chip); border-radius: 0.9em; padding: 0 0.65em;
      font: 0.8125rem/1.7 system-ui, sans-serif; }
    .also ul { padding-left: 1.2rem; }
    aside h2, footer h2 { font-size: 0.8125rem; text-transform: uppercase; letter-spacing: 0.06em; color: var(--dim); }
    aside ol { list-style: none; padding: 0; margin: 0 0 1.5rem; }
    aside li { display: grid; grid-template-columns: 1fr 1.5rem 4rem; gap: 0.5rem; align-items: baseline; border-bottom: 1px solid var(--rule); padding: 0.2rem 0; }
    aside li span { color: var(--ink); overflow-wrap: anywhere; }
    aside b { text-align: right; }
    aside small { text-align: right; }
    footer { border-top: 3px double var(--rule); padding-top: 1rem; }
    footer ol { padding-left: 1.6rem; } footer li { margin-bottom: 0.3rem; overflow-wrap: anywhere; }
    footer li:target, article:target { outline: 2px solid var(--mark); outline-offset: 4px; }
    code { font-size: 0.85em; }
    @media (max-width: 52rem) { body { display: block; } h1 { font-size: 1.9rem; } }
    @media print { body { display: block; } a { color: inherit; } }
    """
}
