/// Finds the row of a hash: one bit tells whether there is one.
struct RowIndex {
  let rows: UnsafeRawBufferPointer
  private let index: UnsafeRawBufferPointer
  private let shift: UInt32

  init(_ layout: SequenceModelLayout, _ bytes: UnsafeRawBufferPointer) {
    index = UnsafeRawBufferPointer(rebasing: bytes[layout.indexOffset..<layout.rowOffset])
    rows = UnsafeRawBufferPointer(rebasing: bytes[layout.rowOffset...])
    shift = UInt32(32 - layout.bits)
  }

  @inline(__always)
  func row(of hash: UInt32) -> Int? {
    let map = UInt32(truncatingIfNeeded: entry(hash))
    return map &>> (hash &>> shift & 31) & 1 == 0 ? nil : Int(row(hash))
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
  /// and their rows while those of the ones before are added. Most features have no row: those that have one are
  /// picked out first, without a branch, and only of them it is asked where it lies.
  func add(
    _ features: UnsafeBufferPointer<UInt32>, _ ends: UnsafeBufferPointer<Int32>,
    to scores: UnsafeMutableBufferPointer<LabelScores>, width: Int
  ) {
    let count = min(features.count, Int(ends.last ?? 0))
    // Of those whose rows are being fetched, and of those whose rows are there: a kilobyte, which surely lies on
    // the stack.
    withUnsafeTemporaryAllocation(of: Found.self, capacity: 2 * Self.step) { found in
      var sums = Sums()
      var position = 0
      // Those whose rows are being fetched.
      var waiting = 0..<0
      fetch(features, 0..<min(Self.step, count))
      var start = 0
      while start < count {
        let end = min(start + Self.step, count)
        fetch(features, end..<min(end + Self.step, count))
        let half = start & Self.step
        let room = UnsafeMutableBufferPointer(rebasing: found[half..<(half + Self.step)])
        let next = half..<(half + pick(features, start..<end, room))
        for index in next {
          let row = row(features[Int(found[index].feature)])
          found[index].row = row
          fetch(row, width)
        }
        for one in UnsafeBufferPointer(rebasing: found[waiting]) {
          add(one, ends, &position, &sums, scores, width)
        }
        waiting = next
        start = end
      }
      for one in UnsafeBufferPointer(rebasing: found[waiting]) {
        add(one, ends, &position, &sums, scores, width)
      }
      if count > 0 { scores[position] &+= sums.all }
    }
  }

  /// How many features are fetched at once.
  private static let step = 64

  /// A feature that has a row.
  private struct Found {
    /// Which of the features it is.
    var feature: Int32
    var row: UInt32
  }

  /// Picks out the features that have rows.
  /// - Returns: how many there are.
  @inline(__always)
  private func pick(
    _ features: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, _ found: UnsafeMutableBufferPointer<Found>
  ) -> Int {
    var count = 0
    for index in range {
      let slot = features[index] &>> shift
      let map: UInt32 = SequenceModelLayout.load(self.index, Int(slot &>> 5) &* 8)
      found[count].feature = Int32(truncatingIfNeeded: index)
      count &+= Int(truncatingIfNeeded: map &>> (slot & 31) & 1)
    }
    return count
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

  /// The sums of the rows of a position, two labels a lane until the end: of sums of 256 bytes none leaves 16 bits.
  private struct Sums {
    var even = SIMD8<Int16>(repeating: 0)
    var odd = SIMD8<Int16>(repeating: 0)

    @inline(__always)
    var all: LabelScores {
      var sum = LabelScores()
      sum.evenHalf = even
      sum.oddHalf = odd
      return sum
    }
  }

  /// Adds the row of a feature to the sums of its position, and the sums to the scores where the position is another.
  @inline(__always)
  private func add(
    _ one: Found, _ ends: UnsafeBufferPointer<Int32>, _ position: inout Int, _ sums: inout Sums,
    _ scores: UnsafeMutableBufferPointer<LabelScores>, _ width: Int
  ) {
    if ends[position] <= one.feature {
      scores[position] &+= sums.all
      sums = Sums()
      repeat { position += 1 } while ends[position] <= one.feature
    }
    let pairs = SIMD8<Int16>(littleEndian: rows, offset: Int(truncatingIfNeeded: one.row) &* width)
    sums.even &+= (pairs &<< 8) &>> 8
    sums.odd &+= pairs &>> 8
  }

  /// The row of a hash that has one.
  @inline(__always)
  private func row(_ hash: UInt32) -> UInt32 {
    let entry = entry(hash)
    let before = UInt32(truncatingIfNeeded: entry) & ((1 &<< (hash &>> shift & 31)) &- 1)
    return UInt32(truncatingIfNeeded: entry >> 32) &+ UInt32(truncatingIfNeeded: before.nonzeroBitCount)
  }

  /// The entry of the index that tells of a hash.
  @inline(__always)
  private func entry(_ hash: UInt32) -> UInt64 {
    SequenceModelLayout.load(index, Int((hash &>> shift) &>> 5) * 8)
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
