import Copydesk

/// What a headline says, whatever it looks like: the words that two copies of it have in common.
struct Headline: Sendable {
  /// A headline's words.
  struct Form: Sendable, Equatable {
    /// The words, normalised.
    let words: [UInt8]
    /// How many there are.
    let count: Int
    /// Whether it ends in an ellipsis.
    let isTruncated: Bool
  }

  /// Without the marks of a desk before it and the name of a site behind it.
  let full: Form
  /// Also without what may be a name behind a dash.
  let bare: Form?

  /// Reads a headline; nil where there is no word.
  init?(_ title: String) {
    let bytes = Array(title.utf8)
    let headline = bytes.withUnsafeBufferPointer { Headline($0, $0.indices) }
    guard let headline else { return nil }
    self = headline
  }

  /// Reads a headline that stands in a text; nil where there is no word.
  init?(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let body = SiteName.cut(source, HeadlineMark.skip(source, range))
    full = Self.form(source, body)
    guard full.count > 0 else { return nil }
    bare = SiteName.cutPossible(source, body).map { Self.form(source, $0) }
  }

  private static func form(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Form {
    let normal = NormalisedWords(source, range)
    return Form(words: normal.bytes, count: normal.count, isTruncated: endsInEllipsis(source, range))
  }

  private static func endsInEllipsis(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound, source[end - 1].isASCIISpace || ")]\"'".utf8.contains(source[end - 1]) {
      end -= 1
    }
    guard end - range.lowerBound > 3 else { return false }
    let last = source[(end - 3)..<end]
    return last.elementsEqual("…".utf8) || last.elementsEqual("...".utf8)
  }
}

extension Headline {
  /// Whether the two say the same: the same words, or one goes on where the other is cut off.
  func repeats(_ other: Headline) -> Bool {
    full.repeats(other.full)
      || (bare.map { $0.repeats(other.full) } ?? false)
      || (other.bare.map { $0.repeats(full) } ?? false)
  }
}

extension Headline.Form {
  /// Fewest words and bytes of a cut-off headline that tell what it was.
  private static let leastTruncated = (words: 3, bytes: 15)

  /// Whether the words are the same, or those of one begin the other and end in an ellipsis.
  func repeats(_ other: Self) -> Bool {
    if words == other.words { return true }
    return isBeginning(of: other) || other.isBeginning(of: self)
  }

  private func isBeginning(of other: Self) -> Bool {
    isTruncated && count >= Self.leastTruncated.words && words.count >= Self.leastTruncated.bytes
      && other.words.starts(with: words)
  }
}
