/// Translates offsets in Unicode scalars, which is what records and Python strings count, to byte offsets of a text: the way
/// back from ``ScalarOffsets``.
///
/// - Complexity: made in O(*n*); a look-up is O(1) for ASCII text and O(64) else.
public struct ByteOffsets: Sendable {
  private static let stride = 64
  private let utf8: [UInt8]
  /// Where each 64th scalar starts; empty where the text is ASCII and the two offsets are the same.
  private var starts: [Int] = []
  /// How many scalars there are.
  public let count: Int

  /// Finds where the scalars of `text` start.
  public init(_ text: Text) {
    utf8 = text.utf8
    var seen = 0
    for (index, byte) in utf8.enumerated() where !byte.isUTF8Continuation {
      if seen % Self.stride == 0 { starts.append(index) }
      seen += 1
    }
    count = seen
    if seen == utf8.count { starts = [] }
  }

  /// Where the scalar of that number starts; nil outside of the text. The number of all scalars gives the text's end.
  public subscript(scalar: Int) -> Int? {
    guard scalar >= 0, scalar <= count else { return nil }
    if scalar == count { return utf8.count }
    guard !starts.isEmpty else { return scalar }
    var index = starts[scalar / Self.stride]
    var left = scalar % Self.stride
    while left > 0 {
      index += 1
      while utf8[index].isUTF8Continuation { index += 1 }
      left -= 1
    }
    return index
  }
}
