import Copydesk

/// Finds what a page sets in series inside the article: pictures under one heading, teasers that end in one link.
///
/// "UK news in pictures" over each of fifty pictures, "READ THE REST" under each of six stories: the blocks in between
/// read like prose, but a heading that says the same again and again at even steps heads no section.
/// Nor does one that counts: "3/50".
struct BlockSeries {
  /// The blocks of the series.
  let blocks: Range<Int>
  /// Whether it points to other stories; else it shows pictures.
  let isOfTeasers: Bool
  /// Whether its headings count: "3/50". A story may be told so, if there is no other on the page.
  private(set) var isCounted = false

  private static let fewest = 4
  private static let longestStep = 5
  /// Words of the text that comes again: "Read more" alone stands anywhere.
  private static let fewestWords = 3

  /// The series of a page.
  /// - Complexity: O(blocks).
  static func all(in survey: PageSurvey) -> [BlockSeries] {
    var places: [UInt64: [Int]] = [:]
    var numbers: [Int: Int] = [:]
    for (index, block) in survey.blocks.enumerated()
    where survey.page.nodes[block.container].tag.isHeading && (1...20).contains(block.words) {
      let text = survey.text(of: block).lowercased()
      if let counter = SeriesCounter(text) {
        numbers[index] = counter.number
        places[StableHash.of("/\(counter.all)".utf8), default: []].append(index)
      } else if isCandidate(block) {
        places[StableHash.of(text.utf8), default: []].append(index)
      }
    }
    return places.values.filter { $0.count >= fewest }
      .sorted { $0[0] < $1[0] }
      .flatMap { series($0, numbers, of: survey) }
  }

  /// Of headings.
  private static func isCandidate(_ block: PageBlock) -> Bool {
    (fewestWords...12).contains(block.words) && (block.linkWords == 0 || block.linkWords == block.words)
  }

  private static func series(
    _ places: [Int], _ numbers: [Int: Int], of survey: PageSurvey
  ) -> [BlockSeries] {
    var found: [BlockSeries] = []
    var start = 0
    while start < places.count {
      var end = start + 1
      while end < places.count, places[end] - places[end - 1] <= longestStep,
        numbers[places[end]] ?? 1 > numbers[places[end - 1]] ?? 0
      {
        end += 1
      }
      if var one = one(places[start..<end], of: survey) {
        one.isCounted = numbers[places[start]] != nil
        found.append(one)
      }
      start = end
    }
    return found
  }

  /// A series, if the steps are even.
  private static func one(_ places: ArraySlice<Int>, of survey: PageSurvey) -> BlockSeries? {
    guard places.count >= fewest, let first = places.first, let last = places.last else { return nil }
    let steps = zip(places, places.dropFirst()).map { $1 - $0 }
    let step = steps.sorted()[steps.count / 2]
    guard step > 1, steps.count(where: { abs($0 - step) <= 1 }) * 5 >= steps.count * 4 else { return nil }
    let isLink = survey.blocks[first].linkDensity == 1
    if isLink {
      // Each ends in the link, and begins with a headline that is one too.
      let hasHeadlines = places.allSatisfy { place in
        (max(0, place - step + 1)..<place).contains { survey.blocks[$0].linkDensity > 0.9 }
      }
      return hasHeadlines
        ? BlockSeries(blocks: max(0, first - step + 1)..<(last + 1), isOfTeasers: true) : nil
    }
    return BlockSeries(blocks: first..<min(survey.blocks.count, last + step), isOfTeasers: false)
  }
}
