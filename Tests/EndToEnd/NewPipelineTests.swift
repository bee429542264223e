import Foundation
import Testing

@Suite struct NewPipelineTests {
  private let copydesk: Copydesk

  init() throws { copydesk = try Copydesk() }

  @Test func aNewPipelinePassesItsCheckWithoutAWarningAndRuns() throws {
    let made = try copydesk.run("new", "pipeline", "courier")
    #expect(made.exitCode == 0, "\(made.errors)")
    let check = try copydesk.run("check", "courier.yaml")
    #expect(check.exitCode == 0)
    #expect(!check.errors.contains("warning"), "\(check.errors)")
    try copydesk.write(
      "Tram line opens\n\nThe new tram line opened on Friday, the mayor said.", to: "in/a.txt")
    let run = try copydesk.run("run", "courier.yaml", "in")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try copydesk.records("out/courier.jsonl").count == 1)
  }

  @Test func itGoesAmongThePipelinesWhereThereIsSuchAFolder() throws {
    try copydesk.write("", to: "pipelines/.keep")
    let made = try copydesk.run("new", "pipeline", "courier")
    #expect(made.errors.contains("copydesk run courier articles/"), "\(made.errors)")
    #expect(copydesk.exists("pipelines/courier.yaml"))
    #expect(try copydesk.run("check", "courier").exitCode == 0)
  }

  @Test func everyOptionInItCanBeUncommentedAsItIs() throws {
    _ = try copydesk.run("new", "pipeline", "courier", "--output", "deep/er/c.yaml")
    let lines = String(decoding: copydesk.data("deep/er/c.yaml"), as: UTF8.self).components(separatedBy: "\n")
    let options = lines.filter { $0.wholeMatch(of: #/ *\#[a-z_]+:.*/#) != nil }
    #expect(options.count >= 18)
    let all = lines.map { options.contains($0) ? $0.replacingOccurrences(of: "#", with: "") : $0 }
    try copydesk.write(all.joined(separator: "\n"), to: "all.yaml")
    let check = try copydesk.run("check", "all.yaml")
    #expect(check.exitCode == 0, "\(check.errors)")
  }

  @Test func itNeverReplacesAFile() throws {
    try copydesk.write("mine", to: "courier.yaml")
    let outcome = try copydesk.run("new", "pipeline", "courier")
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("\"courier.yaml\" exists already"), "\(outcome.errors)")
    #expect(copydesk.data("courier.yaml") == Data("mine".utf8))
  }

  @Test(arguments: ["a/b", "", "-", "news.yaml", "ünster"]) func aNameThatIsNoneIsRefused(_ name: String)
    throws
  {
    let outcome = try copydesk.run("new", "pipeline", "--", name)
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("is not a pipeline's name"), "\(outcome.errors)")
  }
}
