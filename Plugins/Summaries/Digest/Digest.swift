/// A digest of many documents: sections of sentences, each with its source, and who is named.
struct Digest {
  /// A sentence and where it stands.
  struct Line: Sendable {
    /// The document, as an index into the sources.
    let source: Int
    let sentence: DigestEntry.Sentence
  }

  /// One story, day or name.
  struct Section: Sendable {
    let title: String
    let lines: [Line]
    /// Its documents, as indices into the sources.
    let sources: [Int]
    /// The names most of its documents have.
    let names: [String]
  }

  /// A name with how many documents have it, and in which sections.
  struct Mention: Sendable {
    let name: DigestEntry.Name
    let documents: Int
    let sections: [Int]
  }

  let entries: [DigestEntry]
  private(set) var sections: [Section] = []
  /// Documents that came into no section.
  private(set) var others: [Int] = []
  /// The names, by label, the most frequent first.
  private(set) var mentions: [(label: String, names: [Mention])] = []

  /// The first and the last day.
  var days: (first: String, last: String)? {
    let days = entries.compactMap(\.day).sorted()
    guard let first = days.first, let last = days.last else { return nil }
    return (first, last)
  }

  /// - Complexity: O(documents), and the sentences of a group times the sentences taken.
  init(_ entries: [DigestEntry], options: DigestOutput.Options) {
    self.entries = entries
    let groups = StoryGroups(entries, by: options.by, likeness: options.likeness).groups
    let spread = Self.spread(entries)
    let ranked = groups.enumerated().sorted { a, b in
      let (left, right) = (a.element.members.count, b.element.members.count)
      if left != right { return left > right }
      let (more, less) = (
        Self.prominence(a.element, entries, spread), Self.prominence(b.element, entries, spread)
      )
      return more == less ? a.offset < b.offset : more > less
    }.map(\.element)
    let shown = options.by == .day ? ranked.sorted { Self.day($0) > Self.day($1) } : ranked
    var selection = DigestSelection(entries, by: options.by, repetition: options.redundancy)
    var placed: Set<Int> = []
    for group in shown where sections.count < options.sections {
      let lines = selection.lines(from: group.members, most: options.sentences)
      guard !lines.isEmpty else { continue }
      sections.append(
        Section(
          title: group.name ?? selection.title(of: group.members), lines: lines, sources: group.members,
          names: Self.names(group, entries)))
      placed.formUnion(group.members)
    }
    others = entries.indices.filter { !placed.contains($0) }
    mentions = Self.mentions(entries, sections, most: options.names)
  }

  /// The day of a group, before all others where it has none.
  private static func day(_ group: StoryGroups.Group) -> String {
    group.name.flatMap { $0 == StoryGroups.undated ? nil : $0 } ?? ""
  }

  /// For each name how many documents have it.
  private static func spread(_ entries: [DigestEntry]) -> [DigestEntry.Name: Int] {
    entries.reduce(into: [:]) { counts, entry in
      for name in entry.names.keys { counts[name, default: 0] += 1 }
    }
  }

  /// How much those named in a group are named elsewhere too.
  private static func prominence(
    _ group: StoryGroups.Group, _ entries: [DigestEntry], _ spread: [DigestEntry.Name: Int]
  ) -> Int {
    group.members.reduce(0) { sum, member in
      sum + entries[member].names.keys.reduce(0) { $0 + (spread[$1] ?? 1) - 1 }
    }
  }

  private static func names(_ group: StoryGroups.Group, _ entries: [DigestEntry]) -> [String] {
    var counts: [DigestEntry.Name: Int] = [:]
    for member in group.members {
      for (name, count) in entries[member].names { counts[name, default: 0] += min(count, 5) }
    }
    return counts.sorted { (-$0.value, $0.key.text) < (-$1.value, $1.key.text) }.prefix(6).map(\.key.text)
  }

  private static func mentions(
    _ entries: [DigestEntry], _ sections: [Section], most: Int
  ) -> [(label: String, names: [Mention])] {
    var byLabel: [String: [Mention]] = [:]
    for (name, count) in spread(entries) {
      let places = sections.indices.filter { section in
        sections[section].sources.contains { entries[$0].names[name] != nil }
      }
      byLabel[name.label, default: []].append(Mention(name: name, documents: count, sections: places))
    }
    return byLabel.sorted { $0.key < $1.key }.map { label, names in
      let sorted = names.sorted { (-$0.documents, $0.name.text) < (-$1.documents, $1.name.text) }
      return (label, Array(sorted.prefix(most)))
    }
  }
}
