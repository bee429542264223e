import Copydesk

/// The codings in which MIME sends what is not ASCII (RFC 2045).
enum TransferCoding {
  /// What Base64 stands for; other characters are passed over, as the standard asks.
  static func base64(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte - 0x41)
      case 0x61...0x7A: value = UInt32(byte - 0x61 + 26)
      case 0x30...0x39: value = UInt32(byte - 0x30 + 52)
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: continue
      }
      bits = (bits << 6 | value) & 0xFF_FFFF
      count += 1
      if count % 4 == 0 { out += [UInt8(bits >> 16), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF)] }
    }
    switch count % 4 {
    case 2: out.append(UInt8(bits >> 4 & 0xFF))
    case 3: out += [UInt8(bits >> 10 & 0xFF), UInt8(bits >> 2 & 0xFF)]
    default: break
    }
    return out
  }

  /// What the lines of a body stand for, and where they end: list servers write their words behind what was encoded, as it
  /// is. Lines that were encoded one by one have each its own padding.
  /// - Returns: nil where not even the first line is Base64.
  static func base64Lines(_ body: ArraySlice<UInt8>) -> (bytes: [UInt8], end: Int)? {
    var out: [UInt8] = []
    var open: [UInt8] = []
    var position = body.startIndex
    var isBegun = false
    while position < body.endIndex {
      let end = body[position...].firstIndex(of: 0x0A).map { $0 + 1 } ?? body.endIndex
      var line = body[position..<end].drop(while: \.isASCIISpace)
      while line.last?.isASCIISpace == true { line = line.dropLast() }
      let signs = line.filter { !$0.isASCIISpace }
      // A blank may have come into a line on its way; words have more of them.
      guard signs.allSatisfy(isBase64), (line.count - signs.count) * Self.signsToABlank <= line.count else {
        break
      }
      isBegun = isBegun || !signs.isEmpty
      open += signs
      if line.last == UInt8(ascii: "=") {
        out += base64(open)
        open.removeAll(keepingCapacity: true)
      }
      position = end
    }
    return isBegun || position == body.endIndex ? (out + base64(open), position) : nil
  }

  /// Signs that there are at least to each blank within a line of Base64.
  private static let signsToABlank = 16

  private static func isBase64(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "=")
  }

  /// What quoted-printable stands for; what is no escape stays as it is.
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "=") else {
        out.append(byte)
        continue
      }
      if index < bytes.endIndex, bytes[index] == 0x0A {
        index += 1
      } else if index + 1 < bytes.endIndex, bytes[index] == 0x0D, bytes[index + 1] == 0x0A {
        index += 2
      } else if index + 1 < bytes.endIndex, let high = digit(bytes[index]), let low = digit(bytes[index + 1])
      {
        out.append(high << 4 | low)
        index += 2
      } else {
        out.append(byte)
      }
    }
    return out
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    if byte.isASCIIDigit { return byte & 15 }
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "f") ? lower - UInt8(ascii: "a") + 10 : nil
  }
}
