import Copydesk

/// The clusters of a result: what `duplicate_of` joins.
///
/// Memory: what is told of the documents that repeat another; of the others only of those that are repeated.
struct RepeatClusters {
  /// A document of a cluster.
  struct Member {
    var id: String
    var title: String
    /// How like the one that is kept it is, as the trail says; empty for that one itself.
    var similarity: String
  }

  /// Documents that repeat each other.
  struct Cluster {
    /// The id of the document that stands for all.
    var kept: String
    /// That document, where the result has it, then the others in the order of the result.
    var members: [Member]
  }

  /// For each document that repeats another, that one.
  private var repeats: [String: String] = [:]
  private var members: [String: Member] = [:]
  private var order: [String] = []
  /// The titles of the rest, of which any may turn out to be repeated.
  private var others: [String: String] = [:]

  mutating func add(_ record: ResultFiles.Record) {
    guard record.place != .deadLetters else { return }
    let title = record.text("title") ?? String((record.text("text") ?? "").prefix(60))
    let shown = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let kept = record.text("duplicate_of") else {
      others[record.id] = shown
      return
    }
    let ending = Ending(record)
    let similarity = ending.trail.last { $0.action == .duplicate }?.measured
    repeats[record.id] = ending.trail.called(kept)
    order.append(record.id)
    members[record.id] = Member(
      id: record.id, title: shown, similarity: similarity.map { Figures.exact($0) } ?? "")
  }

  /// The clusters, the largest first; of equal ones the one that begins first in the result.
  var sorted: [Cluster] {
    var clusters: [String: Cluster] = [:]
    var names: [String] = []
    for id in order {
      guard let member = members[id] else { continue }
      let kept = root(of: id)
      if clusters[kept] == nil {
        names.append(kept)
        let first = members[kept] ?? others[kept].map { Member(id: kept, title: $0, similarity: "") }
        clusters[kept] = Cluster(kept: kept, members: first.map { [$0] } ?? [])
      }
      if id != kept { clusters[kept]?.members.append(member) }
    }
    let found = names.enumerated().compactMap { place, name in clusters[name].map { (place, $0) } }
    return found.sorted { a, b in (b.1.members.count, a.0) < (a.1.members.count, b.0) }.map(\.1)
  }

  /// Where a chain of repetitions ends; one that two stages made may run in a circle.
  private func root(of id: String) -> String {
    var seen: Set<String> = [id]
    var id = id
    while let next = repeats[id], seen.insert(next).inserted { id = next }
    return id
  }
}
