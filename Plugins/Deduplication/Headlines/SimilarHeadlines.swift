import Copydesk

/// Finds headlines that were lightly edited.
///
/// Candidates share a band of the MinHash signatures of their words; each is verified. Of headlines that share a tag
/// only the latest few are looked at, so that the work for a document is bounded.
///
/// Memory: a headline takes eight tags of 10 to 12.5 bytes, and four bytes for each of its words.
struct SimilarHeadlines: Sendable {
  /// An earlier headline that is like another.
  struct Match: Equatable {
    var ordinal: Int32
    var similarity: Double
  }

  private static let permutations = 32

  /// The tags of a headline's words, made on any thread.
  static func tags(_ words: HeadlineWords, _ plan: BandPlan, _ hasher: MinHasher) -> [UInt32] {
    guard !words.words.isEmpty else { return [] }
    return plan.tags(hasher.signature(of: words.words.map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }))
  }

  static func plan(similarity: Double) -> BandPlan {
    BandPlan(threshold: similarity, permutations: permutations)
  }

  private var table = TagTable()
  /// The words and numbers of all headlines, one headline after the other.
  private var words: [UInt32] = []
  private var entries: [Entry] = []

  private struct Entry {
    var ordinal: Int32
    var day: Int32
    var start: UInt32
    var words: UInt16
    var numbers: UInt16
  }

  private static let noDay = Int32.min

  /// The headline that is most like this one, on a day that fits, of those that are accepted; of several the earliest.
  func best(
    for headline: HeadlineWords, tags: [UInt32], day: Int?, atLeast limit: Double,
    where accepts: (Int32) throws -> Bool
  ) rethrows -> Match? {
    var places: [UInt32] = []
    for tag in tags { table.places(of: tag, into: &places) }
    var best: Match?
    for place in Set(places).sorted() {
      let entry = entries[Int(place) - 1]
      if let day, entry.day != Self.noDay, abs(Int(entry.day) - day) > 1 { continue }
      let similarity = headline.similarity(to: self.headline(of: entry))
      if similarity >= limit, similarity > best?.similarity ?? 0, try accepts(entry.ordinal) {
        best = Match(ordinal: entry.ordinal, similarity: similarity)
      }
    }
    return best
  }

  private func headline(of entry: Entry) -> HeadlineWords {
    let start = Int(entry.start)
    let middle = start + Int(entry.words)
    return HeadlineWords(
      words: Array(words[start..<middle]), numbers: Array(words[middle..<(middle + Int(entry.numbers))]))
  }

  /// Remembers a headline.
  mutating func insert(_ ordinal: Int32, _ headline: HeadlineWords, tags: [UInt32], day: Int?) {
    guard !tags.isEmpty, headline.words.count < 1 << 15 else { return }
    entries.append(
      Entry(
        ordinal: ordinal, day: day.map { Int32(truncatingIfNeeded: $0) } ?? Self.noDay,
        start: UInt32(truncatingIfNeeded: words.count), words: UInt16(headline.words.count),
        numbers: UInt16(headline.numbers.count)))
    words += headline.words
    words += headline.numbers
    let place = UInt32(truncatingIfNeeded: entries.count)
    for tag in tags { table.insert(tag, place) }
  }
}
