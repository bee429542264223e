// MARK: Escapes

/// How what is written looks in bytes. All of it writes where it is told, and knows nothing of the writer.
extension JSONWriter {
  /// The room that is made for so many bytes: for them, and for some escapes.
  static func room(for bytes: Int) -> Int { bytes + bytes / 8 + longestEscape + JSONBytes.slack }

  /// Writes as much of a string as there is sure to be room for, by ``room(for:)``; runs that need no escape are copied
  /// as a whole.
  /// - Parameter read: where it begins; then where it has ended.
  /// - Returns: how much was written.
  static func escape(
    _ value: UnsafeBufferPointer<UInt8>, from read: inout Int, to out: UnsafeMutablePointer<UInt8>
  ) -> Int {
    guard let first = value.baseAddress else { return 0 }
    let base = UnsafeRawPointer(first)
    let room = room(for: value.count - read) - JSONBytes.slack
    var written = 0
    while true {
      let run = JSONBytes.copyRun(base, from: read, to: value.count, into: out + written)
      written += run
      read += run
      // What is left after the escape has to fit as well.
      guard read < value.count, room - written >= longestEscape + value.count - read - 1 else {
        return written
      }
      written += escape(value[read], to: out + written)
      read += 1
    }
  }

  static let longestEscape = 6

  /// Writes the escape of a byte.
  /// - Returns: its length.
  @inline(__always)
  static func escape(_ byte: UInt8, to out: UnsafeMutablePointer<UInt8>) -> Int {
    out[0] = UInt8(ascii: "\\")
    if let letter = shortEscape(byte) {
      out[1] = letter
      return 2
    }
    let low = byte & 15
    out[1] = UInt8(ascii: "u")
    out[2] = UInt8(ascii: "0")
    out[3] = UInt8(ascii: "0")
    out[4] = 0x30 + byte >> 4
    out[5] = low < 10 ? 0x30 + low : 0x57 + low
    return 6
  }

  static func shortEscape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x22, 0x5C: byte
    case 0x0A: UInt8(ascii: "n")
    case 0x0D: UInt8(ascii: "r")
    case 0x09: UInt8(ascii: "t")
    default: nil
    }
  }
}

// MARK: Digits

extension JSONWriter {
  /// Writes a number that is not negative.
  /// - Returns: how many digits it has.
  @inline(__always)
  static func write(_ value: Int, to out: UnsafeMutablePointer<UInt8>) -> Int {
    var count = 1
    var rest = value
    while rest > 9 {
      rest /= 10
      count += 1
    }
    rest = value
    for place in stride(from: count - 1, through: 0, by: -1) {
      out[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    return count
  }

  /// Writes a number of ten-thousandths with as many decimals as it needs.
  static func write(tenThousandths value: Int, to out: UnsafeMutablePointer<UInt8>) -> Int {
    var written = 0
    if value < 0 {
      out[0] = UInt8(ascii: "-")
      written = 1
    }
    written += write(abs(value) / 10_000, to: out + written)
    var fraction = abs(value) % 10_000
    guard fraction > 0 else { return written }
    out[written] = UInt8(ascii: ".")
    written += 1
    var unit = 1000
    while fraction > 0 {
      out[written] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: fraction / unit)
      written += 1
      fraction %= unit
      unit /= 10
    }
    return written
  }
}
