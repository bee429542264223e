import Copydesk

/// A decimal number as its digits, so that no digit is lost or made up.
struct ExactDecimal: Equatable, CustomStringConvertible {
  /// The digits, the most significant first.
  private var digits: [UInt8]
  /// How many of them stand after the point. Below zero: so many zeros follow.
  private var decimals: Int
  /// Whether it is below zero.
  var isNegative = false

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

  /// Reads the digits of a ``GroupedNumber``, whose thousands no comma sets apart: there a comma is a point, too.
  init?(grouped bytes: some Collection<UInt8>) {
    digits = []
    decimals = 0
    var isAfterPoint = false
    for byte in bytes {
      if byte.isASCIIDigit {
        digits.append(byte)
        if isAfterPoint { decimals += 1 }
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == 0xB7 {
        // The last byte of a raised point is 0xB7, of no blank and of no apostrophe.
        if isAfterPoint { return nil }
        isAfterPoint = true
      }
    }
    guard !digits.isEmpty else { return nil }
  }

  /// A whole number and a fraction of which the digits end: 3 and 1 over 2; nil for thirds and the like.
  init?(_ whole: Int, and numerator: Int, over denominator: Int) {
    guard denominator > 0,
      let power = [1, 10, 100, 1000].firstIndex(where: { numerator * $0 % denominator == 0 })
    else { return nil }
    let scale = [1, 10, 100, 1000][power]
    self.init(whole * scale + numerator * scale / denominator)
    decimals = power
  }

  /// Whether a point may stand for what groups the thousands of other languages: "250.000". English writes three decimals,
  /// too, behind one digit most of all.
  static func mayBeGrouped(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 2 && (1...3).contains(parts[0].count) && parts[1].count == 3
      && parts[0].first != UInt8(ascii: "0") && parts.allSatisfy { $0.allSatisfy(\.isASCIIDigit) }
  }

  /// Multiplies by a power of ten.
  mutating func shift(by power: Int) { decimals -= power }

  /// Plain digits with a point: `3500000`, `0.50`, `-3`. A fraction that a power of ten left without use goes.
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
    let isZero = digits.allSatisfy { $0 == UInt8(ascii: "0") }
    let sign = isNegative && !isZero ? "-" : ""
    return sign + (fraction.isEmpty ? string : string + "." + String(decoding: fraction, as: UTF8.self))
  }
}
