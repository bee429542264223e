import Copydesk

/// What the server's own programs say in the middle of a page: "Warning: … in /srv/www/page.php on line 12".
enum ServerMessage: LineRule {
  static let name = "notice.server"
  static let help = "A message of the program that made the page: \"Warning: … in page.php on line 12\"."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    line.rest(after: kinds) != nil && endsInLineNumber(line.folded)
  }

  private static let kinds = Phrases([
    "strict standards: ", "warning: ", "notice: ", "deprecated: ", "fatal error: ", "parse error: ",
    "catchable fatal error: ", "recoverable fatal error: ", "core warning: ",
  ])

  private static func endsInLineNumber(_ line: some BidirectionalCollection<UInt8>) -> Bool {
    let rest = line.reversed().drop { $0 == UInt8(ascii: ".") }
    let digits = rest.prefix(while: \.isASCIIDigit)
    return !digits.isEmpty && rest.dropFirst(digits.count).starts(with: " enil no ".utf8)
  }
}
