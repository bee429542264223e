import Copydesk

/// Puts the documents of a digest into groups: those of one story, of one day, or about one name.
struct StoryGroups {
  /// A group: what it is called, where that is known, and its documents in the order of the input.
  struct Group {
    var name: String?
    var members: [Int]
  }

  let groups: [Group]

  /// - Parameter likeness: the least cosine of two documents of one story.
  init(_ entries: [DigestEntry], by key: DigestOutput.Grouping, likeness: Double) {
    groups =
      switch key {
      case .story: Self.stories(entries, likeness)
      case .day: Self.days(entries)
      case .entity: Self.names(entries)
      }
  }

  /// Documents of one cluster, and those whose titles and openings share words that are rare among all: each joins the
  /// nearest before it, where that is near enough and not more than three days away.
  /// - Complexity: O(words · documents that have the word); words that every tenth document has are passed over.
  private static func stories(_ entries: [DigestEntry], _ likeness: Double) -> [Group] {
    var parents = Array(entries.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parents[index] != index {
        parents[index] = parents[parents[index]]
        index = parents[index]
      }
      return index
    }
    func join(_ a: Int, _ b: Int) {
      let (low, high) = (min(root(a), root(b)), max(root(a), root(b)))
      parents[high] = low
    }
    for (member, original) in ClusterOriginals(entries).pairs { join(member, original) }
    var frequency: [UInt64: Int] = [:]
    for entry in entries {
      for key in entry.keys { frequency[key, default: 0] += 1 }
    }
    let bound = max(8, entries.count / 10)
    // As if there were a hundred documents more: in a handful, what all share is no less telling.
    let weights = frequency.mapValues { logarithm(1 + Double(entries.count + 100) / Double($0)) }
    func weight(_ key: UInt64) -> Double { weights[key] ?? 0 }
    var postings: [UInt64: [Int]] = [:]
    var norms: [Double] = []
    for (index, entry) in entries.enumerated() {
      // In the order of the keys, so that the sums are the same in every run.
      let keys = entry.keys.sorted()
      norms.append(max(1e-9, keys.reduce(0) { $0 + weight($1) * weight($1) }.squareRoot()))
      var sums: [Int: Double] = [:]
      for key in keys where frequency[key] ?? 0 <= bound {
        for other in postings[key] ?? [] { sums[other, default: 0] += weight(key) * weight(key) }
        postings[key, default: []].append(index)
      }
      let near = sums.map { (cosine: $1 / (norms[index] * norms[$0]), other: $0) }
        .filter { $0.cosine >= likeness && isNear(entries[$0.other].day, entry.day) }
      if let best = near.max(by: { ($0.cosine, $1.other) < ($1.cosine, $0.other) }) {
        join(index, best.other)
      }
    }
    return collect(entries.indices.map { String(root($0)) }).map { Group(name: nil, members: $0.members) }
  }

  /// Whether two days are three days apart or fewer; a day that is not known is near to all.
  static func isNear(_ a: String?, _ b: String?) -> Bool {
    guard let a = a.flatMap({ PublicationDate(iso8601: $0) }),
      let b = b.flatMap({ PublicationDate(iso8601: $0) })
    else { return true }
    return abs(a.dayNumber - b.dayNumber) <= 3
  }

  /// What the documents are called that tell no day.
  static let undated = "Undated"

  private static func days(_ entries: [DigestEntry]) -> [Group] {
    collect(entries.map { $0.day ?? "" }).map { group in
      Group(name: group.name.isEmpty ? undated : group.name, members: group.members)
    }
  }

  /// Names that two documents have or more.
  private static func names(_ entries: [DigestEntry]) -> [Group] {
    var members: [DigestEntry.Name: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      for name in entry.names.keys { members[name, default: []].append(index) }
    }
    return members.filter { $0.value.count > 1 }
      .map { Group(name: $0.key.text, members: $0.value) }
      .sorted { (-$0.members.count, $0.name ?? "") < (-$1.members.count, $1.name ?? "") }
  }

  private static func collect(_ names: [String]) -> [(name: String, members: [Int])] {
    var found: [(name: String, members: [Int])] = []
    var places: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      if let place = places[name] {
        found[place].members.append(index)
      } else {
        places[name] = found.count
        found.append((name, [index]))
      }
    }
    return found
  }
}
