/// What changed between two texts, line by line, with a little of what stands around it.
struct LineDiff {
  /// A line and what became of it.
  enum Line: Equatable {
    case same(String)
    case expected(String)
    case found(String)
    /// Lines that are the same and not shown.
    case gap(Int)
  }

  private static let context = 2

  /// The lines, in order.
  let lines: [Line]

  init(expected: String, found: String) {
    let old = Self.split(expected)
    let new = Self.split(found)
    let difference = new.difference(from: old)
    let removed = Set(difference.removals.map(Self.offset))
    let inserted = Set(difference.insertions.map(Self.offset))
    var all: [Line] = []
    var (from, to) = (0, 0)
    while from < old.count || to < new.count {
      if removed.contains(from) {
        all.append(.expected(old[from]))
        from += 1
      } else if inserted.contains(to) {
        all.append(.found(new[to]))
        to += 1
      } else {
        all.append(.same(old[from]))
        from += 1
        to += 1
      }
    }
    lines = Self.shortened(all)
  }

  private static func split(_ text: String) -> [String] {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines
  }

  private static func offset(_ change: CollectionDifference<String>.Change) -> Int {
    switch change {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }

  private static func shortened(_ lines: [Line]) -> [Line] {
    let changes = lines.indices.filter { if case .same = lines[$0] { false } else { true } }
    var out: [Line] = []
    var hidden = 0
    var next = 0
    for (index, line) in lines.enumerated() {
      while next < changes.count, changes[next] < index - context { next += 1 }
      if next < changes.count, abs(changes[next] - index) <= context {
        if hidden > 0 { out.append(.gap(hidden)) }
        hidden = 0
        out.append(line)
      } else {
        hidden += 1
      }
    }
    if hidden > 0 { out.append(.gap(hidden)) }
    return out
  }
}
