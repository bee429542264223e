import Copydesk

/// The pages of the site that lead to its articles.
enum IndexPage {
  private static let mostArticles = 200

  static func file(_ page: Int) -> String { page == 0 ? "index.html" : "index-\(page + 1).html" }

  /// A page of the index of articles.
  static func articles(_ entries: ArraySlice<SiteEntry>, total: Int, page: Int, of pages: Int) -> [UInt8] {
    var out: [UInt8] = []
    out.append("<p class=\"count\">\(total) \(total == 1 ? "article" : "articles")</p>\n")
    out.append(search(".card", "Find on this page"))
    for entry in entries {
      out.append("<section class=\"card\"><h2><a href=\"\(entry.file.escapedForAddress)\">")
      out.append("\(entry.title.escapedForHTML)</a></h2>\n")
      if !entry.note.isEmpty { out.append("<p class=\"note\">\(entry.note.escapedForHTML)</p>\n") }
      out.append("<p>\(entry.lead.escapedForHTML)</p>\n")
      if !entry.names.isEmpty {
        out.append("<p class=\"names\">")
        for name in entry.names {
          out.append("<span class=\"name \(name.label)\">\(name.text.escapedForHTML)</span>")
        }
        out.append("</p>")
      }
      out.append("</section>\n")
    }
    if pages > 1 {
      out.append("<p class=\"pages\">")
      for number in 0..<pages {
        out.append(
          number == page ? "<b>\(number + 1)</b> " : "<a href=\"\(file(number))\">\(number + 1)</a> ")
      }
      out.append("</p>\n")
    }
    return out
  }

  /// The index of names: by kind, those in most articles first.
  static func names(_ mentions: [SiteName: [Int]], _ entries: [SiteEntry]) -> [UInt8] {
    var out: [UInt8] = []
    out.append("<h1>Names</h1>\n")
    out.append(search("details", "Find a name"))
    for (label, heading) in [("PERSON", "Persons"), ("ORG", "Organisations"), ("PLACE", "Places")] {
      let names = mentions.filter { $0.key.label == label }
      guard !names.isEmpty else { continue }
      out.append("<h2>\(heading)</h2>\n")
      for (name, articles) in names.sorted(by: {
        ($1.value.count, $0.key.text) < ($0.value.count, $1.key.text)
      }) {
        out.append("<details><summary><span class=\"name \(label)\">\(name.text.escapedForHTML)</span> ")
        out.append("<span class=\"note\">\(articles.count)</span></summary><ul>")
        for index in articles.prefix(mostArticles) {
          out.append(
            "<li><a href=\"\(entries[index].file.escapedForAddress)\">\(entries[index].title.escapedForHTML)</a></li>"
          )
        }
        if articles.count > mostArticles {
          out.append("<li class=\"note\">and \(articles.count - mostArticles) more</li>")
        }
        out.append("</ul></details>\n")
      }
    }
    return out
  }

  /// A field that hides what does not hold what is typed.
  private static func search(_ selector: String, _ label: String) -> String {
    """
    <p><input type="search" placeholder="\(label)" aria-label="\(label)" oninput="for(const e of \
    document.querySelectorAll('\(selector)'))e.hidden=!e.textContent.toLowerCase().includes(this.value.toLowerCase())"></p>

    """
  }
}
