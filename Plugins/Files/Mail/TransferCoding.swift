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

/// Words of a header field in another character set (RFC 2047): `=?utf-8?q?caf=C3=A9?=`.
enum EncodedWords {
  static func decode(_ value: String) -> String {
    guard value.contains("=?") else { return value }
    var out = ""
    var rest = value[...]
    var wasEncoded = false
    while let start = rest.ranges(of: "=?").first {
      let between = rest[..<start.lowerBound]
      let parts = rest[start.upperBound...].split(
        separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].hasPrefix("="),
        let word = word(charset: String(parts[0]), coding: parts[1], String(parts[2]))
      else {
        out += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        wasEncoded = false
        continue
      }
      // White space between two such words is no part of the text.
      if !wasEncoded || !between.allSatisfy({ $0 == " " }) { out += between }
      out += word
      rest = parts[3].dropFirst()
      wasEncoded = true
    }
    return out + rest
  }

  private static func word(charset: String, coding: Substring, _ text: String) -> String? {
    let bytes: [UInt8]
    switch coding.lowercased() {
    case "b": bytes = TransferCoding.base64(text.utf8)
    case "q":
      bytes = TransferCoding.quotedPrintable(
        Array(text.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 })[...])
    default: return nil
    }
    let payload = Payload(bytes[...], at: 0)
    return (try? TextDecoder.decode(payload, declared: charset, isHTML: false))?.text.string
  }
}
