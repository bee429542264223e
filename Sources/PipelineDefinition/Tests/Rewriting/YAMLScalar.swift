/// A scalar in the form in which it reads best and comes out of a YAML reader as it went in.
struct YAMLScalar {
  private static let width = 100
  /// What another reader of YAML would take for something else than text.
  private static let reserved: Set = ["true", "false", "null", "yes", "no", "on", "off", "~", "y", "n"]

  private let text: String
  private let isLiteral: Bool

  /// A text.
  init(_ text: String) {
    self.text = text
    isLiteral = false
  }

  /// A number, `true`, `null`: written as it is.
  init(literal: String) {
    text = literal
    isLiteral = true
  }

  /// Between brackets.
  var flow: String { isLiteral || isPlainInFlow ? text : quoted }

  var isPlainInFlow: Bool { isLiteral || isPlain && !text.contains { ",[]{}".contains($0) } }

  /// Behind a key: the first line goes on behind the colon, the others stand below.
  func block(indent: Int) -> [String] {
    let blanks = String(repeating: " ", count: indent)
    if isLiteral { return [" " + text] }
    if isPlain {
      guard text.count + indent > Self.width, let lines = folded(indent) else { return [" " + text] }
      return [" >-"] + lines.map { blanks + $0 }
    }
    guard let (header, lines) = literalLines else { return [" " + quoted] }
    return [" " + header] + lines.map { $0.isEmpty ? "" : blanks + $0 }
  }

  // MARK: Forms

  private var isPlain: Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    if "-?:,[]{}#&*!|>'\"%@`= \t".unicodeScalars.contains(first) || last == " " || last == ":" {
      return false
    }
    if Self.reserved.contains(text.lowercased()) || Double(text) != nil { return false }
    return isPrintable && !text.contains("\n") && !text.contains(": ") && !text.contains(" #")
      && !text.contains("\t") && !text.hasPrefix("...")
  }

  /// Whether every character may stand in YAML as it is, with no line breaks but `\n`.
  private var isPrintable: Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
      case 0x10000...0x10FFFF: true
      default: false
      }
    }
  }

  /// Lines of a block literal (`|`), where the text can be one.
  private var literalLines: (header: String, lines: [String])? {
    guard isPrintable, text.contains("\n"), let first = text.unicodeScalars.first, first != "\n",
      first != " ", first != "\t", !text.hasSuffix("\n\n")
    else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // A line of blanks only would be taken for the end of the indentation.
    guard lines.allSatisfy({ $0.isEmpty || $0.contains { $0 != " " && $0 != "\t" } }) else { return nil }
    let endsLine = lines.last == ""
    if endsLine { lines.removeLast() }
    return (endsLine ? "|" : "|-", lines)
  }

  /// One long line as several, where a reader makes the same of them again.
  private func folded(_ indent: Int) -> [String]? {
    guard !text.contains("  ") else { return nil }
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, indent + last.count + word.count < Self.width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  private var quoted: String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      default:
        let isPlain =
          scalar.value >= 0x20 && scalar.value != 0x7F && !(0x80...0x9F).contains(scalar.value)
          && ![0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value)
        out += isPlain ? String(scalar) : Self.escape(scalar.value)
      }
    }
    return out + "\""
  }

  private static func escape(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    let width = value > 0xFFFF ? 8 : 4
    return (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
  }
}
