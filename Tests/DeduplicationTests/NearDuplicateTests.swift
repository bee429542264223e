import Copydesk
import CopydeskTesting
import Testing

@testable import Deduplication

@Suite struct NearDuplicateTests {
  private static let story = """
    The council voted on Monday to approve a new tram line through the old town, after years of debate among \
    residents and shop owners who feared that the works would last for a decade and cost more than planned.
    """

  private func duplicates(
    _ texts: [String], _ change: (inout DedupeDocuments.Options) -> Void = { _ in }
  ) throws -> [Document] {
    try run(
      DedupeDocuments.self, on: texts.enumerated().map { Document($0.element, id: "\($0.offset)") },
      options: change)
  }

  @Test func aTextThatIsNearlyTheSameNamesTheFirstWithItsSimilarity() throws {
    let edited = Self.story.replacingOccurrences(of: "planned", with: "they had")
    let second = try duplicates([Self.story, edited])[1]
    let entry = try #require(second.trail.entries.last)
    #expect(entry.rule == "document.near" && entry.reference == "0" && entry.limit == 0.8)
    #expect(entry.measured == jaccard(Self.story, edited))
    #expect(second.verdict == .duplicate(of: "0", similarity: jaccard(Self.story, edited)))
  }

  @Test func theTrailNamesThePassageThatBothHave() throws {
    let second = try duplicates([Self.story, "Update: " + Self.story + " More at ten."])[1]
    let entry = try #require(second.trail.entries.last)
    let (here, there) = (try #require(entry.source), try #require(entry.referenceSource))
    #expect(second.text[here] == String(Self.story.dropLast()))
    #expect(there == Span(0, Self.story.utf8.count - 1))
  }

  @Test func whateverIsDroppedIsAtTheThresholdOfOneThatIsKept() throws {
    var random = SeededGenerator(seed: 77)
    for threshold in [0.5, 0.8, 0.95] {
      var texts: [[String]] = []
      for number in 0..<300 {
        if number % 3 == 0 || texts.isEmpty {
          texts.append(random.text(words: Int.random(in: 5...120, using: &random), vocabulary: 60_000))
        } else {
          texts.append(
            random.edited(texts[Int.random(in: 0..<texts.count, using: &random)], changes: number % 4))
        }
      }
      let strings = texts.map { $0.joined(separator: " ") }
      let results = try duplicates(strings) { $0.threshold = threshold }
      var missed = 0
      for (index, result) in results.enumerated() {
        guard let other = result.duplicateOf.flatMap({ Int($0) }) else {
          let kept = (0..<index).filter { results[$0].duplicateOf == nil }
          missed += kept.contains { jaccard(strings[$0], strings[index]) >= threshold } ? 1 : 0
          continue
        }
        #expect(other < index && results[other].duplicateOf == nil)
        let similarity = jaccard(strings[other], strings[index])
        #expect(similarity >= threshold)
        #expect(abs((result.trail.entries.last?.measured ?? 0) - similarity) < 1e-9)
      }
      #expect(missed <= 3, "at \(threshold)")
    }
  }

  @Test func thePermutationsAreGuarded() throws {
    #expect(
      DedupeDocuments.Options.specs.first { $0.name == "permutations" }?.range?.description == "8 to 512")
    var options = DedupeDocuments.Options()
    #expect(DedupeDocuments.advice(on: options, given: ["permutations"]).isEmpty)
    options.permutations = 450
    #expect(DedupeDocuments.advice(on: options, given: ["permutations"]).map(\.option) == ["permutations"])
  }

  @Test func theBandsAreShown() {
    #expect(DedupeDocuments.discussion.contains("12 bands of 5 rows"))
  }

  @Test func aTextInsideAnotherIsADuplicateWhereAskedFor() throws {
    var random = SeededGenerator(seed: 2)
    let long = random.text(words: 900).joined(separator: " ")
    let part = long.split(separator: " ")[300..<380].joined(separator: " ")
    #expect(try duplicates([long, part]).map(\.duplicateOf) == [nil, nil])
    let results = try duplicates([long, part]) { $0.containment = 0.9 }
    #expect(results.map(\.duplicateOf) == [nil, "0"])
    #expect(results[1].trail.entries.last?.rule == "document.contained")
    #expect(results[1].trail.entries.last?.limit == 0.9)
    // The longer one says more: it is no duplicate of its part.
    #expect(try duplicates([part, long]) { $0.containment = 0.9 }.map(\.duplicateOf) == [nil, nil])
  }

  @Test func ofTwoTextsOfNearlyALengthEachMayStandInTheOther() throws {
    var random = SeededGenerator(seed: 4)
    let words = random.text(words: 330)
    let first = words[0..<300].joined(separator: " ")
    let second = words[15..<320].joined(separator: " ")
    for texts in [[first, second], [second, first]] {
      let results = try duplicates(texts) {
        $0.threshold = 1
        $0.containment = 0.9
      }
      #expect(results.map(\.duplicateOf) == [nil, "0"])
      let measured = try #require(results[1].trail.entries.last?.measured)
      // 281 shingles of five words are in both.
      #expect(abs(measured - 281 / Double(texts[1] == second ? 301 : 296)) < 1e-9)
    }
  }

  @Test func textsWithoutBlanksAreComparedByTheirCharacters() throws {
    let text = "市議会は月曜日に旧市街を通る新しい路面電車の路線を承認した。住民と商店主の間で長年にわたり議論が続いていた。"
    let edited = text.replacingOccurrences(of: "月曜日", with: "火曜日")
    #expect(try duplicates([text, edited]) { $0.threshold = 0.7 }.map(\.duplicateOf) == [nil, "0"])
  }

  @Test func emptyAndShortTextsAreNobodysDuplicates() throws {
    let texts = ["", "", "Word.", "Word.", " \n ", "…", "two words", "two words"]
    #expect(try duplicates(texts).allSatisfy { $0.duplicateOf == nil })
    #expect(
      try duplicates(texts) { $0.minWords = 1 }.map(\.duplicateOf) == [
        nil, nil, nil, "2", nil, nil, nil, "6",
      ])
  }

  @Test func aHundredThousandCopiesLeaveOneEntry() throws {
    let settings = IndexSettings(
      threshold: 0.8, shingle: 5, permutations: 64, containment: nil, normalize: .lower, unit: .auto, seed: 0,
      holdsDuplicates: false)
    let sketch = try #require(DocumentSketcher(settings, minWords: 5).sketch(Document(Self.story, id: "a")))
    var index = try DocumentIndex(settings, memory: 1 << 20, folder: nil)
    try index.insert(sketch)
    let memory = index.memory
    for _ in 0..<100_000 { #expect(try index.same(as: sketch)?.similarity == 1) }
    #expect(index.count == 1 && index.memory == memory)
  }

  /// Texts made to meet in every band and to be verified in vain: half of each is the same.
  @Test func textsThatCollideOnPurposeCostABoundedNumberOfComparisons() throws {
    var random = SeededGenerator(seed: 6)
    let common = random.text(words: 150)
    let settings = IndexSettings(
      threshold: 0.9, shingle: 1, permutations: 64, containment: nil, normalize: .lower, unit: .auto, seed: 0,
      holdsDuplicates: false)
    let sketcher = DocumentSketcher(settings, minWords: 1)
    var index = try DocumentIndex(settings, memory: 1 << 24, folder: nil)
    for _ in 0..<3000 {
      let text = (common + random.text(words: 50, vocabulary: 1_000_000)).joined(separator: " ")
      let sketch = try #require(sketcher.sketch(Document(text)))
      #expect(try index.candidatePlaces(sketch).count <= DocumentIndex.mostCandidates)
      try index.insert(sketch)
    }
  }

  @Test(arguments: ["12", "many", "-1GB", "1KB", "", "GB"]) func anAmountOfMemoryIsChecked(_ text: String) {
    #expect(throws: InvalidOption.self) { try ByteCount.read(text, option: "memory") }
  }

  @Test func amountsOfMemoryAreReadAsWritten() throws {
    #expect(try ByteCount.read("512MB", option: "memory") == 512_000_000)
    #expect(try ByteCount.read("1.5 GiB", option: "memory") == 1_610_612_736)
  }
}
