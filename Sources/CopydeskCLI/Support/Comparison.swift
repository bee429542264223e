import Copydesk

/// Two runs over the same documents, compared document by document.
struct Comparison {
  private struct Key: Hashable {
    let path: String
    let span: Span
  }

  private var before: [Key: Document] = [:]
  /// The documents of the first run in order, to tell of those that the second did not read.
  private var order: [Key] = []
  private let names: (String, String)
  private let style: Style
  private var total = 0
  private var same = 0
  private var changed = 0
  private var moves: [String: Int] = [:]
  private var onlyOnce = 0

  init(_ documents: [Document], names: (String, String), style: Style) {
    self.names = names
    self.style = style
    for document in documents {
      let key = Self.key(of: document)
      order.append(key)
      before[key] = document
    }
  }

  /// By its place, not its id: a pipeline may name a document otherwise.
  private static func key(of document: Document) -> Key {
    Key(path: document.source.path, span: document.source.span)
  }

  /// Compares a document of the second run.
  /// - Returns: what differs; nil where nothing does.
  mutating func add(_ document: Document) -> String? {
    total += 1
    guard let old = before.removeValue(forKey: Self.key(of: document)) else {
      onlyOnce += 1
      return style.bold(document.id) + "  read by \(names.1) only\n"
    }
    let difference = DocumentDifference(old, document)
    switch difference.kind {
    case .same:
      same += 1
      return nil
    case .content: changed += 1
    case .fate: moves[difference.move, default: 0] += 1
    }
    return difference.text(names, style)
  }

  /// What only the first run has read; call it last.
  mutating func rest() -> String {
    let left = order.compactMap { before[$0] }
    total += left.count
    onlyOnce += left.count
    return left.map { style.bold($0.id) + "  read by \(names.0) only\n\n" }.joined()
  }

  /// Whether anything differs.
  var differs: Bool { same < total }

  /// The counts in words.
  var counts: String {
    let moved = moves.values.reduce(0, +)
    var out = "\(Figures.count(total, "document")) compared: \(Figures.grouped(same)) the same"
    if changed > 0 { out += ", \(Figures.grouped(changed)) changed" }
    if moved > 0 { out += ", \(Figures.grouped(moved)) with another fate" }
    if onlyOnce > 0 { out += ", \(Figures.grouped(onlyOnce)) read by one only" }
    out += "\n"
    for (move, count) in moves.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      out += "  \(move): \(Figures.grouped(count))\n"
    }
    return out
  }
}
