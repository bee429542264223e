import Copydesk

/// The prose of a text, by where it stands: in runs, before a line, near it.
struct ProseRuns {
  /// The words of prose before each line, and of all.
  private(set) var before: [Double]
  private(set) var all = 0.0
  /// The words of the longest run.
  private(set) var longest = 0.0
  /// How many runs there are.
  var count: Int { words.count }

  /// The run of each line, -1 for none; a run goes over lines between that are no prose.
  private var runs: [Int32]
  private var words: [Double] = []
  private var range = 0...0
  /// How many lines of prose stand before each, and in all.
  private var linesBefore: [Int32] = [0]

  /// How many lines further the next one of a run may stand.
  private static let gap = 3

  /// - Complexity: O(lines).
  init(_ lines: TextLines) {
    runs = [Int32](repeating: -1, count: lines.count)
    before = []
    var ranges: [ClosedRange<Int>] = []
    for index in lines.indices {
      before.append(all)
      let isProse = lines.isProse(index)
      linesBefore.append(linesBefore[index] + (isProse ? 1 : 0))
      guard isProse else { continue }
      let own = Double(lines[index].words)
      all += own
      if let last = ranges.last, index - last.upperBound <= Self.gap {
        ranges[ranges.count - 1] = last.lowerBound...index
        words[words.count - 1] += own
      } else {
        ranges.append(index...index)
        words.append(own)
      }
    }
    for (number, range) in ranges.enumerated() {
      for index in range { runs[index] = Int32(number) }
      if words[number] > longest {
        longest = words[number]
        self.range = range
      }
    }
  }

  /// How many lines it is before the longest run (negative), or after it; 0 inside.
  func place(_ index: Int) -> Int {
    index < range.lowerBound ? index - range.lowerBound : max(0, index - range.upperBound)
  }

  /// The words of a line's run.
  func run(of index: Int) -> Double { runs[index] < 0 ? 0 : words[Int(runs[index])] }

  /// How many of some lines are prose.
  func lines(in range: Range<Int>) -> Int {
    range.isEmpty ? 0 : Int(linesBefore[range.upperBound] - linesBefore[range.lowerBound])
  }
}
