/// Draws sentences from several documents without saying a thing twice: not in one section, and not in two where they tell of
/// the same days. A storm of another week is another storm.
struct DigestSelection {
  private let entries: [DigestEntry]
  private let repetition: Double
  private let grouping: DigestOutput.Grouping
  private var told: [(keys: Set<UInt64>, day: String?)] = []

  init(_ entries: [DigestEntry], by grouping: DigestOutput.Grouping, repetition: Double) {
    self.entries = entries
    self.grouping = grouping
    self.repetition = repetition
  }

  /// Whether what was told of a day may be what another sentence tells, of its own day.
  private func isSame(_ told: String?, _ day: String?) -> Bool {
    grouping != .story || StoryGroups.isNear(told, day)
  }

  /// The title of the document that shares most with the rest of its group.
  func title(of members: [Int]) -> String {
    let counts = frequency(members)
    let best = members.max { a, b in
      (share(entries[a].keys, counts, members.count), b) < (share(entries[b].keys, counts, members.count), a)
    }
    return best.map { entries[$0].title } ?? ""
  }

  /// The sentences of a section: those that tell best what happened, and what several documents say; by day, document
  /// and place.
  mutating func lines(from members: [Int], most: Int) -> [Digest.Line] {
    let counts = frequency(members)
    var chosen: [Digest.Line] = []
    var used: [Int: Int] = [:]
    // Days are told apart from the first.
    var told = grouping == .day ? [] : told
    var candidates = members.flatMap { member in
      entries[member].sentences.map { Digest.Line(source: member, sentence: $0) }
    }
    while chosen.count < most {
      candidates.removeAll { line in
        let day = entries[line.source].day
        return told.contains {
          isSame($0.day, day) && Self.overlap($0.keys, line.sentence.keys) >= repetition
        }
      }
      let worth = candidates.map { line -> Double in
        let sentence = line.sentence
        let common = members.count > 1 ? share(sentence.keys, counts, members.count) : 0
        let stands = chosen.contains { $0.source == line.source && $0.sentence.order + 1 == sentence.order }
        return 1 / (1 + 0.4 * Double(sentence.rank)) + common - (sentence.leans && !stands ? 0.5 : 0)
          - 0.25 * Double(used[line.source] ?? 0) * (members.count > 1 ? 1 : 0)
      }
      guard let best = worth.indices.max(by: { (worth[$0], $1) < (worth[$1], $0) }), worth[best] > 0.1 else {
        break
      }
      let line = candidates.remove(at: best)
      chosen.append(line)
      told.append((line.sentence.keys, entries[line.source].day))
      used[line.source, default: 0] += 1
    }
    self.told = told
    return chosen.sorted { a, b in
      let (left, right) = (entries[a.source], entries[b.source])
      return (left.published ?? "", a.source, a.sentence.order) < (
        right.published ?? "", b.source, b.sentence.order
      )
    }
  }

  /// How many of the documents have each word in their opening.
  private func frequency(_ members: [Int]) -> [UInt64: Int] {
    members.reduce(into: [:]) { counts, member in
      for key in entries[member].keys { counts[key, default: 0] += 1 }
    }
  }

  /// The share of the other documents that have a word of these, on average.
  private func share(_ keys: Set<UInt64>, _ counts: [UInt64: Int], _ members: Int) -> Double {
    guard members > 1, !keys.isEmpty else { return 0 }
    let sum = keys.reduce(0) { $0 + max(0, (counts[$1] ?? 0) - 1) }
    return Double(sum) / Double(keys.count * (members - 1))
  }

  /// The words two sentences share, of the shorter one's.
  static func overlap(_ a: Set<UInt64>, _ b: Set<UInt64>) -> Double {
    let fewest = min(a.count, b.count)
    return fewest == 0 ? 1 : Double(a.intersection(b).count) / Double(fewest)
  }
}
