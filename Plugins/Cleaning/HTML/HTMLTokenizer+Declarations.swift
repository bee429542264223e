// What starts with `<!` or `<?`: WHATWG HTML Living Standard §13.2.5.41 to 72.
extension HTMLTokenizer {
  /// The token that starts with `<!` at `start`.
  func declaration(at start: Int) -> HTMLToken {
    let inner = start + 2
    if HTMLBytes.spells("--", in: bytes, at: inner, end: end) { return comment(at: start) }
    if HTMLBytes.spells("doctype", in: bytes, at: inner, end: end) {
      let (stop, close) = upToTagEnd(from: inner + 7)
      return HTMLToken(kind: .doctype, start: start, end: stop, contentStart: inner + 7, contentEnd: close)
    }
    // `spells` compares with small letters, hence the second, exact look at the letters.
    if allowsCDATA, HTMLBytes.spells("[cdata[", in: bytes, at: inner, end: end),
      bytes[(inner + 1)..<(inner + 6)].allSatisfy({ $0 < 0x61 })
    {
      return characterData(at: start)
    }
    return bogusComment(at: start, from: inner)
  }

  /// A comment that ends at the next `>`, whatever is in it.
  func bogusComment(at start: Int, from inner: Int) -> HTMLToken {
    let (stop, close) = upToTagEnd(from: inner)
    return HTMLToken(kind: .comment, start: start, end: stop, contentStart: inner, contentEnd: close)
  }

  /// A comment proper: up to `-->` or `--!>`; `<!-->` and `<!--->` are whole.
  private func comment(at start: Int) -> HTMLToken {
    let inner = start + 4
    var index = inner
    while true {
      index = HTMLBytes.find(0x3E, in: bytes, from: index, to: end)
      if index == end {
        return HTMLToken(kind: .comment, start: start, end: end, contentStart: inner, contentEnd: end)
      }
      var close = -1
      if bytes[index - 1] == 0x2D && bytes[index - 2] == 0x2D {
        close = index - 2
      } else if index - 3 >= inner && bytes[index - 1] == 0x21 && bytes[index - 2] == 0x2D
        && bytes[index - 3] == 0x2D
      {
        close = index - 3
      }
      if close >= 0 {
        return HTMLToken(
          kind: .comment, start: start, end: index + 1, contentStart: inner, contentEnd: max(inner, close))
      }
      index += 1
    }
  }

  /// `<![CDATA[…]]>` as text.
  private func characterData(at start: Int) -> HTMLToken {
    let inner = start + 9
    var index = inner
    while true {
      index = HTMLBytes.find(0x3E, in: bytes, from: index, to: end)
      if index == end {
        return HTMLToken(
          kind: .text, isRaw: true, start: start, end: end, contentStart: inner, contentEnd: end)
      }
      if index - 2 >= inner && bytes[index - 1] == 0x5D && bytes[index - 2] == 0x5D {
        return HTMLToken(
          kind: .text, isRaw: true, start: start, end: index + 1, contentStart: inner, contentEnd: index - 2)
      }
      index += 1
    }
  }

  /// One past the next `>`, and the index of it; the end of the input for both if there is none.
  private func upToTagEnd(from start: Int) -> (stop: Int, close: Int) {
    let close = HTMLBytes.find(0x3E, in: bytes, from: min(start, end), to: end)
    return (min(close + 1, end), close)
  }
}
