import Copydesk

/// The words of the lines of a text, as hashes without regard to case: what ``BlockWords`` is for pages.
struct LineWords {
  /// The hashes of all lines, one after the other.
  private(set) var hashes: [UInt64] = []
  /// Where the words of each line end.
  private var ends: [Int32] = []
  /// Whether each word holds sentences together; looked up once, for it is asked several times.
  private var common: [Bool] = []

  /// Reads the words of every line.
  /// - Complexity: O(text).
  init(_ lines: TextLines) {
    hashes.reserveCapacity(lines.text.count / 6)
    ends.reserveCapacity(lines.count)
    lines.text.utf8.withUnsafeBufferPointer { bytes in
      for line in lines {
        BlockWords.append(UnsafeBufferPointer(rebasing: bytes[line.span.range]), to: &hashes)
        ends.append(Int32(truncatingIfNeeded: hashes.count))
      }
    }
    let words = CommonWords.all
    common = hashes.map { $0 >= 64 && words.contains(hash: $0) }
  }

  /// The words of a line.
  subscript(line: Int) -> ArraySlice<UInt64> { hashes[places(line)] }

  /// A hash of a line's words in their order: the same for lines that say the same.
  func key(_ line: Int) -> UInt64 {
    var hash: UInt64 = 3
    for word in self[line] { hash = (hash ^ word) &* 0x9FB2_1C65_1E98_DF25 ^ hash >> 29 }
    return hash
  }

  /// Where the words of a line stand.
  @inline(__always)
  func places(_ line: Int) -> Range<Int> { (line == 0 ? 0 : Int(ends[line - 1]))..<Int(ends[line]) }

  /// Whether a word is one that holds sentences together.
  /// - Parameter place: its place in ``hashes``.
  @inline(__always)
  func isCommon(_ place: Int) -> Bool { common[place] }

  /// Whether it is a word that says what a text is about: no number either.
  @inline(__always)
  func isTelling(_ place: Int) -> Bool { hashes[place] >= 64 && !common[place] }

  /// How many words say what a text is about.
  /// - Parameter places: their places in ``hashes``.
  @inline(__always)
  func tellingCount(_ places: Range<Int>) -> Int { places.reduce(0) { $0 + (isTelling($1) ? 1 : 0) } }
}
