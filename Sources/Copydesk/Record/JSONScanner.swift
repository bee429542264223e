/// Goes through JSON byte by byte and knows where it is. What ``JSONReader`` is made of.
///
/// Works on a pointer, so that nothing is retained or checked a byte; every access is guarded by ``end``. The bytes
/// must outlive it and be valid UTF-8.
struct JSONScanner {
  static let maximumDepth = 128

  let base: UnsafeRawPointer
  let end: Int
  var position = 0

  /// - Precondition: the buffer is not empty.
  init(base: UnsafeRawPointer, count: Int) {
    self.base = base
    end = count
  }

  /// The byte here; 0, which no JSON holds, at the end.
  var peek: UInt8 { position < end ? base.load(fromByteOffset: position, as: UInt8.self) : 0 }

  func byte(_ index: Int) -> UInt8 { base.load(fromByteOffset: index, as: UInt8.self) }

  func bytes(_ span: Span) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base + span.start, count: span.count)
  }

  func fail(_ expected: String) -> MalformedJSON { MalformedJSON(offset: position, expected: expected) }

  // MARK: Steps

  mutating func skipSpace() {
    while position < end {
      let byte = byte(position)
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position += 1
    }
  }

  mutating func take(_ wanted: UInt8, _ expected: StaticString) throws(MalformedJSON) {
    guard peek == wanted else { throw fail("\(expected)") }
    position += 1
  }

  mutating func expectEnd() throws(MalformedJSON) {
    skipSpace()
    guard position == end else { throw fail("nothing more") }
  }

  /// Goes into the object here. False where it is empty, which leaves it behind.
  mutating func enterObject() throws(MalformedJSON) -> Bool {
    skipSpace()
    guard peek == UInt8(ascii: "{") else { throw fail("an object") }
    return enter(closing: UInt8(ascii: "}"))
  }

  /// Goes past the opening bracket here. False where the closing one follows, which is passed, too.
  mutating func enter(closing: UInt8) -> Bool {
    position += 1
    skipSpace()
    guard peek == closing else { return true }
    position += 1
    return false
  }

  /// Goes past the comma to the next element, or past the closing bracket; false then.
  mutating func next(closing: UInt8) throws(MalformedJSON) -> Bool {
    skipSpace()
    if peek == closing {
      position += 1
      return false
    }
    try take(UInt8(ascii: ","), "a comma or the end")
    return true
  }

  /// Reads a member's name and the colon, up to the value.
  mutating func readName() throws(MalformedJSON) -> ScannedString {
    skipSpace()
    guard peek == UInt8(ascii: "\"") else { throw fail("a member's name") }
    let name = try scanString()
    skipSpace()
    try take(UInt8(ascii: ":"), "a colon")
    skipSpace()
    return name
  }

  // MARK: Values

  mutating func readValue(depth: Int) throws(MalformedJSON) -> JSONValue {
    skipSpace()
    guard depth < Self.maximumDepth else { throw fail("no more than \(Self.maximumDepth) levels") }
    switch peek {
    case UInt8(ascii: "{"):
      var members: [JSONValue.Member] = []
      guard enter(closing: UInt8(ascii: "}")) else { return .object(members) }
      repeat {
        let name = try readName()
        members.append(.init(string(name), try readValue(depth: depth + 1)))
      } while try next(closing: UInt8(ascii: "}"))
      return .object(members)
    case UInt8(ascii: "["):
      var elements: [JSONValue] = []
      guard enter(closing: UInt8(ascii: "]")) else { return .array(elements) }
      repeat { elements.append(try readValue(depth: depth + 1)) } while try next(closing: UInt8(ascii: "]"))
      return .array(elements)
    case UInt8(ascii: "\""): return .string(string(try scanString()))
    case UInt8(ascii: "t"):
      try readLiteral("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try readLiteral("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try readLiteral("null")
      return .null
    default: return .number(String(decoding: bytes(try scanNumber()), as: UTF8.self))
    }
  }

  /// Goes past a value and checks it as reading it would, but makes nothing of it.
  mutating func skipValue(depth: Int) throws(MalformedJSON) {
    skipSpace()
    guard depth < Self.maximumDepth else { throw fail("no more than \(Self.maximumDepth) levels") }
    switch peek {
    case UInt8(ascii: "{"):
      guard enter(closing: UInt8(ascii: "}")) else { return }
      repeat {
        _ = try readName()
        try skipValue(depth: depth + 1)
      } while try next(closing: UInt8(ascii: "}"))
    case UInt8(ascii: "["):
      guard enter(closing: UInt8(ascii: "]")) else { return }
      repeat { try skipValue(depth: depth + 1) } while try next(closing: UInt8(ascii: "]"))
    case UInt8(ascii: "\""): _ = try scanString()
    case UInt8(ascii: "t"): try readLiteral("true")
    case UInt8(ascii: "f"): try readLiteral("false")
    case UInt8(ascii: "n"): try readLiteral("null")
    default: _ = try scanNumber()
    }
  }

  private mutating func readLiteral(_ word: StaticString) throws(MalformedJSON) {
    let length = word.utf8CodeUnitCount
    guard position + length <= end, bytes(Span(position, position + length)) == word else {
      throw fail("a value")
    }
    position += length
  }

  private mutating func scanNumber() throws(MalformedJSON) -> Span {
    let start = position
    if peek == UInt8(ascii: "-") { position += 1 }
    let digits = position
    skipDigits()
    guard position > digits, byte(digits) != UInt8(ascii: "0") || position == digits + 1 else {
      throw fail("a value")
    }
    if peek == UInt8(ascii: ".") {
      position += 1
      guard peek.isASCIIDigit else { throw fail("a digit") }
      skipDigits()
    }
    if peek | 0x20 == UInt8(ascii: "e") {
      position += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
      guard peek.isASCIIDigit else { throw fail("a digit") }
      skipDigits()
    }
    return Span(start, position)
  }

  private mutating func skipDigits() { while peek.isASCIIDigit { position += 1 } }
}

/// Whether the bytes spell the word.
func == (bytes: UnsafeRawBufferPointer, word: StaticString) -> Bool {
  bytes.count == word.utf8CodeUnitCount
    && word.withUTF8Buffer { letters in
      for index in letters.indices where letters[index] != bytes[index] { return false }
      return true
    }
}
