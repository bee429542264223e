/// The stack of open elements (WHATWG HTML Living Standard §13.2.4.2), with counts that answer most questions
/// about it at once.
struct HTMLOpenElements {
  /// An open element.
  struct Entry {
    var node: Int32
    var tag: HTMLTag
    /// Whether it is in the `svg` or `math` vocabulary.
    var isForeign = false
    /// Whether its end tag came while elements inside it were open: it closes together with the last of
    /// these.
    var isEnded = false
    /// Where the paragraph is that is open in button scope as seen from here; negative if there is none.
    fileprivate(set) var paragraph: Int32 = -1

    init(node: Int32, tag: HTMLTag, isForeign: Bool = false) {
      self.node = node
      self.tag = tag
      self.isForeign = isForeign
    }

    /// Whether its content is HTML.
    var holdsHTML: Bool { !isForeign || tag.isIntegrationPoint }
  }

  /// What bounds the look for an open element (§13.2.4.2, "has an element in … scope").
  enum Scope {
    case normal, listItem, button, table
  }

  /// How far down the stack a search goes. Pages are some dozens deep; the bound keeps the time linear on
  /// input that opens elements without end.
  static let searchLimit = 512

  private(set) var entries: [Entry] = []
  /// The names of those with an unknown tag, a word each; see ``HTMLTagTable/Key``.
  private(set) var unknownKeys: [UInt64] = []
  /// How many open elements have a tag; the unknown names share another 256 places by their keys.
  private var counts = [Int32](repeating: 0, count: 512)

  var count: Int { entries.count }
  /// The innermost open element. The document's own elements are never taken off.
  var top: Entry { entries[entries.count - 1] }

  /// Whether an element of that name may be open.
  /// - Complexity: O(1).
  @inline(__always)
  func mayContain(_ tag: HTMLTag, key: UInt64 = 0) -> Bool { counts[Self.slot(tag, key)] > 0 }

  /// Whether a heading of any level may be open.
  /// - Complexity: O(1).
  var mayContainHeading: Bool {
    counts[Int(HTMLTag.h1.rawValue)...Int(HTMLTag.h6.rawValue)].contains { $0 > 0 }
  }

  @inline(__always)
  private static func slot(_ tag: HTMLTag, _ key: UInt64) -> Int {
    guard tag == .unknown else { return Int(tag.rawValue) }
    return 256 + Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 56)
  }

  /// Opens an element.
  /// - Parameter key: its name in one word.
  mutating func push(_ opened: Entry, key: UInt64) {
    var entry = opened
    if entry.tag == .p && !entry.isForeign {
      entry.paragraph = Int32(truncatingIfNeeded: entries.count)
    } else if let outer = entries.last, !Self.bounds(entry, .button) {
      entry.paragraph = outer.paragraph
    }
    entries.append(entry)
    if entry.tag == .unknown { unknownKeys.append(key) }
    counts[Self.slot(entry.tag, key)] += 1
  }

  /// Takes the innermost element off.
  mutating func pop() -> Entry {
    let entry = entries.removeLast()
    let key = entry.tag == .unknown ? unknownKeys.removeLast() : 0
    if !entry.isEnded { counts[Self.slot(entry.tag, key)] -= 1 }
    return entry
  }

  /// Marks the element at `index`, of a known tag, to close as soon as all inside it is closed.
  mutating func markEnded(_ index: Int) {
    let entry = entries[index]
    guard !entry.isEnded else { return }
    entries[index].isEnded = true
    counts[Self.slot(entry.tag, 0)] -= 1
  }

  /// The lowest index that a search may reach.
  @inline(__always)
  var searchFloor: Int { max(0, entries.count - Self.searchLimit) }

  /// The paragraph that is open in button scope. Nearly every block asks for it, so each entry remembers it.
  /// - Complexity: O(1).
  var paragraph: Int? {
    guard let index = entries.last?.paragraph, index >= 0 else { return nil }
    return Int(index)
  }

  /// The innermost HTML element of that tag, if no element that bounds the scope lies between.
  /// - Complexity: O(1) where none is open, else O(distance), at most ``searchLimit``.
  func index(of tag: HTMLTag, in scope: Scope) -> Int? {
    mayContain(tag) ? index(in: scope) { $0 == tag } : nil
  }

  /// The innermost HTML element whose tag satisfies `matches`, within the scope.
  @inline(__always)
  func index(in scope: Scope, where matches: (HTMLTag) -> Bool) -> Int? {
    var index = entries.count - 1
    let floor = searchFloor
    while index >= floor {
      let entry = entries[index]
      if !entry.isForeign && !entry.isEnded && matches(entry.tag) { return index }
      if Self.bounds(entry, scope) { return nil }
      index -= 1
    }
    return nil
  }

  @inline(__always)
  private static func bounds(_ entry: Entry, _ scope: Scope) -> Bool {
    if entry.isForeign { return entry.tag.isIntegrationPoint && scope != .table }
    return switch entry.tag {
    case .html, .table, .template: true
    case .applet, .caption, .td, .th, .marquee, .object, .select: scope != .table
    case .button: scope == .button
    case .ol, .ul: scope == .listItem
    default: false
    }
  }
}
