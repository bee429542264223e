/// Keeps what scraped text brings along from commanding the terminal: moving the cursor, changing its title, hiding
/// what stands above.
enum VisibleText {
  /// The text with each control character written out, as `\u{1B}`, but for line ends and tabs. A carriage return before
  /// a line end goes.
  /// - Parameter colours: whether those of ``Style`` go through. A text that brings along the same can colour itself and
  ///   do nothing else.
  static func of(_ text: String, colours: Bool) -> String {
    let bytes = Array(text.utf8)
    guard bytes.indices.contains(where: { isControl(bytes, $0) }) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 64)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if !isControl(bytes, index) {
        out.append(byte)
        index += 1
      } else if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
        index += 1
      } else if colours, let length = colour(bytes, index) {
        out += bytes[index..<(index + length)]
        index += length
      } else {
        // Those of two bytes have the same number as their second byte.
        let isLong = byte == 0xC2
        out += Array("\\u{\(String(isLong ? bytes[index + 1] : byte, radix: 16, uppercase: true))}".utf8)
        index += isLong ? 2 : 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func isControl(_ bytes: [UInt8], _ index: Int) -> Bool {
    switch bytes[index] {
    case 0x09, 0x0A: false
    case ..<0x20, 0x7F: true
    case 0xC2: index + 1 < bytes.count && bytes[index + 1] < 0xA0
    default: false
    }
  }

  private static let codes: [[UInt8]] = (Style.codes + ["0"]).map { Array("\u{1B}[\($0)m".utf8) }

  /// How long the colour is that begins here.
  private static func colour(_ bytes: [UInt8], _ index: Int) -> Int? {
    codes.first { bytes[index...].starts(with: $0) }?.count
  }
}
