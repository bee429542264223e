import Copydesk

/// Gathers the names of which a ``Gazetteer`` is made.
struct GazetteerBuilder {
  var arcs = ArcTable()
  var patterns: [UInt32] = [Gazetteer.none]
  var forms: [Gazetteer.Form] = []
  var names = NameArena()
  /// How many spellings there are, names and aliases, each once.
  private(set) var spellingCount = 0
  /// For each state the one before it, and the word between them.
  private var parents: [UInt32] = [0]
  private var words: [UInt64] = [0]

  /// Adds a name with all its spellings. Of two names with one spelling the first is found.
  mutating func add(_ row: NameList.Row) {
    let entry = UInt32(names.count)
    names.append(name: row.name, label: row.label, id: row.id)
    for spelling in [row.name] + row.aliases {
      if add(spelling, entry) { spellingCount += 1 }
      for variant in ListedWord.variants(of: spelling) { _ = add(variant, entry) }
    }
  }

  /// Adds a spelling.
  /// - Returns: whether it was not there.
  private mutating func add(_ spelling: String, _ entry: UInt32) -> Bool {
    let text = Text(spelling)
    var tokens = text.tokens[...]
    // "Linden Pty.": a text has the full stop where a sentence ends.
    while tokens.count > 1, let last = tokens.last, text[last.span] == "." { tokens.removeLast() }
    guard !tokens.isEmpty, tokens.count <= 64 else { return false }
    var form = Gazetteer.Form(entry: entry, length: UInt16(tokens.count), cased: 0, capitals: 0)
    var state: UInt32 = 0
    text.utf8.withUnsafeBufferPointer { bytes in
      for (offset, token) in tokens.enumerated() {
        if offset < 16 {
          if token.isCapitalised { form.cased |= 1 << UInt16(offset) }
          if token.traits.contains(.allCaps) { form.capitals |= 1 << UInt16(offset) }
        }
        let word = UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])
        state = child(of: state, ListedWord.hash(word, folded: CaseFolding.hash(word)))
      }
    }
    // A name of several words in capitals is one that is shouted, not an acronym.
    if tokens.count > 1, form.capitals == form.cased, form.capitals.nonzeroBitCount > 1 { form.capitals = 0 }
    guard patterns[Int(state)] == Gazetteer.none else { return false }
    patterns[Int(state)] = UInt32(forms.count)
    forms.append(form)
    return true
  }

  private mutating func child(of state: UInt32, _ word: UInt64) -> UInt32 {
    if let child = arcs.child(of: state, word) { return child }
    let child = UInt32(patterns.count)
    arcs.insert(child, from: state, word)
    patterns.append(Gazetteer.none)
    parents.append(state)
    words.append(word)
    return child
  }

  /// Where to go on when no arc fits, and what else ends in a state: found for the states by their depth.
  func links() -> (fallbacks: [UInt32], outputs: [UInt32]) {
    var depths = [UInt8](repeating: 0, count: patterns.count)
    for state in 1..<max(1, patterns.count) { depths[state] = depths[Int(parents[state])] + 1 }
    var fallbacks = [UInt32](repeating: 0, count: patterns.count)
    var outputs = [UInt32](repeating: 0, count: patterns.count)
    for depth in 2...max(2, depths.max() ?? 0) {
      for state in 1..<max(1, patterns.count) where depths[state] == depth {
        var from = fallbacks[Int(parents[state])]
        while true {
          if let next = arcs.child(of: from, words[state]) {
            fallbacks[state] = next
            break
          }
          if from == 0 { break }
          from = fallbacks[Int(from)]
        }
        let fallback = Int(fallbacks[state])
        outputs[state] = patterns[fallback] == Gazetteer.none ? outputs[fallback] : fallbacks[state]
      }
    }
    return (fallbacks, outputs)
  }
}
