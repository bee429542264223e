import Copydesk

/// The colours of labels: fixed ones for those that ship, of the others one of eight by their names.
enum LabelColours {
  /// Hues of the colour circle, chosen apart.
  static let hues: [(label: String, hue: Int)] = [
    ("PERSON", 265), ("ORG", 205), ("PLACE", 25), ("GROUP", 95), ("EVENT", 340), ("WORK", 310), ("MISC", 60),
    ("DATE", 165), ("TIME", 180), ("MONEY", 130), ("PERCENT", 145), ("QUANTITY", 115), ("EMAIL", 230),
    ("URL", 220), ("PHONE", 240),
  ]
  static let others = [0, 45, 75, 150, 195, 250, 285, 325]

  /// The class of a label in the page.
  static func className(_ label: String) -> String {
    if hues.contains(where: { $0.label == label }) { return "l-\(label)" }
    let hash = label.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
    return "o-\(hash % others.count)"
  }

  static var styles: String {
    let known = hues.map { ("l-\($0.label)", $0.hue) }
    let unknown = others.enumerated().map { ("o-\($0.offset)", $0.element) }
    return (known + unknown).map { ".\($0.0) { --hue: \($0.1); }" }.joined(separator: "\n")
  }
}

/// What stands around the articles of a page.
enum PageFrame {
  static func head(title: String, articles: Int, left: Int, labels: [String: Int]) -> [UInt8] {
    var out: [UInt8] = []
    out.append(
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>
      """)
    out.appendEscaped(title)
    out.append("</title>\n<style>\n\(style)\n\(LabelColours.styles)\n")
    let order = ordered(labels)
    for (number, label) in order.enumerated() {
      let name = LabelColours.className(label)
      out.append(
        "body:has(#c\(number):not(:checked)) mark.\(name) { background: none; padding: 0; } "
          + "body:has(#c\(number):not(:checked)) mark.\(name) i { display: none; }\n")
    }
    out.append("</style>\n<body>\n<header>\n<h1>")
    out.appendEscaped(title)
    out.append("</h1>\n<p class=\"count\">\(articles) \(articles == 1 ? "article" : "articles")")
    if left > 0 { out.append(", \(left) more are not shown") }
    out.append("</p>\n<form class=\"legend\">")
    for (number, label) in order.enumerated() {
      out.append(
        "<label class=\"\(LabelColours.className(label))\"><input type=\"checkbox\" id=\"c\(number)\" checked> "
      )
      out.appendEscaped(label)
      out.append(" <small>\(labels[label] ?? 0)</small></label>")
    }
    out.append(
      "<label class=\"cut\"><input type=\"checkbox\" id=\"cut\" checked> <del>struck out</del></label>")
    out.append("</form>\n</header>\n<main>\n")
    return out
  }

  static let foot = Array("</main>\n</body>\n</html>\n".utf8)

  /// Labels that ship in their order, then the others by name.
  private static func ordered(_ labels: [String: Int]) -> [String] {
    let known = LabelColours.hues.map(\.label).filter { labels[$0] != nil }
    return known + labels.keys.filter { !known.contains($0) }.sorted()
  }

  private static let style = """
    :root { --ink: #1c1b19; --paper: #fbfaf7; --card: #ffffff; --soft: #6c675f; --line: #e4dfd6;
      --mark-light: 90%; --mark-chroma: 0.07; --tag: 42%; --cut: #a5443a; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e9e5dd; --paper: #171614; --card: #201f1c; --soft: #a29c91; --line: #35322d;
        --mark-light: 36%; --mark-chroma: 0.075; --tag: 84%; --cut: #d98b80; }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 17px/1.65 Georgia, "Times New Roman", serif; }
    header, main { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }
    header { padding-top: 2rem; }
    h1 { font-size: 1.5rem; margin: 0; letter-spacing: -0.01em; }
    .count { margin: 0.1rem 0 0.9rem; color: var(--soft); font-size: 0.9rem; }
    .legend { display: flex; flex-wrap: wrap; gap: 0.35rem 0.5rem; font: 12.5px/1.4 system-ui, sans-serif; }
    .legend label { display: inline-flex; align-items: center; gap: 0.3rem; padding: 0.15rem 0.55rem;
      border-radius: 1rem; background: oklch(var(--mark-light) var(--mark-chroma) var(--hue, 0)); cursor: pointer; }
    .legend .cut { background: none; border: 1px solid var(--line); }
    .legend small { opacity: 0.7; }
    .legend input { margin: 0; }
    article { background: var(--card); border: 1px solid var(--line); border-radius: 10px;
      padding: 1.4rem 1.6rem 1.2rem; margin: 1.4rem 0; }
    h2 { font-size: 1.35rem; line-height: 1.25; margin: 0 0 0.4rem; letter-spacing: -0.01em; overflow-wrap: anywhere; }
    dl { display: flex; flex-wrap: wrap; gap: 0.1rem 1.1rem; margin: 0 0 0.9rem; color: var(--soft);
      font: 13px/1.5 system-ui, sans-serif; }
    dl div { display: flex; gap: 0.35rem; }
    dt { opacity: 0.75; } dd { margin: 0; overflow-wrap: anywhere; }
    blockquote { margin: 0 0 1rem; padding: 0.1rem 0 0.1rem 0.9rem; border-left: 3px solid var(--line);
      font-style: italic; }
    .text p { margin: 0 0 0.75rem; overflow-wrap: anywhere; }
    mark { color: inherit; background: oklch(var(--mark-light) var(--mark-chroma) var(--hue, 0)); border-radius: 4px;
      padding: 0.08em 0.28em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
    mark i { font: 600 0.58em/1 system-ui, sans-serif; letter-spacing: 0.04em; margin-left: 0.5em;
      vertical-align: 0.12em; color: oklch(var(--tag) 0.12 var(--hue, 0)); }
    del { color: var(--cut); text-decoration-thickness: 1px; opacity: 0.85; font-size: 0.88em; }
    .text span del { margin: 0 0.25em; }
    body:has(#cut:not(:checked)) .text del { display: none; }
    .names { list-style: none; display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; margin: 0.9rem 0 0; padding: 0.7rem 0 0;
      border-top: 1px solid var(--line); color: var(--soft); font: 13px/1.5 system-ui, sans-serif; }
    .names b { font-weight: 600; color: oklch(var(--tag) 0.1 var(--hue, 0)); }
    """
}
