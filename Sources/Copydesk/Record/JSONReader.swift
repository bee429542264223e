/// What is wrong with a piece of JSON, and at which byte.
public struct MalformedJSON: Error, Equatable, Sendable {
  /// The offset, counted from the first byte read.
  public let offset: Int
  /// What was expected there.
  public let expected: String
}

/// Reads JSON from UTF-8 bytes and knows where each value stands, so that a text inside keeps its way back to
/// the file. Follows RFC 8259; nesting is bounded.
///
/// Foundation's decoders would do for the values; none tells their place.
public struct JSONReader {
  private static let maximumDepth = 128
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  /// Reads from `bytes`, which must be valid UTF-8.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The value in `bytes`, which must hold nothing else but white space.
  public static func value(_ bytes: ArraySlice<UInt8>) throws(MalformedJSON) -> JSONValue {
    var reader = JSONReader(bytes)
    let value = try reader.readValue(depth: 0)
    try reader.expectEnd()
    return value
  }

  /// The members of the object in `bytes`: each name with the span of its value, relative to the first byte.
  public static func members(
    _ bytes: ArraySlice<UInt8>
  ) throws(MalformedJSON) -> [(name: String, value: JSONValue, span: Span)] {
    var reader = JSONReader(bytes)
    var members: [(name: String, value: JSONValue, span: Span)] = []
    try reader.readObject { reader throws(MalformedJSON) in
      let name = try reader.readMemberName()
      let start = reader.position
      let value = try reader.readValue(depth: 1)
      members.append((name, value, Span(start - bytes.startIndex, reader.position - bytes.startIndex)))
    }
    try reader.expectEnd()
    return members
  }

  // MARK: Values

  private mutating func readValue(depth: Int) throws(MalformedJSON) -> JSONValue {
    skipSpace()
    guard depth < Self.maximumDepth else { throw fail("no more than \(Self.maximumDepth) levels") }
    switch peek {
    case UInt8(ascii: "{"):
      var members: [JSONValue.Member] = []
      try readObject { reader throws(MalformedJSON) in
        let name = try reader.readMemberName()
        members.append(.init(name, try reader.readValue(depth: depth + 1)))
      }
      return .object(members)
    case UInt8(ascii: "["):
      var elements: [JSONValue] = []
      try readSequence(closing: UInt8(ascii: "]")) { reader throws(MalformedJSON) in
        elements.append(try reader.readValue(depth: depth + 1))
      }
      return .array(elements)
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"): return try readLiteral("true", .bool(true))
    case UInt8(ascii: "f"): return try readLiteral("false", .bool(false))
    case UInt8(ascii: "n"): return try readLiteral("null", .null)
    default: return .number(try readNumber())
    }
  }

  private mutating func readObject(
    _ member: (inout JSONReader) throws(MalformedJSON) -> Void
  ) throws(MalformedJSON) {
    skipSpace()
    guard peek == UInt8(ascii: "{") else { throw fail("an object") }
    try readSequence(closing: UInt8(ascii: "}"), member)
  }

  private mutating func readMemberName() throws(MalformedJSON) -> String {
    skipSpace()
    guard peek == UInt8(ascii: "\"") else { throw fail("a member's name") }
    let name = try readString()
    skipSpace()
    try take(UInt8(ascii: ":"), "a colon")
    skipSpace()
    return name
  }

  /// Reads what stands between the bracket here and its closing one, separated by commas.
  private mutating func readSequence(
    closing: UInt8, _ element: (inout JSONReader) throws(MalformedJSON) -> Void
  ) throws(MalformedJSON) {
    position += 1
    skipSpace()
    if peek == closing {
      position += 1
      return
    }
    while true {
      try element(&self)
      skipSpace()
      if peek == closing {
        position += 1
        return
      }
      try take(UInt8(ascii: ","), "a comma or the end")
    }
  }

  private mutating func readLiteral(_ word: StaticString, _ value: JSONValue) throws(MalformedJSON)
    -> JSONValue
  {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.endIndex, word.withUTF8Buffer({ bytes[position..<end].elementsEqual($0) }) else {
      throw fail("a value")
    }
    position = end
    return value
  }

  private mutating func readNumber() throws(MalformedJSON) -> String {
    let start = position
    if peek == UInt8(ascii: "-") { position += 1 }
    let digits = position
    skipDigits()
    guard position > digits, bytes[digits] != UInt8(ascii: "0") || position == digits + 1 else {
      throw fail("a value")
    }
    if peek == UInt8(ascii: ".") {
      position += 1
      guard peek?.isASCIIDigit ?? false else { throw fail("a digit") }
      skipDigits()
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      position += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
      guard peek?.isASCIIDigit ?? false else { throw fail("a digit") }
      skipDigits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func readString() throws(MalformedJSON) -> String {
    var out: [UInt8] = []
    let bytes = bytes
    try readString { piece in
      switch piece {
      case .verbatim(let span): out.append(contentsOf: bytes[span.range])
      case .escape(let scalar, _): out.append(contentsOf: String(scalar).utf8)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  // MARK: Strings with their places

  private enum Piece {
    case verbatim(Span)
    case escape(Unicode.Scalar, Span)
  }

  /// The text that the JSON string in `span` of `bytes` stands for, with its way back to the file.
  /// - Parameters:
  ///   - bytes: the record.
  ///   - span: where the string, with its quotes, stands in the record.
  ///   - sourceStart: where the record starts in its file.
  public static func text(
    _ bytes: ArraySlice<UInt8>, string span: Span, sourceStart: Int
  ) throws(MalformedJSON) -> Text {
    let start = bytes.startIndex + span.start
    let slice = bytes[start..<(bytes.startIndex + span.end)]
    let raw = Text(
      unchecked: Array(slice), map: SourceMap(identity: slice.count, sourceStart: sourceStart + span.start))
    var builder = Text.Builder(editing: raw)
    var reader = JSONReader(slice)
    try reader.readString { piece in
      switch piece {
      case .verbatim(let span): builder.copy(span.shifted(by: -slice.startIndex))
      case .escape(let scalar, let span): builder.replace(span.shifted(by: -slice.startIndex), with: scalar)
      }
    }
    return builder.finish()
  }

  private mutating func readString(_ body: (Piece) -> Void) throws(MalformedJSON) {
    try take(UInt8(ascii: "\""), "a string")
    var run = position
    while true {
      guard let byte = peek, byte >= 0x20 else { throw fail("the string's end") }
      switch byte {
      case UInt8(ascii: "\""):
        if run < position { body(.verbatim(Span(run, position))) }
        position += 1
        return
      case UInt8(ascii: "\\"):
        if run < position { body(.verbatim(Span(run, position))) }
        let start = position
        let scalar = try readEscape()
        body(.escape(scalar, Span(start, position)))
        run = position
      default: position += 1
      }
    }
  }

  /// A lone surrogate, which no text can hold, becomes U+FFFD.
  private mutating func readEscape() throws(MalformedJSON) -> Unicode.Scalar {
    position += 1
    guard let letter = peek else { throw fail("an escape") }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"):
      let unit = try readFourHexDigits()
      guard unit & 0xFC00 == 0xD800 else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
      let before = position
      if peek == UInt8(ascii: "\\"), position + 1 < bytes.endIndex, bytes[position + 1] == UInt8(ascii: "u") {
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
    guard position + 4 <= bytes.endIndex,
      let value = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16),
      bytes[position] != UInt8(ascii: "+")
    else { throw fail("four hexadecimal digits") }
    position += 4
    return value
  }

  // MARK: Steps

  private var peek: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func skipDigits() {
    while let byte = peek, byte.isASCIIDigit { position += 1 }
  }

  private mutating func take(_ byte: UInt8, _ expected: String) throws(MalformedJSON) {
    guard peek == byte else { throw fail(expected) }
    position += 1
  }

  private mutating func expectEnd() throws(MalformedJSON) {
    skipSpace()
    guard position == bytes.endIndex else { throw fail("nothing more") }
  }

  private func fail(_ expected: String) -> MalformedJSON {
    MalformedJSON(offset: position - bytes.startIndex, expected: expected)
  }
}
