/// Finds the row of a hash: one bit tells whether there is one.
struct RowIndex {
  let rows: UnsafeRawBufferPointer
  private let index: UnsafeRawBufferPointer
  private let shift: UInt32
  /// The row behind the last, which is zero: the file ends with it.
  private let none: UInt32

  init(_ layout: SequenceModelLayout, _ bytes: UnsafeRawBufferPointer) {
    index = UnsafeRawBufferPointer(rebasing: bytes[layout.indexOffset..<layout.rowOffset])
    rows = UnsafeRawBufferPointer(rebasing: bytes[layout.rowOffset...])
    shift = UInt32(32 - layout.bits)
    none = UInt32(layout.rowCount)
  }

  @inline(__always)
  func row(of hash: UInt32) -> Int? {
    let row = row(hash, entry(hash))
    return row == none ? nil : Int(row)
  }

  /// The sum of the rows of up to 256 features, of sixteen labels or fewer in a byte each.
  func sum(_ features: UnsafeBufferPointer<UInt32>, width: Int) -> LabelScores {
    var total = LabelScores(repeating: 0)
    withUnsafeMutablePointer(to: &total) { total in
      withUnsafePointer(to: Int32(truncatingIfNeeded: features.count)) { end in
        add(
          features, UnsafeBufferPointer(start: end, count: 1),
          to: UnsafeMutableBufferPointer(start: total, count: 1), width: width)
      }
    }
    return total
  }

  /// Adds the rows of the features of each position.
  ///
  /// Which features have rows, and where those lie, is as good as random, so that most of the time is spent on
  /// waiting for memory. So the entries of the next features are fetched before those of some are looked at,
  /// and their rows while those of the ones before are added.
  func add(
    _ features: UnsafeBufferPointer<UInt32>, _ ends: UnsafeBufferPointer<Int32>,
    to scores: UnsafeMutableBufferPointer<LabelScores>, width: Int
  ) {
    let count = min(features.count, Int(ends.last ?? 0))
    // Of those whose rows are being fetched, and of those whose rows are there: 512 bytes, which surely lie on
    // the stack.
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * Self.step) { found in
      var position = 0
      var waiting = 0..<0
      fetch(features, 0..<min(Self.step, count))
      var start = 0
      while start < count {
        let end = min(start + Self.step, count)
        fetch(features, end..<min(end + Self.step, count))
        let room = UnsafeMutableBufferPointer(rebasing: found[Self.room(start)])
        for index in start..<end {
          let row = row(features[index], entry(features[index]))
          room[index - start] = row
          fetch(row, width)
        }
        addRows(found, waiting, ends, &position, scores, width)
        waiting = start..<end
        start = end
      }
      addRows(found, waiting, ends, &position, scores, width)
    }
  }

  /// How many features are fetched at once.
  private static let step = 64

  /// Where the rows of the features from `start` on are put: one half, then the other.
  @inline(__always)
  private static func room(_ start: Int) -> Range<Int> {
    let half = start & step
    return half..<(half + step)
  }

  /// Has entries fetched.
  @inline(__always)
  private func fetch(_ features: UnsafeBufferPointer<UInt32>, _ range: Range<Int>) {
    guard let base = index.baseAddress else { return }
    for index in range { (base + Int((features[index] &>> shift) &>> 5) * 8).fetchAhead() }
  }

  /// Has a row fetched.
  @inline(__always)
  private func fetch(_ row: UInt32, _ width: Int) {
    guard let base = rows.baseAddress else { return }
    (base + Int(row) &* width).fetchAhead()
  }

  /// Adds the rows of some features to the scores of their positions.
  @inline(__always)
  private func addRows(
    _ found: UnsafeMutableBufferPointer<UInt32>, _ range: Range<Int>, _ ends: UnsafeBufferPointer<Int32>,
    _ position: inout Int, _ scores: UnsafeMutableBufferPointer<LabelScores>, _ width: Int
  ) {
    let room = UnsafeBufferPointer(rebasing: found[Self.room(range.lowerBound)])
    var place = range.lowerBound
    while place < range.upperBound {
      while Int(ends[position]) <= place { position += 1 }
      let end = min(Int(ends[position]), range.upperBound)
      let part = room[(place - range.lowerBound)..<(end - range.lowerBound)]
      scores[position] &+= sum(UnsafeBufferPointer(rebasing: part), width)
      place = end
    }
  }

  /// The row of a hash that has this entry; the one behind all rows, which is zero, where it has none.
  @inline(__always)
  private func row(_ hash: UInt32, _ entry: UInt64) -> UInt32 {
    let slot = hash &>> shift & 31
    let map = UInt32(truncatingIfNeeded: entry)
    let before = (map & ((1 &<< slot) &- 1)).nonzeroBitCount
    let found = UInt32(truncatingIfNeeded: entry >> 32) &+ UInt32(truncatingIfNeeded: before)
    let isThere = map &>> slot & 1
    return none ^ ((none ^ found) & (0 &- isThere))
  }

  /// The entry of the index that tells of a hash.
  @inline(__always)
  private func entry(_ hash: UInt32) -> UInt64 {
    SequenceModelLayout.load(index, Int((hash &>> shift) &>> 5) * 8)
  }

  /// The sum of rows, two labels a lane until the end: of sums of 256 bytes none leaves 16 bits.
  @inline(__always)
  private func sum(_ found: UnsafeBufferPointer<UInt32>, _ width: Int) -> LabelScores {
    var even = SIMD8<Int16>(repeating: 0)
    var odd = SIMD8<Int16>(repeating: 0)
    for row in found {
      let pairs = SIMD8<Int16>(
        littleEndian: rows, offset: Int(truncatingIfNeeded: row) &* width)
      even &+= (pairs &<< 8) &>> 8
      odd &+= pairs &>> 8
    }
    var sum = LabelScores()
    sum.evenHalf = even
    sum.oddHalf = odd
    return sum
  }
}

extension SIMD8<Int16> {
  /// Sixteen bytes, two a lane, the first in the lower half.
  @inline(__always)
  fileprivate init(littleEndian bytes: UnsafeRawBufferPointer, offset: Int) {
    self = bytes.loadUnaligned(fromByteOffset: offset, as: Self.self)
    #if _endian(big)
      self = (self &<< 8) | ((self &>> 8) & 0xFF)
    #endif
  }
}
