/// With which letters the words of a list begin, and how long they are: tells of most words that they are not in it,
/// without hashing them.
///
/// Words that do not begin with an ASCII letter or digit may always be in the list.
package struct WordOutline: Sendable {
  /// A bit for each letter, without case; digits share the bits that letters leave.
  private var beginnings: UInt32 = 0
  /// A bit for each length in bytes; the last one is for all that are longer.
  private var lengths: UInt64 = 0

  /// An outline that no word fits.
  package init() {}

  /// Adds a word.
  package mutating func add(_ word: some Collection<UInt8>) {
    guard let first = word.first else { return }
    beginnings |= Self.beginning(first)
    // Folding may change how many bytes a letter takes.
    lengths |= word.contains { $0 >= 0x80 } ? .max : Self.length(word.count)
  }

  /// Whether the word may be in the list.
  @inline(__always)
  package func mayHold(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    return beginnings & Self.beginning(first) != 0
      && (first >= 0x80 || lengths & Self.length(word.count) != 0)
  }

  private static func beginning(_ byte: UInt8) -> UInt32 { byte >= 0x80 ? .max : 1 << UInt32(byte & 31) }
  private static func length(_ count: Int) -> UInt64 { 1 << UInt64(min(count, 63)) }
}
