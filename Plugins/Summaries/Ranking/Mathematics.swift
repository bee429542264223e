/// The natural logarithm, by its series: the standard library has none, and the same digits are wanted
/// everywhere.
func logarithm(_ value: Double) -> Double {
  // value = 2^e · m with m in [1, 2); ln m = 2 artanh((m − 1) / (m + 1)), which converges fast there.
  let ratio = (value.significand - 1) / (value.significand + 1)
  let square = ratio * ratio
  var (power, sum) = (ratio, 0.0)
  for odd in stride(from: 1, through: 21, by: 2) {
    sum += power / Double(odd)
    power *= square
  }
  return 2 * sum + Double(value.exponent) * 0.693_147_180_559_945_3
}

/// e to the power of `value`, by its series, for the same reason.
func exponential(_ value: Double) -> Double {
  guard value > -700 else { return 0 }
  guard value < 700 else { return .infinity }
  let halvings = (value * 1.442_695_040_888_963_4).rounded(.toNearestOrEven)
  let rest = value - halvings * 0.693_147_180_559_945_3
  var (term, sum) = (1.0, 1.0)
  for step in 1...14 {
    term *= rest / Double(step)
    sum += term
  }
  return sum * Double(sign: .plus, exponent: Int(halvings), significand: 1)
}
