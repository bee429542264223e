/// A text in lines, broken where YAML breaks them, so that the line numbers of a definition are those of its parser.
public struct SourceLines: Sendable {
  /// The lines without their ends, each a run of Unicode scalars: that is what columns count.
  public let lines: [[Unicode.Scalar]]

  /// Breaks a text. A byte order mark at its head is no part of the first line.
  public init(_ text: String) {
    var lines: [[Unicode.Scalar]] = []
    var line: [Unicode.Scalar] = []
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      switch scalar {
      case "\n" where isAfterReturn: continue
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        lines.append(line)
        line = []
      case "\u{FEFF}" where lines.isEmpty && line.isEmpty: continue
      default: line.append(scalar)
      }
    }
    self.lines = lines + [line]
  }

  /// The line of that number, from 1.
  public subscript(number: Int) -> [Unicode.Scalar]? {
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }
}
