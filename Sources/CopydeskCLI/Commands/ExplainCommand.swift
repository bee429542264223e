import ArgumentParser
import Copydesk
import Foundation

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a diagnostic's code, such as CD102.",
    discussion: "Without a code all codes are listed. CD102, cd102 and 102 are the same.")

  @Argument(
    help: "A code; all are listed when left out.",
    completion: .list(DiagnosticCode.allCases.map(\.rawValue)))
  var code: String?

  func run() throws {
    try reportingErrors(code: 1) {
      guard let code else { return Terminal.output(Self.list(style: Style(for: STDOUT_FILENO))) }
      guard let found = DiagnosticCode(name: code) else {
        let codes = DiagnosticCode.allCases.map(\.rawValue)
        let nearest =
          Suggestion.nearest(to: Self.full(code), among: codes).map { "did you mean \($0)? " } ?? ""
        Terminal.message("there is no code \"\(code)\"\n  = help: \(nearest)all codes: copydesk explain")
        throw ExitCode(1)
      }
      Terminal.output(Self.page(of: found, style: Style(for: STDOUT_FILENO)))
    }
  }

  /// `13` → `CD13`, so that it is near to `CD113`.
  private static func full(_ code: String) -> String {
    code.first?.isNumber ?? false ? "CD\(code)" : code
  }

  private static let families = [
    ("CD1", "Mistakes in a definition or on the command line"),
    ("CD2", "What costs one document; it lands in the dead letters"),
    ("CD3", "What ends a run"),
    ("CD4", "What is wrong with a plugin"),
  ]

  static func list(style: Style) -> String {
    families.map { prefix, title in
      let codes = DiagnosticCode.allCases.filter { $0.rawValue.hasPrefix(prefix) }
      return style.bold(title) + "\n"
        + codes.map { "  \(style.blue($0.rawValue))  \($0.story.title)\n" }.joined()
    }.joined(separator: "\n") + "\n" + style.dim("  more about one: copydesk explain CD102") + "\n"
  }

  static func page(of code: DiagnosticCode, style: Style) -> String {
    let story = code.story
    var page = style.bold("\(code.rawValue)  \(story.title)") + "\n\n"
    page += paragraphs(story.meaning)
    page += "\n" + style.bold("Wrong") + "\n" + example(story.wrong, style: style)
    page += "\n" + style.bold("Right") + "\n" + example(story.mended, style: style)
    page += "\n" + style.bold("Why it is checked") + "\n" + paragraphs(story.reason)
    page += "\n" + style.bold("See also") + "\n"
    let width = story.commands.map(\.line.count).max() ?? 0
    for command in story.commands {
      page += "  copydesk " + pad(command.line, width) + "  " + style.dim(command.purpose) + "\n"
    }
    return page
  }

  private static func paragraphs(_ text: String) -> String {
    text.split(separator: "\n").map { Wrapping.lines(String($0)) }.joined(separator: "\n")
  }

  private static func example(_ example: DiagnosticStory.Example, style: Style) -> String {
    var out = ""
    if let text = example.text {
      if example.file != "news.yaml" { out += "  " + style.dim("# \(example.file)") + "\n" }
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        out += line.isEmpty ? "\n" : "  \(line)\n"
      }
    }
    if let command = example.command { out += "  " + style.dim("$ ") + "copydesk \(command)\n" }
    return out
  }
}
