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
/// Foundation's decoders would do for the values; none tells their place. The bytes must be valid UTF-8.
/// - Complexity: O(*n*) for each function.
public enum JSONReader {
  /// The value in `bytes`, which must hold nothing else but white space.
  public static func value(_ bytes: ArraySlice<UInt8>) throws(MalformedJSON) -> JSONValue {
    try scan(bytes) { scanner throws(MalformedJSON) in
      let value = try scanner.readValue(depth: 0)
      try scanner.expectEnd()
      return value
    }
  }

  /// A member of an object, and where its value stands.
  public typealias Member = (name: String, value: JSONValue, span: Span)

  /// The members of the object in `bytes`: each name with the span of its value, relative to the first byte.
  public static func members(_ bytes: ArraySlice<UInt8>) throws(MalformedJSON) -> [Member] {
    try scan(bytes) { scanner throws(MalformedJSON) in
      var members: [Member] = []
      if try scanner.enterObject() {
        repeat {
          let name = try scanner.readName()
          let start = scanner.position
          let value = try scanner.readValue(depth: 1)
          members.append((scanner.string(name), value, Span(start, scanner.position)))
        } while try scanner.next(closing: UInt8(ascii: "}"))
      }
      try scanner.expectEnd()
      return members
    }
  }

  /// The text that the JSON string in `span` of `bytes` stands for, with its way back to the file.
  /// - Parameters:
  ///   - bytes: the record.
  ///   - span: where the string, with its quotes, stands in the record.
  ///   - sourceStart: where the record starts in its file.
  public static func text(
    _ bytes: ArraySlice<UInt8>, string span: Span, sourceStart: Int
  ) throws(MalformedJSON) -> Text {
    try scan(bytes) { scanner throws(MalformedJSON) in
      scanner.position = span.start
      return scanner.text(try scanner.scanString(), sourceStart: sourceStart)
    }
  }

  /// The members of the object in `bytes`, but for one string: its text is made at once, and it is left out of the
  /// members. So a long text is read once and copied once.
  /// - Parameters:
  ///   - bytes: a JSON object, and white space around it.
  ///   - path: the names that lead to the text; more than one where it is inside of another object.
  ///   - ignoring: tells by its name whether a member of the object itself is of no interest. It is checked and left
  ///     out.
  ///   - sourceStart: where the record starts in its file.
  /// - Returns: the members, and the text; nil where there is none, or the value there is no string, which is among
  ///   the members then. Where a name comes twice, the last counts.
  public static func record(
    _ bytes: ArraySlice<UInt8>, text path: JSONPath, sourceStart: Int,
    ignoring: (UnsafeRawBufferPointer) -> Bool = { _ in false }
  ) throws(MalformedJSON) -> (members: [JSONValue.Member], text: Text?) {
    try scan(bytes) { scanner throws(MalformedJSON) in
      var search = TextSearch(path: path.steps)
      let members = try search.members(&scanner, level: 0, ignoring: ignoring)
      try scanner.expectEnd()
      return (members, search.found.map { scanner.text($0, sourceStart: sourceStart) })
    }
  }

  private static func scan<Result>(
    _ bytes: ArraySlice<UInt8>, _ body: (inout JSONScanner) throws(MalformedJSON) -> Result
  ) throws(MalformedJSON) -> Result {
    try bytes.withUnsafeBufferPointer { buffer throws(MalformedJSON) in
      guard let base = buffer.baseAddress else { throw MalformedJSON(offset: 0, expected: "a value") }
      var scanner = JSONScanner(base: UnsafeRawPointer(base), count: buffer.count)
      return try body(&scanner)
    }
  }
}

/// Reads an object and sets the string aside that a path leads to.
private struct TextSearch {
  let path: [[UInt8]]
  var found: ScannedString?

  mutating func members(
    _ scanner: inout JSONScanner, level: Int, ignoring: (UnsafeRawBufferPointer) -> Bool
  ) throws(MalformedJSON) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    guard try scanner.enterObject() else { return members }
    repeat {
      let name = try scanner.readName()
      if level < path.count, isStep(name, level, scanner) {
        let isLast = level == path.count - 1
        if isLast, scanner.peek == UInt8(ascii: "\"") {
          found = try scanner.scanString()
          continue
        }
        if isLast { found = nil }
        if !isLast, scanner.peek == UInt8(ascii: "{"), level + 1 < JSONScanner.maximumDepth {
          let inner = try self.members(&scanner, level: level + 1) { _ in false }
          if !inner.isEmpty { members.append(.init(scanner.string(name), .object(inner))) }
          continue
        }
      } else if !name.hasEscapes, ignoring(scanner.bytes(name.content)) {
        try scanner.skipValue(depth: level + 1)
        continue
      }
      members.append(.init(scanner.string(name), try scanner.readValue(depth: level + 1)))
    } while try scanner.next(closing: UInt8(ascii: "}"))
    return members
  }

  private func isStep(_ name: ScannedString, _ level: Int, _ scanner: JSONScanner) -> Bool {
    let step = path[level]
    if name.hasEscapes { return scanner.string(name).utf8.elementsEqual(step) }
    let bytes = scanner.bytes(name.content)
    guard bytes.count == step.count else { return false }
    for index in step.indices where bytes[index] != step[index] { return false }
    return true
  }
}
