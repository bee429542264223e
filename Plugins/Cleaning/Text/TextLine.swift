import Copydesk

/// A line of a text as the rules see it; a paragraph that was wrapped at a fixed width counts as one line.
struct TextLine: Sendable {
  /// How a line ends, not counting the quotes and brackets that close after it.
  enum Ending: UInt8, Sendable {
    case stop, question, exclamation, ellipsis, colon, open
  }

  /// The line without the blanks around it.
  let span: Span
  /// Whether no blank line stands before it.
  let isAttached: Bool
  /// How many words it has, counted by the blanks between them.
  let words: Int
  /// How it ends.
  let ending: Ending
  /// Its core (see ``TextLines/core(_:)``) in lower case, blanks as one blank, `’` as `'`; empty for a line too long for any rule.
  let folded: ArraySlice<UInt8>

  /// Lines above this many bytes are prose and no rule looks at them.
  static let longest = 600

  /// Whether it reads like a paragraph of prose: a sentence that is ended, or too long for a headline.
  var isProse: Bool { Self.isProse(words: words, ending) }

  /// The same for a line of so many words that ends so.
  @inline(__always)
  static func isProse(words: Int, _ ending: Ending) -> Bool { words > 30 || (words >= 5 && ending == .stop) }
}

// MARK: Comparing

extension TextLine {
  /// The folded line without the marks at its ends: `(advertisement)` → `advertisement`. Quotes stay.
  var bare: ArraySlice<UInt8> {
    var low = folded.startIndex
    var high = folded.endIndex
    while low < high, Self.isFrame(folded[low]) { low += 1 }
    while high > low {
      if Self.isFrame(folded[high - 1]) {
        high -= 1
      } else if high - low > 3, folded[high - 3] == 0xE2, Self.isFrame(folded[high - 2], folded[high - 1]) {
        high -= 3
      } else if high - low > 2, folded[high - 2] == 0xC2, folded[high - 1] == 0xBB {
        high -= 2  // »
      } else {
        break
      }
    }
    return folded[low..<high]
  }

  private static func isFrame(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "|"), UInt8(ascii: "="),
      UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// … – — • › →, after their first byte.
  private static func isFrame(_ second: UInt8, _ third: UInt8) -> Bool {
    switch (second, third) {
    case (0x80, 0xA6), (0x80, 0x93), (0x80, 0x94), (0x80, 0xA2), (0x80, 0xBA), (0x86, 0x92): true
    default: false
    }
  }

  /// Whether the whole line is one of `labels`. A sentence of the same words ("Like this.") is not.
  /// - Parameter labels: fetched for the few lines that may be one.
  @inline(__always)
  func isLabel(_ labels: @autoclosure () -> WordSet) -> Bool {
    guard words <= 10, ending != .stop, ending != .question, ending != .exclamation else { return false }
    return isOne(of: labels())
  }

  private func isOne(of labels: WordSet) -> Bool {
    bare.withUnsafeBufferPointer { labels.contains($0) }
  }

  /// What follows the first of `phrases` that the line opens with, at a word's end; nil where it opens with
  /// none.
  func rest(after phrases: Phrases) -> ArraySlice<UInt8>? { phrases.rest(of: folded) }

  /// Whether any word of the line is in `set`.
  func hasWord(in set: WordSet) -> Bool {
    folded.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end].isASCIILetter || bytes[end] >= 0x80 { end += 1 }
        if end > start, set.contains(UnsafeBufferPointer(rebasing: bytes[start..<end])) { return true }
        start = end + 1
      }
      return false
    }
  }

  /// Whether the line speaks to the reader as a notice does: no quote, nobody who says or does something.
  ///
  /// This is what tells "Sign up for our newsletter and never miss a story." from "Sign up for our
  /// newsletter, the editors were told, must come first."
  var readsAsNotice: Bool {
    guard words <= 45, !folded.contains(UInt8(ascii: "\"")) else { return false }
    return !hasWord(in: Self.narration) && !isToldAbroad && !holdsQuote
  }

  /// Whether somebody tells it, in another language than English.
  ///
  /// Of a line in one of these the English words say nothing ("her" is "here" in Danish, "was" is "what" in German), and
  /// quotes are around names of newsletters, too.
  var isToldAbroad: Bool { hasWord(in: Self.narrationAbroad) }

  /// Whether a typographic quotation mark stands in the line.
  private var holdsQuote: Bool {
    var index = folded.startIndex
    while index + 2 < folded.endIndex {
      if folded[index] == 0xE2, folded[index + 1] == 0x80, folded[index + 2] & 0xFC == 0x9C { return true }
      index += 1
    }
    return false
  }

  private static let narration = WordSet(
    """
    said says told tells added asked argued wrote admitted insisted according reported announced warned claimed
    explained replied noted was were had he she his her him they them
    """)
  /// German, Spanish, French, Italian, Portuguese, Dutch, Polish, Czech, Swedish, Norwegian and Danish, Finnish, Romanian,
  /// Hungarian, Greek, Russian and Ukrainian, Turkish, Indonesian, Vietnamese, Arabic.
  private static let narrationAbroad = WordSet(
    """
    sagte sagten erklärte erklärten berichtete meldete hieß teilte bat fragte wurde wurden hatte hatten
    dijo dijeron dice según afirmó explicó declaró señaló aseguró pidió
    déclaré déclare selon affirmé expliqué estime écrit lancé detto disse dichiarato spiegato scritto
    afirmou explicou segundo declarou zei zegt volgens vroeg riep schreef
    powiedział powiedziała twierdzi podał napisał napisała řekl řekla uvedl uvedla napsal napsala
    sade säger enligt skrev sagde siger ifølge sanoi kertoi kirjoitti
    spus declarat anunțat mondta közölte írta είπε δήλωσε ανέφερε
    сказал сказала заявил заявила сообщил сообщила написал написала советуют сказав сказала заявив повідомив написав
    dedi söyledi açıkladı yazdı kata ujar tutur nói قال قالت كتب
    """)
}

/// Openings of lines, in lower case.
struct Phrases: Sendable {
  /// All phrases, one after the other.
  private let bytes: [UInt8]
  /// Where each phrase begins in ``bytes``, and where the last one ends.
  private let bounds: [Int32]
  /// Which is the first phrase of each first byte: they end where those of the next byte start.
  private let starts: [Int16]

  init(_ phrases: [String]) {
    // Of one beginning the longest first, so that "read more about" wins over "read more".
    let sorted = phrases.map { Array($0.utf8) }.sorted { ($0[0], $1.count) < ($1[0], $0.count) }
    bytes = Array(sorted.joined())
    bounds = sorted.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32(truncatingIfNeeded: $1.count)) }
    starts = (0...256).map { byte in
      Int16(truncatingIfNeeded: sorted.firstIndex { Int($0[0]) >= byte } ?? sorted.count)
    }
  }

  /// What follows the longest phrase that `folded` opens with, at a word's end.
  func rest(of folded: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = folded.first else { return nil }
    let (low, high) = (Int(starts[Int(first)]), Int(starts[Int(first) + 1]))
    // Nearly no line begins so.
    return low == high ? nil : rest(of: folded, among: low..<high)
  }

  @inline(never)
  private func rest(of folded: ArraySlice<UInt8>, among range: Range<Int>) -> ArraySlice<UInt8>? {
    let length: Int? = folded.withUnsafeBufferPointer { line in
      bytes.withUnsafeBufferPointer { bytes in
        for index in range {
          let phrase = UnsafeBufferPointer(rebasing: bytes[Int(bounds[index])..<Int(bounds[index + 1])])
          if Self.opens(line, with: phrase) { return phrase.count }
        }
        return nil
      }
    }
    return length.map { folded.dropFirst($0) }
  }

  /// Whether a line opens with a phrase, at a word's end.
  @inline(__always)
  private static func opens(
    _ line: UnsafeBufferPointer<UInt8>, with phrase: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard line.count >= phrase.count else { return false }
    for offset in phrase.indices where line[offset] != phrase[offset] { return false }
    guard line.count > phrase.count, phrase[phrase.count - 1].isASCIILetter else { return true }
    let next = line[phrase.count]
    return !(next.isASCIILetter || next.isASCIIDigit || next >= 0xC3 && next != 0xE2)
  }
}
