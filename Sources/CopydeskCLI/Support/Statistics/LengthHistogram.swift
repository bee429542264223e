/// How long texts are: counted by classes that double in width, in words.
struct LengthHistogram {
  /// A class of lengths.
  struct Bin: Equatable {
    var range: ClosedRange<Int>
    var count: Int
  }

  private var counts = [Int](repeating: 0, count: 40)
  private(set) var total = 0
  private(set) var words = 0
  private(set) var longest = 0

  /// Counts a text of so many words.
  mutating func add(_ length: Int) {
    total += 1
    words += length
    longest = max(longest, length)
    counts[min(counts.count - 1, Self.bin(of: length))] += 1
  }

  /// 0 to 15 words are the first class, 16 to 31 the second, and so on.
  private static func bin(of length: Int) -> Int {
    length < 16 ? 0 : Int.bitWidth - length.leadingZeroBitCount - 4
  }

  /// The classes from the first to the last that is not empty.
  var bins: [Bin] {
    guard let first = counts.firstIndex(where: { $0 > 0 }), let last = counts.lastIndex(where: { $0 > 0 })
    else { return [] }
    return (first...last).map { index in
      let low = index == 0 ? 0 : 8 << index
      return Bin(range: low...((16 << index) - 1), count: counts[index])
    }
  }
}
