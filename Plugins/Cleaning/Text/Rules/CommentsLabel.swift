import Copydesk

/// The heading of the readers' comments or of the form for one: "Comments (12)", "Leave a reply".
enum CommentsLabel: LineRule {
  static let name = "footer.comments"
  static let help =
    "The heading of readers' comments, or of the form for one: \"Comments (12)\", \"Leave a reply\"."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    guard line.words <= 8, line.ending != .stop else { return false }
    return line.isLabel(labels) || isCount(line.bare)
  }

  /// The same for a short text in lower case.
  static func covers(folded: [UInt8]) -> Bool {
    folded.withUnsafeBufferPointer(labels.contains) || isCount(folded[...])
  }

  /// "12 comments", "comments (12", "1 comment".
  private static func isCount(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.contains(where: isOfNumber) else { return false }
    let letters = line.filter { !isOfNumber($0) }
    let word = letters.drop { $0 == 0x20 }
    let end = word.lastIndex { $0 != 0x20 } ?? word.startIndex
    return word[word.startIndex..<min(end + 1, word.endIndex)].withUnsafeBufferPointer(counted.contains)
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: ",")
  }

  private static let labels = WordSet(words: [
    "comments", "comment", "leave a comment", "leave a reply", "post a comment", "add a comment",
    "no comments",
    "no comments yet", "view comments", "view all comments", "show comments", "hide comments",
    "read comments",
    "reader comments", "be the first to comment", "have your say", "join the conversation",
    "join the discussion",
    "comments are closed", "write a comment", "cancel reply", "log in to comment", "log in to reply", "reply",
    "your email address will not be published", "comentarios", "deja un comentario", "commentaires",
    "laisser un commentaire", "kommentare", "kommentar schreiben", "commenti", "comentários", "reacties",
  ])
  private static let counted = WordSet(words: [
    "comment", "comments", "reader comments", "view comments", "comentarios", "commentaires", "kommentare",
    "shares",
    "show comments", "replies", "responses",
  ])
}
