import Copydesk
import CopydeskTesting
import Testing

@testable import Deduplication

@Suite struct KeptDocumentTests {
  private static let story = """
    The council voted on Monday to approve a new tram line through the old town, after years of debate among \
    residents and shop owners who feared that the works would last for a decade
    """

  private func documents() -> [Document] {
    [
      article("a", nil, Self.story, on: "2020-01-03"),
      article("x", nil, "Fishing boats in the northern sea came home late because of heavy storms."),
      article("b", nil, Self.story + " said the mayor", on: "2020-01-01"),
      article("short", nil, "Too short."),
      article("c", nil, Self.story + " said the mayor on Tuesday", on: "2020-01-04"),
      article("d", nil, Self.story, on: "2019-12-31"),
    ]
  }

  private func kept(_ keep: KeptDocument, _ action: DocumentAction = .drop) throws -> [Document] {
    try run(DedupeDocuments.self, on: documents()) {
      $0.keep = keep
      $0.action = action
    }
  }

  @Test(arguments: [(KeptDocument.first, "a"), (.longest, "c"), (.earliest, "d"), (.latest, "c")])
  func oneOfAClusterIsKept(_ keep: KeptDocument, _ expected: String) throws {
    for document in try kept(keep) where !["x", "short"].contains(document.id) {
      #expect(document.duplicateOf == (document.id == expected ? nil : expected))
      #expect(document.verdict.isKept == (document.id == expected))
    }
  }

  @Test func othersAreLeftAlone() throws {
    for document in try kept(.longest) where ["x", "short"].contains(document.id) {
      #expect(document.verdict.isKept && document.duplicateOf == nil && document.trail.entries.isEmpty)
    }
  }

  @Test func aClusterKeepsAllAndNamesItself() throws {
    let results = try kept(.first, .cluster)
    #expect(results.allSatisfy { $0.verdict.isKept })
    #expect(results.map(\.duplicateOf) == [nil, nil, "a", nil, "a", "a"])
    #expect(results.map { $0.metadata["cluster"]?.string } == ["a", nil, "a", nil, "a", "a"])
  }

  @Test func aChainOfMatchesIsOneCluster() throws {
    var random = SeededGenerator(seed: 13)
    var words = random.text(words: 100)
    var documents: [Document] = []
    for step in 0..<8 {
      documents.append(Document(words.joined(separator: " "), id: "\(step)"))
      words[step * 12] = "changed\(step)"
    }
    let results = try run(DedupeDocuments.self, on: documents) { $0.action = .cluster }
    #expect(results.dropFirst().allSatisfy { $0.duplicateOf == "0" })
    // The last is not like the first: its trail tells of the one that it is like.
    let entry = try #require(results[7].trail.entries.last)
    let other = try #require(entry.reference.flatMap { Int($0) })
    #expect(other != 0)
    #expect(entry.measured == jaccard(documents[other].text.string, documents[7].text.string))
  }

  @Test func clustersDoNotDependOnTheOrderOfTheInput() throws {
    var random = SeededGenerator(seed: 21)
    var texts: [[String]] = []
    for number in 0..<60 {
      texts.append(
        number < 15
          ? random.text(words: 60)
          : random.edited(texts[Int.random(in: 0..<texts.count, using: &random)], changes: 1))
    }
    let documents = texts.enumerated().map { Document($0.element.joined(separator: " "), id: "\($0.offset)") }
    func partition(_ documents: [Document]) throws -> Set<Set<String>> {
      let results = try run(DedupeDocuments.self, on: documents) { $0.action = .cluster }
      return Set(Dictionary(grouping: results) { $0.duplicateOf ?? $0.id }.values.map { Set($0.map(\.id)) })
    }
    let wanted = try partition(documents)
    for _ in 0..<5 { #expect(try partition(documents.shuffled(using: &random)) == wanted) }
  }
}
