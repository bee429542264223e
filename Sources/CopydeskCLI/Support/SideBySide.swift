import Copydesk

/// Two texts beside each other, for a person to compare.
enum SideBySide {
  private static let columnWidth = 44
  private static let mostLines = 12

  /// The two texts in columns under headings. A long one is cut off.
  static func lines(
    _ left: (heading: String, text: String), _ right: (heading: String, text: String), _ style: Style
  )
    -> String
  {
    let (first, second) = (column(left.text), column(right.text))
    var out = line(pad(clipped(left.heading), columnWidth), clipped(right.heading), style.dim)
    for index in 0..<max(first.count, second.count) {
      let left = first.indices.contains(index) ? first[index] : ""
      let right = second.indices.contains(index) ? second[index] : ""
      out += line(pad(left, columnWidth), right) { $0 }
    }
    return out
  }

  private static func line(_ left: String, _ right: String, _ tint: (String) -> String) -> String {
    "      \(tint(left)) │ \(tint(right))\n"
  }

  private static func clipped(_ text: String) -> String {
    text.count <= columnWidth ? text : "…" + text.suffix(columnWidth - 1)
  }

  private static func column(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, line.count + word.count + 1 > columnWidth {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
      while line.count > columnWidth {
        lines.append(String(line.prefix(columnWidth)))
        line = String(line.dropFirst(columnWidth))
      }
      if lines.count > mostLines { break }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.count <= mostLines ? lines : Array(lines.prefix(mostLines - 1)) + ["…"]
  }
}
