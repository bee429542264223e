/// Writes JSON as bytes, members in the order of the calls.
///
/// ```swift
/// var json = JSONWriter()
/// json.object { json in
///   json.member("id", "a.txt")
///   json.member("words", 212)
/// }
/// json.bytes   // {"id":"a.txt","words":212}
/// ```
public struct JSONWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Starts with nothing written.
  public init(reserving capacity: Int = 0) { bytes.reserveCapacity(capacity) }

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
    bytes.append(UInt8(ascii: bracket))
    needsComma = false
  }

  /// Ends an object or array.
  mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    needsComma = true
  }

  /// Writes a member's name; the value must follow.
  public mutating func name(_ name: String) {
    separate()
    quoted(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string.
  public mutating func string(_ value: some Sequence<UInt8>) {
    separate()
    quoted(value)
  }

  /// Writes a string.
  public mutating func string(_ value: String) {
    separate()
    quoted(value)
  }

  /// Writes a number.
  public mutating func number(_ value: Int) {
    guard value >= 0 else { return raw(String(value)) }
    separate()
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var first = digits.count
      var rest = value
      repeat {
        first -= 1
        digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[first...]))
    }
  }

  /// Writes a number with up to four decimals, the same on every machine.
  public mutating func number(_ value: Double) { raw(Self.digits(value)) }

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

  /// Writes a member that is a string; nothing where the value is nil.
  public mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    self.name(name)
    string(value)
  }

  /// Writes a member that is a whole number; nothing where the value is nil.
  public mutating func member(_ name: String, _ value: Int?) {
    guard let value else { return }
    self.name(name)
    number(value)
  }

  /// Writes a member that is a number; nothing where the value is nil.
  public mutating func member(_ name: String, _ value: Double?) {
    guard let value else { return }
    self.name(name)
    number(value)
  }

  /// Ends a line, as JSON Lines wants after each value.
  public mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  private mutating func raw(_ literal: String) {
    separate()
    bytes.append(contentsOf: literal.utf8)
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func quoted(_ value: some Sequence<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    let done: Void? = value.withContiguousStorageIfAvailable { escape($0) }
    if done == nil { Array(value).withUnsafeBufferPointer { escape($0) } }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func quoted(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { escape($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Copies runs that need no escape as a whole.
  private mutating func escape(_ value: UnsafeBufferPointer<UInt8>) {
    guard let start = value.baseAddress else { return }
    let base = UnsafeRawPointer(start)
    var index = value.count >= 128 ? escapeInPlace(value, base) : 0
    while true {
      let stop = JSONBytes.firstSpecial(base, from: index, to: value.count)
      if stop > index { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: value[index..<stop])) }
      guard stop < value.count else { return }
      escape(value[stop])
      index = stop + 1
    }
  }

  /// Writes a long string with one look at the array's room: the room is made first, by appending the string itself and
  /// an eighth for escapes, and then written over. Control characters without a short escape are left to the caller.
  /// - Returns: how much of the string has been written.
  private mutating func escapeInPlace(_ value: UnsafeBufferPointer<UInt8>, _ base: UnsafeRawPointer) -> Int {
    var written = bytes.count
    var read = 0
    bytes.append(contentsOf: value)
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: value[..<(value.count / 8)]))
    bytes.withUnsafeMutableBytes { out in
      guard let room = out.baseAddress else { return }
      while true {
        let stop = JSONBytes.firstSpecial(base, from: read, to: value.count)
        guard written + stop - read + 2 <= out.count else { return }
        (room + written).copyMemory(from: base + read, byteCount: stop - read)
        written += stop - read
        read = stop
        guard stop < value.count, let letter = Self.shortEscape(value[stop]) else { return }
        out[written] = UInt8(ascii: "\\")
        out[written + 1] = letter
        written += 2
        read += 1
      }
    }
    bytes.removeLast(bytes.count - written)
    return read
  }

  private static func shortEscape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x22, 0x5C: byte
    case 0x0A: UInt8(ascii: "n")
    case 0x0D: UInt8(ascii: "r")
    case 0x09: UInt8(ascii: "t")
    default: nil
    }
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    if let letter = Self.shortEscape(byte) { return bytes.append(letter) }
    let low = byte & 15
    bytes.append(contentsOf: [0x75, 0x30, 0x30, 0x30 + byte >> 4, low < 10 ? 0x30 + low : 0x57 + low])
  }

  static func digits(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    let scaled = (value * 10_000).rounded()
    guard abs(scaled) < 1e15 else { return String(value) }
    let whole = Int(scaled)
    if whole % 10_000 == 0 { return String(whole / 10_000) }
    var fraction = String(abs(whole) % 10_000)
    fraction = String(repeating: "0", count: 4 - fraction.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return (whole < 0 ? "-" : "") + "\(abs(whole) / 10_000).\(fraction)"
  }
}
