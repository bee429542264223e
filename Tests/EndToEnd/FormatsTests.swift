import Foundation
import Testing

/// Formats in and out, through the binary.
@Suite struct FormatsTests {
  private static let pipeline = """
    name: formats
    stages:
      - output.jsonl: { path: out/r.jsonl }
    """

  /// A folder with one document or two in each of several formats.
  private func folder() throws -> Copydesk {
    let copydesk = try Copydesk()
    try copydesk.write(Self.pipeline, to: "p.yaml")
    try copydesk.write("Plain.", to: "in/a.txt")
    try copydesk.write("text,title\r\n\"One, \"\"two\"\"\",T\r\n\"broken\r\n", to: "in/b.csv")
    let lines = (0..<300).map {
      "{\"id\":\"r\($0)\",\"text\":\"Record \($0) of the file.\\nIt has two lines.\"}"
    }
    try copydesk.write(lines.joined(separator: "\n"), to: "in/c.jsonl")
    let block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>Crawled page.</p>"
    try copydesk.write(
      "rubbish\nWARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n"
        + "Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n", to: "in/d.warc")
    try copydesk.write("Subject: Hello\n\nA message.\n", to: "in/e.eml")
    return copydesk
  }

  @Test(arguments: ["jsonl", "csv"]) func markupInARecordIsCleanedAsAPage(_ form: String) throws {
    let copydesk = try Copydesk()
    let html =
      "<p>The sea was calm that night, they said, and <b>cold</b>.</p><p>Nobody stayed on deck &amp; the captain "
      + "went below.</p><script>x()</script>"
    let text =
      form == "csv"
      ? "title,content\nFerry,\"\(html)\"\nNote,<3 from the crew\n"
      : "{\"title\":\"Ferry\",\"content\":\"\(html)\"}\n{\"title\":\"Note\",\"content\":\"<3 from the crew\"}\n"
    try copydesk.write(text, to: "in.\(form)")
    try copydesk.write("stages: [clean, output.jsonl: { path: out.jsonl }]", to: "p.yaml")
    #expect(try copydesk.run("run", "p.yaml", "in.\(form)").exitCode == 0)
    let texts = try copydesk.records("out.jsonl").map { $0["text"] as? String }
    #expect(
      texts == [
        "The sea was calm that night, they said, and cold.\n\nNobody stayed on deck & the captain went below.",
        "<3 from the crew",
      ])
  }

  @Test func anArrayOfJSONIsReadFromFoldersArchivesAndPipes() throws {
    let copydesk = try Copydesk()
    let list = "[\n  {\n    \"title\": \"A\",\n    \"text\": \"One.\"\n  },\n  {\"text\": \"Two.\"}\n]\n"
    try copydesk.write(Self.pipeline, to: "p.yaml")
    try copydesk.write(list, to: "in/list.json")
    try copydesk.write(list, to: "pack/more.json")
    #expect(try Shell.run("tar -cf in/pack.tar -C pack more.json", in: copydesk.folder).exitCode == 0)
    #expect(try copydesk.run("run", "p.yaml", "in").exitCode == 0)
    let records = try copydesk.records("out/r.jsonl")
    #expect(records.compactMap { $0["text"] as? String } == ["One.", "Two.", "One.", "Two."])
    #expect(
      records.compactMap { $0["id"] as? String } == [
        "list.json#1", "list.json#2", "pack.tar!more.json#1", "pack.tar!more.json#2",
      ])
    let piped = try copydesk.run("run", "p.yaml", "-", "-o", "-", input: list)
    #expect(piped.exitCode == 0 && piped.output.split(separator: "\n").count == 2)
  }

  @Test func aFolderOfManyFormatsGivesTheSameBytesAtAnyNumberOfWorkers() throws {
    var seen: [Data] = []
    for workers in ["1", "2", "5"] {
      let copydesk = try folder()
      let outcome = try copydesk.run("run", "p.yaml", "in", "--workers", workers)
      #expect(outcome.exitCode == 2, "\(outcome.errors)")
      seen.append(copydesk.data("out/r.jsonl") + copydesk.data("out/r.dead.jsonl"))
      let ids = try copydesk.records("out/r.jsonl").compactMap { $0["id"] as? String }
      #expect(ids.count == 304 && ids.first == "a.txt" && ids.suffix(2) == ["d.warc#2", "e.eml"])
      let dead = try copydesk.records("out/r.dead.jsonl").compactMap { $0["id"] as? String }
      #expect(dead == ["b.csv#2", "d.warc#1"])
    }
    #expect(Set(seen).count == 1)
  }

  @Test(arguments: ["gz", "zst"]) func compressedOutputInShardsIsReadAgain(_ ending: String) throws {
    let copydesk = try folder()
    let out = "out/r.jsonl.\(ending)"
    let first = try copydesk.run(
      "run", "p.yaml", "in/c.jsonl", "-o", out, "--set", "output.jsonl.shard={documents: 120}")
    #expect(first.exitCode == 0, "\(first.errors)")
    #expect(copydesk.exists("out/r-00003.jsonl.\(ending)") && !copydesk.exists("out/r-00004.jsonl.\(ending)"))
    // Named by a pattern: what a run has written is not read with its folder.
    let second = try copydesk.run("run", "p.yaml", "out/*.jsonl.\(ending)", "-o", "again.jsonl")
    #expect(second.exitCode == 0, "\(second.errors)")
    #expect(
      try copydesk.records("again.jsonl").compactMap { $0["id"] as? String } == (0..<300).map { "r\($0)" })
  }

  @Test func standardInputMayBeCompressed() throws {
    let copydesk = try folder()
    #expect(try copydesk.run("run", "p.yaml", "in/c.jsonl", "-o", "z.jsonl.gz").exitCode == 0)
    let process = try copydesk.process(["run", "p.yaml", "-", "-o", "piped.jsonl"])
    process.standardInput = try FileHandle(
      forReadingFrom: URL(fileURLWithPath: "\(copydesk.folder)/z.jsonl.gz"))
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(try copydesk.records("piped.jsonl").count == 300)
  }

  @Test func aDatabaseIsWrittenAndSearched() throws {
    let copydesk = try folder()
    try copydesk.write("name: db\nstages:\n  - output.sqlite: { path: out/r.sqlite }\n", to: "db.yaml")
    #expect(try copydesk.run("run", "db.yaml", "in").exitCode == 2)
    let found = try copydesk.run("search", "out/r.sqlite", "crawled")
    #expect(
      found.exitCode == 0 && found.output.contains("d.warc#2") && found.output.contains("[Crawled] page"))
    #expect(found.errors.contains("1 document found"))
    #expect(
      try copydesk.run("search", "out/r.sqlite", "file", "--limit", "2").errors.contains(
        "300 documents found"))
    let wrong = try copydesk.run("search", "in/a.txt", "x")
    #expect(wrong.exitCode == 1 && wrong.errors.contains("cannot read \"in/a.txt\""))
  }

  @Test func aSiteHoldsAPageAnArticleAndNeedsNoNetwork() throws {
    let copydesk = try folder()
    try copydesk.write("name: s\nstages:\n  - output.site: { path: out/site, per_page: 100 }\n", to: "s.yaml")
    #expect(try copydesk.run("run", "s.yaml", "in").exitCode == 2)
    for page in ["index.html", "index-4.html", "names.html", "articles/a.txt.html", "articles/r299.html"] {
      let text = String(decoding: copydesk.data("out/site/\(page)"), as: UTF8.self)
      #expect(text.hasPrefix("<!doctype html>") && text.hasSuffix("</html>\n"), "\(page)")
      #expect(!text.contains("<script") && !text.contains("src=") && !text.contains("@import"), "\(page)")
    }
    let page = String(decoding: copydesk.data("out/site/articles/d.warc#2.html"), as: UTF8.self)
    #expect(page.contains("&lt;html&gt;") && !page.contains("<html><p>"))
  }

  @Test func theCorpusPipelinePassesItsTests() throws {
    let outcome = try Copydesk().run("test", "\(Copydesk.root)/pipelines/corpus.yaml")
    #expect(outcome.exitCode == 0, "\(outcome.output)\(outcome.errors)")
  }
}
