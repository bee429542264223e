/// A generator that gives the same numbers for the same seed on every machine (SplitMix64; Steele, Lea and
/// Flood, 2014), so that training can be repeated to the byte.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts the row of numbers that belongs to `seed`.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Puts `items` into an order that depends on the seed alone (Fisher and Yates), unlike
  /// `shuffle(using:)`, whose use of the generator the standard library may change.
  public mutating func shuffle<Item>(_ items: inout [Item]) {
    var last = items.count - 1
    while last > 0 {
      let other = Int(next().multipliedFullWidth(by: UInt64(last + 1)).high)
      items.swapAt(last, other)
      last -= 1
    }
  }
}
