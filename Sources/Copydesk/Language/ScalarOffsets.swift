/// Translates byte offsets of a text to offsets in Unicode scalars, which is what Python strings count.
///
/// - Complexity: made in O(*n*); a look-up is O(1) for ASCII text and O(64) else.
public struct ScalarOffsets: Sendable {
  private static let stride = 64
  private let utf8: [UInt8]
  /// Scalars before each 64th byte; empty when the text is ASCII and the two offsets are the same.
  private let counts: [Int]

  /// Counts the scalars of `text`.
  public init(_ text: Text) {
    utf8 = text.utf8
    guard !isASCII(utf8) else {
      counts = []
      return
    }
    var counts: [Int] = []
    var seen = 0
    for (index, byte) in utf8.enumerated() {
      if index % Self.stride == 0 { counts.append(seen) }
      if !byte.isUTF8Continuation { seen += 1 }
    }
    self.counts = counts
  }

  /// The number of scalars before `offset`.
  public subscript(offset: Int) -> Int {
    guard !counts.isEmpty else { return offset }
    let block = min(offset / Self.stride, counts.count - 1)
    var count = counts[block]
    for byte in utf8[(block * Self.stride)..<offset] where !byte.isUTF8Continuation { count += 1 }
    return count
  }
}
