import Copydesk

/// A spelling of up to sixteen bytes with what the tokenizer saw in it: equal keys are equal words, so that nothing
/// need be verified.
struct WordKey: Equatable, Sendable {
  /// What else than the bytes decides what a word is.
  private static let traits: Token.Traits = [.capitalised, .allCaps, .possessive]

  private var low: UInt64
  private var high: UInt64
  /// The length, the kind and the traits.
  private var form: UInt32

  /// A key that no token has.
  static let none = WordKey()
  private init() { (low, high, form) = (0, 0, 0) }

  /// The key of a token; nil for one that is longer.
  @inline(__always)
  init?(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) {
    let length = token.end - token.start
    guard length <= 16 else { return nil }
    if token.start + 16 <= bytes.count {
      let raw = UnsafeRawBufferPointer(bytes)
      low = raw.loadUnaligned(fromByteOffset: token.start, as: UInt64.self).littleEndian
      high = raw.loadUnaligned(fromByteOffset: token.start + 8, as: UInt64.self).littleEndian
      // A shift by 64 gives 0.
      if length < 8 {
        low &= ~(UInt64.max << UInt64(length * 8))
        high = 0
      } else {
        high &= ~(UInt64.max << UInt64((length - 8) * 8))
      }
    } else {
      (low, high) = (0, 0)
      for offset in 0..<length {
        let byte = UInt64(bytes[token.start + offset])
        if offset < 8 { low |= byte << UInt64(offset * 8) } else { high |= byte << UInt64(offset * 8 - 64) }
      }
    }
    let traits = token.traits.intersection(Self.traits).rawValue
    form = UInt32(length) | UInt32(token.kind.rawValue + 1) << 8 | UInt32(traits) << 16
  }

  var hash: UInt64 {
    let product = (low ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(
      by: high ^ UInt64(form) << 32 ^ 0xE703_7ED1_A0B4_28DB)
    return (product.high ^ product.low) &* 0x9FB2_1C65_1E98_DF25
  }
}
