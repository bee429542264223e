import Copydesk

/// What the stages of a run decided, counted by stage and by rule, in one pass over the documents.
///
/// Memory grows with the number of rules, not of documents.
struct Tally {
  /// One stage.
  struct Stage {
    /// How the trail names it.
    var reference: StageReference
    /// In how many documents it decided something.
    var documents = 0
    /// How many documents its `when` let pass by.
    var passedBy = 0
    /// How many documents ended here, and how.
    var ended: [Ending.Fate: Int] = [:]
    /// Bytes of the sources that it took out.
    var bytes = 0
    /// Its rules in the order in which they were met.
    var rules: [Rule] = []
  }

  /// One kind of decision.
  struct Rule {
    /// What tells it from others.
    struct Key: Hashable {
      /// A trail's action; `failed` for a failure, whose rule is its code.
      var action: String
      var rule: String
      /// The field that was filled.
      var field: String?

      /// Whether a document goes no further.
      var endsDocuments: Bool { ["failed", "dropped", "duplicate"].contains(action) }

      /// Whether the stage's `when` was not met: it had nothing to decide.
      var passesBy: Bool { action == TrailEntry.Action.noted.rawValue && rule == "when.not_met" }
    }

    var key: Key
    /// In how many documents it decided something.
    var documents = 0
    /// How often it decided.
    var decisions = 0
    /// Bytes of the sources that it took out.
    var bytes = 0
    var measurements = Measurements()
    /// The first documents it decided on.
    var examples: [String] = []
    /// The first different pieces of text it decided on.
    var excerpts: [String] = []
    /// The first different reasons for which documents were dropped or failed.
    var reasons: [String] = []
  }

  static let exampleCount = 3

  /// The stage that is counted alone; all, where nil.
  let only: String?
  /// How many documents ended in each way.
  private(set) var fates: [Ending.Fate: Int] = [:]
  private var stages: [Stage] = []
  private var order = StageOrder()

  init(only: String? = nil) { self.only = only }

  /// How many documents there are.
  var documents: Int { fates.values.reduce(0, +) }

  /// The stages in the order in which documents went through them.
  var orderedStages: [Stage] {
    let places = order.places
    return stages.sorted { places[$0.reference.id, default: 0] < places[$1.reference.id, default: 0] }
  }

  /// Counts a document.
  /// - Parameter excerpt: a piece of its source as a person reads it; asked for only where it is wanted.
  mutating func add(_ ending: Ending, excerpt: (Span) -> String? = { _ in nil }) {
    fates[ending.fate, default: 0] += 1
    order.note(ending.trail.compactMap(\.stage))
    var seenStages: Set<String> = []
    var seenRules: Set<[String?]> = []
    func count(_ reference: StageReference, _ key: Rule.Key, _ entry: TrailEntry?) {
      guard only == nil || only == reference.id else { return }
      let stage = index(of: reference)
      let rule = index(of: key, in: stage)
      if key.passesBy {
        stages[stage].passedBy += 1
      } else if seenStages.insert(reference.id).inserted {
        stages[stage].documents += 1
      }
      let removed = entry?.action == .removed ? entry?.source?.count ?? 0 : 0
      stages[stage].bytes += removed
      let isNew = seenRules.insert([reference.id, key.action, key.rule, key.field]).inserted
      stages[stage].rules[rule].add(entry, bytes: removed, in: isNew ? ending.id : nil, excerpt)
      if key.endsDocuments, let reason = ending.reason { stages[stage].rules[rule].add(reason) }
    }
    for entry in ending.trail {
      guard let stage = entry.stage else { continue }
      count(stage, Rule.Key(action: entry.action.rawValue, rule: entry.rule, field: entry.field), entry)
    }
    guard let last = ending.stage, only == nil || only == last else { return }
    let reference = ending.trail.last { $0.stage?.id == last }?.stage ?? StageReference(id: last)
    if ending.fate == .failed {
      if last == Ending.reading { order.note([reference]) }
      count(reference, Rule.Key(action: ending.fate.rawValue, rule: ending.code ?? ""), nil)
    }
    stages[index(of: reference)].ended[ending.fate, default: 0] += 1
  }

  private mutating func index(of reference: StageReference) -> Int {
    if let index = stages.firstIndex(where: { $0.reference.id == reference.id }) {
      if stages[index].reference.line == nil { stages[index].reference = reference }
      return index
    }
    stages.append(Stage(reference: reference))
    return stages.count - 1
  }

  private mutating func index(of key: Rule.Key, in stage: Int) -> Int {
    if let index = stages[stage].rules.firstIndex(where: { $0.key == key }) { return index }
    stages[stage].rules.append(Rule(key: key))
    return stages[stage].rules.count - 1
  }
}

extension Tally.Rule {
  fileprivate mutating func add(_ reason: String) {
    if reasons.count < Tally.exampleCount, !reasons.contains(reason) { reasons.append(reason) }
  }

  /// - Parameter document: the id, where this is the first time that the rule decides in that document.
  fileprivate mutating func add(
    _ entry: TrailEntry?, bytes: Int, in document: String?, _ excerpt: (Span) -> String?
  ) {
    decisions += 1
    self.bytes += bytes
    if let document {
      documents += 1
      if examples.count < Tally.exampleCount { examples.append(document) }
    }
    guard let entry else { return }
    if let measured = entry.measured { measurements.add(measured, limit: entry.limit) }
    if excerpts.count < Tally.exampleCount, let text = entry.source.flatMap(excerpt), !text.isEmpty,
      !excerpts.contains(text)
    {
      excerpts.append(text)
    }
  }
}

/// In which order documents come to the stages, as far as their trails show it.
private struct StageOrder {
  private var met: [StageReference] = []
  /// For each stage, those that were seen right before it.
  private var before: [String: Set<String>] = [:]

  /// Takes in the stages that one document came to, one after the other.
  mutating func note(_ stages: [StageReference]) {
    var last: String?
    for stage in stages where stage.id != last {
      if !met.contains(where: { $0.id == stage.id }) { met.append(stage) }
      if let last { before[stage.id, default: []].insert(last) }
      last = stage.id
    }
  }

  /// The place of each stage. Reading comes first; those between which nothing was seen stand by their line.
  var places: [String: Int] {
    var places: [String: Int] = [Ending.reading: -1]
    var rest = met.filter { $0.id != Ending.reading }.sorted {
      ($0.file == nil ? $0.line ?? .max : .max) < ($1.file == nil ? $1.line ?? .max : .max)
    }
    while !rest.isEmpty {
      let free = rest.firstIndex { stage in
        !(before[stage.id] ?? []).contains { places[$0] == nil && $0 != stage.id }
      }
      places[rest.remove(at: free ?? 0).id] = places.count
    }
    return places
  }
}
