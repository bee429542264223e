/// Numbers as features: in steps that grow with them.
enum Bins {
  /// 0, 1, 2, 3, 4, then two steps a doubling.
  @inline(__always)
  static func logarithmic(_ value: Int) -> UInt64 {
    guard value > 4 else { return UInt64(max(0, value)) }
    let power = Int.bitWidth - 1 - value.leadingZeroBitCount
    let half = (value >> (power - 1)) & 1
    return UInt64(2 * power + half)
  }

  /// A share of a whole in tenths; none and all are steps of their own.
  @inline(__always)
  static func share(_ part: Int, of whole: Int) -> UInt64 {
    guard whole > 0 else { return 15 }
    if part <= 0 { return 0 }
    return part >= whole ? 11 : UInt64(1 + part * 10 / whole)
  }
}
