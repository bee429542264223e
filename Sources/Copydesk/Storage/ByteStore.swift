/// Writes values one after the other as bytes, to be read back by ``ByteLoader`` of the same program.
package struct ByteStore {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Writes a number: seven bits a byte, the sign in the lowest bit.
  package mutating func put(_ value: Int) {
    var zigzag = UInt(bitPattern: value << 1 ^ value >> (Int.bitWidth - 1))
    while zigzag >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: zigzag) | 0x80)
      zigzag >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: zigzag))
  }

  package mutating func put(_ value: Bool) { bytes.append(value ? 1 : 0) }

  package mutating func put(_ value: Double) {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  package mutating func put(_ value: some Collection<UInt8>) {
    put(value.count)
    bytes.append(contentsOf: value)
  }

  package mutating func put(_ value: String) { put(value.utf8) }

  /// Writes whether there is a value, and the value.
  package mutating func put<Value>(_ value: Value?, _ write: (inout ByteStore, Value) -> Void) {
    put(value != nil)
    if let value { write(&self, value) }
  }

  package mutating func put(_ value: String?) { put(value) { $0.put($1) } }
  package mutating func put(_ value: Int?) { put(value) { $0.put($1) } }
  package mutating func put(_ value: Double?) { put(value) { $0.put($1) } }

  package mutating func put(_ value: Span) {
    put(value.start)
    put(value.count)
  }

  package mutating func put(_ value: Span?) { put(value) { $0.put($1) } }

  /// Writes how many values there are, and each of them.
  package mutating func put<Values: Collection>(
    each values: Values, _ write: (inout ByteStore, Values.Element) -> Void
  ) {
    put(values.count)
    for value in values { write(&self, value) }
  }
}

/// The bytes are not what ``ByteStore`` wrote.
package struct MalformedStore: Error {
  package init() {}
}

/// Reads what ``ByteStore`` wrote, in the same order.
package struct ByteLoader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// What was not read yet.
  package var rest: ArraySlice<UInt8> { bytes[position...] }

  private mutating func byte() throws(MalformedStore) -> UInt8 {
    guard position < bytes.endIndex else { throw MalformedStore() }
    defer { position += 1 }
    return bytes[position]
  }

  package mutating func int() throws(MalformedStore) -> Int {
    var zigzag: UInt = 0
    var shift: UInt = 0
    while true {
      let next = try byte()
      guard shift < 64 else { throw MalformedStore() }
      zigzag |= UInt(next & 0x7F) << shift
      if next < 0x80 { return Int(bitPattern: zigzag >> 1) ^ -Int(bitPattern: zigzag & 1) }
      shift += 7
    }
  }

  package mutating func bool() throws(MalformedStore) -> Bool { try byte() != 0 }

  package mutating func double() throws(MalformedStore) -> Double {
    var pattern: UInt64 = 0
    for shift in 0..<8 { pattern |= UInt64(try byte()) << UInt64(shift * 8) }
    return Double(bitPattern: pattern)
  }

  package mutating func count() throws(MalformedStore) -> Int {
    let count = try int()
    // Nothing takes less than a byte.
    guard count >= 0, count <= bytes.endIndex - position else { throw MalformedStore() }
    return count
  }

  package mutating func data() throws(MalformedStore) -> ArraySlice<UInt8> {
    let count = try count()
    defer { position += count }
    return bytes[position..<position + count]
  }

  package mutating func string() throws(MalformedStore) -> String {
    String(decoding: try data(), as: UTF8.self)
  }

  package mutating func span() throws(MalformedStore) -> Span {
    let start = try int()
    let count = try int()
    guard count >= 0 else { throw MalformedStore() }
    return Span(start, start + count)
  }

  package mutating func optional<Value>(
    _ read: (inout ByteLoader) throws(MalformedStore) -> Value
  ) throws(MalformedStore) -> Value? {
    try bool() ? try read(&self) : nil
  }

  package mutating func optionalString() throws(MalformedStore) -> String? {
    try bool() ? try string() : nil
  }
  package mutating func optionalInt() throws(MalformedStore) -> Int? { try bool() ? try int() : nil }
  package mutating func optionalDouble() throws(MalformedStore) -> Double? { try bool() ? try double() : nil }
  package mutating func optionalSpan() throws(MalformedStore) -> Span? { try bool() ? try span() : nil }

  package mutating func array<Value>(
    _ read: (inout ByteLoader) throws(MalformedStore) -> Value
  ) throws(MalformedStore) -> [Value] {
    var values: [Value] = []
    for _ in 0..<(try count()) { values.append(try read(&self)) }
    return values
  }
}
