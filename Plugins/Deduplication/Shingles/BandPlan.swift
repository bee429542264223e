import Copydesk

/// How a signature is cut into bands: two texts are compared where they agree in all rows of any band.
///
/// The chance of that is *P*(*s*) = 1 − (1 − *s*ʳ)ᵇ for the similarity *s*, *b* bands and *r* rows: an S-curve. The plan
/// makes the weighted area of what is missed above the threshold and compared in vain below it least. A miss weighs
/// 99 times as much: a comparison in vain costs a microsecond, since candidates are verified, and a miss is an error.
///
/// A. Rajaraman, J. Leskovec, J. D. Ullman: Mining of Massive Datasets, 2014, 3.4.
struct BandPlan: Sendable, Equatable {
  /// How many bands.
  let bands: Int
  /// How many places of the signature in each.
  let rows: Int
  /// The area of what is missed above the threshold.
  let missed: Double
  /// The area of what is compared in vain below it.
  let inVain: Double

  private static let weightOfMiss = 0.99
  /// More bands than this cost memory and find nothing that matters.
  private static let mostBands = 40

  /// The best plan for a threshold and at most so many places of the signature.
  init(threshold: Double, permutations: Int) {
    var best: (cost: Double, plan: (Int, Int, Double, Double))?
    for rows in 1...max(1, permutations) {
      let bands = min(permutations / rows, Self.mostBands)
      guard bands > 0 else { break }
      let (missed, inVain) = Self.areas(bands, rows, threshold)
      let cost = Self.weightOfMiss * missed + (1 - Self.weightOfMiss) * inVain
      if cost < best?.cost ?? .infinity { best = (cost, (bands, rows, missed, inVain)) }
    }
    (bands, rows, missed, inVain) = best?.plan ?? (1, 1, 0, 1)
  }

  /// The chance that two texts of that similarity are compared.
  func chance(at similarity: Double) -> Double {
    Self.chance(similarity, bands, rows)
  }

  /// A tag for each band of a signature.
  func tags(_ signature: [UInt64]) -> [UInt32] {
    (0..<bands).map { band in
      var hash = StableHash(seed: UInt64(band) &* 0x9E37_79B9_7F4A_7C15)
      for row in 0..<rows { hash.combine(signature[band * rows + row]) }
      return UInt32(truncatingIfNeeded: hash.finish())
    }
  }

  private static func chance(_ similarity: Double, _ bands: Int, _ rows: Int) -> Double {
    1 - power(1 - power(similarity, rows), bands)
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, left) = (1.0, base, exponent)
    while left > 0 {
      if left & 1 == 1 { result *= square }
      square *= square
      left >>= 1
    }
    return result
  }

  private static func areas(_ bands: Int, _ rows: Int, _ threshold: Double) -> (
    missed: Double, inVain: Double
  ) {
    let steps = 1000
    var (missed, inVain) = (0.0, 0.0)
    for step in 0..<steps {
      let similarity = (Double(step) + 0.5) / Double(steps)
      let chance = chance(similarity, bands, rows)
      if similarity < threshold { inVain += chance } else { missed += 1 - chance }
    }
    return (missed / Double(steps), inVain / Double(steps))
  }
}
