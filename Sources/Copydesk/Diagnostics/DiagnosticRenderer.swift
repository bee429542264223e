/// Writes diagnostics in the manner of a good compiler: the place, the line, a caret, the remedy.
///
///     news.yaml:4:5: error[CD102]: there is no stage named "sumarize"
///      4 |   - sumarize: { sentences: 3 }
///        |     ^~~~~~~~
///        = help: did you mean "summarize"?
public struct DiagnosticRenderer: Sendable {
  private let sources: [String: SourceLines]
  private let colour: Bool

  /// Creates a renderer.
  /// - Parameters:
  ///   - sources: the text of each file that diagnostics may point into, by its name.
  ///   - colour: whether to write ANSI colours.
  public init(sources: [String: String] = [:], colour: Bool = false) {
    self.sources = sources.mapValues { SourceLines($0) }
    self.colour = colour
  }

  /// The text for a list of diagnostics, those of one file together and in the order of their places.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.inOrderOfPlace().map { render($0) }.joined(separator: "\n")
  }

  /// The text for one diagnostic, without a line break at its end.
  public func render(_ diagnostic: Diagnostic) -> String {
    let tint: Style = diagnostic.severity == .error ? .red : .yellow
    var out = ""
    if let location = diagnostic.location { out += style("\(Visible.text("\(location)")): ", .bold) }
    out += style("\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]: ", tint)
    out += style(Visible.text(diagnostic.message), .bold)
    var gutter = " "
    if let location = diagnostic.location, let line = sources[location.file]?[location.line] {
      let number = String(location.line)
      gutter = String(repeating: " ", count: number.count + 1)
      let excerpt = Excerpt(line, column: location.column, length: location.length)
      out += "\n" + style(" \(number) |", .blue) + (excerpt.line.isEmpty ? "" : " ") + excerpt.line
      out += "\n" + style("\(gutter) | ", .blue) + excerpt.indent + style(excerpt.underline, tint)
    }
    if let help = diagnostic.help {
      // The last words of a program, say, are several lines.
      let lines = help.split(separator: "\n", omittingEmptySubsequences: false).map {
        Visible.text(String($0))
      }
      out += "\n" + style("\(gutter) = ", .blue) + style("help: ", .bold)
      out += lines.joined(separator: "\n\(gutter)   ")
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

extension [Diagnostic] {
  /// Those of one file together and in the order of their places. What has no place comes first, then the files in the
  /// order in which they first occur, then the command line.
  public func inOrderOfPlace() -> [Diagnostic] {
    var ranks: [String: Int] = [:]
    for case let file? in map(\.location?.file) where ranks[file] == nil { ranks[file] = ranks.count }
    func rank(_ location: SourceLocation?) -> Int {
      guard let location else { return -1 }
      return (ranks[location.file] ?? 0) + (location.isOnCommandLine ? ranks.count : 0)
    }
    return enumerated().sorted { a, b in
      let (left, right) = (a.element.location, b.element.location)
      return (rank(left), left?.line ?? 0, left?.column ?? 0, a.offset)
        < (rank(right), right?.line ?? 0, right?.column ?? 0, b.offset)
    }.map(\.element)
  }
}
