import Copydesk

/// The name of a site behind a headline: "Council backs tram line | The Harbour Courier".
///
/// A name behind a bar, or one that reads like that of a newspaper or a host, is no part of the headline.
/// Another name behind a dash may be one ("… - Meridian") or may not ("Vote is off - May").
enum SiteName {
  private static let mostWords = 5
  private static let leastHeadlineWords = 3

  /// The headline without the names that are surely those of a section and a site.
  static func cut(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var range = range
    for _ in 0..<3 {
      guard let split = split(source, range), split.isBar || namesMedium(source, split.tail) else { break }
      range = split.head
    }
    return range
  }

  /// The headline without a name that may be the site's, or nil where there is none.
  static func cutPossible(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    guard let split = split(source, range), isName(source, split.tail) else { return nil }
    return split.head
  }

  private struct Split {
    let head: Range<Int>
    let tail: Range<Int>
    let isBar: Bool
  }

  /// Divides at the last separator that has blanks around it, if either part is of a likely length.
  private static func split(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Split? {
    var index = range.upperBound - 2
    while index > range.lowerBound {
      if source[index] == 0x20, let (length, isBar) = separator(source, index + 1, range.upperBound) {
        let head = range.lowerBound..<index
        let tail = min(index + 2 + length, range.upperBound)..<range.upperBound
        guard (1...mostWords).contains(NormalisedWords(source, tail).count),
          NormalisedWords(source, head).count >= leastHeadlineWords
        else { return nil }
        return Split(head: head, tail: tail, isBar: isBar)
      }
      index -= 1
    }
    return nil
  }

  /// The length of the separator at `index`, if there is one with a blank behind it.
  private static func separator(
    _ source: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int
  ) -> (length: Int, isBar: Bool)? {
    for (mark, isBar) in separators where index + mark.count < end && source[index + mark.count] == 0x20 {
      if source[index..<(index + mark.count)].elementsEqual(mark) { return (mark.count, isBar) }
    }
    return nil
  }

  private static let separators: [([UInt8], Bool)] = [
    ("|", true), ("::", true), ("»", true), ("•", true), ("-", false), ("–", false), ("—", false),
    ("·", false),
  ].map { (Array($0.0.utf8), $0.1) }

  // MARK: Names

  private static func words(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> [Slice<UnsafeBufferPointer<UInt8>>] {
    source[range].split { $0.isASCIISpace }
  }

  /// Whether it reads like the name of a newspaper, station or host.
  private static func namesMedium(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let isHost = words(source, range).count == 1 && source[range].contains(UInt8(ascii: "."))
    guard isHost || isName(source, range) else { return false }
    return source[range].split { $0 == 0x20 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }.contains {
      media.contains(UnsafeBufferPointer(rebasing: $0))
    }
  }

  /// Whether its words have capitals, but for a few small ones.
  private static func isName(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    words(source, range).allSatisfy { word in
      guard let first = word.first else { return false }
      return !first.isASCIILowercase || small.contains(UnsafeBufferPointer(rebasing: word))
    }
  }

  private static let small = WordSet("of the and on in for de la le del der die das")

  private static let media = WordSet(
    """
    news times post herald courier telegraph guardian journal daily tribune gazette chronicle bbc cnn reuters com org
    net radio tv magazine review online blog press notebook observer independent mirror mail dispatch bulletin
    inquirer examiner sentinel nbc abc cbs npr zeitung spiegel nachrichten blatt kurier presse monde figaro diario
    periódico corriere repubblica wire weekly
    """)
}
