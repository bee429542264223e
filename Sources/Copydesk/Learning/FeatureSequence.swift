/// The features of a sequence: for each position (a block, a line, a word) the hashes of what was seen there.
///
/// Names are never kept: a feature is a 32-bit hash of what kind it is (`template`) and of its value, in the
/// manner of "feature hashing" (Weinberger and others, 2009). All positions share one buffer, so that
/// describing a sequence allocates nothing once the buffer has grown; keep one and call ``removeAll()``.
///
///     features.removeAll()
///     for token in tokens {
///       features.add(0)                                    // always there: the bias
///       features.add(1, CaseFolding.hash(word(token)))     // the word
///       features.add(2, UInt64(shape(token)))              // a number, or a class
///       features.endPosition()
///     }
public struct FeatureSequence: Sendable {
  /// The hashes of all positions, one after the other.
  @inlinable public var hashes: [UInt32] { buffer }
  @usableFromInline var buffer: [UInt32] = []
  /// Where the hashes of each position end.
  public private(set) var ends: [Int32] = []

  /// Starts an empty sequence.
  public init() {}

  /// How many positions have been ended.
  public var count: Int { ends.count }

  /// Forgets everything but the memory.
  public mutating func removeAll() {
    buffer.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Adds a feature to the position that is being described.
  /// - Parameters:
  ///   - template: which kind of feature, so that equal values of different kinds do not meet.
  ///   - value: the value, or its hash.
  @inlinable @inline(__always)
  public mutating func add(_ template: UInt32, _ value: UInt64 = 0) {
    buffer.append(Self.hash(template, value))
  }

  /// Adds a feature that is the conjunction of two values.
  @inlinable @inline(__always)
  public mutating func add(_ template: UInt32, _ first: UInt64, _ second: UInt64) {
    buffer.append(Self.hash(template, first, second))
  }

  /// Adds what ``hash(_:_:)`` gave.
  public mutating func add(hash: UInt32) { buffer.append(hash) }

  /// Adds four features at once, with one look at the room that is left.
  /// - Parameter hashes: what ``hash(_:_:)`` gave of each.
  @inlinable @inline(__always)
  public mutating func add(hashes: SIMD4<UInt32>) {
    withUnsafeBytes(of: hashes) { bytes in
      bytes.withMemoryRebound(to: UInt32.self) { buffer.append(contentsOf: $0) }
    }
  }

  /// Adds what ``hash(_:_:)`` gave of many features.
  public mutating func add(hashes: UnsafeBufferPointer<UInt32>) { buffer.append(contentsOf: hashes) }

  /// Ends the position that is being described; the next feature belongs to the next one.
  public mutating func endPosition() { ends.append(Int32(truncatingIfNeeded: buffer.count)) }

  /// Which hashes belong to a position.
  func range(_ position: Int) -> Range<Int> {
    Int(position == 0 ? 0 : ends[position - 1])..<Int(ends[position])
  }

  /// The hash of a feature, the same on every machine.
  @inlinable @inline(__always)
  public static func hash(_ template: UInt32, _ value: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: mix(UInt64(template) &+ 0xA076_1D64_78BD_642F, value) >> 32)
  }

  /// The hash of a feature that is the conjunction of two values, the same on every machine.
  /// - Parameters:
  ///   - template: which kind of feature.
  ///   - first: the first value, or its hash.
  ///   - second: the second one.
  @inlinable @inline(__always)
  public static func hash(_ template: UInt32, _ first: UInt64, _ second: UInt64) -> UInt32 {
    hash(template, mix(first ^ 0x2545_F491_4F6C_DD1D, second))
  }

  @inlinable @inline(__always)
  static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var product = (a ^ 0xE703_7ED1_A0B4_28DB).multipliedFullWidth(by: b ^ 0x8EBC_6AF0_9C88_C6E3)
    product = ((product.high ^ product.low) | 1).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
