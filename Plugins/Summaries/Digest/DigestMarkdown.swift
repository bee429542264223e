import Copydesk

/// A digest as Markdown.
struct DigestMarkdown {
  private(set) var text = ""
  private let digest: Digest
  /// The ids that several documents have: only the file tells which one is meant.
  private let sharedIDs: Set<String>

  init(_ digest: Digest, title: String) {
    self.digest = digest
    var seen: Set<String> = []
    sharedIDs = Set(digest.entries.map(\.id).filter { !seen.insert($0).inserted })
    text = "# \(Self.escaped(title))\n\n*\(DigestWords.summary(digest))*\n"
    for (number, section) in digest.sections.enumerated() { write(section, number + 1) }
    writeOthers()
    writeNames()
    writeSources()
  }

  private mutating func write(_ section: Digest.Section, _ number: Int) {
    text += "\n## \(number). \(Self.escaped(section.title))\n\n"
    text += section.lines.map { "\(Self.escaped($0.sentence.text)) \\[\($0.source + 1)\\]" }
      .joined(separator: " ")
    text += "\n"
    if !section.names.isEmpty {
      text += "\n" + section.names.map { "**\(Self.escaped($0))**" }.joined(separator: " · ") + "\n"
    }
    text += "\n"
    for source in section.sources {
      let bytes = section.lines.filter { $0.source == source }.map {
        "\($0.sentence.source.start)–\($0.sentence.source.end)"
      }
      text += "- \\[\(source + 1)\\] \(reference(source))"
      text += bytes.isEmpty ? "\n" : ", bytes \(bytes.joined(separator: ", "))\n"
    }
  }

  private func reference(_ source: Int) -> String {
    let entry = digest.entries[source]
    let title = Self.escaped(entry.title)
    let linked = entry.url.map { "[\(title)](<\($0.filter { !"<>\n".contains($0) })>)" } ?? title
    let besides = [entry.byline, entry.day].compactMap(\.self).map(Self.escaped)
    return ([linked] + besides).joined(separator: ", ") + ": " + Self.code(entry.id)
      + (sharedIDs.contains(entry.id) ? " of \(Self.code(entry.path))" : "")
  }

  private static func code(_ words: String) -> String { "`\(words.onOneLine.replacing("`", with: "'"))`" }

  private mutating func writeOthers() {
    guard !digest.others.isEmpty else { return }
    text += "\n## Also\n\n"
    for other in digest.others {
      text += "- \(Self.escaped(digest.entries[other].title)) \\[\(other + 1)\\]\n"
    }
  }

  private mutating func writeNames() {
    guard digest.mentions.contains(where: { !$0.names.isEmpty }) else { return }
    text += "\n## Named\n\n| | in documents | in stories |\n|---|---|---|\n"
    for (label, names) in digest.mentions where !names.isEmpty {
      text += "| **\(DigestWords.plural(label))** | | |\n"
      for mention in names {
        let stories = mention.sections.map { String($0 + 1) }.joined(separator: ", ")
        text += "| \(Self.escaped(mention.name.text)) | \(mention.documents) | \(stories) |\n"
      }
    }
  }

  private mutating func writeSources() {
    text += "\n## Sources\n\n"
    for source in digest.entries.indices { text += "\(source + 1). \(reference(source))\n" }
  }

  /// The words with what Markdown would take for marks escaped.
  static func escaped(_ words: String) -> String {
    var out = ""
    for character in words {
      if "\\`*_[]<>#|~".contains(character) { out.append("\\") }
      out.append(character)
    }
    return out
  }
}

/// Words of a digest that its forms share.
enum DigestWords {
  /// `12 documents, 2018-05-08 to 2018-05-10`.
  static func summary(_ digest: Digest) -> String {
    let count = digest.entries.count
    let days = digest.days.map { $0.first == $0.last ? ", \($0.first)" : ", \($0.first) to \($0.last)" }
    return "\(count) \(count == 1 ? "document" : "documents")\(days ?? "")"
  }

  /// A label for more than one: `People`.
  static func plural(_ label: String) -> String {
    switch label {
    case "PERSON": "People"
    case "ORG": "Organisations"
    case "PLACE": "Places"
    default: label
    }
  }
}
