import Copydesk

/// An earlier document that a document repeats.
struct DocumentMatch: Equatable {
  /// How the two are alike.
  enum Kind: String {
    /// The same normalised text.
    case same
    /// A Jaccard similarity at the threshold or above.
    case near
    /// The one stands in the other.
    case contained
  }

  var kind: Kind
  /// Where the index has the other document.
  var place: UInt32
  /// The other document's number.
  var number: Int
  /// The Jaccard similarity, or the part of the one text that is in the other.
  var similarity: Double
  /// Whether it is the other document that stands in this one.
  var containsOther = false
}

/// The documents so far that others are compared with.
///
/// - A document is found by tags: one of its normalised text, one for each band of its signature, and, where
///   containment is asked for, one for each chosen shingle. Memory holds the tags; the records, which hold the shingles,
///   are in a file.
/// - No match is reported that was not verified: the same text by 128 bits, a similarity by the sets of shingles.
/// - It is only ever added to, in the order of the calls, so that the answer depends on the documents before and on
///   nothing else.
/// - What is done for a document is bounded by ``mostCandidates`` verifications.
///
/// At the defaults a document takes 13 entries of 10 to 12.5 bytes in memory: 130 to 163 bytes.
public struct DocumentIndex: Sendable {
  /// How many candidates are verified at most; those that share most tags first.
  static let mostCandidates = 128

  let settings: IndexSettings
  private var tags: TagIndex
  private var records: RecordFile
  private let folder: IndexFolder?
  /// How many documents it holds.
  private(set) var count: Int
  /// How many of them an earlier run put there.
  let countBefore: Int
  /// Which document is kept for each that is not.
  var kept: KeptPlaces
  private var candidates: [UInt32] = []

  /// An index in memory and temporary files, or the one in a folder.
  /// - Throws: ``CopydeskError`` where the folder's index cannot be used.
  init(_ settings: IndexSettings, memory: Int, folder path: String?) throws {
    self.settings = settings
    if let path {
      let folder = try IndexFolder(path, settings)
      let contents = try folder.open()
      records = contents.records
      tags = TagIndex(
        budget: memory, runs: contents.runs, nextNumber: contents.nextRun, makeFile: folder.makeRunFile)
      count = contents.documents
      kept = contents.kept
      self.folder = folder
    } else {
      records = try RecordFile(.temporary())
      tags = TagIndex(budget: memory) { _ in (try .temporary(), "") }
      count = 0
      kept = KeptPlaces()
      folder = nil
    }
    countBefore = count
  }

  /// The bytes of memory it takes, without buffers.
  var memory: Int { tags.memory }

  /// Writes what was added to the index's folder, so that it is there as a whole or not at all.
  mutating func save() throws {
    guard let folder else { return }
    try tags.spill()
    try records.synchronise()
    try folder.commit(
      records: records.length, documents: count, runs: tags.runs, nextRun: tags.followingNumber, kept: kept)
  }

  // MARK: Adding

  /// Adds a document that others shall be compared with.
  /// - Parameter isFindable: whether they shall; a copy of a text that is there need not be.
  /// - Returns: its place.
  @discardableResult
  mutating func insert(_ sketch: DocumentSketch, isFindable: Bool = true) throws -> UInt32 {
    var record = sketch.record
    DocumentRecord.setNumber(UInt32(truncatingIfNeeded: count), in: &record)
    let place = try records.append(record)
    count += 1
    guard isFindable else { return place }
    try tags.insert(sketch.exactTag, place)
    for tag in sketch.bandTags { try tags.insert(tag, place) }
    for tag in sketch.partTags { try tags.insert(tag, place) }
    return place
  }

  // MARK: Looking up

  /// The document with the same normalised text; the earliest, where there are several.
  mutating func same(as sketch: DocumentSketch) throws -> DocumentMatch? {
    candidates.removeAll(keepingCapacity: true)
    // Most texts are not there, and the bands come next.
    for tag in sketch.bandTags { tags.fetchAhead(tag) }
    try tags.places(of: sketch.exactTag, into: &candidates)
    candidates.sort()
    for place in candidates {
      let number = try records.withRecord(at: place) { raw -> Int?? in
        guard let record = try DocumentRecord(raw) else { return nil }
        return .some(record.fingerprint == sketch.fingerprint ? record.number : nil)
      }
      guard let number, try !isItself(sketch, at: place) else { continue }
      return DocumentMatch(kind: .same, place: place, number: number, similarity: 1)
    }
    return nil
  }

  /// Whether a document that is run again is the one at a place.
  private func isItself(_ sketch: DocumentSketch, at place: UInt32) throws -> Bool {
    guard let own = sketch.replayedID else { return false }
    return try id(at: place) == own
  }

  /// Whether a document that is run again is remembered already.
  mutating func remembers(_ sketch: DocumentSketch) throws -> Bool {
    guard sketch.replayedID != nil else { return false }
    candidates.removeAll(keepingCapacity: true)
    try tags.places(of: sketch.exactTag, into: &candidates)
    return try candidates.contains { try isItself(sketch, at: $0) }
  }

  /// All verified matches but those of the same text, the earliest document first.
  mutating func matches(of sketch: DocumentSketch) throws -> [DocumentMatch] {
    let places = try candidatePlaces(sketch)
    guard !places.isEmpty else { return [] }
    var shingles = ShingleSet(sketch.shingles)
    return try places.compactMap { place in
      try isItself(sketch, at: place) ? nil : verify(place, sketch, &shingles)
    }
  }

  /// The match with the greatest similarity, of several the earliest; a similar text before one that contains this.
  mutating func best(for sketch: DocumentSketch) throws -> DocumentMatch? {
    let matches = try matches(of: sketch).filter { !$0.containsOther }
    return matches.max { a, b in
      (a.kind == .near ? 1 : 0, a.similarity, b.place) < (b.kind == .near ? 1 : 0, b.similarity, a.place)
    }
  }

  /// The documents that share a tag; of very many those that share most, of these the latest.
  mutating func candidatePlaces(_ sketch: DocumentSketch) throws -> [UInt32] {
    candidates.removeAll(keepingCapacity: true)
    for tag in sketch.bandTags { try tags.places(of: tag, into: &candidates) }
    for tag in sketch.partTags { try tags.places(of: tag, into: &candidates) }
    guard !candidates.isEmpty else { return [] }
    candidates.sort()
    var found: [(place: UInt32, count: Int)] = []
    for place in candidates {
      if found.last?.place == place { found[found.count - 1].count += 1 } else { found.append((place, 1)) }
    }
    if found.count > Self.mostCandidates {
      found.sort { ($1.count, $1.place) < ($0.count, $0.place) }
      found.removeLast(found.count - Self.mostCandidates)
      found.sort { $0.place < $1.place }
    }
    return found.map(\.place)
  }

  /// How a document is alike the one at a place; nil where it is not.
  func match(of sketch: DocumentSketch, with place: UInt32) throws -> DocumentMatch? {
    let same = try records.withRecord(at: place) { raw -> Int?? in
      guard let record = try DocumentRecord(raw) else { return nil }
      return .some(record.fingerprint == sketch.fingerprint ? record.number : nil)
    }
    if let same { return DocumentMatch(kind: .same, place: place, number: same, similarity: 1) }
    var shingles = ShingleSet(sketch.shingles)
    return try verify(place, sketch, &shingles)
  }

  private func verify(
    _ place: UInt32, _ sketch: DocumentSketch, _ shingles: inout ShingleSet
  ) throws -> DocumentMatch? {
    let threshold = settings.threshold
    let match = try records.withRecord(at: place) { raw -> DocumentMatch?? in
      guard let record = try DocumentRecord(raw) else { return nil }
      let (fewer, more) = (min(record.distinct, sketch.distinct), max(record.distinct, sketch.distinct))
      guard fewer > 0 else { return .some(nil) }
      // Two sets are no more alike than their sizes are.
      let mayBeNear = settings.searchesNear && Double(fewer) >= threshold * Double(more)
      guard mayBeNear || settings.containment != nil else { return .some(nil) }
      guard record.isComplete else { return nil }
      guard record.isSound else { throw IndexProblem.damaged("records") }
      let shared = record.withShingles { shingles.shared(with: $0) }
      let jaccard = Double(shared) / Double(fewer + more - shared)
      if settings.searchesNear, jaccard >= threshold {
        return DocumentMatch(kind: .near, place: place, number: record.number, similarity: jaccard)
      }
      let own = Double(shared) / Double(sketch.distinct)
      let others = Double(shared) / Double(record.distinct)
      if let limit = settings.containment, max(own, others) >= limit {
        // Of two that are nearly of a length, each may stand in the other.
        return DocumentMatch(
          kind: .contained, place: place, number: record.number, similarity: own >= limit ? own : others,
          containsOther: own < limit)
      }
      return .some(nil)
    }
    return match
  }

  // MARK: Telling

  /// What a message about a match needs to know of the other document.
  struct Other {
    var id: String
    var number: Int
    /// The longest run of words that both have.
    var passage: SharedPassage?
    /// Where each word of the other text starts in its source.
    var wordSources: [Int]
  }

  /// Reads what is known of the document at a place.
  func other(at place: UInt32, for sketch: DocumentSketch) throws -> Other {
    try records.withRecord(at: place) { raw -> Other? in
      guard let record = try DocumentRecord(raw), record.isComplete else { return nil }
      guard record.isSound else { throw IndexProblem.damaged("records") }
      let length = min(settings.shingle, max(1, sketch.words))
      let passage = record.withShingles { SharedPassage(sketch.shingles, $0, length: length) }
      return Other(id: record.id, number: record.number, passage: passage, wordSources: record.wordSources)
    }
  }

  /// The number of the document at a place: those of earlier runs come first.
  func number(at place: UInt32) throws -> Int {
    try records.withRecord(at: place) { raw in try DocumentRecord(raw)?.number }
  }

  /// The id of the document at a place.
  func id(at place: UInt32) throws -> String {
    try records.withRecord(at: place) { raw -> String? in
      guard let record = try DocumentRecord(raw), record.isComplete else { return nil }
      guard record.isSound else { throw IndexProblem.damaged("records") }
      return record.id
    }
  }
}
