import Copydesk

/// The first letters of a name's words, as an acronym may be made of them: with the small words and without ("ROTC", "RTC"), with
/// the sign between two ("P&G"), and with legal forms at the end and without ("International Business Machines Corp." is IBM).
struct Initials {
  /// The hash of each, without regard to case.
  private(set) var hashes: [UInt64] = []

  /// - Complexity: O(bytes).
  init(of span: Span, in bytes: [UInt8]) {
    let name = Self.withoutArticle(span, bytes)
    bytes.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.count * 2 + 2) { letters in
        let (all, capitals) = (
          UnsafeMutableBufferPointer(rebasing: letters[..<(name.count + 1)]),
          UnsafeMutableBufferPointer(rebasing: letters[(name.count + 1)...])
        )
        var counts = (all: 0, capitals: 0)
        var start = name.lowerBound
        while start < name.upperBound {
          var end = start
          while end < name.upperBound, !bytes[end].isASCIISpace, bytes[end] != UInt8(ascii: "-") { end += 1 }
          if end > start {
            // What is behind here may be left out, or be part of the name: "British Broadcasting Corporation".
            if LegalForms.contains(UnsafeBufferPointer(rebasing: bytes[start..<end])) {
              add(all, counts.all)
              add(capitals, counts.capitals)
            }
            Self.take(bytes[start], all, capitals, &counts)
          }
          start = end + 1
        }
        add(all, counts.all)
        add(capitals, counts.capitals)
      }
    }
  }

  private static func take(
    _ letter: UInt8, _ all: UnsafeMutableBufferPointer<UInt8>, _ capitals: UnsafeMutableBufferPointer<UInt8>,
    _ counts: inout (all: Int, capitals: Int)
  ) {
    if letter.isASCIILetter {
      all[counts.all] = letter
      counts.all += 1
    }
    if letter.isASCIIUppercase || letter == UInt8(ascii: "&") {
      capitals[counts.capitals] = letter
      counts.capitals += 1
    }
  }

  private mutating func add(_ letters: UnsafeMutableBufferPointer<UInt8>, _ count: Int) {
    guard count > 1, letters[count - 1] != UInt8(ascii: "&") else { return }
    let hash = CaseFolding.hash(UnsafeBufferPointer(rebasing: letters[..<count]))
    if !hashes.contains(hash) { hashes.append(hash) }
  }

  /// The bytes of a name without the "the" before it.
  static func withoutArticle(_ span: Span, _ bytes: [UInt8]) -> Range<Int> {
    let hasArticle =
      span.count > 4 && bytes[span.start] | 0x20 == UInt8(ascii: "t")
      && bytes[span.start + 1] == UInt8(ascii: "h")
      && bytes[span.start + 2] == UInt8(ascii: "e") && bytes[span.start + 3].isASCIISpace
    return (hasArticle ? span.start + 4 : span.start)..<span.end
  }
}

/// What stands behind the name of a firm and is no part of what it is called by.
enum LegalForms {
  /// Those that no name is told apart by, without their full stops.
  static let short = "inc corp co ltd plc llc llp ag gmbh sa nv"
  private static let words = WordSet(
    short + " inc. corp. co. ltd. plc. s.a. n.v. bv se ab oyj company corporation group holdings")

  static func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool { words.contains(word) }
}
