/// Finds the row of a hash: one bit tells whether there is one.
struct RowIndex {
  let rows: UnsafeRawBufferPointer
  private let index: UnsafeRawBufferPointer
  private let shift: UInt32
  /// The row behind the last, which is zero: the file ends with it.
  private let none: UInt64

  init(_ layout: SequenceModelLayout, _ bytes: UnsafeRawBufferPointer) {
    index = UnsafeRawBufferPointer(rebasing: bytes[layout.indexOffset..<layout.rowOffset])
    rows = UnsafeRawBufferPointer(rebasing: bytes[layout.rowOffset...])
    shift = UInt32(32 - layout.bits)
    none = UInt64(layout.rowCount)
  }

  @inline(__always)
  func row(of hash: UInt32) -> Int? {
    let slot = hash >> shift
    let entry: UInt64 = SequenceModelLayout.load(index, Int(slot >> 5) * 8)
    let map = UInt32(truncatingIfNeeded: entry)
    let bit = UInt32(1) << (slot & 31)
    guard map & bit != 0 else { return nil }
    return Int(entry >> 32) + (map & (bit - 1)).nonzeroBitCount
  }

  /// How many features are looked up at once: their entries take the 1,024 bytes that surely lie on the stack.
  private static let group = 128

  /// The sum of the rows of up to 256 features, of sixteen labels or fewer in a byte each.
  func sum(_ features: UnsafeBufferPointer<UInt32>, width: Int) -> LabelScores {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.group) { found in
      var total = LabelScores(repeating: 0)
      var start = 0
      while start < features.count {
        let part = UnsafeBufferPointer(
          rebasing: features[start..<min(start + Self.group, features.count)])
        for index in 0..<part.count { found[index] = entry(part[index]) }
        for index in 0..<part.count { found[index] = row(part[index], found[index]) }
        total &+= sum(UnsafeBufferPointer(rebasing: found[..<part.count]), width)
        start += part.count
      }
      return total
    }
  }

  /// Adds the rows of the features of each position. Which features have rows, and where those lie, is as good as
  /// random, so most of the time is spent on waiting for memory: passes without branches between let the
  /// processor wait for many at once.
  func add(
    _ features: UnsafeBufferPointer<UInt32>, _ ends: UnsafeBufferPointer<Int32>,
    to scores: UnsafeMutableBufferPointer<LabelScores>, width: Int
  ) {
    var first = 0
    var start = 0
    while first < ends.count {
      var end = first
      while end < ends.count, Int(ends[end]) - start <= Self.group { end += 1 }
      if end == first {
        let all = UnsafeBufferPointer(rebasing: features[start..<Int(ends[first])])
        scores[first] &+= sum(all, width: width)
        end += 1
      } else {
        add(features, start, ends, first..<end, scores, width)
      }
      first = end
      start = Int(ends[end - 1])
    }
  }

  /// Adds the rows of a few positions that have up to ``group`` features together, from `start` on.
  private func add(
    _ features: UnsafeBufferPointer<UInt32>, _ start: Int, _ ends: UnsafeBufferPointer<Int32>,
    _ positions: Range<Int>, _ scores: UnsafeMutableBufferPointer<LabelScores>, _ width: Int
  ) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.group) { found in
      let part = UnsafeBufferPointer(rebasing: features[start..<Int(ends[positions.upperBound - 1])])
      for index in 0..<part.count { found[index] = entry(part[index]) }
      for index in 0..<part.count { found[index] = row(part[index], found[index]) }
      var place = 0
      for position in positions {
        let end = Int(ends[position]) - start
        scores[position] &+= sum(UnsafeBufferPointer(rebasing: found[place..<end]), width)
        place = end
      }
    }
  }

  /// The row of a hash that has this entry; the one behind all rows, which is zero, where it has none.
  @inline(__always)
  private func row(_ hash: UInt32, _ entry: UInt64) -> UInt64 {
    let slot = hash >> shift & 31
    let map = UInt32(truncatingIfNeeded: entry)
    let before = (map & ((1 &<< slot) &- 1)).nonzeroBitCount
    let found = (entry >> 32) &+ UInt64(truncatingIfNeeded: before)
    let isThere = UInt64(truncatingIfNeeded: map &>> slot & 1)
    return none ^ ((none ^ found) & (0 &- isThere))
  }

  /// The entry of the index that tells of a hash.
  @inline(__always)
  private func entry(_ hash: UInt32) -> UInt64 {
    SequenceModelLayout.load(index, Int((hash >> shift) >> 5) * 8)
  }

  /// The sum of rows, two labels a lane until the end: of sums of 256 bytes none leaves 16 bits.
  @inline(__always)
  private func sum(_ found: UnsafeBufferPointer<UInt64>, _ width: Int) -> LabelScores {
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
