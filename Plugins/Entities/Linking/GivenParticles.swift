import Copydesk

/// Which persons have a given name that is elsewhere a part of a family name: "Al Gore", "Van Morrison". "Van Gogh" is none where
/// the text names a Vincent van Gogh.
struct GivenParticles {
  private var found: Set<Int> = []

  /// - Parameter names: the indices of the entities that are names.
  /// - Complexity: O(names), and that of the persons for each that may be such a one, which are few.
  init(_ entities: [Entity], _ names: [Int], in text: Text) {
    for index in names where Self.mayBe(entities[index], text.utf8) {
      let family = " " + Self.plain(text[entities[index].span])
      let isFamily = names.contains {
        entities[$0].label == .person && Self.plain(text[entities[$0].span]).hasSuffix(family)
      }
      if !isFamily { found.insert(index) }
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

  private static func plain(_ name: String) -> String { name.lowercased().replacing("-", with: " ") }

  private static let particles = WordSet("al el ul bin ibn de la van von der")
}
