/// A table with a bar in each row.
struct BarTable {
  /// One row.
  struct Row {
    var name: String
    var detail: String?
    var value: Double
    /// The cells behind the bar.
    var figures: [String]

    init(name: String, detail: String? = nil, value: Double, figures: [String]) {
      self.name = name
      self.detail = detail
      self.value = value
      self.figures = figures
    }
  }

  /// The names of the columns; the bar has none.
  let head: [String]
  let rows: [Row]
  /// The class of the bars.
  let css: String

  var html: String {
    let greatest = rows.map(\.value).max() ?? 1
    var out = "<table class=\"bars\"><thead><tr>"
    for (index, name) in head.enumerated() {
      out += "<th scope=\"col\"\(index > 0 ? " class=\"figure\"" : "")>\(name)</th>"
    }
    out += "</tr></thead><tbody>\n"
    for row in rows {
      let width = ReportPage.n(greatest > 0 ? 100 * row.value / greatest : 0)
      let detail = row.detail.map { "<small>\(HTMLText.of($0))</small>" } ?? ""
      out += "<tr><th scope=\"row\"><span>\(HTMLText.breakable(row.name))</span>\(detail)"
      out += "<svg class=\"bar\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      out += "<rect class=\"\(css)\" width=\"\(width)\" height=\"4\"/></svg></th>"
      for figure in row.figures { out += "<td class=\"figure\">\(figure)</td>" }
      out += "</tr>\n"
    }
    return out + "</tbody></table>"
  }
}
