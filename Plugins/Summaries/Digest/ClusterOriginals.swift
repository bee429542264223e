/// What each document of a cluster is a version of, among the documents of a digest.
///
/// A cluster has the id of the document that stands for it. Two files may well have a document each of the same id, so
/// that an id is not enough to tell which one is meant: of several it is the one with most words in common.
struct ClusterOriginals {
  /// Two documents that are of one cluster, as indices.
  private(set) var pairs: [(member: Int, original: Int)] = []

  /// - Complexity: O(documents), and for ids that are there several times the documents that have them.
  init(_ entries: [DigestEntry]) {
    var byID: [String: [Int]] = [:]
    // Only the ids that clusters are called by are of interest.
    for cluster in entries.compactMap(\.cluster) { byID[cluster] = [] }
    for (index, entry) in entries.enumerated() where byID[entry.id] != nil {
      byID[entry.id]?.append(index)
    }
    var firstOfCluster: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      guard let cluster = entry.cluster else { continue }
      let originals = (byID[cluster] ?? []).filter { $0 != index }
      if let nearest = Self.nearest(to: index, among: originals, entries) {
        pairs.append((index, nearest))
      } else if let first = firstOfCluster[cluster] {
        pairs.append((index, first))
      } else {
        firstOfCluster[cluster] = index
      }
    }
  }

  private static func nearest(to index: Int, among others: [Int], _ entries: [DigestEntry]) -> Int? {
    guard others.count > 1 else { return others.first }
    let keys = entries[index].keys
    return others.max { a, b in
      (entries[a].keys.intersection(keys).count, b) < (entries[b].keys.intersection(keys).count, a)
    }
  }
}
