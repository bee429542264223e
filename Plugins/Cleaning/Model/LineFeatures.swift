import Copydesk

/// Describes the lines of a text to the sequence model: what ``BlockFeatures`` is for pages, where there are no
/// elements and no links to go by.
struct LineFeatures {
  /// What these features are; a new number where any of them changes.
  static let name = "clean.lines/2"

  private let text: Text
  private let lines: TextLines
  private let rules: LineVerdicts
  let words: LineWords
  private var isRepeated: [Bool] = []
  /// The words of prose before each line, and how many lines of prose come before it; the latter with one more at the
  /// end, for all.
  private var proseBefore: [Int] = []
  private var proseLines: [Int32] = [0]
  private var prose = 0
  /// What a neighbour sees of each line.
  private var sketches: [UInt64] = []
  private var headline: HashSet64
  private var runs: LineRuns?

  /// The features of all lines.
  /// - Parameter rules: the name of the rule that covers each line.
  /// - Complexity: O(*n*).
  static func features(of lines: TextLines, rules: LineVerdicts) -> FeatureSequence {
    let features = LineFeatures(lines, rules)
    return FeatureWriter.sequence(lines.count) { features.describe($0, in: &$1) }
  }

  /// Gathers what the descriptions need.
  init(_ lines: TextLines, _ rules: LineVerdicts) {
    text = lines.text
    self.lines = lines
    self.rules = rules
    words = LineWords(lines)
    // Ten times as much room as there are words: most others are told by one look not to be there.
    headline = HashSet64(capacity: 256)
    survey()
  }

  private mutating func survey() {
    var seen = HashSet64(capacity: lines.count)
    sketches.reserveCapacity(lines.count)
    proseBefore.reserveCapacity(lines.count)
    proseLines.reserveCapacity(lines.count + 1)
    isRepeated.reserveCapacity(lines.count)
    for line in lines {
      sketches.append(min(Bins.logarithmic(line.words) / 2, 8) * 8 + ending(line))
      proseBefore.append(prose)
      if line.isProse { prose += line.words }
      proseLines.append(proseLines[proseLines.count - 1] + (line.isProse ? 1 : 0))
    }
    for index in lines.indices { isRepeated.append(!seen.insert(words.key(index))) }
    runs = LineRuns(lines, words)
    // The first line is the page's title more often than not.
    for index in lines.indices.prefix(1) { for word in words[index].prefix(40) { headline.insert(word) } }
  }

  /// Writes the features of a line.
  func describe(_ index: Int, in out: inout FeatureWriter) {
    out.start()
    let line = lines[index]
    out.add(0)
    addForm(line, index, &out)
    addPlace(line, index, &out)
    addNeighbours(index, &out)
    addWords(line, index, &out)
    addRuns(line, index, &out)
  }

  // MARK: The line itself

  private func ending(_ line: TextLine) -> UInt64 {
    switch line.ending {
    case .stop: 0
    case .question: 1
    case .exclamation: 2
    case .ellipsis: 3
    case .colon: 4
    case .open: 5
    }
  }

  private func sketch(_ index: Int) -> UInt64 {
    sketches.indices.contains(index) ? sketches[index] : 9_999
  }

  private func addForm(_ line: TextLine, _ index: Int, _ out: inout FeatureWriter) {
    let length = Bins.logarithmic(line.words)
    let ending = ending(line)
    out.add(length)
    out.add(length, ending)
    out.add(line.isProse ? 1 : 0)
    out.add(line.words > 0 ? UInt64(min(30, line.span.count / line.words)) : 0)
    out.add(line.isAttached ? 1 : 0, sketch(index))
    let counts = text.utf8.withUnsafeBufferPointer {
      ByteCounts(UnsafeBufferPointer(rebasing: $0[line.span.range]))
    }
    out.add(Bins.share(counts.capitals, of: counts.starts), min(length, 12))
    out.add(Bins.share(counts.marks, of: min(ByteCounts.reach, line.span.count) / 4 + 1), length)
    let first = line.span.isEmpty ? 0 : text.utf8[line.span.start]
    let kind: UInt64 =
      first.isASCIIDigit ? 1 : first.isASCIIUppercase ? 2 : first.isASCIILowercase ? 3 : UInt64(first)
    out.add(kind, ending)
    out.add(lines.core(index) == line.span ? 0 : 1, length)
    out.add(rules.hash(index))
    out.add(Bins.logarithmic(counts.commas), length)
    out.add(Bins.logarithmic(counts.stops), length)
  }

  // MARK: Where it stands

  private func addPlace(_ line: TextLine, _ index: Int, _ out: inout FeatureWriter) {
    let before = Bins.share(proseBefore[index], of: prose)
    let after = Bins.share(prose - proseBefore[index] - (line.isProse ? line.words : 0), of: prose)
    out.add(before)
    out.add(after)
    out.add(before, sketch(index))
    out.add(after, sketch(index))
    out.add(Bins.share(index, of: lines.count), sketch(index))
    out.add(UInt64(min(index, 12)), sketch(index))
    out.add(UInt64(min(lines.count - index, 12)), sketch(index))
    out.add(Bins.logarithmic(lines.count))
    out.add(Bins.share(prose, of: words.hashes.count), sketch(index))
    out.add(Bins.share(prose, of: words.hashes.count), Bins.logarithmic(lines.count))
    out.add(Bins.share(line.isProse ? line.words : 0, of: prose))
    out.add(isRepeated[index] ? 1 : 0, Bins.logarithmic(line.words))
  }

  // MARK: Neighbours

  private func addNeighbours(_ index: Int, _ out: inout FeatureWriter) {
    out.addSketches(around: index) { sketch($0) }
    addProse(within: 2, index, &out)
    addProse(within: 5, index, &out)
    addProse(within: 12, index, &out)
    for offset in [-1, 1] {
      let other = index + offset
      out.add(lines.indices.contains(other) ? rules.hash(other) : 7)
    }
  }

  /// The lines of prose near a line, before it and after it.
  private func addProse(within reach: Int, _ index: Int, _ out: inout FeatureWriter) {
    let before = UInt64(proseLines[index] - proseLines[max(0, index - reach)])
    let after = UInt64(proseLines[min(lines.count, index + reach + 1)] - proseLines[index + 1])
    out.add(before, after)
    out.add(before * 16 + after, sketch(index))
  }

  // MARK: Runs

  /// Where the kinds of features of runs begin.
  private static let runTemplate: UInt32 = 150

  /// Where it stands to the runs of prose, and to its four neighbours.
  private func addRuns(_ line: TextLine, _ index: Int, _ out: inout FeatureWriter) {
    guard let runs else { return }
    out.go(to: Self.runTemplate)
    let sketch = sketch(index)
    let place = runs.place(index)
    out.add(place, sketch)
    out.add(place, runs.shareOfLongest)
    out.add(runs.distances(index), line.isProse ? 1 : 0)
    out.add(runs.distances(index), Bins.logarithmic(line.words))
    let kinship = runs.kinship(index, words, isProse: line.isProse)
    let side: UInt64 = place == 0 ? 0 : place < 128 ? 1 : 2
    out.add(kinship, sketch)
    out.add(kinship * 4 + side, runs.shareOfLongest)
    out.add(kinship * 4 + side, line.isProse ? 1 : 0)
    let (before, after) = (self.sketch(index - 1), self.sketch(index + 1))
    out.add(self.sketch(index - 2) * 128 + before, sketch)
    out.add(after * 128 + self.sketch(index + 2), sketch)
    out.add(before * 128 + after, sketch)
  }

  // MARK: Words

  /// How much of a line, in sixtieths, are words that hold sentences together.
  func commonShare(_ index: Int) -> Int {
    let places = words.places(index).prefix(60)
    return places.isEmpty ? 0 : places.count(where: words.isCommon) * 60 / places.count
  }

  private func addWords(_ line: TextLine, _ index: Int, _ out: inout FeatureWriter) {
    let words = self.words[index]
    let start = out.template
    if let first = words.first {
      out.put(start, first)
      if let second = words.dropFirst().first { out.put(start + 1, first, second) }
      if let last = words.last, words.count < 40 { out.put(start + 2, last) }
      if words.count <= 12 { for word in words { out.put(start + 3, word) } }
      if words.count <= 4 {
        var all: UInt64 = 1
        for word in words { all = (all ^ word) &* 0x9FB2_1C65_1E98_DF25 }
        out.put(start + 4, all)
      }
    }
    var common = 0
    var numbers = 0
    var inHeadline = 0
    let looked = words.prefix(60)
    for place in looked.indices {
      let word = looked[place]
      // Which of them it is nobody could foresee.
      numbers += word < 64 ? 1 : 0
      common += self.words.isCommon(place) ? 1 : 0
      if index > 0, headline.contains(word) { inHeadline += 1 }
    }
    out.put(start + 5, Bins.share(common, of: looked.count), Bins.logarithmic(looked.count) / 2)
    out.put(start + 6, Bins.share(numbers, of: looked.count), Bins.logarithmic(looked.count) / 2)
    out.put(start + 7, Bins.share(inHeadline, of: looked.count), Bins.logarithmic(looked.count) / 2)
  }
}
