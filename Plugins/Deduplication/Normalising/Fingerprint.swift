import Copydesk

/// 128 bits that stand for some bytes: two independent hashes of them.
///
/// Among a thousand million different texts, the chance that any two share a fingerprint is below 10⁻²⁰. Not
/// for adversaries who may choose the text.
public struct Fingerprint: Sendable, Hashable {
  let high: UInt64
  let low: UInt64

  /// The fingerprint of `bytes`. Another `kind` gives another fingerprint for the same bytes.
  init(_ bytes: [UInt8], kind: UInt64 = 0) {
    high = StableHash.of(bytes, seed: 0x243F_6A88_85A3_08D3 ^ kind)
    low = StableHash.of(bytes, seed: 0x1319_8A2E_0370_7344 ^ kind)
  }

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The fingerprint of the same bytes together with a number.
  func with(_ number: Int) -> Fingerprint {
    func mixed(_ part: UInt64) -> UInt64 {
      var hash = StableHash(seed: part)
      hash.combine(UInt64(bitPattern: Int64(number)))
      return hash.finish()
    }
    return Fingerprint(high: mixed(high), low: mixed(low))
  }
}
