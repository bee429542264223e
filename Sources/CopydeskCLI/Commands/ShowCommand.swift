import ArgumentParser
import Copydesk
import Foundation

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what a stage does and the options it has.")

  @Argument(
    help: "A stage's name.",
    completion: .custom { _, _, _ in ((try? Shipped.catalog())?.entries ?? []).map(\.name) })
  var stage: String

  func run() throws {
    try reportingErrors(code: 1) {
      let catalog = try Shipped.catalog()
      guard let entry = catalog[stage] else {
        throw CopydeskError(
          .unknownStage, "there is no stage named \"\(stage)\"",
          help: Suggestion.help(for: stage, among: catalog.entries.map(\.name)) ?? "see: copydesk list stages"
        )
      }
      Terminal.output(page(of: entry))
    }
  }

  private func page(of entry: StageCatalog.Entry) -> String {
    let style = Style(for: STDOUT_FILENO)
    var page = style.bold(entry.name) + "  " + entry.component.abstract + "\n"
    page += style.dim("\(Self.role(entry.role)), from the plugin \"\(entry.plugin)\"") + "\n"
    if !entry.component.discussion.isEmpty {
      page += "\n"
      for line in entry.component.discussion.split(separator: "\n", omittingEmptySubsequences: false) {
        page += Wrapping.lines(String(line))
      }
    }
    let options = entry.options
    guard !options.isEmpty else { return page + "\nNo options.\n" }
    page += "\n" + style.bold("Options") + "\n"
    for option in options {
      var facts = [option.kind.description]
      if let range = option.range { facts.append(range.description) }
      facts.append(
        option.defaultValue == .null ? "may be left out" : "default \(Self.yaml(option.defaultValue))")
      page += "  \(style.blue(option.name))  \(style.dim(facts.joined(separator: "; ")))\n"
      page += Wrapping.lines(option.help, indent: "      ")
    }
    page += "\n" + style.bold("In a pipeline") + "\n" + Self.example(entry) + "\n"
    return page
  }

  private static func role(_ role: StageCatalog.Role) -> String {
    switch role {
    case .stage: "works on one document at a time"
    case .ordered: "sees documents in input order"
    case .sink: "writes documents out"
    case .source: "reads documents in"
    }
  }

  /// The stage with all its defaults, as a definition would write it.
  private static func example(_ entry: StageCatalog.Entry) -> String {
    let options = entry.options.filter { $0.defaultValue != .null }
    let lines = options.map { "\($0.name): \(yaml($0.defaultValue))" }
    if entry.role == .source { return "  input:\n" + lines.map { "    \($0)" }.joined(separator: "\n") }
    return "  - \(entry.name):\n" + lines.map { "      \($0)" }.joined(separator: "\n")
  }

  /// A default as YAML; JSON is a part of it.
  private static func yaml(_ value: JSONValue) -> String {
    if case .string(let text) = value, !text.isEmpty, text.allSatisfy({ $0.isLetter || "_-./".contains($0) })
    {
      return text
    }
    var json = JSONWriter()
    json.value(value)
    return String(decoding: json.bytes, as: UTF8.self)
      .replacingOccurrences(of: "\",\"", with: "\", \"")
  }
}
