import Copydesk

/// Finds an organisation again where the text describes it by whose it is and what it is: "the U.N. agency", where the
/// document spells out "United Nations Relief and Works Agency" and no other name of its kind.
///
/// - Complexity: O(mentions · organisations with three words or more).
struct DescribedNames {
  /// The names that may be spelled out: the index of each, and where it stands.
  private let full: [(index: Int, span: Span)]

  /// Gathers the names of organisations that are spelled out.
  init(_ entities: [Entity], in text: Text) {
    full = entities.indices.compactMap { index in
      let span = entities[index].span
      guard entities[index].label == .organisation, span.count > 10,
        text.utf8[span.range].count(where: { $0.isASCIISpace || $0 == UInt8(ascii: "-") }) > 1
      else { return nil }
      return (index, span)
    }
  }

  /// The noun by which a mention may describe another name: in small letters after it, where "the" stands before it.
  static func noun(after mention: Span, _ label: Entity.Label, in text: Text) -> Range<Int>? {
    let bytes = text.utf8
    // Before most mentions there is no article.
    guard hasArticle(before: mention.start, in: bytes),
      label == .organisation || label == .place || label == .group
    else { return nil }
    let noun = nounAfter(mention.end, in: bytes)
    return noun.isEmpty ? nil : noun
  }

  /// Lets a mention reach over its description, and tells the index of the name it stands for, where there is
  /// exactly one name with these words.
  func stretch(_ entity: inout Entity, over noun: Range<Int>, in text: Text) -> Int? {
    // Of most nouns the bytes tell that no name ends with them.
    let head = text[Span(noun.lowerBound, noun.upperBound)]
    let ending = full.filter { Self.ends(text.utf8[$0.span.range], with: text.utf8[noun]) }
      .map { (index: $0.index, words: Self.words(text[$0.span])) }
      .filter { $0.words.count > 2 && $0.words.last.map(String.init) == head }
    guard !ending.isEmpty else { return nil }
    let whose = Self.spelledOut(text[entity.span])
    let named = ending.filter { name in whose.allSatisfy { name.words.contains(Substring($0)) } }
    guard let first = named.first, named.allSatisfy({ $0.words == first.words }) else { return nil }
    entity.span = Span(entity.span.start, noun.upperBound)
    entity.label = .organisation
    return first.index
  }

  private static func ends(_ name: ArraySlice<UInt8>, with noun: ArraySlice<UInt8>) -> Bool {
    name.suffix(noun.count).elementsEqual(noun) { ($0.isASCIIUppercase ? $0 | 0x20 : $0) == $1 }
  }

  private static func words(_ name: String) -> [Substring] {
    name.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "," }
  }

  /// The words that a short name stands for.
  private static func spelledOut(_ name: String) -> [String] {
    switch name.lowercased().filter({ $0 != "." }) {
    case "un": ["united", "nations"]
    case "us", "usa": ["united", "states"]
    case "eu": ["european", "union"]
    case "uk": ["united", "kingdom"]
    case let other: words(other).map(String.init)
    }
  }

  /// The word of small letters that follows after one blank.
  private static func nounAfter(_ end: Int, in bytes: [UInt8]) -> Range<Int> {
    guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: " ") else { return end..<end }
    var stop = end + 1
    while stop < bytes.count, bytes[stop].isASCIILowercase { stop += 1 }
    if stop < bytes.count, bytes[stop].isASCIILetter || bytes[stop] >= 0x80 { return end..<end }
    return stop - end > 3 ? end + 1..<stop : end..<end
  }

  private static func hasArticle(before start: Int, in bytes: [UInt8]) -> Bool {
    guard start >= 4, bytes[start - 1] == UInt8(ascii: " ") else { return false }
    for (offset, wanted) in "the ".utf8.enumerated() {
      let byte = bytes[start - 4 + offset]
      guard (byte.isASCIIUppercase ? byte | 0x20 : byte) == wanted else { return false }
    }
    return true
  }
}
