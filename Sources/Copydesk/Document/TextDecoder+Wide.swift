/// UTF-16 and UTF-32.
extension TextDecoder {
  /// Which byte of a unit comes first: what a mark or the name says, or else where NULs stand more often. Without any it
  /// is the little one, as the Encoding Standard has it.
  func isBigEndian(_ encoding: TextEncoding, width: Int) -> Bool {
    let little = width == 2 ? [0xFF, 0xFE] : [0xFF, 0xFE, 0, 0]
    if !isContinued {
      if bytes.starts(with: little.map(UInt8.init)) { return false }
      if bytes.starts(with: little.reversed().map(UInt8.init)) { return true }
    }
    if encoding.name.hasSuffix("be") || encoding.name.hasSuffix("le") { return encoding.name.hasSuffix("be") }
    var first = 0
    var last = 0
    for start in stride(from: 0, to: bytes.count - width + 1, by: width) {
      if bytes[start] == 0 { first += 1 }
      if bytes[start + width - 1] == 0 { last += 1 }
    }
    return first > last
  }

  mutating func decodeUTF16(isBig: Bool) {
    func unit(_ index: Int) -> UInt16 {
      let (one, two) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBig ? one << 8 | two : two << 8 | one
    }
    var index = 0
    while index + 1 < bytes.count {
      let first = unit(index)
      var end = index + 2
      var scalar = Unicode.Scalar(first)
      if scalar == nil, first < 0xDC00, index + 3 < bytes.count {
        let second = unit(index + 2)
        if second & 0xFC00 == 0xDC00 {
          scalar = Unicode.Scalar(0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF)))
          end = index + 4
        }
      }
      if scalar != "\u{FEFF}" || index > 0 || isContinued { write(scalar, for: index..<end) }
      index = end
    }
    if index < bytes.count { writeUnknown(for: index..<bytes.count) }
  }

  mutating func decodeUTF32(isBig: Bool) {
    var index = 0
    while index + 3 < bytes.count {
      let unit = bytes[index..<(index + 4)]
      let value =
        isBig
        ? unit.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        : unit.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      let scalar = Unicode.Scalar(value)
      if scalar != "\u{FEFF}" || index > 0 || isContinued { write(scalar, for: index..<(index + 4)) }
      index += 4
    }
    if index < bytes.count { writeUnknown(for: index..<bytes.count) }
  }
}
