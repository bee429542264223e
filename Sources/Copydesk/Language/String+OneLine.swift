extension String {
  /// The string on one line: each run of white space and control characters becomes a blank, none at the ends.
  package var onOneLine: String {
    isOnOneLine ? self : joinedOnOneLine
  }

  /// Whether nothing would change.
  private var isOnOneLine: Bool {
    var last: UInt8 = 0x20
    for byte in utf8 {
      if byte < 0x20 || byte == 0x7F || (byte == 0x20 && last == 0x20) { return false }
      last = byte
    }
    return last != 0x20
  }

  private var joinedOnOneLine: String {
    var out: [UInt8] = []
    out.reserveCapacity(utf8.count)
    for byte in utf8 {
      if byte > 0x20, byte != 0x7F {
        out.append(byte)
      } else if let last = out.last, last != 0x20 {
        out.append(0x20)
      }
    }
    if out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }
}
