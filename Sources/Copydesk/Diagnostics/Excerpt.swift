/// The line that a diagnostic points into, and the caret under it, made for a terminal.
///
/// The caret stands under the right character whatever comes before it: a tab is shown as blanks, a character of
/// East Asia counts for two columns. Of a long line only a window around the caret is shown.
struct Excerpt {
  /// Most columns of a line that is shown whole.
  static let width = 100
  /// The columns that are shown before the caret where the line is cut.
  private static let lead = 30
  private static let tab = 4

  /// The line, with `…` where it is cut.
  let line: String
  /// Blanks up to the first underlined character.
  let indent: String
  /// The caret and what follows it.
  let underline: String

  /// Makes the excerpt.
  /// - Parameters:
  ///   - scalars: the line.
  ///   - column: the first scalar to underline, from 1; past the end, the caret stands behind the line.
  ///   - length: how many scalars are underlined.
  init(_ scalars: [Unicode.Scalar], column: Int, length: Int) {
    let first = min(max(0, column - 1), scalars.count)
    let end = min(first + max(1, length), max(scalars.count, first + 1))
    var cells = Self.cells(scalars)
    var left = cells.filter { $0.end <= first }.reduce(0) { $0 + $1.width }
    let marked = cells.filter { $0.end > first && $0.start < end }.reduce(0) { $0 + $1.width }
    var (isCutBefore, isCutAfter) = (false, false)
    let total = cells.reduce(0) { $0 + $1.width }
    if total > Self.width {
      if left > Self.width - Self.lead {
        isCutBefore = true
        // As much before the caret as there is room for, where little comes after it.
        let kept = max(Self.lead, Self.width - 1 - (total - left))
        while left > kept, !cells.isEmpty { left -= cells.removeFirst().width }
      }
      let room = Self.width - (isCutBefore ? 1 : 0)
      if cells.reduce(0, { $0 + $1.width }) > room {
        isCutAfter = true
        var used = 0
        cells = Array(
          cells.prefix {
            used += $0.width
            return used < room
          })
      }
    }
    let shown = cells.reduce(0) { $0 + $1.width }
    line = (isCutBefore ? "…" : "") + cells.map(\.text).joined() + (isCutAfter ? "…" : "")
    indent = String(repeating: " ", count: left + (isCutBefore ? 1 : 0))
    let underlined = max(1, min(marked, shown - left + (isCutAfter ? 1 : 0)))
    underline = "^" + String(repeating: "~", count: underlined - 1)
  }

  /// A character as it is shown, with the scalars that it stands for.
  private struct Cell {
    var text: String
    var width: Int
    var start: Int
    var end: Int
  }

  private static func cells(_ scalars: [Unicode.Scalar]) -> [Cell] {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    var cells: [Cell] = []
    var start = 0
    for character in String(text) {
      let end = start + character.unicodeScalars.count
      if character == "\t" {
        cells.append(Cell(text: String(repeating: " ", count: tab), width: tab, start: start, end: end))
      } else {
        let shown = Visible.text(String(character))
        let width = shown.reduce(0) { $0 + DisplayWidth.of($1) }
        cells.append(Cell(text: shown, width: width, start: start, end: end))
      }
      start = end
    }
    return cells
  }
}

/// Text that does to a terminal what it should: be read.
enum Visible {
  /// The text with control characters written as `\u{1B}`, so that they command nothing.
  static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      if isControl(scalar) {
        out += scalar == "\n" ? "\\n" : "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Also the marks that turn the direction of writing, with which a text could seem to say something else.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
