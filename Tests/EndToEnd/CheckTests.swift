import Foundation
import Testing

/// `copydesk check`: several pipelines at once, for people and for machines.
@Suite struct CheckTests {
  private let copydesk: Copydesk
  private static let good = "stages: [clean, output.jsonl]\n"
  private static let bad = """
    stages:
      - claen
      - summarize: { sentences: "3" }
      - output.jsonl: { path: "100%, a: b.jsonl", tral: true }

    """

  init() throws { copydesk = try Copydesk() }

  @Test func severalPipelinesAreCheckedInOneRun() throws {
    try copydesk.write(Self.good, to: "a.yaml")
    try copydesk.write(Self.bad, to: "b.yaml")
    let outcome = try copydesk.run("check", "a.yaml", "b.yaml", "nowhere.yaml", "newz")
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.isEmpty)
    for words in [
      "a.yaml: no errors. a: clean → output.jsonl", "b.yaml: 3 errors", "error[CD100]",
      "did you mean \"news\"?",
    ] {
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
  }

  @Test func aHintToExplainStandsOnceAtTheEnd() throws {
    try copydesk.write(Self.good, to: "a.yaml")
    try copydesk.write(Self.bad, to: "b.yaml")
    let outcome = try copydesk.run("check", "b.yaml", "a.yaml", "b.yaml")
    #expect(outcome.errors.hasSuffix("\nmore about a code: copydesk explain CD102\n"), "\(outcome.errors)")
    #expect(outcome.errors.components(separatedBy: "copydesk explain").count == 2)
    #expect(try !copydesk.run("check", "a.yaml").errors.contains("explain"))
  }

  @Test func withoutANameAllOfPipelinesAreChecked() throws {
    let nothing = try copydesk.run("check")
    #expect(nothing.exitCode == 1 && nothing.errors.contains("there is no pipeline in pipelines/ here"))
    try copydesk.write(Self.good, to: "pipelines/b.yaml")
    try copydesk.write(Self.good, to: "pipelines/a.yml")
    try copydesk.write("no pipeline", to: "pipelines/README.md")
    let outcome = try copydesk.run("check")
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.errors == """
        pipelines/a.yml: no errors. a: clean → output.jsonl
        pipelines/b.yaml: no errors. b: clean → output.jsonl

        """)
  }

  @Test(arguments: ["human", "json", "sarif", "github"]) func strictLetsWarningsCount(_ format: String) throws
  {
    try copydesk.write("stages: [clean]\n", to: "p.yaml")
    #expect(try copydesk.run("check", "p.yaml", "--format", format).exitCode == 0)
    #expect(try copydesk.run("check", "p.yaml", "--format", format, "--strict").exitCode == 1)
    try copydesk.write(Self.good, to: "p.yaml")
    #expect(try copydesk.run("check", "p.yaml", "--format", format, "--strict").exitCode == 0)
    try copydesk.write(Self.bad, to: "p.yaml")
    #expect(try copydesk.run("check", "p.yaml", "--format", format).exitCode == 1)
  }

  @Test func jsonIsAnArrayWithAnObjectForEach() throws {
    try copydesk.write(Self.bad, to: "b.yaml")
    try copydesk.write("stages: [clean]\n", to: "w.yaml")
    let outcome = try copydesk.run("check", "b.yaml", "w.yaml", "newz", "--format", "json")
    #expect(outcome.errors.isEmpty)
    let all = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    #expect(all.map { $0["code"] as? String } == ["CD102", "CD104", "CD103", "CD117", "CD116"])
    #expect(all.map { $0["severity"] as? String } == ["error", "error", "error", "warning", "error"])
    let first = try #require(all.first)
    #expect(first["message"] as? String == "there is no stage named \"claen\"")
    #expect(first["file"] as? String == "b.yaml")
    #expect(first["line"] as? Int == 2 && first["column"] as? Int == 5 && first["length"] as? Int == 5)
    #expect(first["help"] as? String == "did you mean \"clean\"?")
    #expect((first["explanation"] as? String)?.isEmpty == false)
    #expect(Set(first.keys).count == 9)
    #expect(all[4]["file"] == nil && all[4]["line"] == nil)
    try copydesk.write(Self.good, to: "a.yaml")
    #expect(try copydesk.run("check", "a.yaml", "--format", "json").output == "[]\n")
  }

  @Test func githubCommandsAreEscaped() throws {
    try copydesk.write(Self.bad, to: "odd, name: 5%.yaml")
    let outcome = try copydesk.run("check", "odd, name: 5%.yaml", "--format", "github", "--set", "x=1")
    #expect(outcome.errors.isEmpty)
    #expect(
      outcome.output.split(separator: "\n").map(String.init) == [
        "::error file=odd%2C name%3A 5%25.yaml,line=2,col=5,endColumn=10,title=CD102::"
          + "there is no stage named \"claen\"%0Ahelp: did you mean \"clean\"?",
        "::error file=odd%2C name%3A 5%25.yaml,line=3,col=29,endColumn=32,title=CD104::"
          + "expected a whole number, found the text \"3\"%0Ahelp: write it without quotes: 3",
        "::error file=odd%2C name%3A 5%25.yaml,line=4,col=47,endColumn=51,title=CD103::"
          + "\"output.jsonl\" has no option named \"tral\"%0Ahelp: did you mean \"trail\"?",
        "::error title=CD115::--set x: \"x=1\" sets nothing%0A"
          + "help: write stage.option=value, for instance summarize.sentences=5",
      ], "\(outcome.output)")
  }

  @Test func sarifHasRulesAndResultsWithRegions() throws {
    try copydesk.write(Self.bad, to: "my pipelines/b.yaml")
    try copydesk.write("stages: [clean]\n", to: "w.yaml")
    let outcome = try copydesk.run(
      "check", "my pipelines/b.yaml", "w.yaml", "newz", "--format", "sarif", "--set", "x=1")
    #expect(outcome.errors.isEmpty)
    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.contains("sarif-2.1.0") ?? false)
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "copydesk" && driver["version"] as? String == "0.1.0")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    for rule in rules {
      for key in ["shortDescription", "fullDescription", "help"] {
        let text = try #require((rule[key] as? [String: Any])?["text"] as? String)
        #expect(text.count > 10, "\(key)")
      }
    }
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(
      results.map { $0["ruleId"] as? String } == [
        "CD102", "CD104", "CD103", "CD115", "CD117", "CD115", "CD116",
      ])
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      #expect(["error", "warning"].contains(result["level"] as? String))
    }
    let place = try #require((results[0]["locations"] as? [[String: Any]])?.first)
    let physical = try #require(place["physicalLocation"] as? [String: Any])
    #expect((physical["artifactLocation"] as? [String: Any])?["uri"] as? String == "my%20pipelines/b.yaml")
    #expect(
      physical["region"] as? [String: Int] == ["startLine": 2, "startColumn": 5, "endColumn": 10])
    #expect(results[3]["locations"] == nil && results[6]["locations"] == nil)
  }

  @Test func aFormatThatDoesNotExistIsRefused() throws {
    #expect(try copydesk.run("check", "news", "--format", "xml").exitCode == 1)
    #expect(try copydesk.run("check", "news", "--format", "json", "--resolved").exitCode == 1)
  }
}
