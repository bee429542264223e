import Copydesk

/// Describes the lines of a text to the sequence model: what ``BlockFeatures`` is for pages, where there are no
/// elements and no links to go by.
struct LineFeatures {
  /// What these features are; a new number where any of them changes.
  static let name = "clean.lines/2"

  private let text: Text
  private let lines: [TextLine]
  private let rules: [String?]
  private var words: [UInt64] = []
  private var ends: [Int] = []
  private var isRepeated: [Bool] = []
  private var proseBefore: [Int] = []
  private var prose = 0
  private var headline: HashSet64
  private var runs: LineRuns?
  private var out = FeatureSequence()
  private var template: UInt32 = 0

  /// The features of all lines.
  /// - Parameter rules: the name of the rule that covers each line.
  /// - Complexity: O(*n*).
  static func features(of lines: [TextLine], in text: Text, rules: [String?]) -> FeatureSequence {
    var features = LineFeatures(text, lines, rules)
    features.survey()
    for index in lines.indices { features.describe(index) }
    return features.out
  }

  private init(_ text: Text, _ lines: [TextLine], _ rules: [String?]) {
    self.text = text
    self.lines = lines
    self.rules = rules
    headline = HashSet64(capacity: 64)
  }

  private mutating func survey() {
    var seen = HashSet64(capacity: lines.count)
    text.utf8.withUnsafeBufferPointer { bytes in
      for line in lines {
        BlockWords.append(UnsafeBufferPointer(rebasing: bytes[line.span.range]), to: &words)
        ends.append(words.count)
      }
    }
    for index in lines.indices {
      var hash: UInt64 = 3
      for word in wordsOf(index) { hash = (hash ^ word) &* 0x9FB2_1C65_1E98_DF25 ^ hash >> 29 }
      isRepeated.append(!seen.insert(hash))
      proseBefore.append(prose)
      if lines[index].isProse { prose += lines[index].words }
    }
    runs = LineRuns(lines) { wordsOf($0) }
    // The first line is the page's title more often than not.
    for index in lines.indices.prefix(1) { for word in wordsOf(index).prefix(40) { headline.insert(word) } }
  }

  private func wordsOf(_ index: Int) -> ArraySlice<UInt64> {
    words[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  @inline(__always)
  private mutating func add(_ value: UInt64) {
    out.add(template, value)
    template &+= 1
  }

  @inline(__always)
  private mutating func add(_ first: UInt64, _ second: UInt64) {
    out.add(template, first, second)
    template &+= 1
  }

  private mutating func describe(_ index: Int) {
    template = 0
    let line = lines[index]
    add(0)
    addForm(line, index)
    addPlace(line, index)
    addNeighbours(index)
    addWords(line, index)
    addRuns(line, index)
    out.endPosition()
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
    guard lines.indices.contains(index) else { return 9_999 }
    let line = lines[index]
    return min(Bins.logarithmic(line.words) / 2, 8) * 8 + ending(line)
  }

  private mutating func addForm(_ line: TextLine, _ index: Int) {
    let length = Bins.logarithmic(line.words)
    let ending = ending(line)
    add(length)
    add(length, ending)
    add(line.isProse ? 1 : 0)
    add(line.words > 0 ? UInt64(min(30, line.span.count / line.words)) : 0)
    add(line.isAttached ? 1 : 0, sketch(index))
    let bytes = text.utf8[line.span.range]
    var capitals = 0
    var marks = 0
    var starts = 0
    var last: UInt8 = 0x20
    for byte in bytes.prefix(400) {
      if last == 0x20 { starts += 1 }
      if byte.isASCIIUppercase, last == 0x20 { capitals += 1 }
      if !byte.isASCIILetter, !byte.isASCIIDigit, byte < 0x80, byte != 0x20 { marks += 1 }
      last = byte
    }
    add(Bins.share(capitals, of: starts), min(length, 12))
    add(Bins.share(marks, of: min(400, bytes.count) / 4 + 1), length)
    let first = bytes.first ?? 0
    let kind: UInt64 =
      first.isASCIIDigit ? 1 : first.isASCIIUppercase ? 2 : first.isASCIILowercase ? 3 : UInt64(first)
    add(kind, ending)
    add(line.core == line.span ? 0 : 1, length)
    add(rules[index].map { StableHash.of($0.utf8) } ?? 0)
    var commas = 0
    var stops = 0
    for byte in bytes {
      if byte == UInt8(ascii: ",") { commas += 1 }
      if byte == UInt8(ascii: ".") { stops += 1 }
    }
    add(Bins.logarithmic(commas), length)
    add(Bins.logarithmic(stops), length)
  }

  // MARK: Where it stands

  private mutating func addPlace(_ line: TextLine, _ index: Int) {
    let before = Bins.share(proseBefore[index], of: prose)
    let after = Bins.share(prose - proseBefore[index] - (line.isProse ? line.words : 0), of: prose)
    add(before)
    add(after)
    add(before, sketch(index))
    add(after, sketch(index))
    add(Bins.share(index, of: lines.count), sketch(index))
    add(UInt64(min(index, 12)), sketch(index))
    add(UInt64(min(lines.count - index, 12)), sketch(index))
    add(Bins.logarithmic(lines.count))
    add(Bins.share(prose, of: words.count), sketch(index))
    add(Bins.share(prose, of: words.count), Bins.logarithmic(lines.count))
    add(Bins.share(line.isProse ? line.words : 0, of: prose))
    add(isRepeated[index] ? 1 : 0, Bins.logarithmic(line.words))
  }

  // MARK: Neighbours

  private mutating func addNeighbours(_ index: Int) {
    add(sketch(index - 1))
    add(sketch(index + 1))
    add(sketch(index - 2))
    add(sketch(index + 2))
    add(sketch(index - 1), sketch(index))
    add(sketch(index), sketch(index + 1))
    for reach in [2, 5, 12] {
      var before = 0
      var after = 0
      for other in max(0, index - reach)..<index where lines[other].isProse { before += 1 }
      for other in (index + 1)..<max(index + 1, min(lines.count, index + reach + 1))
      where lines[other].isProse {
        after += 1
      }
      add(UInt64(before), UInt64(after))
      add(UInt64(before * 16 + after), sketch(index))
    }
    for offset in [-1, 1] {
      let other = index + offset
      add(lines.indices.contains(other) ? rules[other].map { StableHash.of($0.utf8) } ?? 0 : 7)
    }
  }

  // MARK: Runs

  /// Where the kinds of features of runs begin.
  private static let runTemplate: UInt32 = 150

  /// Where it stands to the runs of prose, and to its four neighbours.
  private mutating func addRuns(_ line: TextLine, _ index: Int) {
    guard let runs else { return }
    template = Self.runTemplate
    let sketch = sketch(index)
    let place = runs.place(index)
    add(place, sketch)
    add(place, runs.shareOfLongest)
    add(runs.distances(index), line.isProse ? 1 : 0)
    add(runs.distances(index), Bins.logarithmic(line.words))
    let kinship = runs.kinship(wordsOf(index))
    let side: UInt64 = place == 0 ? 0 : place < 128 ? 1 : 2
    add(kinship, sketch)
    add(kinship * 4 + side, runs.shareOfLongest)
    add(kinship * 4 + side, line.isProse ? 1 : 0)
    let (before, after) = (self.sketch(index - 1), self.sketch(index + 1))
    add(self.sketch(index - 2) * 128 + before, sketch)
    add(after * 128 + self.sketch(index + 2), sketch)
    add(before * 128 + after, sketch)
  }

  // MARK: Words

  private mutating func addWords(_ line: TextLine, _ index: Int) {
    let words = wordsOf(index)
    let start = template
    if let first = words.first {
      out.add(start, first)
      if let second = words.dropFirst().first { out.add(start + 1, first, second) }
      if let last = words.last, words.count < 40 { out.add(start + 2, last) }
      if words.count <= 12 { for word in words { out.add(start + 3, word) } }
      if words.count <= 4 {
        var all: UInt64 = 1
        for word in words { all = (all ^ word) &* 0x9FB2_1C65_1E98_DF25 }
        out.add(start + 4, all)
      }
    }
    var common = 0
    var numbers = 0
    var inHeadline = 0
    let looked = words.prefix(60)
    for word in looked {
      if word < 64 {
        numbers += 1
      } else if CommonWords.all.contains(hash: word) {
        common += 1
      }
      if index > 0, headline.contains(word) { inHeadline += 1 }
    }
    out.add(start + 5, Bins.share(common, of: looked.count), Bins.logarithmic(looked.count) / 2)
    out.add(start + 6, Bins.share(numbers, of: looked.count), Bins.logarithmic(looked.count) / 2)
    out.add(start + 7, Bins.share(inHeadline, of: looked.count), Bins.logarithmic(looked.count) / 2)
  }
}
