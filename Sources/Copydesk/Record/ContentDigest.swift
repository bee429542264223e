/// The xxHash64 of bytes that come in pieces: what a run says of the files that it wrote, and `copydesk verify` and
/// `xxhsum -H1` compute again. It finds damage, not forgery.
///
/// Y. Collet: xxHash, extremely fast hash algorithm, 2012; the variant of 64 bits with the seed 0.
package struct ContentDigest: Sendable, Equatable {
  private static let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
    0x27D4_EB2F_1656_67C5
  )
  private static let stripe = 32

  private var a: UInt64
  private var b: UInt64
  private var c: UInt64
  private var d: UInt64
  /// How many bytes have come.
  package private(set) var length = 0
  /// What does not fill a stripe yet.
  private var rest: [UInt8] = []

  package init() {
    a = Self.primes.0 &+ Self.primes.1
    b = Self.primes.1
    c = 0
    d = 0 &- Self.primes.0
  }

  private static func turned(_ value: UInt64, _ bits: UInt64) -> UInt64 {
    value &<< bits | value &>> (64 &- bits)
  }

  private static func mixed(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    turned(lane &+ word &* primes.1, 31) &* primes.0
  }

  /// Takes more bytes in.
  package mutating func append(_ bytes: UnsafeRawBufferPointer) {
    length += bytes.count
    var start = 0
    if !rest.isEmpty {
      start = min(bytes.count, Self.stripe - rest.count)
      rest.append(contentsOf: bytes[..<start])
      guard rest.count == Self.stripe else { return }
      let whole = rest
      rest.removeAll(keepingCapacity: true)
      _ = whole.withUnsafeBytes { mix($0, from: 0) }
    }
    start = mix(bytes, from: start)
    rest.append(contentsOf: bytes[start...])
  }

  /// Mixes whole stripes.
  /// - Returns: where the rest begins.
  @discardableResult
  private mutating func mix(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var (a, b, c, d) = (a, b, c, d)
    var index = start
    while index + Self.stripe <= bytes.count {
      a = Self.mixed(a, Self.word(bytes, index))
      b = Self.mixed(b, Self.word(bytes, index + 8))
      c = Self.mixed(c, Self.word(bytes, index + 16))
      d = Self.mixed(d, Self.word(bytes, index + 24))
      index += Self.stripe
    }
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
    return index
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The hash of all that has come.
  package var value: UInt64 {
    let (p1, p2, p3, p4, p5) = Self.primes
    var hash: UInt64
    if length >= Self.stripe {
      hash = Self.turned(a, 1) &+ Self.turned(b, 7) &+ Self.turned(c, 12) &+ Self.turned(d, 18)
      for lane in [a, b, c, d] { hash = (hash ^ Self.mixed(0, lane)) &* p1 &+ p4 }
    } else {
      hash = p5
    }
    hash = hash &+ UInt64(length)
    rest.withUnsafeBytes { bytes in
      var index = 0
      while index + 8 <= bytes.count {
        hash = Self.turned(hash ^ Self.mixed(0, Self.word(bytes, index)), 27) &* p1 &+ p4
        index += 8
      }
      if index + 4 <= bytes.count {
        let word = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self))
        hash = Self.turned(hash ^ UInt64(word) &* p1, 23) &* p2 &+ p3
        index += 4
      }
      while index < bytes.count {
        hash = Self.turned(hash ^ UInt64(bytes[index]) &* p5, 11) &* p1
        index += 1
      }
    }
    hash = (hash ^ hash &>> 33) &* p2
    hash = (hash ^ hash &>> 29) &* p3
    return hash ^ hash &>> 32
  }

  /// The hash as `xxhsum` writes it: 16 hexadecimal digits.
  package var text: String { Self.text(value) }

  package static func text(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
