/// Writes JSON as bytes, members in the order of the calls.
///
/// ```swift
/// var json = JSONWriter()
/// json.object { json in
///   json.member("id", "a.txt")
///   json.member("words", 212)
/// }
/// json.finish()   // {"id":"a.txt","words":212}
/// ```
public struct JSONWriter: Sendable {
  /// What has been written so far, as a copy: ``finish()`` gives it without one.
  /// - Complexity: O(bytes).
  public var bytes: [UInt8] { Array(room[..<count]) }
  /// What has been written, and room for more: to append to an array bit by bit is to look each time whether it is one's
  /// own and whether there is room.
  private var room: [UInt8]
  /// How much has been written.
  private var count = 0
  private var needsComma = false

  /// Starts with nothing written.
  /// - Parameter capacity: how many bytes of text there will be, about; room is made for escapes, too.
  public init(reserving capacity: Int = 0) {
    room = capacity == 0 ? [] : [UInt8](repeating: 0, count: capacity + capacity / 8 + 16)
  }

  /// What has been written, without a copy of it.
  public consuming func finish() -> [UInt8] {
    room.removeLast(room.count - count)
    return room
  }

  /// Writes an object; the members are written by `body`.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    open("{")
    body(&self)
    close("}")
  }

  /// Writes an array; the elements are written by `body`.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    open("[")
    body(&self)
    close("]")
  }

  /// Begins an object or array, for those who would pay for a closure; ``close(_:)`` must follow.
  mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    append(UInt8(ascii: bracket))
    needsComma = false
  }

  /// Ends an object or array.
  mutating func close(_ bracket: Unicode.Scalar) {
    append(UInt8(ascii: bracket))
    needsComma = true
  }

  /// Writes a member's name; the value must follow.
  public mutating func name(_ name: String) {
    quoted(name, before: UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a member's name that needs no escape: most of a record are names of members, and all of them are known.
  mutating func name(known name: StaticString) {
    let comma = separator
    write(atMost: name.utf8CodeUnitCount + 4) { Self.write(name, after: comma, to: $0) }
    needsComma = false
  }

  /// Writes a known name in quotes, with the comma before it and the colon after it.
  /// - Returns: how much was written, at most four bytes more than the name has.
  @inline(__always)
  private static func write(
    _ name: StaticString, after comma: UInt8, to out: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let length = name.utf8CodeUnitCount
    out[0] = comma
    let start = comma == 0 ? out : out + 1
    start[0] = UInt8(ascii: "\"")
    (start + 1).update(from: name.utf8Start, count: length)
    start[length + 1] = UInt8(ascii: "\"")
    start[length + 2] = UInt8(ascii: ":")
    return (start - out) + length + 3
  }

  /// Writes a string.
  public mutating func string(_ value: some Sequence<UInt8>) {
    let done: Void? = value.withContiguousStorageIfAvailable { quoted($0, after: separator) }
    if done == nil { Array(value).withUnsafeBufferPointer { quoted($0, after: separator) } }
    needsComma = true
  }

  /// Writes a string.
  public mutating func string(_ value: String) {
    quoted(value)
    needsComma = true
  }

  /// Writes a number.
  public mutating func number(_ value: Int) {
    guard value >= 0 else { return raw(String(value)) }
    separate()
    write(atMost: 20) { Self.write(value, to: $0) }
  }

  /// Writes a number with up to four decimals, the same on every machine.
  public mutating func number(_ value: Double) {
    guard value.isFinite else { return raw("null") }
    let scaled = (value * 10_000).rounded()
    guard abs(scaled) < 1e15 else { return raw(String(value)) }
    separate()
    write(atMost: 32) { Self.write(tenThousandths: Int(scaled), to: $0) }
  }

  /// Writes any value.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: raw("null")
    case .bool(let flag): raw(flag ? "true" : "false")
    case .number(let digits): raw(digits)
    case .string(let string): self.string(string)
    case .array(let elements): array { json in for element in elements { json.value(element) } }
    case .object(let members):
      object { json in
        for member in members {
          json.name(member.name)
          json.value(member.value)
        }
      }
    }
  }

  /// The same of a name that is known.
  mutating func member(known name: StaticString, _ value: String?) {
    guard let value else { return }
    self.name(known: name)
    string(value)
  }

  /// The same of a name that is known.
  mutating func member(known name: StaticString, _ value: Int?) {
    guard let value else { return }
    guard value >= 0 else {
      self.name(known: name)
      return number(value)
    }
    let comma = separator
    write(atMost: name.utf8CodeUnitCount + 24) { out in
      let count = Self.write(name, after: comma, to: out)
      return count + Self.write(value, to: out + count)
    }
    needsComma = true
  }

  /// The same of a name that is known.
  mutating func member(known name: StaticString, _ value: Double?) {
    guard let value else { return }
    self.name(known: name)
    number(value)
  }

  /// Ends a line, as JSON Lines wants after each value.
  public mutating func endLine() {
    append(0x0A)
    needsComma = false
  }

  // MARK: Bytes

  /// Makes room, and has `body` write at most so many bytes there and tell how many.
  @inline(__always)
  private mutating func write(atMost most: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    if room.count - count < most { grow(most) }
    let end = count
    count += room.withUnsafeMutableBufferPointer { room in room.baseAddress.map { body($0 + end) } ?? 0 }
  }

  private mutating func grow(_ more: Int) {
    room.append(contentsOf: repeatElement(0, count: max(room.count / 2, more, 64)))
  }

  private mutating func append(_ byte: UInt8) {
    write(atMost: 1) { out in
      out[0] = byte
      return 1
    }
  }

  private mutating func raw(_ literal: String) {
    separate()
    for byte in literal.utf8 { append(byte) }
  }

  /// The comma that stands before the next value; 0 where none does.
  private var separator: UInt8 { needsComma ? UInt8(ascii: ",") : 0 }

  private mutating func separate() {
    if needsComma { append(UInt8(ascii: ",")) }
    needsComma = true
  }

  /// Writes a string in quotes. It is not copied for it, as one that is asked for its bytes to be made contiguous is.
  /// - Parameters:
  ///   - value: what is in the quotes.
  ///   - after: a byte that it stands before; 0 for none.
  private mutating func quoted(_ value: String, before after: UInt8 = 0) {
    let comma = separator
    let done: Void? = value.utf8.withContiguousStorageIfAvailable { quoted($0, after: comma, before: after) }
    if done == nil { Array(value.utf8).withUnsafeBufferPointer { quoted($0, after: comma, before: after) } }
  }

  /// Writes a string in quotes.
  /// - Parameters:
  ///   - value: what is in the quotes.
  ///   - before: a byte that it stands after; 0 for none.
  ///   - after: a byte that it stands before; 0 for none.
  private mutating func quoted(
    _ value: UnsafeBufferPointer<UInt8>, after before: UInt8 = 0, before after: UInt8 = 0
  ) {
    var read = 0
    write(atMost: Self.room(for: value.count) + 4) { out in
      out[0] = before
      var end = before == 0 ? 0 : 1
      out[end] = UInt8(ascii: "\"")
      end += 1
      end += Self.escape(value, from: &read, to: out + end)
      guard read == value.count else { return end }
      out[end] = UInt8(ascii: "\"")
      out[end + 1] = after
      return after == 0 ? end + 1 : end + 2
    }
    guard read < value.count else { return }
    while read < value.count {
      write(atMost: Self.room(for: value.count - read)) { Self.escape(value, from: &read, to: $0) }
    }
    append(UInt8(ascii: "\""))
    if after != 0 { append(after) }
  }
}
