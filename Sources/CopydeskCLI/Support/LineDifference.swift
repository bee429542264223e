import Copydesk

/// What differs between two texts, line by line, as `diff` shows it but shorter: of a long line only the part that
/// changed.
struct LineDifference {
  /// One line that is in one text only, or that changed.
  enum Change: Equatable {
    case removed(String)
    case added(String)
    case changed(old: String, new: String)
  }

  /// Texts with more lines than this between their common beginning and end are not compared line by line.
  static let mostLines = 3_000

  /// The changes in order; nil where the texts are too long and too different.
  let changes: [Change]?

  init(_ old: String, _ new: String) {
    var old = Self.lines(old)
    var new = Self.lines(new)
    while let a = old.first, let b = new.first, a == b {
      old.removeFirst()
      new.removeFirst()
    }
    while let a = old.last, let b = new.last, a == b {
      old.removeLast()
      new.removeLast()
    }
    changes = max(old.count, new.count) > Self.mostLines ? nil : Self.changes(Array(old), Array(new))
  }

  private static func lines(_ text: String) -> ArraySlice<Substring> {
    text.split(separator: "\n", omittingEmptySubsequences: false)[...]
  }

  /// E. W. Myers: An O(ND) Difference Algorithm and Its Variations, 1986, as the standard library has it.
  private static func changes(_ old: [Substring], _ new: [Substring]) -> [Change] {
    var isRemoved = [Bool](repeating: false, count: old.count)
    var isAdded = [Bool](repeating: false, count: new.count)
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): isRemoved[offset] = true
      case .insert(let offset, _, _): isAdded[offset] = true
      }
    }
    var changes: [Change] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      let gone = (i..<max(i, old.count)).prefix { isRemoved[$0] }
      let come = (j..<max(j, new.count)).prefix { isAdded[$0] }
      append(gone.map { String(old[$0]) }, come.map { String(new[$0]) }, to: &changes)
      // The line behind them stands in both.
      i += gone.count + 1
      j += come.count + 1
    }
    return changes
  }

  /// A block that is gone and what came for it: of as many lines as before each is one that changed. Blank lines
  /// are left out.
  private static func append(_ old: [String], _ new: [String], to changes: inout [Change]) {
    let old = old.filter { !$0.allSatisfy(\.isWhitespace) }
    let new = new.filter { !$0.allSatisfy(\.isWhitespace) }
    if old.count == new.count {
      changes += zip(old, new).map { .changed(old: $0, new: $1) }
    } else {
      changes += old.map { .removed($0) } + new.map { .added($0) }
    }
  }
}

extension LineDifference.Change {
  /// Characters of a line that are shown around a change, and at most of a line that is gone.
  private static let context = 30
  private static let most = 160

  /// The change in a line or two.
  func text(_ style: Style) -> [String] {
    switch self {
    case .removed(let line): return [style.red("- " + Self.cut(line))]
    case .added(let line): return [style.green("+ " + Self.cut(line))]
    case .changed(let old, let new):
      let (a, b) = (Array(old), Array(new))
      let head = zip(a, b).prefix { $0 == $1 }.count
      let tail = zip(a[head...].reversed(), b[head...].reversed()).prefix { $0 == $1 }.count
      return [
        style.red("- " + Self.around(a, head, tail)), style.green("+ " + Self.around(b, head, tail)),
      ]
    }
  }

  /// The part between what two lines have in common at both ends, with a little of that.
  private static func around(_ line: [Character], _ head: Int, _ tail: Int) -> String {
    let start = head > context + 1 ? head - context : 0
    let end = tail > context + 1 ? line.count - tail + context : line.count
    var text = String(line[start..<end])
    if text.count > most { text = cut(text) }
    return (start > 0 ? "…" : "") + text + (end < line.count ? "…" : "")
  }

  private static func cut(_ line: String) -> String {
    line.count <= most ? line : line.prefix(most) + "…"
  }
}
