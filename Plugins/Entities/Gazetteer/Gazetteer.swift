import Copydesk

/// Names of the user's own, found in a text in one pass, however many they are.
///
/// An Aho–Corasick automaton (Aho and Corasick, "Efficient String Matching: An Aid to Bibliographic Search", 1975) over
/// tokens, so that a name is found at the boundaries of words only. Its arcs lie in one hash table, names and ids in one
/// row of bytes: about 130 bytes a name, nothing shared is ever written, and all threads read the same one.
///
/// A full stop behind an abbreviation, the kind of a hyphen and the way accents are written count for nothing
/// (``ListedWord``).
///
/// Case: a word that the list writes with a capital must have one in the text, so that "Apple" is not found in "apple";
/// capitals throughout ("HBK") must be capitals. A word in small letters is found in any case.
///
/// - Complexity: building, O(tokens of the list); searching, O(tokens of the text + matches).
final class Gazetteer: Sendable {
  /// Where a name was found, and which.
  struct Match: Equatable {
    var tokens: Range<Int>
    var entry: Int
  }

  private let arcs: ArcTable
  /// For each state the one that is its longest proper end.
  private let fallbacks: [UInt32]
  /// For each state the pattern that ends in it, or `none`.
  private let patterns: [UInt32]
  /// For each state the nearest one on the way of fallbacks in which a pattern ends, itself left out; 0 for none.
  private let outputs: [UInt32]
  private let forms: [Form]
  private let names: NameArena
  /// How many names there are, aliases left out.
  var count: Int { names.count }
  /// How many spellings there are.
  let spellingCount: Int
  /// About how many bytes it takes.
  var byteCount: Int {
    arcs.byteCount + fallbacks.count * 12 + forms.count * MemoryLayout<Form>.stride + names.byteCount
  }

  /// A spelling: whose it is, and which of its words must have capitals.
  struct Form {
    var entry: UInt32
    var length: UInt16
    /// A bit for each of the first sixteen words.
    var cased: UInt16
    /// The same, for words that are capitals throughout.
    var capitals: UInt16
  }

  static let none = UInt32.max

  init(_ builder: consuming GazetteerBuilder) {
    let links = builder.links()
    arcs = builder.arcs
    patterns = builder.patterns
    fallbacks = links.fallbacks
    outputs = links.outputs
    forms = builder.forms
    names = builder.names
    spellingCount = builder.spellingCount
  }

  /// The name, label and id of an entry; the id is empty where the list has none.
  func entry(_ index: Int) -> (name: String, label: String, id: String) { names[index] }

  /// Finds the names in a document: of those that overlap the one that begins first, of these the longest.
  func matches(in view: NameTokens) -> [Match] {
    var found: [Match] = []
    var state: UInt32 = 0
    for index in 0..<view.count {
      state = next(state, ListedWord.hash(view.word(index), folded: view.hashes[index]))
      var ending = patterns[Int(state)] == Self.none ? outputs[Int(state)] : state
      while ending != 0 {
        let form = forms[Int(patterns[Int(ending)])]
        let tokens = (index + 1 - Int(form.length))..<(index + 1)
        if fits(form, tokens, view) { found.append(Match(tokens: tokens, entry: Int(form.entry))) }
        ending = outputs[Int(ending)]
      }
    }
    found.sort { ($0.tokens.lowerBound, $1.tokens.upperBound) < ($1.tokens.lowerBound, $0.tokens.upperBound) }
    var end = 0
    return found.filter { match in
      guard match.tokens.lowerBound >= end else { return false }
      end = match.tokens.upperBound
      return true
    }
  }

  private func next(_ state: UInt32, _ word: UInt64) -> UInt32 {
    var state = state
    while true {
      if let child = arcs.child(of: state, word) { return child }
      if state == 0 { return 0 }
      state = fallbacks[Int(state)]
    }
  }

  private func fits(_ form: Form, _ tokens: Range<Int>, _ view: NameTokens) -> Bool {
    for (offset, index) in tokens.enumerated() {
      // A name does not go on in another paragraph.
      if offset > 0, view.tokens[index].traits.contains(.afterBlankLine) { return false }
      guard offset < 16 else { continue }
      let bit = UInt16(1) << UInt16(offset)
      if form.capitals & bit != 0 {
        guard view.tokens[index].traits.contains(.allCaps) else { return false }
      } else if form.cased & bit != 0 {
        guard view.tokens[index].isCapitalised || view.isCased(index) else { return false }
      }
    }
    return true
  }
}

/// The arcs of the automaton's tree: from a state by a word to a state.
struct ArcTable: Sendable {
  private var keys: [UInt64] = Array(repeating: 0, count: 1024)
  private var states: [UInt32] = Array(repeating: 0, count: 1024)
  private var count = 0

  var byteCount: Int { keys.count * 12 }

  func child(of state: UInt32, _ word: UInt64) -> UInt32? {
    let key = Self.key(state, word)
    let slot = slot(of: key)
    return keys[slot] == 0 ? nil : states[slot]
  }

  mutating func insert(_ child: UInt32, from state: UInt32, _ word: UInt64) {
    if (count + 1) * 4 > keys.count * 3 { grow() }
    let key = Self.key(state, word)
    let slot = slot(of: key)
    keys[slot] = key
    states[slot] = child
    count += 1
  }

  private static func key(_ state: UInt32, _ word: UInt64) -> UInt64 {
    var hash = StableHash(seed: UInt64(state))
    hash.combine(word)
    return max(1, hash.finish())
  }

  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key >> 7) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = (keys, states)
    keys = Array(repeating: 0, count: old.0.count * 2)
    states = Array(repeating: 0, count: old.0.count * 2)
    for (key, state) in zip(old.0, old.1) where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      states[slot] = state
    }
  }
}

/// Names, labels and ids in one row of bytes.
struct NameArena: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var labels: [String] = []
  private var labelOf: [UInt16] = []

  var count: Int { labelOf.count }
  var byteCount: Int { bytes.count + ends.count * 4 + labelOf.count * 2 }

  mutating func append(name: String, label: String, id: String) {
    bytes.append(contentsOf: name.utf8)
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
    bytes.append(contentsOf: id.utf8)
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
    var number = labels.firstIndex(of: label)
    if number == nil, labels.count < Int(UInt16.max) {
      number = labels.count
      labels.append(label)
    }
    labelOf.append(UInt16(number ?? 0))
  }

  subscript(index: Int) -> (name: String, label: String, id: String) {
    let start = index == 0 ? 0 : Int(ends[index * 2 - 1])
    let middle = Int(ends[index * 2])
    let end = Int(ends[index * 2 + 1])
    return (
      String(decoding: bytes[start..<middle], as: UTF8.self), labels[Int(labelOf[index])],
      String(decoding: bytes[middle..<end], as: UTF8.self)
    )
  }
}
