/// UTF-7 (RFC 2152), in which old mail was sent: `Caf+AOk-`.
extension TextDecoder {
  mutating func decodeUTF7() {
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, bytes[index] < 0x80, bytes[index] != UInt8(ascii: "+") { index += 1 }
      copy(start..<index)
      guard index < bytes.count else { return }
      if bytes[index] >= 0x80 {
        writeUnknown(for: index..<(index + 1))
        index += 1
      } else if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "-") {
        write("+".utf8, for: index..<(index + 2))
        index += 2
      } else {
        index = decodeRun(from: index)
      }
    }
  }

  /// Decodes what a plus sign begins, in UTF-16 as Base64, and returns where the text goes on.
  private mutating func decodeRun(from start: Int) -> Int {
    var index = start + 1
    var bits: UInt32 = 0
    var count = 0
    var high: UInt32?
    // A digit may belong to two characters; it goes to the first one.
    var begun = start
    while index < bytes.count, let value = Self.digit(bytes[index]) {
      bits = bits << 6 | value
      count += 6
      index += 1
      guard count >= 16 else { continue }
      count -= 16
      let unit = bits >> UInt32(count)
      bits &= 1 << UInt32(count) - 1
      if let first = high.take(), unit & 0xFC00 == 0xDC00 {
        write(Unicode.Scalar(0x10000 + ((first & 0x3FF) << 10 | (unit & 0x3FF))), for: begun..<index)
      } else if unit & 0xFC00 == 0xD800 {
        high = unit
        continue
      } else {
        write(Unicode.Scalar(unit), for: begun..<index)
      }
      begun = index
    }
    // No run at all: a plus sign that nobody escaped, as in C++.
    if begun == start, high == nil {
      copy(start..<index)
      return index
    }
    if high != nil || count >= 6 || bits != 0 { writeUnknown(for: begun..<index) }
    return index < bytes.count && bytes[index] == UInt8(ascii: "-") ? index + 1 : index
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte - 0x41)
    case 0x61...0x7A: UInt32(byte - 0x61 + 26)
    case 0x30...0x39: UInt32(byte - 0x30 + 52)
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
