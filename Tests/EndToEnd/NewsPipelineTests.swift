import Foundation
import Testing

/// The news pipeline on the sample articles, as the README runs it.
@Suite struct NewsPipelineTests {
  private let copydesk: Copydesk
  private static let samples = "Samples/news"

  init() throws {
    copydesk = try Copydesk()
    // A link, so that paths in the records are the same on every machine.
    try FileManager.default.createSymbolicLink(
      atPath: copydesk.folder + "/Samples", withDestinationPath: Copydesk.root + "/Samples")
  }

  private func runNews(_ arguments: String...) throws -> Copydesk.Outcome {
    let process = ["run", "news", Self.samples] + arguments
    return try copydesk.run(
      process[0], process[1], process[2], process.count > 3 ? process[3] : "--workers=2",
      process.count > 4 ? process[4] : "--batch-size=64")
  }

  /// To accept a change: COPYDESK_UPDATE_GOLDEN=1 Scripts/test --filter Golden, then read the difference.
  @Test(arguments: ["news.jsonl", "news.rejects.jsonl", "news.dead.jsonl"])
  func theResultIsTheGoldenOne(_ name: String) throws {
    let outcome = try runNews()
    #expect(outcome.exitCode == 2, "\(outcome.errors)")
    let golden = "\(Copydesk.root)/Tests/Fixtures/golden/\(name)"
    let result = copydesk.data("out/\(name)")
    if ProcessInfo.processInfo.environment["COPYDESK_UPDATE_GOLDEN"] != nil {
      try FileManager.default.createDirectory(
        atPath: (golden as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try result.write(to: URL(fileURLWithPath: golden))
    }
    let wanted = FileManager.default.contents(atPath: golden) ?? Data()
    let lines = zip(result.split(separator: 0x0A), wanted.split(separator: 0x0A))
    let difference = lines.first { $0 != $1 }.map {
      "first difference:\n\(String(decoding: $0, as: UTF8.self))\nwanted:\n\(String(decoding: $1, as: UTF8.self))"
    }
    // Compared outside of `#expect`, which would spend minutes on the difference of two large values.
    let isGolden = result == wanted
    #expect(isGolden, "\(difference ?? "another number of lines")")
  }

  @Test func theResultIsTheSameForAnyNumberOfWorkersAndAnyBatchSize() throws {
    _ = try runNews("--workers=1", "--batch-size=64")
    let names = ["out/news.jsonl", "out/news.rejects.jsonl", "out/news.dead.jsonl"]
    let wanted = names.map { copydesk.data($0) }
    #expect(wanted.allSatisfy { !$0.isEmpty })
    for (workers, size) in [(1, 1), (2, 5), (8, 2), (8, 64)] {
      _ = try runNews("--workers=\(workers)", "--batch-size=\(size)")
      #expect(names.map { copydesk.data($0) } == wanted, "\(workers) workers, batches of \(size)")
    }
  }

  @Test func everyDocumentIsInExactlyOneFileAndTheCountsSaySo() throws {
    let outcome = try runNews()
    let counts = try ["out/news.jsonl", "out/news.rejects.jsonl", "out/news.dead.jsonl"].map { name in
      try copydesk.records(name).compactMap { $0["id"] as? String }
    }
    let ids = counts.flatMap(\.self)
    #expect(Set(ids).count == ids.count)
    let files =
      FileManager.default.enumerator(atPath: "\(Copydesk.root)/\(Self.samples)")?
      .compactMap { $0 as? String }.filter { $0.contains(".") } ?? []
    for file in files where !file.hasSuffix(".jsonl") { #expect(ids.contains(file), "\(file) is nowhere") }
    let wanted =
      "\(ids.count) read = \(counts[0].count) written + \(counts[1].count) rejected + \(counts[2].count) failed"
    #expect(outcome.errors.contains(wanted), "\(outcome.errors)")
  }

  @Test func spansOfTheOutputCountUnicodeScalars() throws {
    _ = try runNews()
    var (checked, summaries) = (0, 0)
    for record in try copydesk.records("out/news.jsonl") {
      let text = Array(try #require(record["text"] as? String).unicodeScalars)
      for entity in record["entities"] as? [[String: Any]] ?? [] {
        let start = try #require(entity["start"] as? Int)
        let end = try #require(entity["end"] as? Int)
        let found = String(String.UnicodeScalarView(text[start..<end]))
        #expect(found == entity["text"] as? String)
        checked += 1
      }
      let sentences = (record["summary_sentences"] as? [[String: Int]] ?? []).map { span in
        String(String.UnicodeScalarView(text[(span["start"] ?? 0)..<(span["end"] ?? 0)]))
      }
      guard let summary = record["summary"] as? String else { continue }
      #expect(sentences.joined(separator: " ") == summary)
      summaries += 1
    }
    #expect(checked > 300 && summaries > 10)
  }

  @Test func whatTheTrailSaysWasRemovedStandsInTheSourceFileAndNotInTheText() throws {
    _ = try runNews("-o", "out/news.jsonl")
    var checked = 0
    for record in try copydesk.records("out/news.jsonl") {
      let source = try #require(record["source"] as? [String: Any])
      let path = try #require(source["path"] as? String)
      guard path.hasSuffix(".txt") else { continue }
      let file = copydesk.data(path)
      let text = try #require(record["text"] as? String)
      for entry in record["trail"] as? [[String: Any]] ?? []
      where entry["rule"] as? String == "footer.copyright" {
        let span = try #require(entry["start"] as? Int)..<(try #require(entry["end"] as? Int))
        let removed = String(decoding: file[span], as: UTF8.self)
        #expect(!removed.isEmpty && !text.contains(removed))
        checked += 1
      }
    }
    #expect(checked > 0)
  }

  @Test func duplicatesAreNamedWithWhatTheyRepeat() throws {
    _ = try runNews()
    let rejects = try copydesk.records("out/news.rejects.jsonl")
    let of = Dictionary(
      uniqueKeysWithValues: rejects.compactMap { record -> (String, String)? in
        guard let id = record["id"] as? String, let other = record["duplicate_of"] as? String else {
          return nil
        }
        return (id, other)
      })
    #expect(of["wire/port-dredging-contract.txt"] == "business/port-dredging-contract.txt")
    #expect(of["wire/council-backs-tram.txt"] == "local/council-backs-tram.txt")
    #expect(of["wire/lost-camera-glass-garden.txt"] == "science/glass-sponge-reef.txt")
  }

  @Test func brokenFilesAreInTheDeadLettersWithTheirCause() throws {
    _ = try runNews()
    let letters = try copydesk.records("out/news.dead.jsonl")
    let codes = Dictionary(
      uniqueKeysWithValues: letters.compactMap { letter -> (String, String)? in
        guard let id = letter["id"] as? String, let error = letter["error"] as? [String: Any] else {
          return nil
        }
        return (id, error["code"] as? String ?? "")
      })
    #expect(codes["broken/binary.txt"] == "CD202")
    #expect(codes["broken/latin1-cafe.txt"] == "CD201")
    #expect(codes["wire/briefs.jsonl#4"] == "CD203")
  }
}
