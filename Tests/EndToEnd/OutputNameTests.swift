import Foundation
import Testing

/// The name behind `-o` says in what form a result is written.
@Suite struct OutputNameTests {
  private static let record =
    "{\"id\": \"a\", \"text\": \"Rain fell on Bergen all week, and nobody was surprised.\"}\n"

  private func folder() throws -> Copydesk {
    let copydesk = try Copydesk()
    try copydesk.write(Self.record, to: "in.jsonl")
    return copydesk
  }

  @Test(arguments: [
    ("x.csv", "id,title"), ("x.TSV", "id\ttitle"), ("x.sqlite", "SQLite format 3\0"),
    ("x.db", "SQLite format 3\0"),
    ("x.md", "---\n"), ("x.html", "<!doctype html>"), ("x.txt", "Rain fell"), ("x.conll", "-DOCSTART-"),
    ("x.spacy.jsonl", "{\"text\":"), ("x.jsonl", "{\"schema\":1"), ("x.ndjson", "{\"schema\":1"),
    ("x", "{\"schema\":1"), ("x.v2", "{\"schema\":1"), ("csv", "{\"schema\":1"), (".csv", "{\"schema\":1"),
    ("x.csv/news", "{\"schema\":1"),
  ])
  func theEndingChoosesTheForm(_ name: String, _ beginning: String) throws {
    let copydesk = try folder()
    let run = try copydesk.run("run", "clean", "in.jsonl", "-o", name)
    #expect(run.exitCode == 0, "\(run.errors)")
    let data = copydesk.data(name)
    #expect(
      data.starts(with: Data(beginning.utf8)), "\(name): \(String(decoding: data.prefix(40), as: UTF8.self))")
  }

  @Test(arguments: ["x.csv.gz", "x.jsonl.gz"]) func aNameMayAlsoSayThatTheFileIsCompressed(_ name: String)
    throws
  {
    let copydesk = try folder()
    #expect(try copydesk.run("run", "clean", "in.jsonl", "-o", name).exitCode == 0)
    #expect(copydesk.data(name).starts(with: [0x1F, 0x8B]))
    let again = try copydesk.run("run", "clean", name, "-o", "-")
    #expect(again.output.contains("Rain fell on Bergen"), "\(again.errors)")
  }

  @Test(arguments: ["x.json", "x.parquet", "x.xlsx", "x.jsonl.bz2", "x.jsonl.gz.zst"])
  func aFileThatNoOutputWritesIsRefusedWithAName(_ name: String) throws {
    let copydesk = try folder()
    let run = try copydesk.run("run", "clean", "in.jsonl", "-o", name)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("error[CD114]") && run.errors.contains("name it \"x.jsonl"), "\(run.errors)")
    #expect(!copydesk.exists(name))
  }

  @Test(arguments: [
    ("x.html.gz", "name it \"x.html\" for HTML, or \"x.jsonl.gz\" for JSON Lines", "x.html"),
    ("x.sqlite.zst", "name it \"x.sqlite\" for an SQLite database, or \"x.jsonl.zst\" for", "x.sqlite"),
    ("x.txt.gz", "name it \"x.txt\" for plain text, or \"x.jsonl.gz\" for", "x.jsonl.gz"),
    ("x.spacy.jsonl.gz", "or \"x.jsonl.gz\" for JSON Lines", "x.spacy.jsonl"),
    ("x.html.bz2", "name it \"x.html\"", "x.html"), ("x.csv.gz.zst", "name it \"x.csv.gz\"", "x.csv.gz"),
    ("x.html.gz.gz", "name it \"x.jsonl.gz\"", "x.jsonl.gz"),
  ])
  func endingsThatContradictEachOtherAreRefusedWithNamesThatWork(
    _ name: String, _ help: String, _ works: String
  ) throws {
    let copydesk = try folder()
    let run = try copydesk.run("run", "clean", "in.jsonl", "-o", name)
    #expect(run.exitCode == 1 && run.errors.contains(help), "\(run.errors)")
    let again = try copydesk.run("run", "clean", "in.jsonl", "-o", works)
    #expect(again.exitCode == 0 && copydesk.exists(works), "\(again.errors)")
  }

  @Test func aNameOfThePipelineThatSaysTooMuchIsRefusedWithTheOutputForIt() throws {
    let copydesk = try folder()
    try copydesk.write("stages: [output.jsonl: { path: x.html.gz, trail: false }]", to: "p.yaml")
    let check = try copydesk.run("check", "p.yaml")
    let words = "name it \"x.jsonl.gz\", or use output.html in the pipeline with the name \"x.html\""
    #expect((check.output + check.errors).contains(words), "\(check)")
    let lost = try copydesk.run("run", "p.yaml", "in.jsonl", "-o", "y.html.gz")
    #expect(lost.errors.contains("or use output.html in the pipeline"), "\(lost.errors)")
  }

  @Test func optionsOfTheOutputAreNotLost() throws {
    let copydesk = try folder()
    try copydesk.write("stages: [clean, output.jsonl: { path: a.jsonl, trail: false }]", to: "p.yaml")
    let run = try copydesk.run("run", "p.yaml", "in.jsonl", "-o", "x.csv")
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("does not have the option \"trail\""), "\(run.errors)")
    #expect(!copydesk.exists("x.csv"))
    let set = try copydesk.run(
      "run", "clean", "in.jsonl", "-o", "x.csv", "--set", "output.jsonl.trail=false")
    #expect(set.exitCode == 1 && !copydesk.exists("x.csv"))
  }

  @Test func optionsThatTheOtherOutputHasAsWellAreKept() throws {
    let copydesk = try folder()
    try copydesk.write(
      "stages: [clean, output.jsonl: { path: a.jsonl, shard: { documents: 1 } }]", to: "p.yaml")
    let run = try copydesk.run(
      "run", "p.yaml", "in.jsonl", "-o", "x.csv", "--set", "output.csv.columns=[id]")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(String(decoding: copydesk.data("x-00001.csv"), as: UTF8.self) == "id\r\na\r\n")
  }

  @Test func whatDoesNotWriteOneFileOfDocumentsIsNotReplaced() throws {
    let copydesk = try folder()
    try copydesk.write("stages: [output.digest]", to: "p.yaml")
    #expect(try copydesk.run("run", "p.yaml", "in.jsonl", "-o", "x.html").exitCode == 0)
    #expect(String(decoding: copydesk.data("x.html"), as: UTF8.self).contains("Briefing"))
    #expect(try copydesk.run("run", "p.yaml", "in.jsonl", "-o", "x.csv").exitCode == 1)
    #expect(!copydesk.exists("x.csv"))
  }

  @Test func aReplayChoosesTheFormToo() throws {
    let copydesk = try Copydesk()
    try copydesk.write("no record\n", to: "in.jsonl")
    #expect(try copydesk.run("run", "clean", "in.jsonl", "-o", "x.csv").exitCode == 2)
    #expect(try copydesk.run("replay", "clean", "x.dead.jsonl", "-o", "y.csv").exitCode == 2)
    #expect(copydesk.data("y.csv").starts(with: Data("id,title".utf8)))
  }
}
