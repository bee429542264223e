/// Writes diagnostics in the manner of a good compiler: the place, the line, a caret, the remedy.
///
///     news.yaml:4:5: error[CD102]: there is no stage named "sumarize"
///      4 |   - sumarize: { sentences: 3 }
///        |     ^~~~~~~~
///        = help: did you mean "summarize"?
public struct DiagnosticRenderer: Sendable {
  private let sources: [String: [Substring]]
  private let colour: Bool

  /// Creates a renderer.
  /// - Parameters:
  ///   - sources: the text of each file that diagnostics may point into, by its name.
  ///   - colour: whether to write ANSI colours.
  public init(sources: [String: String] = [:], colour: Bool = false) {
    self.sources = sources.mapValues { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    self.colour = colour
  }

  /// The text for a list of diagnostics, sorted by place, ending in a line that counts them.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    let sorted = diagnostics.enumerated().sorted { a, b in
      let (left, right) = (a.element.location, b.element.location)
      return (left?.line ?? 0, left?.column ?? 0, a.offset) < (right?.line ?? 0, right?.column ?? 0, b.offset)
    }
    return sorted.map { render($0.element) }.joined(separator: "\n")
  }

  /// The text for one diagnostic, without a line break at its end.
  public func render(_ diagnostic: Diagnostic) -> String {
    let tint: Style = diagnostic.severity == .error ? .red : .yellow
    var out = ""
    if let location = diagnostic.location { out += style("\(location): ", .bold) }
    out += style("\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]: ", tint)
    out += style(diagnostic.message, .bold)
    var gutter = " "
    if let location = diagnostic.location, let lines = sources[location.file],
      lines.indices.contains(location.line - 1)
    {
      let number = String(location.line)
      gutter = String(repeating: " ", count: number.count + 1)
      let line = lines[location.line - 1]
      let lead = line.prefix(location.column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
      let room = max(1, line.count - (location.column - 1))
      let underline = "^" + String(repeating: "~", count: min(location.length, room) - 1)
      out += "\n" + style(" \(number) | ", .blue) + line
      out += "\n" + style("\(gutter) | ", .blue) + lead + style(underline, tint)
    }
    if let help = diagnostic.help {
      out += "\n" + style("\(gutter) = ", .blue) + style("help: ", .bold) + help
    }
    return out
  }

  private enum Style: String {
    case red = "31;1"
    case yellow = "33;1"
    case blue = "34"
    case bold = "1"
  }

  private func style(_ text: String, _ style: Style) -> String {
    colour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
