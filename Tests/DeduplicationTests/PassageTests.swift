import Copydesk
import CopydeskTesting
import Testing

@testable import Deduplication

@Suite struct PassageTests {
  private let notice = "Sign up for our newsletter and get the best of the week in your inbox."

  private func body(_ text: String, _ others: String...) -> [Document] {
    ([text] + others).enumerated().map { Document($0.element, id: "\($0.offset)") }
  }

  @Test func aParagraphStandsOnceInADocument() throws {
    let text = "First words of a story that goes on here.\n\n\(notice)\n\nMiddle.\n\n\(notice.uppercased())\n"
    let result = try run(DedupeParagraphs.self, on: body(text))[0]
    #expect(result.text.string == "First words of a story that goes on here.\n\n\(notice)\n\nMiddle.")
    let entry = try #require(result.trail.entries.first)
    #expect(entry.rule == "paragraph.within" && entry.measured == 2 && entry.limit == 1)
    #expect(entry.source.map { result.source.bytes[$0.range].contains(UInt8(ascii: "N")) } == true)
  }

  @Test func aParagraphStandsInAsManyDocumentsAsItMay() throws {
    let documents = (0..<5).map { Document("Story number \($0).\n\n\(notice)", id: "\($0)") }
    for across in 1...4 {
      let results = try run(DedupeParagraphs.self, on: documents) {
        $0.across = across
        $0.minWords = 5
      }
      #expect(results.map { $0.text.string.contains("newsletter") } == (0..<5).map { $0 < across })
      #expect(results[4].trail.entries.first?.rule == "paragraph.across")
      #expect(results[4].trail.entries.first?.measured == Double(5))
    }
    let results = try run(DedupeParagraphs.self, on: documents) { $0.across = nil }
    #expect(results.allSatisfy { $0.trail.entries.isEmpty })
  }

  @Test func aParagraphMayBeBrokenInOtherLines() throws {
    let broken = notice.replacingOccurrences(of: " and ", with: "\nand ")
    let results = try run(DedupeParagraphs.self, on: body(notice, broken)) { $0.across = 1 }
    #expect(results[0].text.string == notice && results[1].text.isEmpty)
  }

  @Test func aDocumentOfWhichNothingIsLeftGoesToTheRejects() throws {
    let others = body(notice, "\n\(notice)\n\n", "New words here.\n\n\(notice)")
    let lines = try run(DedupeLines.self, on: others) { $0.across = 1 }
    #expect(lines.map(\.verdict.isKept) == [true, false, true])
    #expect(lines[1].trail.entries.last?.rule == "line.empty")
    let paragraphs = try run(DedupeParagraphs.self, on: others) { $0.across = 1 }
    #expect(paragraphs.map(\.verdict.isKept) == [true, false, true])
    let known = Set(DedupeParagraphs.rules.map(\.name))
    #expect(paragraphs[1].trail.entries.allSatisfy { known.contains($0.rule) })
    // A document that was empty before is none of this stage's.
    #expect(try run(DedupeLines.self, on: body("", "\n"))[1].verdict.isKept)
  }

  @Test(arguments: [
    ("The index fell by -3 percent on Monday", "The index fell by 3 percent on Monday"),
    ("The index fell by −3 percent on Monday", "The index fell by 3 percent on Monday"),
    ("The C++ course begins on Monday in May", "The C# course begins on Monday in May"),
    ("The C++ course begins on Monday in May", "The C course begins on Monday in May"),
  ])
  func aSignThatMakesAnotherWordCounts(_ a: String, _ b: String) throws {
    let result = try run(DedupeLines.self, on: body("\(a)\n\(b)\n\(a.uppercased())"))[0]
    #expect(result.text.string == "\(a)\n\(b)")
  }

  @Test func otherPunctuationDoesNotCount() throws {
    let text =
      "The index fell by 10-12 points, to 3-4 percent\nThe index fell by 10–12 points: to 3–4 percent!"
    #expect(try run(DedupeLines.self, on: body(text))[0].text.string.hasSuffix("3-4 percent"))
    let list = "- 3 eggs, milk and a pound of flour\n3 eggs, milk and a pound of flour"
    #expect(try run(DedupeLines.self, on: body(list))[0].text.string.hasPrefix("- 3 eggs"))
    #expect(try !run(DedupeLines.self, on: body(list))[0].text.string.contains("\n"))
  }

  @Test func aLineOfAScriptWithoutBlanksHasAsManyWordsAsItsLettersMake() throws {
    let thai = "สภาเมืองลงมติเมื่อวันอังคารให้ซ่อมสะพานเก่าข้ามแม่น้ำก่อนฤดูหนาว"
    #expect(try run(DedupeLines.self, on: body("\(thai)\n\(thai)"))[0].text.string == thai)
  }

  @Test func shortPassagesAreLeftAlone() throws {
    let text = "Ends here.\n\nEnds here.\n\nEnds here."
    #expect(try run(DedupeParagraphs.self, on: body(text, text))[1].text.string == text)
    #expect(try run(DedupeLines.self, on: body(text))[0].text.string == text)
  }

  @Test func aLineStandsOnceInADocumentAndInAnyNumberOfDocuments() throws {
    let text = "One line of five words.\nAnother line.\none line of five words\nThe end."
    let results = try run(DedupeLines.self, on: body(text, text))
    for result in results {
      #expect(result.text.string == "One line of five words.\nAnother line.\nThe end.")
    }
  }

  @Test func linesAcrossDocumentsAreLimitedWhereAskedFor() throws {
    let results = try run(DedupeLines.self, on: body(notice, "New words here.\n\(notice)")) { $0.across = 1 }
    #expect(results.map(\.text.string) == [notice, "New words here."])
  }

  @Test func whatStaysIsWhatCountingByHandLeaves() throws {
    var random = SeededGenerator(seed: 55)
    for _ in 0..<30 {
      let lines = (0..<12).map { _ in random.text(words: 6, vocabulary: 3).joined(separator: " ") }
      let documents = (0..<20).map { number in
        Document(
          (0..<8).map { _ in lines[Int.random(in: 0..<lines.count, using: &random)] }.joined(separator: "\n"),
          id: "\(number)")
      }
      let results = try run(DedupeLines.self, on: documents) {
        $0.within = 2
        $0.across = 3
      }
      var seen: [String: Int] = [:]
      for (document, result) in zip(documents, results) {
        var here: [String: Int] = [:]
        let kept = document.text.string.split(separator: "\n").map(String.init).filter { line in
          here[line, default: 0] += 1
          if here[line] == 1 { seen[line, default: 0] += 1 }
          return here[line, default: 0] <= 2 && seen[line, default: 0] <= 3
        }
        #expect(result.text.string == kept.joined(separator: "\n"))
      }
    }
  }

  @Test func countsAreKeptForEachPassage() throws {
    var random = SeededGenerator(seed: 1)
    var counts = PassageCounts()
    var model: [UInt64: Int] = [:]
    let hashes = (0..<5000).map { _ in random.next() }
    for _ in 0..<60_000 {
      let hash = hashes[Int.random(in: 0..<hashes.count, using: &random)]
      guard try counts.add(hash) == model[hash, default: 0] else {
        Issue.record("\(hash)")
        break
      }
      model[hash, default: 0] += 1
    }
    #expect(counts.count == model.count)
  }

  /// At the least there are more passages than fit many times over; some come again at once, some after they went to
  /// the disk several times, some more often than can be counted.
  @Test func theBudgetChangesNoCount() throws {
    var random = SeededGenerator(seed: 7)
    var free = PassageCounts()
    var tight = [PassageCounts(budget: 0), PassageCounts(budget: 300_000)]
    var passages: [UInt64] = []
    for round in 0..<150_000 {
      let isNew = passages.count < 400 || Int.random(in: 0..<3, using: &random) > 0
      // A few that come all the time, and hashes that are alike in what a run looks for first.
      let hash =
        isNew
        ? (round % 50 == 0 ? UInt64(round) << 8 | 0xABCD_EF01 << 32 : random.next())
        : passages[round % 7 == 0 ? round % 3 : Int.random(in: 0..<passages.count, using: &random)]
      if isNew { passages.append(hash) }
      let expected = try free.add(hash)
      for index in tight.indices {
        guard try tight[index].add(hash) == expected else {
          Issue.record("passage \(hash) in round \(round), table \(index), expected \(expected)")
          return
        }
      }
    }
    #expect(free.runs == 0 && tight.allSatisfy { $0.runs > 0 && $0.runs < 8 })
    #expect(try free.add(passages[0]) == PassageCounts.mostCounted)
    #expect(tight[1].memory <= 300_000 && tight[1].memory < free.memory / 3)
  }

  @Test func linesAreRemovedWhateverMemoryThereIs() throws {
    var random = SeededGenerator(seed: 8)
    let notices = (0..<40).map { _ in random.text(words: 8, vocabulary: 4000).joined(separator: " ") }
    let documents = (0..<1200).map { number in
      let lines = (0..<30).map { _ in
        Bool.random(using: &random)
          ? notices[Int.random(in: 0..<40, using: &random)]
          : random.text(words: 8, vocabulary: 4000).joined(separator: " ")
      }
      return Document(lines.joined(separator: "\n"), id: "\(number)")
    }
    let work = [Int.max, 0].map {
      RepeatedPassages(
        rule: "line", within: 1, across: 3, minWords: 4, seed: 0, isLines: true, memory: $0)
    }
    let results = try work.map { work -> [String] in
      var counts = PassageCounts(budget: work.memory)
      let texts = try documents.map { document in
        var document = document
        try work.remove(work.passages(of: document.text), from: &document, &counts)
        return document.text.string + "\(document.trail.entries)"
      }
      #expect((counts.runs > 0) == (work.memory == 0))
      return texts
    }
    #expect(results[0] == results[1])
  }

  @Test func memoryIsForOtherDocumentsOnly() {
    var lines = DedupeLines.Options()
    var paragraphs = DedupeParagraphs.Options()
    #expect(DedupeLines.advice(on: lines, given: ["memory", "within"]).map(\.option) == ["memory"])
    #expect(DedupeParagraphs.advice(on: paragraphs, given: ["memory"]).isEmpty)
    (lines.across, paragraphs.across) = (3, nil)
    #expect(DedupeLines.advice(on: lines, given: ["memory", "across"]).isEmpty)
    #expect(DedupeParagraphs.advice(on: paragraphs, given: ["memory"]).map(\.option) == ["memory"])
    #expect(DedupeParagraphs.advice(on: paragraphs, given: ["within"]).isEmpty)
  }
}
