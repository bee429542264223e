import Copydesk

/// By what a document's headline is compared with those of others.
public struct HeadlineKeys: Sendable {
  /// The headline, and the headline without what may be a site's name.
  let full: Fingerprint
  let bare: Fingerprint?
  /// The day of publication, counted; nil where it is not known or does not matter.
  let day: Int?
  /// What the headline is about, to find it when it was edited; nil where only the same one counts.
  let words: HeadlineWords?
  /// By what it is found.
  let tags: [UInt32]

  /// Makes the keys, or nil where the headline has too few words.
  init?(
    _ headline: Headline, minWords: Int, published: PublicationDate?,
    similar: (plan: BandPlan, hasher: MinHasher)? = nil
  ) {
    guard headline.full.count >= minWords else { return nil }
    full = Fingerprint(headline.full.words)
    bare = headline.bare.flatMap { $0.count >= minWords ? Fingerprint($0.words) : nil }
    day = published.map(DayNumber.of)
    if let similar {
      let words = HeadlineWords(headline.full)
      self.words = words
      tags = SimilarHeadlines.tags(words, similar.plan, similar.hasher)
    } else {
      words = nil
      tags = []
    }
  }
}

/// The headlines seen so far, and the documents under each.
///
/// A headline stands in the table by itself, for documents without a date, and together with its day, for
/// those with one.
///
/// - Every number in the tables is an index into `ids`; of those found the smallest is the first document.
/// - A duplicate is never entered: what it repeats was. So "a day apart" does not creep on from day to day.
///
/// A document takes two entries of 20 bytes, two more where its headline ends in what may be a site's name,
/// 20 for its id and its day, and the bytes of the id where it is longer than 15: 120 to 220 bytes in all. ``SimilarHeadlines`` adds
/// about 150, ``OpeningFile`` four, and a kilobyte on the disk.
public struct HeadlineIndex: Sendable {
  private var byHeadline = HeadlineTable()
  private var byBareHeadline = HeadlineTable()
  private var ids: [String] = []
  /// The day of each; ``unknownDay`` where it is not known.
  private var days: [Int32] = []
  private var similar = SimilarHeadlines()
  private var openings: OpeningFile?

  /// Stand for a day in a key.
  private static let anyDay = Int.max
  private static let noDay = Int.max - 1
  private static let unknownDay = Int32.min

  /// - Parameter keepsOpenings: whether texts are compared too.
  init(keepsOpenings: Bool) throws { openings = keepsOpenings ? try OpeningFile() : nil }

  /// How many documents are in it.
  public var count: Int { ids.count }

  /// The id of the first document with that headline on a day that fits, of those that are accepted.
  /// - Complexity: O(1).
  func first(with keys: HeadlineKeys, where accepts: (Int32) throws -> Bool) rethrows -> String? {
    var numbers: [Int32] = []
    find(keys.full, on: keys.day, in: byHeadline, &numbers)
    // One of the two may have a site's name behind it, but not both: they could differ in it.
    if let bare = keys.bare {
      find(bare, on: keys.day, in: byHeadline, &numbers)
    } else {
      find(keys.full, on: keys.day, in: byBareHeadline, &numbers)
    }
    guard !numbers.isEmpty else { return nil }
    return try Set(numbers).sorted().first(where: accepts).map { ids[Int($0)] }
  }

  /// The document whose headline is most like that one, on a day that fits, of those that are accepted.
  func similar(
    to keys: HeadlineKeys, atLeast limit: Double, where accepts: (Int32) throws -> Bool
  ) rethrows -> (id: String, similarity: Double)? {
    guard let words = keys.words,
      let match = try similar.best(
        for: words, tags: keys.tags, day: keys.day, atLeast: limit, where: accepts)
    else { return nil }
    return (ids[Int(match.ordinal)], match.similarity)
  }

  /// The telling words at the beginning of a document's text; nil where they are not kept.
  func openingWords(of number: Int32, without headline: HeadlineWords) throws -> OpeningWords? {
    try openings?.words(of: number, without: headline)
  }

  /// Whether both a document of the index and that of the keys have a day, and another one.
  func isOnOtherDay(_ number: Int32, than keys: HeadlineKeys) -> Bool {
    let day = days[Int(number)]
    guard day != Self.unknownDay, let other = keys.day else { return false }
    return Int(day) != other
  }

  /// Remembers a document that repeats none.
  mutating func insert(_ id: String, _ keys: HeadlineKeys, _ text: Text) throws {
    let ordinal = Int32(truncatingIfNeeded: ids.count)
    try openings?.append(text)
    ids.append(id)
    days.append(keys.day.map { Int32(truncatingIfNeeded: $0) } ?? Self.unknownDay)
    if let words = keys.words { similar.insert(ordinal, words, tags: keys.tags, day: keys.day) }
    for day in [Self.anyDay, keys.day ?? Self.noDay] {
      byHeadline.insert(ordinal, under: keys.full.with(day))
      if let bare = keys.bare { byBareHeadline.insert(ordinal, under: bare.with(day)) }
    }
  }

  /// A document without a date fits any other; one with a date fits those of three days and those without.
  private func find(_ key: Fingerprint, on day: Int?, in table: HeadlineTable, _ numbers: inout [Int32]) {
    guard !table.isEmpty else { return }
    guard let day else { return table.numbers(under: key.with(Self.anyDay), into: &numbers) }
    guard table.holds(key.with(Self.anyDay)) else { return }
    for day in [day - 1, day, day + 1, Self.noDay] { table.numbers(under: key.with(day), into: &numbers) }
  }
}

/// Days counted, so that neighbours differ by one.
enum DayNumber {
  /// Days since 1 March of the year 0. A year is taken to begin in March, so that the leap day comes last.
  static func of(_ date: PublicationDate) -> Int {
    let year = date.month > 2 ? date.year : date.year - 1
    let month = (date.month + 9) % 12
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date.day - 1
  }
}
