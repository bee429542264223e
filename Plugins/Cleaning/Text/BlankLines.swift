import Copydesk

/// White space as the stages after this one expect it: lines end in `\n`, no blanks at the ends of lines,
/// paragraphs one blank line apart, nothing before the first and after the last.
enum BlankLines {
  /// Tidies the document's text; one that is tidy already is left alone.
  /// - Complexity: O(*n*).
  static func tidy(_ document: inout Document) {
    let text = document.text
    guard !isTidy(text) else { return }
    let tidied = tidied(text)
    if tidied != text { document.rewrite(tidied) }
  }

  /// The text as ``tidy(_:)`` leaves it.
  static func tidied(_ text: Text) -> Text {
    var builder = Text.Builder(editing: text)
    var pendingEnds = 0
    var lastEnd = 0
    for line in text.lines {
      let content = Blanks.trimmed(line.trimmed, in: text.utf8)
      if content.isEmpty {
        pendingEnds = min(pendingEnds + 1, 2)
      } else {
        if builder.count > 0 {
          separate(&builder, text, after: lastEnd, isParagraph: pendingEnds > 1)
        }
        // Blanks at a line's start may be layout (a list in a list) and stay, at the text's start they go.
        let isIndented = builder.count > 0 && isPlain(line.span.start, content.start, text)
        builder.copy(isIndented ? Span(line.span.start, content.end) : content)
        lastEnd = content.end
        pendingEnds = 1
      }
    }
    return builder.finish()
  }

  /// Ends a line or a paragraph, with the text's own line ends where they are as they should be.
  private static func separate(_ builder: inout Text.Builder, _ text: Text, after end: Int, isParagraph: Bool)
  {
    let count = isParagraph ? 2 : 1
    if text.utf8[end..<min(end + count, text.count)].allSatisfy({ $0 == 0x0A }) {
      builder.copy(Span(end, end + count))
    } else if isParagraph {
      builder.insert("\n\n")
    } else {
      builder.insert("\n")
    }
  }

  private static func isPlain(_ start: Int, _ end: Int, _ text: Text) -> Bool {
    text.utf8[start..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Whether nothing would change.
  static func isTidy(_ text: Text) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last else { return true }
    if first == 0x20 || first == 0x0A || last == 0x0A || Blanks.length(at: 0, in: bytes) > 0 { return false }
    if Blanks.length(before: bytes.count, in: bytes) > 0 { return false }
    return bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while true {
        index = HTMLBytes.find(0x0A, 0x0D, 0x0D, in: buffer, from: index, to: buffer.count)
        if index == buffer.count { return true }
        if buffer[index] == 0x0D || Blanks.length(before: index, in: bytes) > 0 { return false }
        let first = index
        while index < buffer.count, buffer[index] == 0x0A { index += 1 }
        if index - first > 2 { return false }
        // The text ends in no blank and no line end, so that there is a byte after them.
        while buffer[index] == 0x20 || buffer[index] == 0x09 { index += 1 }
        if Blanks.length(at: index, in: buffer) > 0 { return false }
      }
    }
  }
}
