import Copydesk

/// What the ledger sees besides the counts: what a user should be told at the end of a run.
///
/// Holds a hash of 10 to 12.5 bytes for each document, up to a bound: of ids that come twice after that, it does not know.
public struct RunTraces: Sendable {
  /// Where the run tells of all its files; nil where it left none that could be asked.
  public internal(set) var manifest: String?
  /// Documents that were kept, and that no file holds as a record: the ledger of the kept has a line for each.
  public private(set) var rendered = 0
  /// Documents whose id an earlier one of the run has, too.
  public private(set) var repeatedIDs = 0
  /// The id of the first of those.
  public private(set) var firstRepeatedID: String?
  /// Failed documents whose bytes are at fault, so that the same bytes will always fail.
  public private(set) var damaged = 0

  /// The first document that each stage failed on, by the stage; by `input` those that could not be read.
  public private(set) var firstFailures: [String: FirstFailure] = [:]

  /// How many documents each stage failed on that its definition keeps all the same, by the stage.
  public private(set) var recovered: [String: Int] = [:]
  /// The first of those of each stage, and why it failed.
  public private(set) var firstRecoveries: [String: Recovery] = [:]

  /// A document that a stage failed on and that was kept.
  public struct Recovery: Sendable, Equatable {
    /// The document's id.
    public let id: String
    /// What happened.
    public let message: String
  }

  /// A document that failed, and why.
  public struct FirstFailure: Sendable, Equatable {
    /// The document's id.
    public let id: String
    /// What happened.
    public let message: String
    /// Its code, `CD201`.
    public let code: String
    /// What to do about it.
    public let help: String?
    /// What happened, and its code.
    public var reason: String { "\(message) [\(code)]" }
  }

  /// Whether ids of documents before a resumption are not known any more, so that more may repeat than were counted.
  public private(set) var hasForgottenIDs = false

  /// Writes all but the ids that were seen.
  func store(to out: inout ByteStore) {
    for count in [rendered, repeatedIDs, damaged] { out.put(count) }
    out.put(firstRepeatedID)
    out.put(each: recovered.sorted { $0.key < $1.key }) { out, stage in
      out.put(stage.key)
      out.put(stage.value)
    }
    out.put(each: firstFailures.sorted { $0.key < $1.key }) { out, failure in
      for text in [failure.key, failure.value.id, failure.value.message, failure.value.code] { out.put(text) }
      out.put(failure.value.help)
    }
    out.put(each: firstRecoveries.sorted { $0.key < $1.key }) { out, recovery in
      for text in [recovery.key, recovery.value.id, recovery.value.message] { out.put(text) }
    }
  }

  init() {}

  /// Reads what ``store(to:)`` wrote. Of ids that repeat one of before, no more is known.
  init(from bytes: inout ByteLoader) throws(MalformedStore) {
    rendered = try bytes.int()
    repeatedIDs = try bytes.int()
    damaged = try bytes.int()
    firstRepeatedID = try bytes.optionalString()
    let recovered = try bytes.array { bytes throws(MalformedStore) in (try bytes.string(), try bytes.int()) }
    self.recovered = Dictionary(recovered, uniquingKeysWith: { first, _ in first })
    let failures = try bytes.array { bytes throws(MalformedStore) in
      let (stage, id) = (try bytes.string(), try bytes.string())
      let (message, code) = (try bytes.string(), try bytes.string())
      return (stage, FirstFailure(id: id, message: message, code: code, help: try bytes.optionalString()))
    }
    firstFailures = Dictionary(failures, uniquingKeysWith: { first, _ in first })
    let recoveries = try bytes.array { bytes throws(MalformedStore) in
      (try bytes.string(), Recovery(id: try bytes.string(), message: try bytes.string()))
    }
    firstRecoveries = Dictionary(recoveries, uniquingKeysWith: { first, _ in first })
    hasForgottenIDs = true
  }

  /// How many ids are remembered.
  var most = Int.max
  private var seen = SeenHashes()
  private static let damages: Set<DiagnosticCode> = [.notUTF8, .binaryFile, .malformedJSON, .badRecord]

  mutating func add(_ id: String, _ verdict: Verdict, _ filing: Filing) {
    let hash = StableHash.of(id.utf8)
    if seen.count >= most ? seen.contains(hash) : !seen.insert(hash) {
      repeatedIDs += 1
      if firstRepeatedID == nil { firstRepeatedID = id }
    }
    switch verdict {
    case .kept where filing == .rendered: rendered += 1
    case .failed(let failure):
      if Self.damages.contains(failure.code) { damaged += 1 }
      let stage = failure.stage ?? "input"
      if firstFailures[stage] == nil {
        firstFailures[stage] = FirstFailure(
          id: id, message: failure.message, code: failure.code.rawValue, help: failure.help)
      }
    default: break
    }
  }

  /// Counts what stages failed on and let by.
  mutating func addRecoveries(of id: String, _ trail: Trail) {
    for entry in trail.entries where entry.action == .recovered {
      let stage = entry.stage?.id ?? ""
      recovered[stage, default: 0] += 1
      guard firstRecoveries[stage] == nil, let reason = entry.reason else { continue }
      firstRecoveries[stage] = Recovery(id: id, message: reason)
    }
  }
}
