/// Text in lines that are pleasant to read.
enum Wrapping {
  /// Most characters of a line.
  static let width = 100

  /// A paragraph in lines, each behind the indent and with a line end.
  ///
  /// - Parameters:
  ///   - width: most characters of a line.
  ///   - hanging: blanks before every line but the first.
  ///   - head: what is made of as many characters at the beginning, such as a colour.
  static func lines(
    _ text: String, width: Int = width, indent: String = "", hanging: Int = 0,
    head: (String) -> String = { $0 }
  ) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !line.isEmpty, indent.count + line.count + word.count + 1 > width {
        lines.append(line)
        line = String(repeating: " ", count: hanging) + word
      } else {
        line += (line.isEmpty ? "" : " ") + word
      }
    }
    lines.append(line)
    if hanging > 0, let first = lines.first {
      lines[0] = head(String(first.prefix(hanging))) + first.dropFirst(hanging)
    }
    return lines.map { indent + $0 + "\n" }.joined()
  }
}
