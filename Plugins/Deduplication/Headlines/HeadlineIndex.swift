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
    day = published?.dayNumber
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
/// - A document is found by tags: its headline by itself, for documents without a date, and together with its day, for
///   those with one; both also without what may be a site's name; and eight of the words, for headlines that were lightly
///   edited. Memory holds the tags; what the documents are compared by is in a file.
/// - No match is reported that was not verified: the same headline by 128 bits, a similar one by its words.
/// - Of the documents under one headline the latest ``TagTable/mostPerTag`` are looked at, the first of them first. A
///   duplicate is never entered: what it repeats was. So "a day apart" does not creep on from day to day.
///
/// A document takes ten or twelve entries of 10 to 12.5 bytes in memory, 100 to 150 bytes, and about a kilobyte on the
/// disk.
public struct HeadlineIndex: Sendable {
  private var tags: TagIndex
  private var records: RecordFile
  /// How many documents are in it.
  public private(set) var count = 0

  /// Stand for a day in a key.
  private static let anyDay = Int.max
  private static let noDay = Int.max - 1
  /// Stands for a headline without a site's name in a key.
  private static let bare = 1

  /// - Parameter memory: most bytes of memory that the tags take; what is more goes to the disk.
  init(memory: Int) throws {
    tags = TagIndex(budget: memory) { _ in (try .temporary(), "") }
    records = try RecordFile(.temporary())
  }

  /// The bytes of memory it takes, without buffers.
  var memory: Int { tags.memory }

  /// The id of the first document with that headline on a day that fits, of those that are accepted.
  /// - Complexity: O(1) look-ups.
  func first(with keys: HeadlineKeys, where accepts: (UInt32) throws -> Bool) throws -> String? {
    var places: [UInt32] = []
    try find(keys.full, on: keys.day, &places)
    // One of the two may have a site's name behind it, but not both: they could differ in it.
    if let bare = keys.bare {
      try find(bare, on: keys.day, &places)
    } else {
      try find(keys.full.with(Self.bare), on: keys.day, &places)
    }
    for place in Set(places).sorted() {
      let id = try record(at: place) { $0.isNamed(keys) && $0.isOn(keys.day) ? $0.id : nil }
      if let id, try accepts(place) { return id }
    }
    return nil
  }

  /// The document whose headline is most like that one, on a day that fits, of those that are accepted; of several the
  /// earliest.
  func similar(
    to keys: HeadlineKeys, atLeast limit: Double, where accepts: (UInt32) throws -> Bool
  ) throws -> (id: String, similarity: Double)? {
    guard let words = keys.words else { return nil }
    var places: [UInt32] = []
    for tag in keys.tags { try tags.places(of: tag, into: &places) }
    var best: (id: String, similarity: Double)?
    for place in Set(places).sorted() {
      let found = try record(at: place) { record -> (id: String, similarity: Double)? in
        guard record.isOn(keys.day) else { return nil }
        let similarity = words.similarity(to: record.words)
        return similarity >= limit && similarity > best?.similarity ?? 0 ? (record.id, similarity) : nil
      }
      if let found, try accepts(place) { best = found }
    }
    return best
  }

  /// The telling words at the beginning of a document's text.
  func openingWords(of place: UInt32, without headline: HeadlineWords) throws -> OpeningWords {
    try record(at: place) { OpeningWords($0.opening, without: headline) }
  }

  /// Whether both a document of the index and that of the keys have a day, and another one.
  func isOnOtherDay(_ place: UInt32, than keys: HeadlineKeys) throws -> Bool {
    guard let day = keys.day else { return false }
    return try record(at: place) { $0.day.map { $0 != day } ?? false }
  }

  /// Remembers a document that repeats none.
  mutating func insert(_ id: String, _ keys: HeadlineKeys, _ text: Text) throws {
    let opening = OpeningWords.opening(of: text)
    let place = try records.append(HeadlineRecord.encode(id: id, keys: keys, opening: opening))
    count += 1
    for day in [Self.anyDay, keys.day ?? Self.noDay] {
      try tags.insert(Self.tag(keys.full, day), place)
      if let bare = keys.bare { try tags.insert(Self.tag(bare.with(Self.bare), day), place) }
    }
    for tag in keys.tags { try tags.insert(tag, place) }
  }

  private func record<Result>(
    at place: UInt32, _ body: (HeadlineRecord) throws -> Result
  ) throws -> Result {
    try records.withRecord(at: place) { raw in try HeadlineRecord(raw).map(body) }
  }

  /// A document without a date fits any other; one with a date fits those of three days and those without.
  private func find(_ key: Fingerprint, on day: Int?, _ places: inout [UInt32]) throws {
    let before = places.count
    try tags.places(of: Self.tag(key, Self.anyDay), into: &places)
    guard let day, places.count > before else { return }
    // The latest under the headline need not be those of the day.
    for day in [day - 1, day, day + 1, Self.noDay] {
      try tags.places(of: Self.tag(key, day), into: &places)
    }
  }

  private static func tag(_ key: Fingerprint, _ day: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: key.with(day).high)
  }
}

extension HeadlineRecord {
  /// Whether it stands under the headline; one of the two may have a site's name behind it, but not both.
  fileprivate func isNamed(_ keys: HeadlineKeys) -> Bool {
    full == keys.full || full == keys.bare || keys.bare == nil && bare == keys.full
  }

  /// Whether it is at most a day away, or without a date.
  fileprivate func isOn(_ day: Int?) -> Bool {
    guard let day, let own = self.day else { return true }
    return abs(own - day) <= 1
  }
}
