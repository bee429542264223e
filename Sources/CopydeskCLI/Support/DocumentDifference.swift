import Copydesk

/// What became of one document in two runs, and how it differs.
struct DocumentDifference {
  /// How much it differs.
  enum Kind {
    case same
    /// It ends in the same place with another text or other fields.
    case content
    /// It ends elsewhere.
    case fate
  }

  private let old: Document
  private let new: Document
  private let oldEnding: Ending
  private let newEnding: Ending

  init(_ old: Document, _ new: Document) {
    self.old = old
    self.new = new
    oldEnding = Ending(old)
    newEnding = Ending(new)
  }

  var kind: Kind {
    if oldEnding.fate != newEnding.fate { return .fate }
    if oldEnding.fate == .kept { return contents(Style.plain).isEmpty ? .same : .content }
    // Who took it out and why is all there is to see of a document that is in no output.
    return oldEnding.explanation == newEnding.explanation ? .same : .content
  }

  /// From where to where: `kept → dropped`.
  var move: String { "\(oldEnding.fate.rawValue) → \(newEnding.fate.rawValue)" }

  /// The difference in full.
  /// - Parameter names: what the two runs are called.
  func text(_ names: (String, String), _ style: Style) -> String {
    var out = style.bold(old.id) + "  "
    if kind == .fate {
      out += "\(style.fate(oldEnding.fate)) → \(style.fate(newEnding.fate))\n"
    } else {
      out +=
        oldEnding.fate == .kept ? style.blue("changed") + "\n" : "\(style.fate(oldEnding.fate)) otherwise\n"
    }
    if oldEnding.fate == .kept, newEnding.fate == .kept {
      for line in contents(style) { out += "  \(line)\n" }
      return out
    }
    let width = max(names.0.count, names.1.count)
    for (name, ending) in [(names.0, oldEnding), (names.1, newEnding)] {
      let evidence = ending.evidence.map { "  " + style.weighed($0) } ?? ""
      out += "  \(style.dim(pad(name, width)))  \(ending.explanation ?? "kept")\(evidence)\n"
    }
    return out
  }

  // MARK: Contents

  private func contents(_ style: Style) -> [String] {
    var lines: [String] = []
    func compare(_ name: String, _ a: String?, _ b: String?) {
      guard a != b else { return }
      let (a, b) = (a.map { "“\($0)”" } ?? "none", b.map { "“\($0)”" } ?? "none")
      lines.append("\(pad(name, 9)) \(style.red(a)) → \(style.green(b))")
    }
    compare("title", old.title, new.title)
    compare("byline", old.byline, new.byline)
    compare("section", old.section, new.section)
    compare("published", old.published?.description, new.published?.description)
    compare("language", old.language, new.language)
    compare("repeats", old.duplicateOf, new.duplicateOf)
    lines += metadata(style) + text(style) + summary(style) + entities(style)
    return lines
  }

  private func text(_ style: Style) -> [String] {
    guard old.text != new.text else { return [] }
    guard let changes = LineDifference(old.text.string, new.text.string).changes else {
      return [
        "text      \(Figures.bytes(old.text.count)) → \(Figures.bytes(new.text.count)), all of it different"
      ]
    }
    guard !changes.isEmpty else { return ["text      other blank lines"] }
    return ["text"] + changes.flatMap { $0.text(style) }.map { "  " + $0 }
  }

  private func summary(_ style: Style) -> [String] {
    func sentences(_ document: Document) -> [String] {
      document.summary?.sentences.map { document.text[$0] } ?? []
    }
    let (a, b) = (sentences(old), sentences(new))
    guard a != b else { return [] }
    let gone = a.filter { !b.contains($0) }.flatMap { LineDifference.Change.removed($0).text(style) }
    let come = b.filter { !a.contains($0) }.flatMap { LineDifference.Change.added($0).text(style) }
    return ["summary"] + (gone + come).map { "  " + $0 }
  }

  private func entities(_ style: Style) -> [String] {
    func counted(_ document: Document) -> [String: Int] {
      document.entities.reduce(into: [:]) { counts, entity in
        let value = entity.value.map { " = \($0)" } ?? ""
        counts["\(entity.label.rawValue) \(document.text[entity.span])\(value)", default: 0] += 1
      }
    }
    let (a, b) = (counted(old), counted(new))
    guard a != b else { return [] }
    func missing(_ from: [String: Int], _ in: [String: Int], _ mark: String) -> [String] {
      from.keys.sorted().compactMap { name in
        let count = from[name, default: 0] - `in`[name, default: 0]
        return count > 0 ? "\(mark) \(name)\(count > 1 ? " ×\(count)" : "")" : nil
      }
    }
    return ["entities"] + missing(a, b, "-").map { "  " + style.red($0) }
      + missing(b, a, "+").map { "  " + style.green($0) }
  }

  private func metadata(_ style: Style) -> [String] {
    var names = old.metadata.fields.map(\.name)
    names += new.metadata.fields.map(\.name).filter { !names.contains($0) }
    func json(_ value: JSONValue?) -> String {
      guard let value else { return "none" }
      var json = JSONWriter()
      json.value(value)
      return String(decoding: json.bytes, as: UTF8.self)
    }
    return names.filter { old.metadata[$0] != new.metadata[$0] }.map { name in
      "\(pad(name, 9)) \(style.red(json(old.metadata[name]))) → \(style.green(json(new.metadata[name])))"
    }
  }
}
