import Copydesk

/// Upright bars side by side, each with its number.
struct ColumnChart {
  /// What a column stands for in full and in short, and its count.
  let columns: [(name: String, short: String, count: Int)]
  let unit: String

  var html: String {
    let greatest = max(1, columns.map(\.count).max() ?? 1)
    var out = "<div class=\"columns\" role=\"list\">\n"
    for column in columns {
      let height = ReportPage.n(100 * Double(column.count) / Double(greatest))
      let label = "\(column.name) \(unit): \(Figures.count(column.count, "document"))"
      out +=
        "<div role=\"listitem\" title=\"\(label)\"><span class=\"figure\">\(Figures.grouped(column.count))</span>"
      out += "<svg viewBox=\"0 0 10 100\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"\(label)\">"
      out +=
        "<rect class=\"kept\" y=\"\(ReportPage.n(100 - (Double(height) ?? 0)))\" width=\"10\" height=\"\(height)\"/></svg>"
      out += "<small>\(column.short)</small></div>\n"
    }
    return out + "</div>\n<p class=\"axis\">\(unit), from so many to below the next</p>"
  }
}
