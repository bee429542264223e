/// A JSON string that has been passed: where its content stands, without the quotes.
struct ScannedString {
  let content: Span
  /// How many escapes it has.
  let escapes: Int

  var hasEscapes: Bool { escapes > 0 }

  /// With the quotes.
  var whole: Span { Span(content.start - 1, content.end + 1) }
}

extension JSONScanner {
  /// Goes past the string here and checks its escapes.
  mutating func scanString() throws(MalformedJSON) -> ScannedString {
    try take(UInt8(ascii: "\""), "a string")
    let start = position
    var escapes = 0
    while true {
      position = JSONBytes.firstSpecial(base, from: position, to: end)
      switch peek {
      case UInt8(ascii: "\""):
        position += 1
        return ScannedString(content: Span(start, position - 1), escapes: escapes)
      case UInt8(ascii: "\\"):
        escapes += 1
        if simpleEscape(at: position) != nil { position += 2 } else { _ = try readEscape() }
      default: throw fail("the string's end")
      }
    }
  }

  /// What a string that was passed stands for.
  func string(_ scanned: ScannedString) -> String {
    guard scanned.hasEscapes else { return String(decoding: bytes(scanned.content), as: UTF8.self) }
    return String(unsafeUninitializedCapacity: scanned.content.count + JSONBytes.slack) { out in
      guard let first = out.baseAddress else { return 0 }
      return write(scanned, to: first) { _, _, _ in }
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
    var segments: [SourceMap.Segment] = []
    let utf8 = [UInt8](unsafeUninitializedCapacity: content.count + JSONBytes.slack) { out, count in
      guard let first = out.baseAddress else { return }
      // Each escape has at most a run before it, and the last one behind it.
      segments = [SourceMap.Segment](unsafeUninitializedCapacity: scanned.escapes * 2 + 1) { room, made in
        guard let segment = room.baseAddress else { return }
        count = write(scanned, to: first) { place, source, isVerbatim in
          (segment + made).initialize(
            to: SourceMap.Segment(
              text: place, source: sourceStart + source.start, sourceLength: source.count,
              isVerbatim: isVerbatim))
          made += 1
        }
      }
    }
    return Text(unchecked: utf8, map: SourceMap(segments: segments, textLength: utf8.count))
  }

  /// Writes what a string stands for, which is never longer than the string, and up to ``JSONBytes/slack`` bytes more.
  /// - Parameter eachPart: is told where each run and each escape begins in what is written, where it stands in the scanner's
  ///   bytes, and whether it stands there as it is.
  /// - Returns: how much was written.
  @inline(__always)
  private func write(
    _ scanned: ScannedString, to out: UnsafeMutablePointer<UInt8>,
    _ eachPart: (_ place: Int, _ source: Span, _ isVerbatim: Bool) -> Void
  ) -> Int {
    var written = 0
    var place = scanned.content.start
    while true {
      // It ends at a quotation mark, which the scanner has as well.
      let run = JSONBytes.copyRun(base, from: place, to: end, into: out + written)
      if run > 0 { eachPart(written, Span(place, place + run), true) }
      place += run
      written += run
      guard place < scanned.content.end else { return written }
      let (escape, start) = (place, written)
      if let byte = simpleEscape(at: place) {
        out[written] = byte
        place += 2
        written += 1
      } else {
        var scanner = self
        scanner.position = place
        // Checked when the string was passed.
        guard let scalar = try? scanner.readEscape() else { return written }
        written += scalar.write(to: out, at: written)
        place = scanner.position
      }
      eachPart(start, Span(escape, place), false)
    }
  }

  /// What the escape stands for that is the one here, of those that texts are full of; nil for any other.
  @inline(__always)
  private func simpleEscape(at place: Int) -> UInt8? {
    guard place + 1 < end else { return nil }
    return switch byte(place + 1) {
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "\""): UInt8(ascii: "\"")
    default: nil
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
  fileprivate func write(to out: UnsafeMutablePointer<UInt8>, at start: Int) -> Int {
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
