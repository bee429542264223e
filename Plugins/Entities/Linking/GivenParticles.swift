import Copydesk

/// Which persons have a given name that is elsewhere a part of a family name: "Al Gore", "Van Morrison". "Van Gogh" is none where
/// the text names a Vincent van Gogh.
struct GivenParticles {
  private var found: Set<Int> = []

  /// - Parameter names: the indices of the entities that are names.
  /// - Complexity: O(names).
  init(_ entities: [Entity], _ names: [Int], in text: Text) {
    let candidates = names.filter { Self.mayBe(entities[$0], text.utf8) }
    guard !candidates.isEmpty else { return }
    // The last two words of each longer name: "van Gogh".
    var families: Set<String> = []
    for index in names where entities[index].label == .person {
      let words = Self.plain(text[entities[index].span]).split(whereSeparator: \.isWhitespace)
      if words.count > 2 { families.insert(words.suffix(2).joined(separator: " ")) }
    }
    for index in candidates where !families.contains(Self.plain(text[entities[index].span])) {
      found.insert(index)
    }
  }

  func contains(_ index: Int) -> Bool { !found.isEmpty && found.contains(index) }

  /// Two words, of which the first has a capital and is such a one.
  private static func mayBe(_ entity: Entity, _ bytes: [UInt8]) -> Bool {
    let name = bytes[entity.span.range]
    guard entity.label == .person, let first = name.first, first.isASCIIUppercase,
      let blank = name.prefix(5).firstIndex(where: \.isASCIISpace), blank + 1 < name.endIndex,
      name[blank + 1].isASCIIUppercase, !name[(blank + 1)...].contains(where: \.isASCIISpace)
    else { return false }
    return name[..<blank].withUnsafeBufferPointer { particles.contains($0) }
  }

  private static func plain(_ name: String) -> String {
    name.lowercased().replacing("-", with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let particles = WordSet("al el ul bin ibn de la van von der")
}
