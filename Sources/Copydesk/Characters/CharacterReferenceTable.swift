/// Finds named character references: a hash table over the names, made once from ``records``.
struct CharacterReferenceTable: Sendable {
  /// What a name stands for.
  private struct Entry: Sendable {
    /// Where the name is in ``CharacterReferenceTable/records``; a length of 0 marks a free slot.
    var start: UInt16 = 0
    var length: UInt8 = 0
    /// Whether the name counts without its semicolon.
    var isLegacy = false
    var first: UInt32 = 0
    /// The second scalar, or 0.
    var second: UInt32 = 0
  }

  /// A name that was found.
  struct Match: Sendable {
    /// What it stands for.
    var value: CharacterReferences.Value
    /// How many bytes it takes after the ampersand, the semicolon included.
    var length: Int
    /// Whether the semicolon was there.
    var hasSemicolon: Bool
  }

  /// The longest name, in bytes.
  private static let longestName = 31
  /// The lengths of the names that count without their semicolon.
  private static let legacyLengths = 2...6

  private var slots = [Entry](repeating: Entry(), count: 4096)

  /// The one table, made on first use.
  static let shared = CharacterReferenceTable()

  private init() {
    let text = UnsafeBufferPointer(
      start: Self.records.utf8Start, count: Self.records.utf8CodeUnitCount)
    var entry = Entry()
    var isName = true
    var hash: UInt32 = Self.hashSeed
    for (index, byte) in text.enumerated() {
      if isName {
        if byte == 0x3A || byte == 0x21 {
          isName = false
          entry.isLegacy = byte == 0x21
        } else {
          hash = Self.hash(hash, byte)
          entry.length += 1
        }
      } else if byte == 0x20 || byte == 0x0A {
        insert(entry, hash)
        entry = Entry(start: UInt16(index + 1))
        hash = Self.hashSeed
        isName = true
      } else if byte == 0x2B {
        entry.second = entry.first
        entry.first = 0
      } else {
        entry.first = entry.first << 4 | UInt32(byte < 0x41 ? byte - 0x30 : byte - 0x37)
      }
    }
    insert(entry, hash)
  }

  private mutating func insert(_ read: Entry, _ hash: UInt32) {
    var entry = read
    // A pair was read with its second scalar in the place of the first.
    if entry.second != 0 { swap(&entry.first, &entry.second) }
    var index = Int(hash) & (slots.count - 1)
    while slots[index].length != 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = entry
  }

  private static let hashSeed: UInt32 = 0x811C_9DC5

  @inline(__always)
  private static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    let mixed = (hash ^ UInt32(byte)) &* 0x0100_0193
    return mixed ^ mixed &>> 15
  }

  /// The longest name that starts at `start`, just after an ampersand.
  /// - Complexity: O(1): no name is longer than 31 bytes.
  func match(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, end: Int) -> Match? {
    var run = start
    var legacy: Match?
    var hash = Self.hashSeed
    // Names are letters and digits, so only the whole run can be followed by a semicolon: every shorter match
    // is one of a legacy name.
    while run < end && run &- start < Self.longestName {
      let byte = bytes[run]
      guard byte.isASCIILetter || byte.isASCIIDigit else { break }
      hash = Self.hash(hash, byte)
      run &+= 1
      if Self.legacyLengths.contains(run &- start),
        let entry = entry(bytes, start..<run, hash), entry.isLegacy
      {
        legacy = Match(value: Self.value(entry), length: run &- start, hasSemicolon: false)
      }
    }
    if run < end && bytes[run] == 0x3B, let entry = entry(bytes, start..<run, hash) {
      return Match(value: Self.value(entry), length: run &- start &+ 1, hasSemicolon: true)
    }
    return legacy
  }

  private func entry(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>, _ hash: UInt32) -> Entry? {
    let names = Self.records.utf8Start
    var index = Int(hash) & (slots.count - 1)
    while true {
      let entry = slots[index]
      if entry.length == 0 { return nil }
      if Int(entry.length) == name.count {
        var offset = 0
        while offset < name.count
          && names[Int(entry.start) &+ offset] == bytes[name.lowerBound &+ offset]
        {
          offset &+= 1
        }
        if offset == name.count { return entry }
      }
      index = (index &+ 1) & (slots.count - 1)
    }
  }

  private static func value(_ entry: Entry) -> CharacterReferences.Value {
    CharacterReferences.Value(
      first: Unicode.Scalar(entry.first), second: entry.second == 0 ? nil : Unicode.Scalar(entry.second))
  }
}
