import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

struct CleanRecurringTests {
  private func documents(_ count: Int, site: String) -> [Document] {
    (0..<count).map { index in
      Document(
        """
        Story number \(index) of the day is told in this line.

        The Courier has printed the news of the harbour since 1874.

        And with these words, for the \(index)th time, it ends.
        """, id: "\(site)/\(index).txt")
    }
  }

  @Test func aLineGoesOnceItWasInEnoughDocumentsOfItsSource() throws {
    let cleaned = try run(CleanRecurring.self, on: documents(8, site: "a")) { $0.after = 3 }
    for (index, document) in cleaned.enumerated() {
      #expect(document.text.string.contains("since 1874") == (index < 3))
      #expect(document.text.string.contains("Story number \(index)"))
    }
    let entry = try #require(cleaned[3].trail.entries.first)
    #expect(entry.rule == "corpus.recurring" && entry.measured == 3 && entry.limit == 3)
    #expect(!cleaned[3].text.string.contains("\n\n\n"))
  }

  @Test func whatRecursInOneSourceSaysNothingOfAnother() throws {
    let cleaned = try run(CleanRecurring.self, on: documents(5, site: "a") + documents(2, site: "b")) {
      $0.after = 4
    }
    #expect(cleaned[5].text.string.contains("since 1874"))
    let together = try run(CleanRecurring.self, on: documents(5, site: "a") + documents(2, site: "b")) {
      $0.after = 4
      $0.source = .all
    }
    #expect(!together[5].text.string.contains("since 1874"))
  }

  @Test func whereNoSiteIsNamedTheHostOfTheAddressIsTheSource() throws {
    let text = "The wire tells of a storm.\n\nIt has passed the coast of Lorn by now.\n\nMore of it"
    func cleaned(_ url: (Int) -> String?) throws -> [String] {
      try run(
        CleanRecurring.self,
        on: (0..<4).map { index in
          var document = Document("\(text) in paper \(index) of today.", id: "\(index)")
          document.metadata["url"] = url(index).map(JSONValue.string)
          return document
        }
      ) { $0.after = 2 }.map(\.text.string)
    }
    let wire = try cleaned { "https://www.paper\($0).example/storm?from=wire" }
    #expect(wire.allSatisfy { $0.hasPrefix(text) })
    let site = try cleaned {
      ["https://www.lorn.example/", "http://Lorn.example:80/?a=b@c"][$0 % 2] + "\($0)"
    }
    #expect(site.map { $0.hasPrefix(text) } == [true, true, false, false])
    // What has no host, and no address, is told apart by its folder.
    for other in ["storm.html", nil] {
      #expect(try cleaned { _ in other }.map { $0.hasPrefix(text) } == [true, true, false, false])
    }
  }

  @Test(arguments: [
    ("https://www.Example.org:443/a", "example.org"), ("//example.org/a", "example.org"),
    ("https://jo:secret@news.example.org?x", "news.example.org"),
    ("http://[2001:db8::1]:80/", "[2001:db8::1]"),
    ("https://example.org.", "example.org"), ("example.org/a", nil), ("mailto:a@example.org", nil), ("", nil),
    ("https:///a", nil), ("/a//b", nil),
  ])
  func theHostIsThatOfTheAddress(_ address: String, _ host: String?) {
    #expect(SourceHost.host(of: address) == host)
  }

  @Test func aLineCountsOnceADocument() throws {
    let text = String(repeating: "Advance at your own risk.\n\n", count: 9) + "A story follows here."
    let cleaned = try run(CleanRecurring.self, on: [Document(text), Document(text)]) { $0.after = 2 }
    #expect(cleaned[1].text.string == text)
  }

  @Test func aCopyOfEarlierDocumentsKeepsItsText() throws {
    let copies = (0..<6).map { Document("The same story.\n\nTold again.", id: "\($0)") }
    let cleaned = try run(CleanRecurring.self, on: copies) { $0.after = 2 }
    #expect(cleaned.allSatisfy { $0.text.string == "The same story.\n\nTold again." })
  }

  @Test func aSketchNeverCountsTooLow() {
    var sketch = LineSketch()
    var generator = SeededGenerator(seed: 9)
    var counts: [UInt64: Int] = [:]
    for _ in 0..<50_000 {
      let hash = generator.next() % 20_000
      sketch.add(hash)
      counts[hash, default: 0] += 1
    }
    #expect(counts.allSatisfy { sketch.count(of: $0.key) >= $0.value })
    #expect(counts.count { sketch.count(of: $0.key) > $0.value } < 20)
  }
}
