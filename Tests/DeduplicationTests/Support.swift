import Copydesk
import CopydeskTesting

@testable import Deduplication

/// A generator that gives the same numbers in every run (SplitMix64; Steele, Lea and Flood, 2014).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// One to `most` of the pieces, in random order.
  mutating func pick(_ pieces: [String], most: Int, joined by: String = "") -> String {
    (0..<Int.random(in: 1...most, using: &self)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &self)]
    }
    .joined(separator: by)
  }
}

/// A document with a title and a date.
func article(_ id: String, _ title: String?, _ text: String = "Body.", on day: String? = nil) -> Document {
  var document = Document(text, id: id)
  document.title = title
  document.published = day.flatMap { PublicationDate(iso8601: $0) }
  return document
}

/// Runs `dedupe.headlines` on one document.
func collapsed(_ text: String, title: String? = nil) throws -> Document {
  try run(DedupeHeadlines.self, on: [article("a", title, text)])[0]
}

/// What each document repeats, by the stage.
func repeated<S: OrderedStage>(
  _ stage: S.Type, _ documents: [Document], options change: (inout S.Options) -> Void = { _ in }
) throws -> [String?] {
  try run(stage, on: documents, options: change).map(\.duplicateOf)
}

/// Whether two headlines are taken for the same.
func same(_ a: String, _ b: String) -> Bool {
  guard let a = Headline(a), let b = Headline(b) else { return false }
  return a.repeats(b)
}
