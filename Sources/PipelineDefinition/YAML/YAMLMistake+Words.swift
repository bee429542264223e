extension YAMLMistake {
  /// What is wrong, in words.
  var message: String {
    switch self {
    case .tabIndentation: "a tab is used for indentation"
    case .reservedCharacter(let mark): "a value cannot begin with \(mark)"
    case .unquotedPattern(let mark): "a value that begins with \(mark) needs quotes"
    case .unquotedBlockMark: "a value that begins with > or | needs quotes"
    case .unclosedQuote(let mark): "this quotation mark \(mark) is not closed"
    case .unclosedBracket(let bracket): "this \(bracket) is not closed"
    case .wrongBracket(let opened, let line, let found):
      "\(found) closes the \(opened) of line \(line), which needs \(Self.closing(opened))"
    case .strayBracket(let bracket): "this \(bracket) closes nothing"
    case .missingComma(let word): "a comma is missing before \"\(word)\""
    case .unquotedVariable: "a variable in brackets needs quotes"
    case .colonInValue: "a value that holds a colon and a space needs quotes"
    case .missingColon(let word): "a colon is missing after \"\(word)\""
    case .missingSpaceAfterColon: "a space is missing after the colon"
    case .missingSpaceAfterDash: "a space is missing after the dash"
    case .listBesideItsName: "a list cannot begin on the line of its name"
    case .dashInBrackets: "a dash cannot stand in brackets"
    case .strayDash: "a list entry stands among names"
    case .missingDash: "this line stands among the entries of a list, but begins without a dash"
    case .badIndentation(let column, _): "this line begins at column \(column), where no line above it begins"
    case .belowAValue: "this line is indented below one that has a value already"
    case .textAfterQuote: "there is text after a quoted value"
    case .unknownEscape(let character): "in double quotes, \\\(character) stands for nothing"
    case .controlCharacter(let scalar):
      "the definition holds the control character U+\(Self.hexadecimal(scalar))"
    case .textAfterEnd: "there is text after the end of the definition"
    case .unknownAnchor(let name): "there is no anchor named \"\(name)\""
    case .missingValue: "a value is missing"
    case .keyIsNoWord: "a name must be a word"
    case .mergeOfNoMapping: "\"<<\" takes a mapping or a list of mappings"
    case .other(let problem): "this is not YAML: \(problem)"
    }
  }

  /// What to do.
  var help: String {
    switch self {
    case .tabIndentation: "YAML is indented with spaces only; put two in place of each tab"
    case .reservedCharacter(let mark): "put the value in quotes: \"\(mark)…\""
    case .unquotedPattern(let mark): "write it so: \"\(mark)…\""
    case .unquotedBlockMark: "write it so: \">…\"; a text of several lines begins below its > or |"
    case .unclosedQuote(let mark):
      mark == "'"
        ? "put a second ' after the text; an apostrophe inside '…' is written twice: 'it''s'"
        : "put a second \" after the text; inside \"…\" a quotation mark is written \\\""
    case .unclosedBracket(let bracket): "put a \(Self.closing(bracket)) after the last value"
    case .wrongBracket(let opened, _, let found):
      "put a \(Self.closing(opened)) before it; or remove it, if this \(found) is one too many"
    case .strayBracket(let bracket): "remove it, or put its \(Self.opening(bracket)) where the values begin"
    case .missingComma: "values in [ ] and { } are parted by commas"
    case .unquotedVariable: "put the whole value in quotes: \"${NAME}\""
    case .colonInValue:
      "put the value in quotes; or, if a second name begins here, put it on a line of its own"
    case .missingColon(let word): "write: \(word):"
    case .missingSpaceAfterColon(let text): "write: \(Self.spaced(text))"
    case .missingSpaceAfterDash(let text): "write: - \(text)"
    case .listBesideItsName: "begin it on the next line, or write it in brackets: [clean, summarize]"
    case .dashInBrackets: "in [ ] values are parted by commas: [clean, summarize]"
    case .strayDash:
      "indent it below the name of its list; a definition's list of stages is named \"stages:\""
    case .missingDash: "begin it with a dash and a space; or indent it, if it belongs to the entry above"
    case .badIndentation(_, let above):
      "the line above begins at column \(above); lines that belong together begin at one column"
    case .belowAValue: "begin it at the column where the line above begins"
    case .textAfterQuote(let mark):
      mark == "'"
        ? "put quotes around the whole value; an apostrophe inside '…' is written twice: 'it''s'"
        : "put quotes around the whole value, or remove what follows"
    case .unknownEscape: "write the backslash twice, or use single quotes: 'C:\\news'"
    case .controlCharacter: "remove it; often it came along with a copied text"
    case .textAfterEnd: "a file holds one definition: one mapping of names, in one style"
    case .unknownAnchor(let name):
      "a value that begins with * stands for what &\(name) marks; a text needs quotes: \"*\(name)\""
    case .missingValue: "remove a comma, or put a value here"
    case .keyIsNoWord: "write: name: value"
    case .mergeOfNoMapping: "write: <<: *name, where &name marks a mapping"
    case .other:
      "look at the line above, too: a quotation mark, a bracket or an indentation may be wrong there"
    }
  }

  private static func closing(_ bracket: Unicode.Scalar) -> Unicode.Scalar { bracket == "[" ? "]" : "}" }
  private static func opening(_ bracket: Unicode.Scalar) -> Unicode.Scalar { bracket == "]" ? "[" : "{" }

  /// `name:news` → `name: news`.
  private static func spaced(_ text: String) -> String {
    guard let colon = text.firstIndex(of: ":") else { return text }
    return text[...colon] + " " + text[text.index(after: colon)...]
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
