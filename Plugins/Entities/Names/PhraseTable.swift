import Copydesk

/// What a name names.
enum NameKind: UInt8, Sendable {
  case person = 1
  case organisation
  case place
  /// A nationality.
  case demonym

  /// The label of its entities.
  var label: Entity.Label {
    switch self {
    case .person: .person
    case .organisation: .organisation
    case .place: .place
    case .demonym: .group
    }
  }
}

/// Names of one or more words, found by walking their hashes: a prefix tree held in one hash table.
///
/// The key of a prefix is its words' hashes folded together, so a step costs one look-up. Holds 64-bit hashes
/// only; two different phrases practically never share one.
struct PhraseTable: Sendable {
  /// A phrase found in a text.
  struct Match {
    /// One past its last token.
    var end: Int
    /// What it names.
    var kind: NameKind
  }

  private var keys: [UInt64]
  /// The kind in the low three bits, 0 for a prefix only; then ``goesOn`` and ``needsCapitals``.
  private var values: [UInt8]
  private var count = 0

  private static let goesOn: UInt8 = 0x10
  private static let needsCapitals: UInt8 = 0x20

  init() {
    keys = Array(repeating: 0, count: 1024)
    values = Array(repeating: 0, count: 1024)
  }

  /// The hash of a word in a phrase: its letters without case, and whether it has a capital at all, so that
  /// "Human Rights Watch" is not found in "Human rights watch".
  static func wordHash(_ hash: UInt64, isCased: Bool) -> UInt64 { isCased ? hash : ~hash }

  /// Adds a phrase. Of two kinds the first stays.
  /// - Parameter inCapitals: the phrase is found only where it is written in capitals: "WHO", "IS".
  mutating func insert(_ words: some Collection<UInt64>, _ kind: NameKind, inCapitals: Bool) {
    var key: UInt64 = 0
    for (index, word) in words.enumerated() {
      if (count + 1) * 2 > keys.count { grow() }
      key = Self.step(key, word)
      let slot = slot(of: key)
      if keys[slot] == 0 { count += 1 }
      keys[slot] = key
      if index + 1 < words.count {
        values[slot] |= Self.goesOn
      } else if values[slot] & 7 == 0 {
        values[slot] |= kind.rawValue | (inCapitals ? Self.needsCapitals : 0)
      }
    }
  }

  /// The longest phrase that begins at token `start` and ends at or before `limit`.
  func longestMatch(in tokens: NameTokens, from start: Int, limit: Int) -> Match? {
    var match: Match?
    var key: UInt64 = 0
    var index = start
    while index < limit {
      key = Self.step(key, tokens.phraseHash(index))
      let slot = slot(of: key)
      guard keys[slot] != 0 else { break }
      let value = values[slot]
      index += 1
      if let kind = NameKind(rawValue: value & 7), value & Self.needsCapitals == 0 || tokens.isAllCaps(start)
      {
        match = Match(end: index, kind: kind)
      }
      if value & Self.goesOn == 0 { break }
    }
    return match
  }

  private static func step(_ key: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (key.multipliedReportingOverflow(by: 0x9FB2_1C65_1E98_DF25).partialValue) ^ word
    return max(1, mixed ^ mixed >> 31)
  }

  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = (keys, values)
    keys = Array(repeating: 0, count: old.0.count * 2)
    values = Array(repeating: 0, count: old.0.count * 2)
    for (key, value) in zip(old.0, old.1) where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      values[slot] = value
    }
  }
}
