/// A JSON string that has been passed: where its content stands, without the quotes.
struct ScannedString {
  let content: Span
  let hasEscapes: Bool

  /// With the quotes.
  var whole: Span { Span(content.start - 1, content.end + 1) }
}

extension JSONScanner {
  /// Goes past the string here and checks its escapes.
  mutating func scanString() throws(MalformedJSON) -> ScannedString {
    try take(UInt8(ascii: "\""), "a string")
    let start = position
    var hasEscapes = false
    while true {
      position = JSONBytes.firstSpecial(base, from: position, to: end)
      switch peek {
      case UInt8(ascii: "\""):
        position += 1
        return ScannedString(content: Span(start, position - 1), hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        _ = try readEscape()
      default: throw fail("the string's end")
      }
    }
  }

  /// What a string that was passed stands for.
  func string(_ scanned: ScannedString) -> String {
    guard scanned.hasEscapes else { return String(decoding: bytes(scanned.content), as: UTF8.self) }
    // What an escape stands for is never longer than the escape.
    return String(unsafeUninitializedCapacity: scanned.content.count) { out in
      var count = 0
      forEachPiece(of: scanned) { piece in
        switch piece {
        case .verbatim(let span):
          UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(out)[count...])
            .copyMemory(from: bytes(span))
          count += span.count
        case .escape(let scalar, _): count += scalar.write(to: out, at: count)
        }
      }
      return count
    }
  }

  /// The text that a string stands for, with its way back: `sourceStart` is where the scanner's first byte stands in
  /// the file.
  func text(_ scanned: ScannedString, sourceStart: Int) -> Text {
    let content = scanned.content
    guard scanned.hasEscapes else {
      let map = SourceMap(identity: content.count, sourceStart: sourceStart + content.start)
      return Text(unchecked: Array(bytes(content)), map: map)
    }
    var map = SourceMap()
    // An escape a line of print makes two segments of seventy bytes.
    map.reserve(content.count / 32 + 4)
    let utf8 = [UInt8](unsafeUninitializedCapacity: content.count) { out, count in
      forEachPiece(of: scanned) { piece in
        switch piece {
        case .verbatim(let span):
          UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(out)[count...])
            .copyMemory(from: bytes(span))
          count += span.count
          map.append(span.count, from: span.shifted(by: sourceStart), isVerbatim: true)
        case .escape(let scalar, let span):
          let length = scalar.write(to: out, at: count)
          count += length
          map.append(length, from: span.shifted(by: sourceStart), isVerbatim: false)
        }
      }
    }
    return Text(unchecked: utf8, map: map)
  }

  private enum Piece {
    case verbatim(Span)
    case escape(Unicode.Scalar, Span)
  }

  @inline(__always)
  private func forEachPiece(of scanned: ScannedString, _ body: (Piece) -> Void) {
    var scanner = JSONScanner(base: base, count: scanned.content.end)
    scanner.position = scanned.content.start
    while scanner.position < scanner.end {
      let start = scanner.position
      scanner.position = JSONBytes.firstSpecial(base, from: start, to: scanner.end)
      if scanner.position > start { body(.verbatim(Span(start, scanner.position))) }
      guard scanner.position < scanner.end else { return }
      let escape = scanner.position
      // Checked when the string was passed.
      guard let scalar = try? scanner.readEscape() else { return }
      body(.escape(scalar, Span(escape, scanner.position)))
    }
  }

  /// Reads the escape here. A lone surrogate, which no text can hold, becomes U+FFFD.
  fileprivate mutating func readEscape() throws(MalformedJSON) -> Unicode.Scalar {
    position += 1
    let letter = peek
    position += 1
    switch letter {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"):
      let unit = try readFourHexDigits()
      guard unit & 0xFC00 == 0xD800 else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
      let before = position
      if position + 1 < end, byte(position) == UInt8(ascii: "\\"), byte(position + 1) == UInt8(ascii: "u") {
        position += 2
        let low = try readFourHexDigits()
        if low & 0xFC00 == 0xDC00 {
          return Unicode.Scalar(0x10000 + ((unit & 0x3FF) << 10 | (low & 0x3FF))) ?? "\u{FFFD}"
        }
        position = before
      }
      return "\u{FFFD}"
    default:
      position -= 1
      throw fail("an escape")
    }
  }

  private mutating func readFourHexDigits() throws(MalformedJSON) -> UInt32 {
    guard position + 4 <= end else { throw fail("four hexadecimal digits") }
    var value: UInt32 = 0
    for offset in 0..<4 {
      let letter = byte(position + offset)
      let lower = letter | 0x20
      if letter.isASCIIDigit {
        value = value << 4 | UInt32(letter & 15)
      } else if lower >= UInt8(ascii: "a"), lower <= UInt8(ascii: "f") {
        value = value << 4 | UInt32(lower - UInt8(ascii: "a") + 10)
      } else {
        throw fail("four hexadecimal digits")
      }
    }
    position += 4
    return value
  }
}

extension Unicode.Scalar {
  /// Writes the scalar in UTF-8 and tells how many bytes it took; there must be room.
  fileprivate func write(to out: UnsafeMutableBufferPointer<UInt8>, at start: Int) -> Int {
    if value < 0x80 {
      out[start] = UInt8(truncatingIfNeeded: value)
      return 1
    }
    var count = 0
    for byte in UTF8.encode(self).unsafelyUnwrapped {
      out[start + count] = byte
      count += 1
    }
    return count
  }
}
