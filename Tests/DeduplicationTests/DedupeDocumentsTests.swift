import Copydesk
import CopydeskTesting
import Testing

@testable import Deduplication

@Suite struct DedupeDocumentsTests {
  private let text =
    "The army bombarded an enclave on Monday, state television said.\n\nIt went on for hours."

  @Test(arguments: [
    "The army bombarded an enclave on Monday, state television said.\n\nIt went on for hours.",
    "THE ARMY bombarded an enclave on Monday state television said. It went on for hours",
    "  “The army bombarded an enclave on Monday”, state television said…\r\n\r\nIt went on for hours.\n\n",
  ])
  func theSameWordsAreTheSameText(_ copy: String) throws {
    let results = try run(DedupeDocuments.self, on: [Document(text, id: "a"), Document(copy, id: "b")])
    #expect(results.map(\.duplicateOf) == [nil, "a"])
    #expect(results[1].verdict == .duplicate(of: "a", similarity: 1))
    #expect(results[1].trail.entries.map(\.rule) == ["document.same"])
    #expect(results[1].trail.entries[0].limit == 1)
    #expect(results[1].text.string == copy)
  }

  @Test(arguments: [
    "The army bombarded an enclave on Monday, state television said.\n\nIt went on for days.",
    "The army bombarded an enclave on Monday, state television said.",
    "It went on for hours. The army bombarded an enclave on Monday, state television said.",
  ])
  func atTheThresholdOneOtherWordsAreAnotherText(_ other: String) throws {
    #expect(
      try repeated(DedupeDocuments.self, [Document(text, id: "a"), Document(other, id: "b")]) {
        $0.threshold = 1
      } == [nil, nil])
  }

  @Test func figuresThatDifferOnlyInAPointOrACurrencyAreDifferent() throws {
    let texts = ["1.5%", "15%", "$15", "£15", "1,5"].map { "The price of bread rose by \($0) in May." }
    let documents = texts.enumerated().map { Document($0.element, id: "\($0.offset)") }
    // A comma in a number only groups its digits: "1,5" is 15, but without a sign.
    #expect(
      try repeated(DedupeDocuments.self, documents) { $0.threshold = 1 } == [nil, nil, nil, nil, nil])
  }

  @Test(arguments: ["", " \n ", "…!?", "Like this:", "One two three four."])
  func shortTextsAreNotCompared(_ text: String) throws {
    #expect(
      try repeated(DedupeDocuments.self, [Document(text, id: "a"), Document(text, id: "b")]) == [nil, nil])
  }

  @Test func theFewestWordsCanBeSet() throws {
    let documents = [Document("One two.", id: "a"), Document("one, TWO", id: "b")]
    #expect(try repeated(DedupeDocuments.self, documents) { $0.minWords = 2 } == [nil, "a"])
    #expect(try repeated(DedupeDocuments.self, documents) { $0.minWords = 3 } == [nil, nil])
  }

  @Test func ideographsAreAWordEach() throws {
    let documents = [Document("議会は路面電車を承認。", id: "a"), Document("議会は、路面電車を承認", id: "b")]
    #expect(try repeated(DedupeDocuments.self, documents) == [nil, "a"])
  }

  @Test func aMarkedDuplicateStays() throws {
    let results = try run(DedupeDocuments.self, on: [Document(text, id: "a"), Document(text, id: "b")]) {
      $0.action = .mark
    }
    #expect(results[1].verdict.isKept)
    #expect(results[1].duplicateOf == "a")
  }

  @Test func everyCopyNamesTheFirst() throws {
    let documents = ["a", "b", "c"].map { Document(text, id: $0) }
    #expect(try repeated(DedupeDocuments.self, documents) == [nil, "a", "a"])
    #expect(try repeated(DedupeDocuments.self, documents) { $0.action = .mark } == [nil, "a", "a"])
  }

  @Test func exactlyTheTextsSeenBeforeAreDroppedInAnyInput() throws {
    var random = SeededGenerator(seed: 17)
    let pieces = ["tram", "Tram", "line", "hospital,", "vote", "\"vote\"", "é", "文", "10"]
    for _ in 0..<50 {
      let documents = (0..<80).map { Document(random.pick(pieces, most: 6, joined: " "), id: "\($0)") }
      var first: [[UInt8]: String] = [:]
      let results = try run(DedupeDocuments.self, on: documents) {
        $0.minWords = 2
        $0.threshold = 1
      }
      for document in results {
        let normal = NormalisedWords(document.text.utf8)
        #expect(document.duplicateOf == (normal.count < 2 ? nil : first[normal.bytes]))
        if normal.count >= 2, first[normal.bytes] == nil { first[normal.bytes] = document.id }
      }
    }
  }

  @Test func aTextOfOneLongWordIsHashedLikeAnyOther() throws {
    let long = String(repeating: "x", count: 1 << 20)
    let documents = [Document(long, id: "a"), Document(long, id: "b")]
    #expect(try repeated(DedupeDocuments.self, documents) { $0.minWords = 1 } == [nil, "a"])
  }

  @Test(arguments: [
    "สภาเมืองลงมติเมื่อวันอังคารให้ซ่อมสะพานเก่าข้ามแม่น้ำก่อนฤดูหนาว เจ้าของร้านค้ากังวลเรื่องลูกค้าที่ลดลง",
    "ក្រុមប្រឹក្សាក្រុងបានបោះឆ្នោតនៅថ្ងៃអង្គារដើម្បីជួសជុលស្ពានចាស់ឆ្លងទន្លេមុនរដូវរងា",
  ])
  func theSameTextOfAScriptWithoutBlanksIsADuplicate(_ text: String) throws {
    #expect(
      try repeated(DedupeDocuments.self, [Document(text, id: "a"), Document(text, id: "b")]) == [nil, "a"])
    #expect(
      try repeated(DedupeDocuments.self, [Document("ไม่มี", id: "a"), Document("ไม่มี", id: "b")]) == [nil, nil])
  }
}
