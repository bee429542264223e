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
  public mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }

  /// Writes an array; the elements are written by `body`.
  public mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

  /// Writes a member's name; the value must follow.
  public mutating func name(_ name: String) {
    separate()
    quoted(name.utf8)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string.
  public mutating func string(_ value: some Sequence<UInt8>) {
    separate()
    quoted(value)
  }

  /// Writes a number.
  public mutating func number(_ value: Int) { raw(String(value)) }

  /// Writes a number with up to four decimals, the same on every machine.
  public mutating func number(_ value: Double) { raw(Self.digits(value)) }

  /// Writes any value.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: raw("null")
    case .bool(let flag): raw(flag ? "true" : "false")
    case .number(let digits): raw(digits)
    case .string(let string): self.string(string.utf8)
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
    string(value.utf8)
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

  private mutating func nest(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: open))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func quoted(_ value: some Sequence<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    let done: Void? = value.withContiguousStorageIfAvailable { escape($0) }
    if done == nil { Array(value).withUnsafeBufferPointer { escape($0) } }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Copies runs that need no escape as a whole.
  private mutating func escape(_ value: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for (index, byte) in value.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
      bytes.append(contentsOf: value[start..<index])
      start = index + 1
      bytes.append(UInt8(ascii: "\\"))
      switch byte {
      case 0x22, 0x5C: bytes.append(byte)
      case 0x0A: bytes.append(UInt8(ascii: "n"))
      case 0x0D: bytes.append(UInt8(ascii: "r"))
      case 0x09: bytes.append(UInt8(ascii: "t"))
      default:
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: [0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    bytes.append(contentsOf: value[start...])
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
