import Copydesk

/// The text of a YAML file, in which values are found again by the places of their nodes.
struct YAMLSource {
  let scalars: [Unicode.Scalar]
  private let lineStarts: [Int]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    // A byte order mark is no part of the first line.
    var starts = [scalars.first == "\u{FEFF}" ? 1 : 0]
    var index = 0
    while index < scalars.count {
      // The same line breaks that libyaml counts.
      switch scalars[index] {
      case "\r" where index + 1 < scalars.count && scalars[index + 1] == "\n": index += 1
      case "\r", "\n", "\u{85}", "\u{2028}", "\u{2029}": break
      default:
        index += 1
        continue
      }
      index += 1
      starts.append(index)
    }
    lineStarts = starts
  }

  /// Where a place stands, or nil where the file has no such line.
  func offset(_ location: SourceLocation) -> Int? {
    guard lineStarts.indices.contains(location.line - 1) else { return nil }
    let offset = lineStarts[location.line - 1] + location.column - 1
    return offset <= scalars.count ? offset : nil
  }

  /// The column of an offset, from 0.
  func column(of offset: Int) -> Int { offset - lineStart(of: offset) }

  func lineStart(of offset: Int) -> Int { lineStarts.last { $0 <= offset } ?? 0 }

  /// Where the line that an offset lies in ends, before its line break.
  func lineEnd(of offset: Int) -> Int {
    var end = lineStarts.first { $0 > offset } ?? scalars.count
    while end > offset, Self.isBreak(scalars[end - 1]) { end -= 1 }
    return end
  }

  /// How the line that an offset lies in ends; the line before, where it is the last.
  func lineBreak(at offset: Int) -> String {
    let isLast = lineEnd(of: offset) == scalars.count
    let next = isLast ? lineStart(of: offset) : lineStarts.first { $0 > offset } ?? 0
    guard next > 1, scalars[next - 1] == "\n", scalars[next - 2] == "\r" else { return "\n" }
    return "\r\n"
  }

  func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}"
  }
}

/// A value cannot be found again in the text of the file, or is written in a way that cannot be changed in place.
struct UnmovableValue: Error {}

extension YAMLSource {
  /// Where the value of a key begins: behind the colon, blanks, comments and line breaks. Nil where nothing follows on
  /// this line and the value is null.
  private func valueStart(of entry: ConfigNode.Entry) throws -> Int? {
    var index = try colon(of: entry) + 1
    while index < scalars.count {
      if scalars[index] == " " || scalars[index] == "\t" {
        index += 1
      } else if Self.isBreak(scalars[index]) || scalars[index] == "#" {
        if entry.value.value == .null { return nil }
        index = lineEnd(of: index)
        while index < scalars.count, Self.isBreak(scalars[index]) { index += 1 }
      } else if entry.value.value == .null, ",}]".unicodeScalars.contains(scalars[index]) {
        return nil
      } else {
        return index
      }
    }
    return nil
  }

  private func colon(of entry: ConfigNode.Entry) throws -> Int {
    guard let start = offset(entry.keyLocation),
      let colon = scalars[min(scalars.count, start + entry.keyLocation.length)...].firstIndex(of: ":")
    else { throw UnmovableValue() }
    return colon
  }

  /// Where an entry ends, without a comment behind it.
  func end(of entry: ConfigNode.Entry, isFlow: Bool) throws -> Int {
    guard let start = try valueStart(of: entry) else { return try colon(of: entry) + 1 }
    guard let key = offset(entry.keyLocation) else { throw UnmovableValue() }
    return try end(of: entry.value, at: start, indent: column(of: key), isFlow: isFlow)
  }

  /// - Parameters:
  ///   - start: where the value begins.
  ///   - indent: lines that are indented deeper than this go on with it.
  private func end(of node: ConfigNode, at start: Int, indent: Int, isFlow: Bool) throws -> Int {
    switch scalars[start] {
    case "{", "[": return try bracketEnd(start)
    case "\"", "'": return try quoteEnd(start)
    case "*": return plainEnd(start, isFlow: true)
    case "&", "!": throw UnmovableValue()
    case "|" where !isFlow, ">" where !isFlow: return blockEnd(start, indent: indent)
    default: break
    }
    switch node.value {
    case .null, .scalar:
      return isFlow ? plainEnd(start, isFlow: true) : plainBlockEnd(start, indent: indent)
    case .map(let entries):
      let own = entries.filter { offset($0.keyLocation) ?? -1 >= start }
      guard let last = own.max(by: { place($0.keyLocation) < place($1.keyLocation) }) else {
        throw UnmovableValue()
      }
      return try end(of: last, isFlow: false)
    case .list(let nodes):
      guard let last = nodes.last, let at = offset(last.location), at > start else { throw UnmovableValue() }
      let dash = scalars[lineStart(of: at)..<at].lastIndex(of: "-") ?? at
      return try end(of: last, at: at, indent: column(of: dash), isFlow: false)
    }
  }

  private func place(_ location: SourceLocation) -> Int { offset(location) ?? -1 }

  /// Behind the bracket that closes the one at `start`.
  func bracketEnd(_ start: Int) throws -> Int {
    var depth = 0
    var index = start
    while index < scalars.count {
      switch scalars[index] {
      case "{", "[": depth += 1
      case "}", "]":
        depth -= 1
        if depth == 0 { return index + 1 }
      case "\"", "'":
        // Inside a plain scalar a quote is a letter as any other.
        let before = scalars[..<index].last { $0 != " " && !Self.isBreak($0) }
        if let before, "{[,:".unicodeScalars.contains(before) {
          index = try quoteEnd(index)
          continue
        }
      case "#" where index > 0 && (scalars[index - 1] == " " || Self.isBreak(scalars[index - 1])):
        index = lineEnd(of: index)
        continue
      default: break
      }
      index += 1
    }
    throw UnmovableValue()
  }

  private func quoteEnd(_ start: Int) throws -> Int {
    let quote = scalars[start]
    var index = start + 1
    while index < scalars.count {
      if scalars[index] == "\\", quote == "\"" {
        index += 2
      } else if scalars[index] == quote {
        guard quote == "'", index + 1 < scalars.count, scalars[index + 1] == "'" else { return index + 1 }
        index += 2
      } else {
        index += 1
      }
    }
    throw UnmovableValue()
  }

  /// Of a plain scalar on one line.
  private func plainEnd(_ start: Int, isFlow: Bool) -> Int {
    var index = start
    let end = lineEnd(of: start)
    while index < end {
      let scalar = scalars[index]
      if isFlow, ",[]{}".unicodeScalars.contains(scalar) { break }
      if scalar == "#", scalars[index - 1] == " " || scalars[index - 1] == "\t" { break }
      index += 1
    }
    while index > start, scalars[index - 1] == " " || scalars[index - 1] == "\t" { index -= 1 }
    return index
  }

  /// Of a plain scalar that may go on over lines.
  private func plainBlockEnd(_ start: Int, indent: Int) -> Int {
    var end = plainEnd(start, isFlow: false)
    guard end == lineEnd(of: start) else { return end }
    forEachLine(after: start) { line in
      guard line.text < line.end, line.text - line.start > indent, scalars[line.text] != "#" else {
        return line.text == line.end
      }
      end = plainEnd(line.text, isFlow: false)
      return end == line.end
    }
    return end
  }

  /// Of a block scalar: its last line that is not blank.
  private func blockEnd(_ start: Int, indent: Int) -> Int {
    var end = lineEnd(of: start)
    forEachLine(after: start) { line in
      if line.text == line.end { return true }
      guard line.text - line.start > indent else { return false }
      end = line.end
      return true
    }
    return end
  }

  /// Goes through the lines below the one of `offset` until `body` returns false.
  private func forEachLine(after offset: Int, _ body: ((start: Int, text: Int, end: Int)) -> Bool) {
    for start in lineStarts where start > offset && start < scalars.count {
      let end = lineEnd(of: start)
      let text = scalars[start..<end].firstIndex { $0 != " " } ?? end
      guard body((start, text, end)) else { return }
    }
  }
}
