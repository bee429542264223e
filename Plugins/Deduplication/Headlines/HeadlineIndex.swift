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

/// The headlines seen so far, and the first document under each.
///
/// A headline stands in the table by itself, for documents without a date, and together with its day, for
/// those with one. So a look-up is a handful of steps however often a headline comes back.
///
/// - Every ordinal in the tables is an index into `ids`; the smallest one found is the first document.
/// - A duplicate is never entered: what it repeats was. So "a day apart" does not creep on from day to day.
///
/// A document takes two entries of 20 bytes, two more where its headline ends in what may be a site's name,
/// 16 for its id, and the bytes of the id where it is longer than 15: 120 to 220 bytes in all. ``SimilarHeadlines`` adds about 150.
public struct HeadlineIndex: Sendable {
  private var byHeadline: [Fingerprint: Int32] = [:]
  private var byBareHeadline: [Fingerprint: Int32] = [:]
  private var ids: [String] = []
  private var similar = SimilarHeadlines()

  /// Stand for a day in a key.
  private static let anyDay = Int.max
  private static let noDay = Int.max - 1

  /// How many documents are the first under their headline.
  public var count: Int { ids.count }

  /// The id of the first document with that headline on a day that fits.
  /// - Complexity: O(1).
  func first(with keys: HeadlineKeys) -> String? {
    var first = ordinal(of: keys.full, on: keys.day, in: byHeadline)
    // One of the two may have a site's name behind it, but not both: they could differ in it.
    if let bare = keys.bare {
      first = min(first, ordinal(of: bare, on: keys.day, in: byHeadline))
    } else {
      first = min(first, ordinal(of: keys.full, on: keys.day, in: byBareHeadline))
    }
    return first == .max ? nil : ids[Int(first)]
  }

  /// The document whose headline is most like that one, on a day that fits.
  func similar(to keys: HeadlineKeys, atLeast limit: Double) -> (id: String, similarity: Double)? {
    guard let words = keys.words,
      let match = similar.best(for: words, tags: keys.tags, day: keys.day, atLeast: limit)
    else { return nil }
    return (ids[Int(match.ordinal)], match.similarity)
  }

  /// Remembers a document that is the first under its headline.
  mutating func insert(_ id: String, _ keys: HeadlineKeys) {
    let ordinal = Int32(truncatingIfNeeded: ids.count)
    ids.append(id)
    if let words = keys.words { similar.insert(ordinal, words, tags: keys.tags, day: keys.day) }
    for day in [Self.anyDay, keys.day ?? Self.noDay] {
      Self.insertIfNew(ordinal, keys.full.with(day), &byHeadline)
      if let bare = keys.bare { Self.insertIfNew(ordinal, bare.with(day), &byBareHeadline) }
    }
  }

  private static func insertIfNew(_ ordinal: Int32, _ key: Fingerprint, _ table: inout [Fingerprint: Int32]) {
    if table[key] == nil { table[key] = ordinal }
  }

  /// A document without a date fits any other; one with a date fits those of three days and those without.
  private func ordinal(of key: Fingerprint, on day: Int?, in table: [Fingerprint: Int32]) -> Int32 {
    guard !table.isEmpty else { return .max }
    guard let day else { return table[key.with(Self.anyDay)] ?? .max }
    guard table[key.with(Self.anyDay)] != nil else { return .max }
    return [day - 1, day, day + 1, Self.noDay].reduce(.max) { min($0, table[key.with($1)] ?? .max) }
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
