/// The documents on their way through the stages: how many came to each, and how many went no further there.
struct StageFlow {
  /// One stage.
  struct Row {
    /// Its id; `input` is the reading.
    var id: String
    var place: String?
    /// Documents that were on their way when this stage's turn came.
    var entered: Int
    var dropped = 0
    var duplicates = 0
    var failed = 0
    /// In how many documents it decided something.
    var documents = 0
    /// How many documents its `when` let pass by.
    var passedBy = 0
    /// Bytes of the sources that it took out.
    var bytes = 0
    var rules: [Tally.Rule] = []

    var left: Int { entered - ended }
    var ended: Int { dropped + duplicates + failed }
    var title: String { id == Ending.reading ? "reading" : id }
  }

  private(set) var rows: [Row] = []

  /// The stages that decided something; where the run's own timings are there, all of them in their order.
  init(_ statistics: RunStatistics) {
    let stages = statistics.tally.orderedStages
    var ids = (statistics.performance?.timings ?? []).map(\.id)
    if ids.isEmpty { ids = [Ending.reading] }
    // `clean` twice in a pipeline has two ids; a branch of a route comes once.
    var known = Set<String>()
    ids = ids.filter { known.insert($0).inserted }
    ids += stages.map(\.reference.id).filter { known.insert($0).inserted }
    var remaining = statistics.documents
    for id in ids {
      var row = Row(id: id, place: nil, entered: remaining)
      if let stage = stages.first(where: { $0.reference.id == id }) {
        row.place = stage.reference.place
        row.dropped = stage.ended[.dropped] ?? 0
        row.duplicates = stage.ended[.duplicate] ?? 0
        row.failed = stage.ended[.failed] ?? 0
        row.documents = stage.documents
        row.passedBy = stage.passedBy
        row.bytes = stage.bytes
        row.rules = Self.sorted(stage.rules)
      }
      remaining = row.left
      rows.append(row)
    }
  }

  /// Ends of documents first, then what was taken out; the most frequent of each first.
  private static func sorted(_ rules: [Tally.Rule]) -> [Tally.Rule] {
    let actions = ["failed", "dropped", "duplicate", "removed", "recovered", "lifted", "noted"]
    func rank(_ rule: Tally.Rule) -> Int { actions.firstIndex(of: rule.key.action) ?? actions.count }
    return rules.sorted {
      (rank($0), -$0.documents, -$0.decisions, $0.key.rule)
        < (rank($1), -$1.documents, -$1.decisions, $1.key.rule)
    }
  }
}
