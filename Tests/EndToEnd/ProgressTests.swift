import Copydesk
import Foundation
import PipelineRunner
import Testing

@testable import CopydeskCLI

@Suite struct ProgressTests {
  private func line(total: Int?, bytes: Int = 50_000_000) -> ProgressLine {
    var counts = RunCounts()
    (counts.read, counts.written, counts.rejected, counts.failed) = (120_000, 110_000, 9_988, 12)
    return ProgressLine(
      name: "news", counts: counts, bytes: bytes, total: total, seconds: 60,
      timings: [
        StageTiming(id: "input", seconds: 10, documents: 120_000),
        StageTiming(id: "entities", seconds: 70, documents: 110_000),
        StageTiming(id: "clean", seconds: 20, documents: 120_000),
      ])
  }

  @Test func itTellsRatesWhatIsLeftAndWhereTheTimeGoes() {
    let lines = line(total: 200_000_000).lines(width: 160)
    for part in ["news", "25%", "3:00 left", "120,000 documents", "2,000/s", "failed 12", "kept 110,000"] {
      #expect(lines[0].contains(part), "\(part) in \(lines[0])")
    }
    #expect(lines[1] == "  time: entities 70%  clean 20%  reading 10%")
  }

  @Test func whereNobodyKnowsTheTotalNothingIsGuessed() {
    let words = line(total: nil).plain
    #expect(!words.contains("%") && !words.contains("left"))
    #expect(line(total: 5_000_000_000_000).left == nil, "too little is done to tell")
  }

  @Test(arguments: 1...200) func noLineIsWiderThanTheWindow(_ width: Int) {
    for line in line(total: 200_000_000).lines(width: width) {
      #expect(line.count < max(2, width), "\(line)")
    }
  }

  @Test func whatAStageHasBeenAtForLongIsNamed() throws {
    var line = line(total: nil)
    line.late = [Ongoing(stage: "external", document: "a.txt", others: 3, seconds: 45)]
    let words = "\"external\" has been working on \"a.txt\" and 3 more for 0:45"
    #expect(line.plain.contains(words) && line.lines(width: 200)[1] == "  " + words)
    #expect(line.fields.contains { $0.name == "working_on" })
  }

  @Test func afterCtrlCItIsSaidWhatIsWaitedFor() throws {
    let copydesk = try Copydesk()
    try copydesk.write(
      """
      stages:
        - external: { command: [sh, -c, "touch begun; sleep 6; cat"], protocol: text }
          id: slow
        - output.jsonl: { path: out.jsonl }
      """, to: "p.yaml")
    try copydesk.write("Text.", to: "in/a.txt")
    let process = try copydesk.process(
      ["run", "p.yaml", "in"], environment: ["COPYDESK_ALLOW_EXTERNAL": "1"])
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let end = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < end, !copydesk.exists("begun") { usleep(20_000) }
    usleep(1_100_000)
    kill(process.processIdentifier, SIGINT)
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(said.contains("press Ctrl-C again to end at once"), "\(said)")
    #expect(said.contains("still waiting: \"slow\" has been working on \"a.txt\" for 0:0"), "\(said)")
    #expect(said.contains("Ctrl-C again ends at once"))
  }

  @Test(.enabled(if: Shell.has("script"), "needs script"))
  func onATerminalItIsRedrawnInPlaceAndGoneAtTheEnd() throws {
    let copydesk = try Copydesk()
    // A program that takes its time, so that the display comes before the end.
    try copydesk.write(
      """
      name: slow
      stages:
        - external: { command: [sh, -c, "sleep 0.3; cat"], protocol: text }
        - output.jsonl: { path: out.jsonl }
      """, to: "p.yaml")
    for number in 0..<3 { try copydesk.write("Text \(number).", to: "in/\(number).txt") }
    let output = try Shell.run(
      "script -qec 'stty cols 50; copydesk run p.yaml in --batch-size 1 --workers 1' typescript < /dev/null; cat typescript",
      in: copydesk.folder, environment: ["TERM": "xterm", "COPYDESK_ALLOW_EXTERNAL": "1"]
    ).output
    #expect(output.contains("\u{1B}[K") && output.contains("documents"), "\(output)")
    let clear = try #require(output.range(of: "\r\u{1B}[J"), "\(output.debugDescription)")
    #expect(output[clear.upperBound...].contains("3 read"))
  }

  @Test func aLogForProgramsIsAnObjectALine() throws {
    let copydesk = try Copydesk()
    try copydesk.write("name: p\nstages: [clean, output.jsonl: { path: out.jsonl }]\n", to: "p.yaml")
    try copydesk.write("A text of one sentence that is long enough to stay here.", to: "in/a.txt")
    let outcome = try copydesk.run("run", "p.yaml", "in", "--log-format", "json")
    #expect(outcome.exitCode == 0)
    let lines = outcome.errors.split(separator: "\n")
    let objects = try lines.map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    for object in objects {
      #expect(object["time"] is String && object["level"] is String && object["message"] is String)
    }
    let summary = try #require(objects.last { $0["event"] as? String == "summary" })
    #expect(summary["read"] as? Int == 1 && (summary["stage_seconds"] as? [String: Any])?["clean"] != nil)
    // What is wrong is told in the same form.
    let wrong = try copydesk.run("run", "p.yaml", "nowhere", "--log-format", "json")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(wrong.errors.utf8)) as? [String: Any], "\(wrong.errors)")
    #expect(wrong.exitCode == 1 && object["level"] as? String == "error" && object["code"] is String)
  }
}
