import ArgumentParser
import Copydesk
import Foundation

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what a stage does, its options and its rules.")

  @Argument(
    help: "A stage's name.",
    completion: .custom { _, _, _ in ((try? Shipped.catalog())?.entries ?? []).map(\.name) })
  var stage: String

  @OptionGroup var pipeline: PipelineWithPrograms

  func run() throws {
    try reportingErrors(code: 1) {
      let width = min(Wrapping.width, Terminal.width)
      if let definition = try pipeline.definition() {
        let declaration = try pipeline.declaration(of: stage, in: definition)
        return Terminal.output(DeclaredPage(declaration, style: Style(for: STDOUT_FILENO), width: width).text)
      }
      let catalog = try pipeline.plugins.catalog()
      guard let entry = catalog[stage] else {
        throw CopydeskError(
          .unknownStage, "there is no stage named \"\(stage)\"",
          help: Suggestion.help(for: stage, among: catalog.entries.map(\.name)) ?? "see: copydesk list stages"
        )
      }
      Terminal.output(StagePage(entry, style: Style(for: STDOUT_FILENO), width: width).text)
    }
  }

}

/// All that a stage declares, as a person reads it on a terminal.
struct StagePage {
  private let entry: StageCatalog.Entry
  private let words: StageWords
  private let style: Style
  private let width: Int

  init(_ entry: StageCatalog.Entry, style: Style, width: Int) {
    self.entry = entry
    words = StageWords(entry: entry)
    self.style = style
    self.width = width
  }

  var text: String {
    ([head, discussion, example, options, rules, defaults] as [String?]).compactMap(\.self)
      .joined(separator: "\n")
  }

  private var head: String {
    let name = entry.name
    let title = Wrapping.lines(
      "\(name)  \(entry.abstract)", width: width, hanging: name.count + 2, head: style.bold)
    let origin = "from the plugin \"\(entry.plugin)\"" + (entry.file.map { " (\($0.path))" } ?? "")
    let facts = ["\(words.role), \(origin)", words.fields].compactMap(\.self)
    return title
      + facts.map {
        Wrapping.lines($0, width: width).split(separator: "\n").map { style.dim(String($0)) + "\n" }.joined()
      }.joined()
  }

  private var discussion: String? {
    guard !entry.discussion.isEmpty else { return nil }
    return entry.discussion.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Wrapping.lines(String($0), width: width) }.joined()
  }

  private var example: String? {
    words.example.map { style.bold("Example") + "\n" + StageWords.indented($0, by: 2) + "\n" }
  }

  private var options: String {
    Self.options(entry.options, style: style, width: width)
  }

  static func options(_ options: [OptionSpec], style: Style, width: Int) -> String {
    guard !options.isEmpty else { return "No options.\n" }
    return style.bold("Options") + "\n"
      + options.map { option in
        Wrapping.lines(
          "\(option.name)  \(StageWords.facts(option))", width: width, indent: "  ",
          hanging: option.name.count + 2,
          head: style.blue) + Wrapping.lines(option.help, width: width, indent: "      ")
      }.joined()
  }

  private var rules: String? {
    Self.rules(entry.rules, style: style, width: width)
  }

  static func rules(_ rules: [Rule], style: Style, width: Int) -> String? {
    guard !rules.isEmpty else { return nil }
    let column = (rules.map(\.name.count).max() ?? 0) + 2
    return style.bold("Rules") + style.dim(" (as copydesk why names them)") + "\n"
      + rules.map { rule in
        Wrapping.lines(
          pad(rule.name, column) + rule.help, width: width, indent: "  ", hanging: column, head: style.blue)
      }.joined()
  }

  private var defaults: String? {
    guard !entry.options.isEmpty else { return nil }
    return style.bold("With all its defaults") + "\n" + StageWords.indented(words.withAllDefaults, by: 2)
      + "\n"
  }
}
