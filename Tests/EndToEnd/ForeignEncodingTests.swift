import Foundation
import Testing

/// What is shown of files that are not UTF-8: text, not bytes.
@Suite struct ForeignEncodingTests {
  private let copydesk: Copydesk

  init() throws { copydesk = try Copydesk() }

  private static let page = """
    <html><head><meta charset="windows-1252"><title>Straßenbahn fährt wieder</title></head><body>
    <nav><a href="/m">Übersicht aller Ämter</a></nav><article><h1>Straßenbahn fährt wieder</h1>
    <p>KÖLN. Die Straßenbahn fährt seit Montag wieder über die Brücke, sagte die Behörde, und alle sind sehr froh.</p>
    <p>Die Arbeiten dauerten drei Monate länger als geplant, weil Träger aus Stahl fehlten, die spät geliefert wurden.</p>
    </article><footer>© Kölner Bote</footer></body></html>
    """
  private static let text = """
    Veröffentlicht: 23. April 2018

    Straßenbahn fährt wieder

    Die Straßenbahn fährt seit Montag wieder über die Brücke, sagte die Behörde, und alle sind froh.

    Teilen:
    Twitter

    """

  private func run(_ name: String, _ data: Data) throws -> String {
    try copydesk.write(data, to: "in/\(name)")
    try copydesk.write(
      "name: p\nstages: [clean, output.jsonl: { path: o.jsonl }, output.html: { path: o.html }]\n",
      to: "p.yaml")
    let outcome = try copydesk.run("run", "p.yaml", "in/\(name)")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    return try copydesk.run("why", "o.jsonl", name, "--original").output
  }

  @Test func whyShowsAPageOfWindows1252AsText() throws {
    let story = try run("a.html", try #require(Self.page.data(using: .windowsCP1252)))
    #expect(!story.contains("\u{FFFD}"))
    #expect(story.contains("Übersicht aller Ämter") && story.contains("Die Straßenbahn fährt seit Montag"))
    let site = String(decoding: copydesk.data("o.html"), as: UTF8.self)
    #expect(!site.contains("\u{FFFD}") && site.contains("Übersicht aller Ämter"))
  }

  @Test func whyShowsATextOfUTF16AsTextAndMarksWhatWentInIt() throws {
    let story = try run(
      "a.txt", Data([0xFF, 0xFE]) + (try #require(Self.text.data(using: .utf16LittleEndian))))
    #expect(!story.contains("\\u{0}") && !story.contains("\u{FFFD}"))
    #expect(story.contains("published from “Veröffentlicht: 23. April 2018”"), "\(story)")
    let lines = story.split(separator: "\n")
    #expect(lines.contains("- Teilen:") && lines.contains("- Twitter"), "\(story)")
    #expect(lines.contains { $0.hasPrefix("  Die Straßenbahn fährt seit Montag") })
    let site = String(decoding: copydesk.data("o.html"), as: UTF8.self)
    #expect(!site.contains("\u{FFFD}") && !site.contains("\u{0}"))
  }

  @Test func whyShowsTheRowsOfATableOfUTF16() throws {
    let text = Self.text.replacing("\n", with: " ").trimmingCharacters(in: .whitespaces)
    let table = "id\tbody\nłódź\t\"\(Self.text)\"\nx\t\(text)\n"
    _ = try run("a.tsv", Data([0xFF, 0xFE]) + (try #require(table.data(using: .utf16LittleEndian))))
    let lines = try copydesk.run("why", "o.jsonl", "łódź", "--original").output.split(separator: "\n")
    #expect(lines.contains("- Teilen:") && lines.contains("- Twitter"), "\(lines)")
    #expect(lines.contains { $0.hasPrefix("  Die Straßenbahn fährt seit Montag") })
    #expect(try copydesk.records("o.jsonl").map { $0["id"] as? String } == ["łódź", "x"])
    #expect(try copydesk.records("o.jsonl").first?["published"] as? String == "2018-04-23")
  }

  @Test func theRecordSaysHowItsFileIsEncoded() throws {
    _ = try run("a.html", try #require(Self.page.data(using: .windowsCP1252)))
    let source = try #require(try copydesk.records("o.jsonl").first?["source"] as? [String: Any])
    #expect(source["encoding"] as? String == "windows-1252")
    _ = try run("b.html", Data(Self.page.replacing("windows-1252", with: "utf-8").utf8))
    let plain = try #require(try copydesk.records("o.jsonl").first?["source"] as? [String: Any])
    #expect(plain["encoding"] == nil)
  }
}
