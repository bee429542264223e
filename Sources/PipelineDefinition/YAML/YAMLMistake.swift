import Copydesk

/// What can be wrong with YAML as people write it: data. The words are in `YAMLMistake+Words.swift`.
enum YAMLMistake: Equatable {
  /// A tab stands before the first character of a line.
  case tabIndentation
  /// A value begins with a character that means something to YAML: `@`, `` ` ``, `%`, `!`.
  case reservedCharacter(Unicode.Scalar)
  /// A value begins with `*` or `&` and is no name after it: `*.md`.
  case unquotedPattern(Unicode.Scalar)
  /// A value begins with `>` or `|`, and text follows on its line: `>= 80`.
  case unquotedBlockMark
  /// A quotation mark has no second one.
  case unclosedQuote(Unicode.Scalar)
  /// A bracket has no second one.
  case unclosedBracket(Unicode.Scalar)
  /// A bracket is closed by one of the other kind.
  case wrongBracket(opened: Unicode.Scalar, line: Int, found: Unicode.Scalar)
  /// A bracket closes nothing.
  case strayBracket(Unicode.Scalar)
  /// Between two values in brackets stands no comma.
  case missingComma(before: String)
  /// `${NAME}` stands in brackets without quotes, where its brace opens a mapping.
  case unquotedVariable
  /// A value holds `: `, which would make it a name.
  case colonInValue
  /// A name has no colon after it.
  case missingColon(after: String)
  /// No space stands after a colon: `name:news`.
  case missingSpaceAfterColon(String)
  /// No space stands after a dash: `-clean`.
  case missingSpaceAfterDash(String)
  /// A list begins on the line of its name: `stages: - clean`.
  case listBesideItsName
  /// A dash stands in brackets.
  case dashInBrackets
  /// A dash stands among names.
  case strayDash
  /// A line among the entries of a list begins without a dash.
  case missingDash
  /// A line begins at a column where nothing around it begins, the line above it at another.
  case badIndentation(column: Int, above: Int)
  /// A line is indented below one that has a value already.
  case belowAValue
  /// Something follows a quoted text, which ended with this mark.
  case textAfterQuote(Unicode.Scalar)
  /// A backslash in double quotes stands before a character that it means nothing to.
  case unknownEscape(Unicode.Scalar)
  /// A character that no text holds.
  case controlCharacter(Unicode.Scalar)
  /// Something follows the end of the definition.
  case textAfterEnd
  case unknownAnchor(String)
  case missingValue
  case keyIsNoWord
  case mergeOfNoMapping
  /// What libyaml says, where none of the above is the case.
  case other(String)
}

/// A mistake in a file, and where.
struct YAMLSyntaxError: Error {
  let mistake: YAMLMistake
  let location: SourceLocation
}
