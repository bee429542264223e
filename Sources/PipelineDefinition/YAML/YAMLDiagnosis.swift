import Copydesk
import YAMLStream

/// Finds out what a person did wrong where libyaml stopped.
///
/// libyaml says what its grammar expected ("did not find expected ',' or '}' while parsing a flow mapping") and often
/// far behind the mistake: an unclosed bracket is noticed at the end of the file. Here its message and the text around
/// both of its marks are taken together to name the mistake, at the place where it is to be mended.
struct YAMLDiagnosis {
  typealias Place = YAMLPlace

  private let problem: String
  private let context: String
  /// Where libyaml stopped.
  private let place: Place
  /// Where the thing begins that it was reading.
  private let start: Place
  private let text: YAMLText

  init(_ stop: YAMLStop, text: String) {
    problem = stop.problem
    context = stop.context
    start = stop.start
    self.text = YAMLText(text)
    place = stop.offset.map { Self.place(ofByte: $0, in: text) } ?? stop.place
  }

  /// The mistake, with its place.
  func error(file: String) -> YAMLSyntaxError {
    let (mistake, place, length) = found()
    let location = SourceLocation(file: file, line: place.line + 1, column: place.column + 1, length: length)
    return YAMLSyntaxError(mistake: mistake, location: location)
  }

  private typealias Finding = (mistake: YAMLMistake, place: Place, length: Int)

  private func found() -> Finding {
    switch problem {
    case "found character that cannot start any token":
      return text[place] == "\t" ? tab() : (.reservedCharacter(text[place] ?? "@"), place, 1)
    case _ where problem.hasPrefix("found a tab character"): return tab()
    case "control characters are not allowed", "invalid Unicode character":
      return (.controlCharacter(text[place] ?? "\u{0}"), place, 1)
    case "found unknown escape character":
      let escape = Place(line: place.line, column: place.column + (text[place] == "\\" ? 1 : 0))
      return (.unknownEscape(text[escape] ?? "?"), Place(line: escape.line, column: escape.column - 1), 2)
    case "did not find expected alphabetic or numeric character":
      return (.unquotedPattern(text[start] ?? "*"), start, text.word(at: start).count)
    case "did not find expected comment or line break": return (.unquotedBlockMark, start, 1)
    case "did not find expected <document start>": return (.textAfterEnd, place, text.word(at: place).count)
    case "found unexpected ':'": return (.colonInValue, place, 1)
    case "could not find expected ':'": return missingColon(at: start)
    case "mapping values are not allowed in this context": return unexpectedColon()
    case "block sequence entries are not allowed in this context": return unexpectedDash()
    case "did not find expected '-' indicator": return notInTheList()
    case "did not find expected key" where context == "while parsing a block mapping": return notAKey()
    case "did not find expected node content": return noValue()
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'": return notInTheBrackets()
    default: break
    }
    if context == "while scanning a quoted scalar" { return (.unclosedQuote(text[start] ?? "\""), start, 1) }
    if context == "while scanning a directive" { return (.reservedCharacter("%"), start, 1) }
    if context.hasSuffix("a tag") { return (.reservedCharacter("!"), start, 1) }
    return (.other(context.isEmpty ? problem : "\(problem) \(context)"), place, 1)
  }

  private func tab() -> Finding {
    let indent = text.indent(of: place.line)
    let first = text.line(place.line)[..<indent].firstIndex(of: "\t") ?? place.column
    return (.tabIndentation, Place(line: place.line, column: first), max(1, indent - first))
  }

  /// A line that should be a name, and is none: no colon, or no space after it.
  private func missingColon(at place: Place) -> Finding {
    let words = text.content(from: place)
    if words.hasPrefix("-"), !words.hasPrefix("- "), words.count > 1 {
      return (.missingSpaceAfterDash(String(words.dropFirst())), place, 1)
    }
    if let colon = words.firstIndex(of: ":"), !words[..<colon].contains(" "), colon != words.startIndex {
      let column = place.column + words[..<colon].unicodeScalars.count
      return (.missingSpaceAfterColon(words), Place(line: place.line, column: column), 1)
    }
    let name = words.hasPrefix("- ") ? String(words.dropFirst(2)) : words
    let skipped = words.unicodeScalars.count - name.unicodeScalars.count
    let word = String(name.prefix { $0 != " " })
    let place = Place(line: place.line, column: place.column + skipped)
    return (.missingColon(after: word), place, word.unicodeScalars.count)
  }

  /// A colon where no name can stand: in a value, or on a line that continues the value above.
  private func unexpectedColon() -> Finding {
    let before = text.string(text.line(place.line).prefix(place.column))
    if before.contains(": ") { return (.colonInValue, place, 1) }
    guard let above = text.lineWithContent(above: place.line) else { return (.colonInValue, place, 1) }
    let indent = Place(line: above, column: text.indent(of: above))
    let words = text.content(from: indent)
    if words.contains(": ") {
      let own = Place(line: place.line, column: text.indent(of: place.line))
      return (.belowAValue, own, max(1, place.column - own.column))
    }
    return missingColon(at: indent)
  }

  private func unexpectedDash() -> Finding {
    if text.openBracket(before: place) != nil { return (.dashInBrackets, place, 1) }
    let before = text.string(text.line(place.line).prefix(place.column))
    if before.contains(":") { return (.listBesideItsName, place, 1) }
    return (.strayDash, place, 1)
  }

  private func notInTheList() -> Finding {
    let length = text.word(at: place).count
    if let stray = strayBracket() { return stray }
    if place.column == start.column { return (.missingDash, place, length) }
    return badIndentation()
  }

  private func notAKey() -> Finding {
    if let stray = strayBracket() { return stray }
    if place.column > text.indent(of: place.line) { return textAfterQuote() }
    if place.column == start.column { return (.strayDash, place, 1) }
    return badIndentation()
  }

  private func badIndentation() -> Finding {
    let above = text.lineWithContent(above: place.line).map { text.indent(of: $0) } ?? start.column
    return (
      .badIndentation(column: place.column + 1, above: above + 1), place, text.word(at: place).count
    )
  }

  private func textAfterQuote() -> Finding {
    let mark = text.line(place.line).prefix(place.column).last { $0 != " " }
    return (.textAfterQuote(mark ?? "\""), place, text.word(at: place).count)
  }

  private func strayBracket() -> Finding? {
    guard let found = text[place], found == "]" || found == "}" else { return nil }
    return (.strayBracket(found), place, 1)
  }

  private func noValue() -> Finding {
    if let open = text.openBracket(before: place) {
      guard let found = text[place] else { return (.unclosedBracket(text[open] ?? "["), open, 1) }
      return found == "," ? (.missingValue, place, 1) : notInTheBrackets(open, found)
    }
    return strayBracket() ?? (.missingValue, place, 1)
  }

  private func notInTheBrackets() -> Finding {
    notInTheBrackets(start, text[place])
  }

  private func notInTheBrackets(_ open: Place, _ found: Unicode.Scalar?) -> Finding {
    let bracket = text[open] ?? "["
    if let found, found == "]" || found == "}" {
      return (.wrongBracket(opened: bracket, line: open.line + 1, found: found), place, 1)
    }
    let before = text.line(place.line).prefix(place.column)
    if found == "{", before.last == "$" {
      let variable = Place(line: place.line, column: place.column - 1)
      return (.unquotedVariable, variable, text.word(at: variable).prefix { $0 != "}" }.count + 1)
    }
    guard found != nil, place.line == open.line else { return (.unclosedBracket(bracket), open, 1) }
    guard found == ":" else {
      if found == "-", text.word(at: place).count == 1 { return (.dashInBrackets, place, 1) }
      if let mark = before.last, mark == "\"" || mark == "'" { return textAfterQuote() }
      let word = text.word(at: place)
      return (.missingComma(before: text.string(word)), place, max(1, word.count))
    }
    // `{ sentences: 3 words: 4 }` lacks a comma, `{ title: Sport: news }` quotes.
    let value = before.split { [":", ",", "{", "["].contains($0) }.last ?? []
    let words = value.split(separator: " ")
    guard words.count > 1, let last = words.last else { return (.colonInValue, place, 1) }
    let column = place.column - last.count
    return (
      .missingComma(before: text.string(last)), Place(line: place.line, column: column), last.count
    )
  }

  private static func place(ofByte offset: Int, in text: String) -> Place {
    let before = String(decoding: text.utf8.prefix(offset), as: UTF8.self)
    let lines = SourceLines(before).lines
    return Place(line: lines.count - 1, column: lines.last?.count ?? 0)
  }
}
