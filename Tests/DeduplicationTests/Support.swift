import Copydesk
import CopydeskTesting
import Foundation

@testable import Deduplication

extension SeededGenerator {
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

/// The Jaccard similarity of two texts by the definition: sets of runs of words.
func jaccard(_ a: String, _ b: String, shingle: Int = 5) -> Double {
  let (a, b) = (shingleSet(a, shingle), shingleSet(b, shingle))
  return a.isEmpty && b.isEmpty ? 1 : Double(a.intersection(b).count) / Double(a.union(b).count)
}

/// The runs of words of a text, lower case.
func shingleSet(_ text: String, _ length: Int) -> Set<[String]> {
  let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
  guard words.count > length else { return words.isEmpty ? [] : [words] }
  return Set((0...(words.count - length)).map { Array(words[$0..<($0 + length)]) })
}

extension SeededGenerator {
  /// A text of made-up words.
  mutating func text(words: Int, vocabulary: Int = 2000) -> [String] {
    (0..<words).map { _ in "w\(Int.random(in: 0..<vocabulary, using: &self))" }
  }

  /// The words with some of them exchanged for others.
  mutating func edited(_ words: [String], changes: Int) -> [String] {
    var words = words
    for _ in 0..<changes {
      words[Int.random(in: 0..<words.count, using: &self)] = "x\(Int.random(in: 0..<100_000, using: &self))"
    }
    return words
  }
}

/// A folder of a test's own, taken away with it.
final class ScratchFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("copydesk-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }
}
