import Copydesk

/// The reference page of one stage.
struct StageReferencePage {
  private let entry: StageCatalog.Entry
  private let words: StageWords

  init(_ entry: StageCatalog.Entry) {
    self.entry = entry
    words = StageWords(entry: entry)
  }

  var text: String {
    ([head, facts, discussion, example, options, rules, defaults] as [String?]).compactMap(\.self)
      .joined(separator: "\n")
  }

  private var head: String { "# \(entry.name)\n\n\(entry.abstract)\n" }

  private var facts: String {
    let fields: ([DocumentField]) -> String = { fields in
      fields.map { Markdown.code($0.rawValue) }.joined(separator: ", ")
    }
    let rows = [
      ("kind", words.role), ("reads", fields(entry.reads)),
      ("writes", fields(entry.writes)),
      ("plugin", Markdown.code(entry.plugin)),
    ]
    return Markdown.table(["", ""], rows.filter { !$0.1.isEmpty }.map { [$0.0, $0.1] })
  }

  private var discussion: String? {
    entry.discussion.isEmpty ? nil : entry.discussion + "\n"
  }

  private var example: String? {
    words.example.map { "## Example\n\n" + Markdown.yaml($0) }
  }

  private var options: String {
    guard !entry.options.isEmpty else { return "No options.\n" }
    let rows = entry.options.map { option in
      [
        Markdown.code(option.name),
        ([option.kind.description] + [option.range?.description].compactMap(\.self)).joined(separator: "; "),
        option.defaultValue == .null ? "—" : Markdown.code(StageWords.yaml(option.defaultValue)), option.help,
      ]
    }
    return "## Options\n\n" + Markdown.table(["option", "takes", "default", "what it does"], rows)
  }

  private var rules: String? {
    let rules = entry.rules
    guard !rules.isEmpty else { return nil }
    let rows = rules.map { [Markdown.code($0.name), $0.help] }
    return "## Rules\n\nAs trails and `copydesk why` name them.\n\n"
      + Markdown.table(["rule", "what it does"], rows)
  }

  private var defaults: String? {
    entry.options.isEmpty ? nil : "## With all its defaults\n\n" + Markdown.yaml(words.withAllDefaults)
  }
}
