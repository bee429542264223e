import Copydesk

/// Measured values: the smallest, the middle and the greatest of them.
///
/// The middle one is exact for up to ``sampleSize`` values; of more it is taken from so many of them, chosen
/// evenly (J. S. Vitter: Random Sampling with a Reservoir, 1985, algorithm R).
struct Measurements {
  static let sampleSize = 4_096
  private(set) var count = 0
  private(set) var least = Double.infinity
  private(set) var greatest = -Double.infinity
  /// The limits that values were held against: the smallest and the greatest.
  private(set) var limits: ClosedRange<Double>?
  private var sample: [Double] = []

  /// The value that half of them do not exceed.
  var median: Double? {
    let sorted = sample.sorted()
    return sorted.isEmpty ? nil : sorted[(sorted.count - 1) / 2]
  }

  mutating func add(_ value: Double, limit: Double?) {
    least = min(least, value)
    greatest = max(greatest, value)
    if let limit {
      limits = min(limits?.lowerBound ?? limit, limit)...max(limits?.upperBound ?? limit, limit)
    }
    if sample.count < Self.sampleSize {
      sample.append(value)
    } else {
      let place = StableHash.of(String(count).utf8) % UInt64(count + 1)
      if place < UInt64(Self.sampleSize) { sample[Int(place)] = value }
    }
    count += 1
  }
}
