import Copydesk

/// Which document is kept for each of those that are not, over all runs that work with an index: pairs of places.
///
/// A later run finds a document that an earlier one did not keep, and has to name the one that it did. The pairs lie in a
/// file of eight bytes each, which is only ever added to; the index's manifest tells how many of them count.
///
/// Memory: eight bytes a document that is not kept.
struct KeptPlaces: Sendable {
  /// The place of the document in the upper half, that of the one which is kept in the lower, sorted.
  private var pairs: [UInt64]
  /// Those of this run, which are not in the file.
  private(set) var added: [UInt64] = []

  /// How many pairs there will be in the file.
  var count: Int { pairs.count + added.count }

  init(_ pairs: [UInt64] = []) { self.pairs = pairs.sorted() }

  /// The place of the document that an earlier run kept for the one at a place: mostly that one itself.
  /// - Complexity: O(log *n*).
  func kept(for place: UInt32) -> UInt32 {
    var (low, high) = (0, pairs.count)
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle] >> 32 < UInt64(place) { low = middle + 1 } else { high = middle }
    }
    guard low < pairs.count, pairs[low] >> 32 == UInt64(place) else { return place }
    return UInt32(truncatingIfNeeded: pairs[low])
  }

  /// Notes that another document is kept for the one at a place.
  mutating func note(_ place: UInt32, kept: UInt32) {
    if place != kept { added.append(UInt64(place) << 32 | UInt64(kept)) }
  }
}

extension KeptPlaces {
  /// Reads the pairs that count.
  init(_ file: DiskFile, count: Int) throws {
    guard try file.length() / 8 >= count else { throw IndexProblem.damaged("kept") }
    var bytes = [UInt8](repeating: 0, count: count * 8)
    let read = try bytes.withUnsafeMutableBytes { try file.read(into: $0, at: 0) }
    guard read == bytes.count else { throw IndexProblem.damaged("kept") }
    self.init(
      (0..<count).map { pair in
        (0..<8).reduce(0) { $0 | UInt64(bytes[pair * 8 + $1]) << UInt64($1 * 8) }
      })
  }

  /// Adds this run's pairs to the file, behind those that count; what a run that was killed left there goes.
  func save(to file: DiskFile) throws {
    try file.truncate(to: pairs.count * 8)
    let bytes = added.flatMap { pair in (0..<8).map { UInt8(truncatingIfNeeded: pair >> UInt64($0 * 8)) } }
    try bytes.withUnsafeBytes { try file.write($0, at: pairs.count * 8) }
    try file.synchronise()
  }
}
