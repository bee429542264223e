/// In how many documents lines were seen, in memory that does not grow: a count-min sketch (Cormode and
/// Muthukrishnan, 2005) with conservative update, four rows of 2¹⁹ counters of two bytes.
///
/// A count is never too low. It is too high only where other lines meet in all four rows.
public struct LineSketch: Sendable {
  private static let rows = 4
  private static let bits: UInt64 = 19
  private var counters = [UInt16](repeating: 0, count: rows << Int(bits))

  /// Nothing was seen.
  init() {}

  /// In how many documents the line was seen.
  func count(of hash: UInt64) -> Int {
    (0..<Self.rows).reduce(Int(UInt16.max)) { min($0, Int(counters[Self.slot($1, hash)])) }
  }

  /// Counts the line once more; at 65,535 it stays.
  mutating func add(_ hash: UInt64) {
    let next = UInt16(min(Int(UInt16.max), count(of: hash) + 1))
    for row in 0..<Self.rows {
      let slot = Self.slot(row, hash)
      counters[slot] = max(counters[slot], next)
    }
  }

  private static func slot(_ row: Int, _ hash: UInt64) -> Int {
    let mixed = (hash ^ UInt64(row) &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15
    return row << Int(bits) + Int(mixed >> (64 - bits))
  }
}
