/// A 64-bit hash that is the same on every machine and in every run, for indexes, fingerprints and word
/// tables.
///
/// Multiply and fold, eight bytes at a time, in the manner of wyhash (Wang Yi, 2019). Not for adversaries who
/// may choose the input: verify a match where a collision would do harm.
public struct StableHash: Sendable {
  @usableFromInline var state: UInt64

  /// Starts a hash; another seed gives an independent function.
  @inlinable public init(seed: UInt64 = 0) { state = seed ^ 0xA076_1D64_78BD_642F }

  /// Mixes a word in.
  @inlinable public mutating func combine(_ word: UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    state = product.high ^ product.low ^ 0x8EBC_6AF0_9C88_C6E3
  }

  /// Mixes bytes in, and their number, so that ("ab", "c") differs from ("a", "bc").
  @inlinable public mutating func combine(_ bytes: UnsafeRawBufferPointer) {
    var index = 0
    while index + 8 <= bytes.count {
      combine(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian)
      index += 8
    }
    var tail: UInt64 = 0
    while index < bytes.count {
      tail = tail << 8 | UInt64(bytes[index])
      index += 1
    }
    combine(tail ^ UInt64(truncatingIfNeeded: bytes.count) << 56)
  }

  /// The hash of what was mixed in.
  @inlinable public func finish() -> UInt64 {
    let product = (state ^ 0x5895_58CF_1A4A_25E7).multipliedFullWidth(by: 0x1D8E_4E27_C47D_124F)
    return product.high ^ product.low
  }

  /// The hash of some bytes.
  @inlinable public static func of(_ bytes: some Sequence<UInt8>, seed: UInt64 = 0) -> UInt64 {
    var hash = StableHash(seed: seed)
    let done: Void? = bytes.withContiguousStorageIfAvailable { hash.combine(UnsafeRawBufferPointer($0)) }
    if done == nil { Array(bytes).withUnsafeBytes { hash.combine($0) } }
    return hash.finish()
  }
}
