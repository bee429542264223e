import Copydesk

/// A decimal number as its digits, so that no digit is lost or made up.
struct ExactDecimal: Equatable, CustomStringConvertible {
  /// The digits, the most significant first.
  private var digits: [UInt8]
  /// How many of them stand after the point. Below zero: so many zeros follow.
  private var decimals: Int

  /// A whole number.
  init(_ number: Int) {
    digits = Array(String(number.magnitude).utf8)
    decimals = 0
  }

  /// Reads `3.5` and `1,200.50`; nil for anything else, a range such as `3-5` too.
  init?(_ bytes: some Collection<UInt8>) {
    digits = []
    decimals = 0
    var groups = 0
    var sinceComma = 0
    var isAfterPoint = false
    for byte in bytes {
      if byte.isASCIIDigit {
        digits.append(byte)
        if isAfterPoint { decimals += 1 } else { sinceComma += 1 }
      } else if byte == UInt8(ascii: ","), !isAfterPoint,
        groups == 0 ? (1...3) ~= sinceComma : sinceComma == 3
      {
        groups += 1
        sinceComma = 0
      } else if byte == UInt8(ascii: "."), !isAfterPoint {
        isAfterPoint = true
      } else {
        return nil
      }
    }
    guard !digits.isEmpty, groups == 0 || sinceComma == 3, !isAfterPoint || decimals > 0 else { return nil }
  }

  /// Multiplies by a power of ten.
  mutating func shift(by power: Int) { decimals -= power }

  /// Plain digits with a point: `3500000`, `0.50`. A fraction that a power of ten left without use goes.
  var description: String {
    var all = digits
    var places = decimals
    if places < 0 {
      all += Array(repeating: UInt8(ascii: "0"), count: -places)
      places = 0
    }
    if all.count <= places { all = Array(repeating: UInt8(ascii: "0"), count: places - all.count + 1) + all }
    var whole = all[..<(all.count - places)].drop { $0 == UInt8(ascii: "0") }
    if whole.isEmpty { whole = [UInt8(ascii: "0")] }
    let fraction = all[(all.count - places)...]
    let string = String(decoding: whole, as: UTF8.self)
    return fraction.isEmpty ? string : string + "." + String(decoding: fraction, as: UTF8.self)
  }
}
