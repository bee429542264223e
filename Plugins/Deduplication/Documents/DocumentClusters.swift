import Copydesk

/// Which documents of a run belong together, and which one of each cluster is kept.
///
/// - A cluster is what verified matches join: two documents of it are linked by a chain of them.
/// - A document that an earlier run kept is in the output of that run already: a cluster that has one, or one that it stands
///   for, keeps it, and no other.
/// - The answer depends on the matches alone, not on the order in which they are told.
///
/// Memory: 28 bytes a document, and 40 for each that matches another.
struct DocumentClusters: Sendable {
  /// What `settle` needs to know of a document that is in a cluster with others.
  struct Membership {
    /// Where the index has the document.
    var place: UInt32
    /// Where the index has the document that is kept.
    var kept: UInt32
    /// The match that joined the document; nil where it is the one that is kept.
    var match: DocumentMatch?
  }

  private let keep: KeptDocument
  /// For each commit the document's place among `places`; -1 for one that was not compared.
  private var order: [Int32] = []
  private var settled = 0
  /// The number that the first document of this run has in the index.
  private var countBefore = 0
  private var parents: [Int32] = []
  private var places: [UInt32] = []
  /// By which the kept one is chosen: less is better.
  private var ranks: [Int64] = []
  /// A match of each document that has one.
  private var matches: [Int32: DocumentMatch] = [:]
  /// For the root of a cluster that has documents of earlier runs, the first place of one that was kept for them.
  private var earlier: [Int32: UInt32] = [:]
  /// For the root of a cluster the document that is kept.
  private var chosen: [Int32: Int32] = [:]

  init(keep: KeptDocument) { self.keep = keep }

  /// Notes a document that is not compared with others.
  mutating func skip() { order.append(-1) }

  /// Notes a document.
  mutating func enter(
    _ number: Int, at place: UInt32, words: Int, published: PublicationDate?, countBefore: Int
  ) {
    self.countBefore = countBefore
    let node = Int32(truncatingIfNeeded: parents.count)
    order.append(node)
    parents.append(node)
    places.append(place)
    let rank: Int64 =
      switch keep {
      case .first: 0
      case .longest: Int64(-words)
      case .earliest: published.map { Int64($0.seconds) } ?? .max
      case .latest: published.map { -Int64($0.seconds) } ?? .max
      }
    ranks.append(rank)
  }

  /// Notes that the document that was entered last matches an earlier one.
  /// - Parameter kept: the place of the document that an earlier run kept for that one.
  mutating func join(_ number: Int, at place: UInt32, to match: DocumentMatch, kept: UInt32) {
    let node = Int32(truncatingIfNeeded: number - countBefore)
    if matches[node] == nil { matches[node] = match }
    guard match.number >= countBefore else {
      let root = root(of: node)
      earlier[root] = min(earlier[root] ?? .max, kept)
      return
    }
    let other = Int32(truncatingIfNeeded: match.number - countBefore)
    if matches[other] == nil {
      var seen = match
      seen.place = place
      seen.number = number
      matches[other] = seen
    }
    unite(root(of: node), root(of: other))
  }

  private mutating func unite(_ a: Int32, _ b: Int32) {
    guard a != b else { return }
    // The first document of a cluster is its root.
    let (root, child) = (min(a, b), max(a, b))
    parents[Int(child)] = root
    if let place = earlier.removeValue(forKey: child) { earlier[root] = min(earlier[root] ?? .max, place) }
  }

  private mutating func root(of node: Int32) -> Int32 {
    var node = node
    while parents[Int(node)] != node {
      parents[Int(node)] = parents[Int(parents[Int(node)])]
      node = parents[Int(node)]
    }
    return node
  }

  /// Chooses the kept document of each cluster.
  mutating func choose() {
    for node in parents.indices.map({ Int32(truncatingIfNeeded: $0) }) where matches[node] != nil {
      let root = root(of: node)
      let best = chosen[root] ?? node
      chosen[root] = ranks[Int(node)] < ranks[Int(best)] ? node : best
    }
  }

  /// What is known of the next document, in the order in which they were noted; nil for one that is alike no other.
  mutating func nextMembership() -> Membership? {
    guard settled < order.count else { return nil }
    let node = order[settled]
    settled += 1
    guard node >= 0, let match = matches[node] else { return nil }
    let root = root(of: node)
    let place = places[Int(node)]
    if let earlier = earlier[root] { return Membership(place: place, kept: earlier, match: match) }
    let kept = chosen[root] ?? node
    return Membership(
      place: place, kept: places[Int(kept)], match: kept == node ? nil : match)
  }
}
