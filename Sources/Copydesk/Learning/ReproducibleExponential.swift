/// e to the power of `x`, to about 1 in 10¹², by the same operations on every machine. The mathematics
/// libraries of two systems differ in the last bit, and training would carry that into the weights.
public func reproducibleExponential(_ x: Double) -> Double {
  if x < -700 { return 0 }
  if x > 700 { return .infinity }
  // x = k · ln 2 + r, |r| ≤ ln 2 / 2; ln 2 in two parts, so that r is exact enough.
  let k = (x * 1.442_695_040_888_963_4).rounded(.toNearestOrEven)
  let r = (x - k * 0.693_147_180_369_123_8) - k * 1.908_214_929_270_587_7e-10
  var sum = 1.0 / 39_916_800
  sum = sum * r + 1.0 / 3_628_800
  sum = sum * r + 1.0 / 362_880
  sum = sum * r + 1.0 / 40_320
  sum = sum * r + 1.0 / 5_040
  sum = sum * r + 1.0 / 720
  sum = sum * r + 1.0 / 120
  sum = sum * r + 1.0 / 24
  sum = sum * r + 1.0 / 6
  sum = sum * r + 0.5
  sum = sum * r + 1
  sum = sum * r + 1
  return sum * Double(sign: .plus, exponent: Int(k), significand: 1)
}
