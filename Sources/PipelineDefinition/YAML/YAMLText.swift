import Copydesk
import YAMLStream

/// The text of a definition, to look around in at the place of a mistake. Lines and columns count from 0.
struct YAMLText {
  typealias Place = YAMLPlace

  private let lines: [[Unicode.Scalar]]

  init(_ text: String) { lines = SourceLines(text).lines }

  /// The character at a place; nil at the end of a line.
  subscript(place: Place) -> Unicode.Scalar? {
    let line = line(place.line)
    return line.indices.contains(place.column) ? line[place.column] : nil
  }

  func line(_ number: Int) -> [Unicode.Scalar] { lines.indices.contains(number) ? lines[number] : [] }

  func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// How many blanks and tabs a line begins with.
  func indent(of number: Int) -> Int { line(number).prefix { $0 == " " || $0 == "\t" }.count }

  /// The characters from a place up to a blank, a comma or a bracket that closes.
  func word(at place: Place) -> ArraySlice<Unicode.Scalar> {
    line(place.line).dropFirst(place.column).prefix { ![" ", "\t", ",", "]"].contains($0) }
  }

  /// What a line says from a place on, without a comment and blanks at its end.
  func content(from place: Place) -> String {
    let rest = Array(line(place.line).dropFirst(place.column))
    var end = rest.count
    for index in rest.indices where rest[index] == "#" && (index == 0 || rest[index - 1] == " ") {
      end = index
      break
    }
    while end > 0, rest[end - 1] == " " || rest[end - 1] == "\t" { end -= 1 }
    return string(rest[..<end])
  }

  /// The nearest line above that holds more than blanks and a comment.
  func lineWithContent(above number: Int) -> Int? {
    (0..<max(0, number)).last { !content(from: Place(line: $0, column: indent(of: $0))).isEmpty }
  }

  /// The last bracket before a place that is not closed there.
  func openBracket(before end: Place) -> Place? {
    var open: [Place] = []
    var quote: Unicode.Scalar?
    for (number, line) in lines.enumerated() where number <= end.line {
      var before: Unicode.Scalar = " "
      var isEscaped = false
      scan: for (column, scalar) in line.enumerated() where number < end.line || column < end.column {
        defer { before = scalar }
        if let mark = quote {
          if scalar == mark, !isEscaped { quote = nil }
          isEscaped = scalar == "\\" && mark == "\"" && !isEscaped
          continue
        }
        switch scalar {
        case "\"", "'": if " [{,:".unicodeScalars.contains(before) { quote = scalar }
        case "#" where before == " ": break scan
        case "[", "{": open.append(Place(line: number, column: column))
        case "]", "}": _ = open.popLast()
        default: break
        }
      }
    }
    return open.last
  }
}
