import Copydesk
import PipelineRunner

/// What there is to see of a result, gathered in one pass over its files.
///
/// Memory is bounded whatever the number of documents: counts, samples and the most frequent things.
struct RunStatistics {
  /// How the run used its time; known only to the one who ran it.
  struct Performance {
    /// How far the run had come at some moments.
    struct Moment {
      var seconds: Double
      var documents: Int
      var bytes: Int
    }

    var seconds: Double
    var bytes: Int
    var workers: Int
    var timings: [StageTiming]
    var course: [Moment] = []
  }

  /// Documents that repeat one.
  struct Cluster {
    var kept: String
    var copies: Int
    var examples: [String]
  }

  /// The name of the pipeline, where the result tells it.
  var name: String?
  /// What a user should know before believing the figures.
  var notes: [String] = []
  var performance: Performance?
  private(set) var tally = Tally()
  private(set) var removals = RemovalSample()
  private(set) var lengths = LengthHistogram()
  private(set) var languages = FrequentItems(capacity: 1_000)
  private(set) var labels: [String: FrequentItems] = [:]
  private var repeated = FrequentItems(capacity: 10_000)
  private var copies: [String: [String]] = [:]
  /// Kept documents that no language was told for.
  private(set) var withoutLanguage = 0

  private static let labelLimit = 40
  private static let namesOfLabel = 5_000

  /// Reads a result.
  /// - Throws: ``CopydeskError`` where a file cannot be read or is none of a run.
  init(_ files: ResultFiles) throws {
    name = files.manifest?.pipeline.name
    notes = files.notes
    let isElsewhere = files.hasTextsElsewhere
    try files.forEach { record in
      add(record, hasText: !isElsewhere)
      return true
    }
    if isElsewhere, tally.fates[.kept, default: 0] > 0 {
      if try !files.forEachKeptElsewhere({ addContents(of: $0) }) {
        notes.append("lengths, languages and names are told of JSON Lines, and this run wrote none")
      }
    }
    if let words = files.disagreement(with: tally.fates) { notes.append(words) }
  }

  private mutating func add(_ record: ResultFiles.Record, hasText: Bool) {
    let ending = Ending(record)
    tally.add(ending)
    removals.add(record, ending)
    if ending.fate != .failed, let kept = ending.original { addCopy(ending.id, of: kept) }
    if hasText, ending.fate == .kept { addContents(of: record) }
  }

  /// Counts what a kept document says.
  private mutating func addContents(of record: ResultFiles.Record) {
    if let text = record.text("text") { lengths.add(Text(text).wordCount) }
    if let language = record.text("language") { languages.add(language) } else { withoutLanguage += 1 }
    addEntities(of: record.json)
  }

  private mutating func addCopy(_ id: String, of kept: String) {
    repeated.add(kept)
    // Examples of as many as are counted; of those let go of since, they stay for a while.
    if copies.count < 2 * repeated.capacity || copies[kept] != nil {
      if copies[kept, default: []].count < 3 { copies[kept, default: []].append(id) }
    }
  }

  private mutating func addEntities(of json: JSONValue) {
    let entities = json["entities"]?.elements ?? []
    guard !entities.isEmpty else { return }
    var names: [String: String] = [:]
    for name in json["names"]?.elements ?? [] {
      if let id = name["id"]?.string { names[id] = name["name"]?.string }
    }
    for entity in entities {
      guard let label = entity["label"]?.string else { continue }
      guard let name = entity["id"]?.string.flatMap({ names[$0] }) ?? entity["text"]?.string else { continue }
      if labels[label] == nil, labels.count >= Self.labelLimit { continue }
      labels[label, default: FrequentItems(capacity: Self.namesOfLabel)].add(name)
    }
  }

  var fates: [Ending.Fate: Int] { tally.fates }
  var documents: Int { tally.documents }
  func count(_ fate: Ending.Fate) -> Int { fates[fate, default: 0] }

  /// Documents that repeat another, whatever was done with them.
  var copyCount: Int { repeated.total }

  /// How much too high the copies of a document may be counted; 0 where all counts are exact.
  var copyExcess: Int { repeated.excess }

  /// The documents that are repeated most often.
  func clusters(_ limit: Int) -> [Cluster] {
    repeated.top(limit).map { Cluster(kept: $0.name, copies: $0.count, examples: copies[$0.name] ?? []) }
  }

  /// The labels with the most mentions first.
  var orderedLabels: [(label: String, items: FrequentItems)] {
    labels.map { ($0.key, $0.value) }.sorted { ($1.1.total, $0.0) < ($0.1.total, $1.0) }
  }
}
