import Copydesk

/// The stream of documents from stage to stage: what goes on runs down, what ends at a stage turns off to the right.
struct FlowChart {
  let flow: StageFlow
  let total: Int

  var html: String {
    var out = """
      <section>
      <h2>The way of the documents</h2>
      <p>How many came to each stage, what it took out, and by which rule.</p>
      <ol class="flow">

      """
    for row in flow.rows { out += item(row) }
    let left = flow.rows.last?.left ?? total
    out += "<li class=\"end\"><div class=\"stage\"><h3>output</h3></div>"
    out += "<div class=\"stream\"><b>\(Figures.grouped(left))</b></div></li>\n"
    return out + "</ol>\n</section>"
  }

  private func item(_ row: StageFlow.Row) -> String {
    var out = "<li><div class=\"stage\"><h3>\(HTMLText.of(row.title))</h3>"
    if let place = row.place { out += "<p class=\"place\">\(HTMLText.of(place))</p>" }
    var facts: [String] = []
    if row.documents > 0 { facts.append("decided on \(Figures.count(row.documents, "document"))") }
    if row.passedBy > 0 { facts.append("\(Figures.grouped(row.passedBy)) passed by (when)") }
    if row.bytes > 0 { facts.append("\(Figures.bytes(row.bytes)) taken out") }
    if !facts.isEmpty { out += "<p>\(facts.joined(separator: ", "))</p>" }
    out += "</div><div class=\"stream\">\(ribbon(row))<b>\(Figures.grouped(row.entered))</b>"
    let endings = [(row.dropped, "dropped"), (row.duplicates, "duplicate"), (row.failed, "failed")]
    let ends = endings.filter { $0.0 > 0 }.map { count, kind in
      "<span><i class=\"dot \(kind)\"></i>−\(Figures.grouped(count)) \(kind == "duplicate" ? "duplicates" : kind)</span>"
    }
    if !ends.isEmpty { out += "<p class=\"ends\">\(ends.joined(separator: " "))</p>" }
    out += "</div>"
    out += rules(of: row)
    return out + "</li>\n"
  }

  /// A piece of the stream, as wide as there are documents.
  private func ribbon(_ row: StageFlow.Row) -> String {
    guard total > 0 else { return "" }
    func x(_ count: Int) -> Double { 70 * Double(count) / Double(total) }
    let n = ReportPage.n
    let narrow = x(row.left)
    let label =
      "\(row.title): \(row.entered) came, \(row.dropped) dropped, \(row.duplicates) duplicates, \(row.failed) failed"
    var out =
      "<svg viewBox=\"0 0 100 60\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"\(HTMLText.of(label))\">"
    out += "<path class=\"kept\" d=\"M0 0H\(n(narrow))V60H0Z\"/>"
    var from = narrow
    var end = 12.0
    for (count, kind) in [(row.dropped, "dropped"), (row.duplicates, "duplicate"), (row.failed, "failed")]
    where count > 0 {
      // As tall at its end as it is wide at its beginning, as far as there is room.
      let to = from + x(count)
      let height = min(34, max(1.5, 48 * Double(count) / Double(total)))
      out +=
        "<path class=\"\(kind)\" d=\"M\(n(from)) 0C\(n(from)) \(n(end + height)) \(n(from + 8)) \(n(end + height)) "
      out +=
        "100 \(n(end + height))V\(n(end))C\(n(to + 8)) \(n(end)) \(n(to)) \(n(end * 0.8)) \(n(to)) 0Z\"/>"
      from = to
      end = min(56, end + height + 2)
    }
    return out + "</svg>"
  }

  private static let rulesShown = 8

  private func rules(of row: StageFlow.Row) -> String {
    let rules = row.rules.filter { !$0.key.passesBy }
    guard !rules.isEmpty else { return "" }
    func table(_ rules: some Collection<Tally.Rule>) -> String {
      var out = "<table class=\"rules\"><thead class=\"unseen\"><tr><th scope=\"col\">what</th>"
      out += "<th scope=\"col\">rule</th><th scope=\"col\">documents</th></tr></thead><tbody>"
      for rule in rules {
        let field = rule.key.field.map { " → \(HTMLText.of($0))" } ?? ""
        out += "<tr><td><i class=\"dot \(rule.key.action)\"></i>\(rule.key.action)</td>"
        out += "<td><code>\(HTMLText.of(rule.key.rule))\(field)</code>"
        if rule.key.endsDocuments, let reason = rule.reasons.first {
          out += "<small>\(HTMLText.of(reason))</small>"
        }
        out += "</td>"
        out += "<td class=\"figure\">\(Figures.grouped(rule.documents))</td></tr>\n"
      }
      return out + "</tbody></table>"
    }
    let shown = rules.prefix(Self.rulesShown)
    let rest = rules.dropFirst(Self.rulesShown)
    var out = "<div class=\"why\">" + table(shown)
    if !rest.isEmpty {
      out +=
        "<details><summary>\(Figures.count(rest.count, "more rule", plural: "more rules"))</summary>\(table(rest.prefix(200)))</details>"
    }
    return out + "</div>"
  }
}
