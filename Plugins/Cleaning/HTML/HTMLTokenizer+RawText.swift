// RCDATA, RAWTEXT, script data and PLAINTEXT: WHATWG HTML Living Standard §13.2.5.2 to 5 and 9 to 31.
extension HTMLTokenizer {
  /// The text up to the end tag of the raw text element that is open; nil if that end tag comes at once.
  mutating func nextRawText() -> HTMLToken? {
    let start = position
    let stop: Int
    switch rawTag {
    case .plaintext: stop = end
    case .script: stop = endOfScript(from: start)
    case .title: stop = endOfRawText("title", from: start)
    case .textarea: stop = endOfRawText("textarea", from: start)
    case .style: stop = endOfRawText("style", from: start)
    case .xmp: stop = endOfRawText("xmp", from: start)
    case .iframe: stop = endOfRawText("iframe", from: start)
    case .noembed: stop = endOfRawText("noembed", from: start)
    case .noframes: stop = endOfRawText("noframes", from: start)
    default: stop = start
    }
    let isRaw = !rawTag.isEscapableRawText
    rawTag = .unknown
    position = stop
    guard stop > start else { return nil }
    return HTMLToken(
      kind: .text, isRaw: isRaw, start: start, end: stop, contentStart: start, contentEnd: stop)
  }

  /// Where the end tag `name` starts, or the end of the input.
  private func endOfRawText(_ name: StaticString, from start: Int) -> Int {
    var index = start
    while true {
      index = HTMLBytes.find(0x3C, in: bytes, from: index, to: end)
      if index == end || (byte(index + 1) == 0x2F && isTagName(name, at: index + 2)) { return index }
      index += 1
    }
  }

  /// How deep a script is in the states that once hid scripts from old browsers.
  private enum ScriptState {
    case plain
    /// After `<!--`: only `-->` leads out.
    case escaped
    /// After `<script` inside of that: an end tag closes no more than this inner script.
    case doubleEscaped
  }

  /// Where the end tag of a script starts, or the end of the input.
  private func endOfScript(from start: Int) -> Int {
    var state = ScriptState.plain
    var index = start
    while true {
      if state == .plain {
        index = HTMLBytes.find(0x3C, in: bytes, from: index, to: end)
      } else {
        index = HTMLBytes.find(0x3C, 0x2D, 0x3C, in: bytes, from: index, to: end)
      }
      if index == end { return end }
      if bytes[index] == 0x2D {
        // `-->`: of a longer run of hyphens the last two count.
        if byte(index + 1) == 0x2D && byte(index + 2) == 0x3E { state = .plain }
      } else if byte(index + 1) == 0x2F {
        if isTagName("script", at: index + 2) {
          if state != .doubleEscaped { return index }
          state = .escaped
        }
      } else if state == .plain {
        if HTMLBytes.spells("!--", in: bytes, at: index + 1, end: end) {
          state = .escaped
          // The hyphens may belong to a `-->` already: `<!-->` opens and closes.
          index += 1
        }
      } else if state == .escaped && isTagName("script", at: index + 1) {
        state = .doubleEscaped
      }
      index += 1
    }
  }

  /// Whether `name` stands at `start` and what follows it ends a tag name.
  private func isTagName(_ name: StaticString, at start: Int) -> Bool {
    guard HTMLBytes.spells(name, in: bytes, at: start, end: end),
      let next = byte(start + name.utf8CodeUnitCount)
    else { return false }
    return next == 0x3E || next == 0x2F || HTMLBytes.isSpace(next)
  }

  private func byte(_ index: Int) -> UInt8? { index < end ? bytes[index] : nil }
}
