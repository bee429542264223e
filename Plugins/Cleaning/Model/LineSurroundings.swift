import Copydesk

/// Describes the lines of a text once more, when a first look has found how probable each is to belong to the article:
/// how much of the article stands around a line, in its run, before it and after it, and whether it speaks of the same.
///
/// For ``BoostedTrees``, which see what none of these numbers says alone: a sure line far from all others, say.
struct LineSurroundings {
  /// What the numbers are; a new one where any of them changes.
  static let name = "clean.line_surroundings/2"
  /// How many numbers a line has.
  static let count = 66

  private let lines: TextLines
  private let rules: LineVerdicts
  private let features: LineFeatures
  private let first: LineFirstLook
  private let prose: ProseRuns
  private var repeats = HashNumbers(capacity: 64)
  private var keys: [UInt64] = []
  private var shapes: [(capitals: Int, digits: Int)] = []
  /// What the words of each line say, and the sums of it before each and over all.
  private var scores: [Double] = []
  private var scoreSums: [Double] = [0]

  /// - Parameters:
  ///   - features: those that the first look went by.
  ///   - probabilities: what it found of each line.
  ///   - evidence: what words say of a line.
  /// - Complexity: O(bytes).
  init(
    _ lines: TextLines, _ rules: LineVerdicts, _ features: LineFeatures, _ probabilities: [Double],
    _ evidence: LineEvidence
  ) {
    self.lines = lines
    self.rules = rules
    self.features = features
    first = LineFirstLook(lines, probabilities, features.words)
    prose = ProseRuns(lines)
    lines.text.utf8.withUnsafeBufferPointer { bytes in
      for (index, line) in lines.enumerated() {
        let key = features.words.key(index)
        keys.append(key)
        repeats.add(key)
        shapes.append(Self.shape(UnsafeBufferPointer(rebasing: bytes[line.span.range])))
        scores.append(evidence.score(features.words[index]))
        scoreSums.append(scoreSums[index] + scores[index])
      }
    }
  }

  /// The shares, in sixtieths, of words with a capital and of digits among the bytes.
  private static func shape(_ bytes: UnsafeBufferPointer<UInt8>) -> (capitals: Int, digits: Int) {
    var (starts, capitals, digits, all) = (0, 0, 0, 0)
    var last: UInt8 = 0x20
    for byte in bytes.prefix(400) {
      if last == 0x20 {
        starts += 1
        if byte.isASCIIUppercase { capitals += 1 }
      }
      if byte.isASCIIDigit { digits += 1 }
      all += 1
      last = byte
    }
    return (starts == 0 ? 0 : capitals * 60 / starts, all == 0 ? 0 : digits * 60 / all)
  }

  /// Lends the numbers of each line, one after the other.
  func forEach(_ body: (Int, UnsafeBufferPointer<UInt8>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.count) { room in
      var row = NumberRow(room)
      for index in lines.indices {
        describe(index, in: &row)
        body(index, UnsafeBufferPointer(room))
      }
    }
  }

  /// Writes the numbers of a line.
  private func describe(_ index: Int, in row: inout NumberRow) {
    row.start()
    addFirstLook(index, &row)
    addAround(index, &row)
    addPlace(index, &row)
    addLine(index, &row)
    addEvidence(index, &row)
    precondition(row.written == Self.count, "a line has as many numbers as was said")
  }

  // MARK: What the first look found

  private func addFirstLook(_ index: Int, _ row: inout NumberRow) {
    row.add(first.sums, at: index, beside: [-3, -2, -1, 1, 2, 3, 4, 5], sure: first.sure(index))
    let run = first.run(near: index)
    row.add(run.share, of: first.sums.sure)
    row.add(31 + run.distance)
    row.add(first.runCount)
    row.add(first.kinship(index))
    row.add(first.kinship(of: max(0, index - 4)..<index))
    row.add(first.kinship(of: (index + 1)..<min(lines.count, index + 5)))
  }

  /// How much of the lines near it is of the article, and how far the nearest ones are that surely are.
  private func addAround(_ index: Int, _ row: inout NumberRow) {
    for (reach, unit) in [(3, 20.0), (8, 7.5), (20, 3.0)] {
      let before = max(0, index - reach)..<index
      let after = (index + 1)..<min(lines.count, index + reach + 1)
      row.add(Int(first.sums.sum(before) * unit))
      row.add(Int(first.sums.sum(after) * unit))
      if reach == 3 {
        row.add(first.sums.keptWords(before), of: first.sums.words(before))
        row.add(first.sums.keptWords(after), of: first.sums.words(after))
      }
    }
    row.add(log: Int(first.sums.words(max(0, index - 25)..<index)))
    row.add(log: Int(first.sums.words((index + 1)..<min(lines.count, index + 26))))
    let (previous, next) = (Int(first.previous[index]), Int(first.next[index]))
    row.add(log: previous < 0 ? 1_000_000 : index - previous)
    row.add(log: next < 0 ? 1_000_000 : next - index)
    row.add(log: previous < 0 ? 1_000_000 : Int(first.sums.other(between: previous, and: index)))
    row.add(log: next < 0 ? 1_000_000 : Int(first.sums.other(between: index, and: next)))
  }

  // MARK: Where it stands

  private func addPlace(_ index: Int, _ row: inout NumberRow) {
    row.add(log: lines.count)
    row.add(log: index)
    row.add(log: lines.count - index)
    row.add(Double(index), of: Double(lines.count))
    let own = lines.isProse(index) ? Double(lines[index].words) : 0
    row.add(little: own, of: prose.all)
    row.add(log: Int(prose.all))
    row.add(prose.before[index], of: prose.all)
    row.add(prose.all - prose.before[index] - own, of: prose.all)
    row.add(prose.all, of: first.sums.words(lines.indices))
    row.add(prose.longest, of: prose.all)
    row.add(signed: prose.place(index))
    row.add(log: Int(prose.run(of: index)))
    row.add(prose.run(of: index), of: prose.all)
    row.add(log: prose.count)
  }

  // MARK: The line itself

  private func addLine(_ index: Int, _ row: inout NumberRow) {
    let line = lines[index]
    row.add(line.isProse ? 1 : 0)
    row.add(log: line.words)
    row.add(log: line.span.count)
    row.add(Int(line.ending.rawValue))
    row.add(shapes[index].capitals)
    row.add(shapes[index].digits)
    row.add(index > 0 ? shapes[index - 1].capitals : 63)
    row.add(index + 1 < lines.count ? shapes[index + 1].capitals : 63)
    row.add(log: repeats[keys[index]] ?? 0)
    row.add(rules.covers(index) ? 1 + Int(rules.hash(index) % 62) : 0)
    let start = line.span.isEmpty ? 0 : lines.text.utf8[line.span.start]
    row.add(
      start.isASCIIDigit ? 1 : start.isASCIIUppercase ? 2 : start.isASCIILowercase ? 3 : start >= 0x80 ? 4 : 0
    )
    row.add(prose.lines(in: (index + 1)..<min(lines.count, index + 26)))
    row.add(prose.lines(in: max(0, index - 25)..<index))
    row.add(features.commonShare(index))
  }

  // MARK: What its words say

  /// Of how many lines to both sides the mean is taken.
  private static let reachOfEvidence = 3

  private func addEvidence(_ index: Int, _ row: inout NumberRow) {
    for place in [index, index - 1, index + 1] {
      if scores.indices.contains(place) { row.add(score: scores[place]) } else { row.addNothing() }
    }
    let low = max(0, index - Self.reachOfEvidence)
    let high = min(lines.count, index + Self.reachOfEvidence + 1)
    row.add(score: (scoreSums[high] - scoreSums[low]) / Double(high - low))
  }
}
