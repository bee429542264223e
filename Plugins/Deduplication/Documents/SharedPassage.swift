/// The longest run of words that two texts have in common.
struct SharedPassage: Equatable {
  /// The first word of the run in the one text.
  var here: Int
  /// The first word of the run in the other.
  var there: Int
  /// How many words.
  var words: Int

  /// Of a shingle that stands many times in the other text only so many places are looked at.
  private static let mostPlaces = 8

  /// Finds it by the shingles of both texts in their order, each of `length` words; nil where they share none.
  ///
  /// - Complexity: O((*n* + *m*) log *m* + the lengths of all common runs).
  init?(_ here: [UInt32], _ there: UnsafeBufferPointer<UInt32>, length: Int) {
    // Sorted by shingle, then by place: the places of a shingle stand together.
    let sorted = there.enumerated().map { UInt64($0.element) << 32 | UInt64($0.offset) }.sorted()
    var best = (here: 0, there: 0, count: 0)
    for start in here.indices where here.count - start > best.count {
      let first = Self.firstIndex(of: here[start], in: sorted)
      for index in first..<min(first + Self.mostPlaces, sorted.count) {
        guard sorted[index] >> 32 == UInt64(here[start]) else { break }
        let other = Int(sorted[index] & 0xFFFF_FFFF)
        // A run is measured from where it begins.
        if start > 0, other > 0, here[start - 1] == there[other - 1] { continue }
        var count = 1
        while start + count < here.count, other + count < there.count,
          here[start + count] == there[other + count]
        {
          count += 1
        }
        if count > best.count { best = (start, other, count) }
      }
    }
    guard best.count > 0 else { return nil }
    (self.here, self.there, words) = (best.here, best.there, best.count + length - 1)
  }

  private static func firstIndex(of shingle: UInt32, in sorted: [UInt64]) -> Int {
    let wanted = UInt64(shingle) << 32
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
