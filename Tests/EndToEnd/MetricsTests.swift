import Foundation
import PipelineRunner
import Testing

@testable import CopydeskCLI

@Suite struct MetricsTests {
  private static func copydesk(_ stages: String = "clean") throws -> Copydesk {
    let copydesk = try Copydesk()
    try copydesk.write(
      "name: p\nstages:\n  - \(stages)\n  - output.jsonl: { path: out.jsonl }\n", to: "p.yaml")
    try copydesk.write("The harbour of Lisbon reopened on Monday after the storm.\n", to: "in/a.txt")
    try copydesk.write("Share this:\n", to: "in/b.txt")
    try copydesk.write(Data([0, 1]), to: "in/c.txt")
    return copydesk
  }

  /// Each sample by its name and labels.
  private func samples(_ text: String) throws -> [String: Double] {
    var samples: [String: Double] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cut = try #require(line.lastIndex(of: " "))
      let value = try #require(Double(line[line.index(after: cut)...]))
      #expect(samples.updateValue(value, forKey: String(line[..<cut])) == nil, "twice: \(line)")
    }
    return samples
  }

  @Test func aFileHoldsTheFiguresOfTheWholeRunAtItsEnd() throws {
    let copydesk = try Self.copydesk()
    #expect(try copydesk.run("run", "p.yaml", "in", "--metrics", "m/run.prom").exitCode == 2)
    let text = String(decoding: copydesk.data("m/run.prom"), as: UTF8.self)
    let samples = try samples(text)
    #expect(samples["copydesk_running"] == 0 && samples["copydesk_batches_in_flight"] == 0)
    #expect(samples["copydesk_read_documents_total"] == 3)
    #expect(samples["copydesk_documents_total{stage=\"output\",outcome=\"kept\"}"] == 1)
    #expect(samples["copydesk_documents_total{stage=\"clean\",outcome=\"dropped\"}"] == 1)
    #expect(samples["copydesk_documents_total{stage=\"input\",outcome=\"failed\"}"] == 1)
    #expect(samples["copydesk_stage_documents_total{stage=\"clean\"}"] == 2)
    #expect((samples["copydesk_stage_seconds_total{stage=\"clean\"}"] ?? 0) > 0)
    #expect(!copydesk.exists("m/run.prom.partial"))
    // Every sample has its family's two lines before it.
    var families: Set<Substring> = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("# TYPE ") { families.insert(line.split(separator: " ")[2]) }
      if !line.hasPrefix("#") { #expect(families.contains(line.prefix { $0 != "{" && $0 != " " })) }
    }
  }

  @Test func namesOfPipelinesAreEscaped() {
    #expect(MetricsText.escaped("a\"b\\c\nd") == "a\\\"b\\\\c\\nd")
  }

  @Test func countersNeverFall() throws {
    var text = MetricsText(
      pipeline: "p", counts: RunCounts(), bytes: 0, batches: 3, workers: 1, seconds: 0,
      timings: [StageTiming(id: "clean", seconds: 0, documents: 0)], isRunning: true)
    let before = try samples(text.text)
    text.timings[0].seconds = 1.5
    text.counts.written = 2
    let after = try samples(text.text)
    #expect(Set(before.keys) == Set(after.keys), "no series comes late")
    for (name, value) in before where name.contains("_total") { #expect((after[name] ?? -1) >= value) }
  }

  @Test func aPortAnswersWhoAsks() throws {
    let server = try MetricsServer(port: 0) { "copydesk_running 1\n" }
    defer { server.stop() }
    let answer = try Shell.succeed(
      "exec 3<>/dev/tcp/127.0.0.1/\(server.port); printf 'GET /metrics HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n' >&3; cat <&3",
      in: "/")
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n") && answer.hasSuffix("\r\n\r\ncopydesk_running 1\n"))
    let missing = try Shell.succeed(
      "exec 3<>/dev/tcp/127.0.0.1/\(server.port); printf 'GET /x HTTP/1.1\\r\\n\\r\\n' >&3; cat <&3", in: "/")
    #expect(missing.hasPrefix("HTTP/1.1 404"))
    let posted = try Shell.succeed(
      "exec 3<>/dev/tcp/127.0.0.1/\(server.port); printf 'POST / HTTP/1.1\\r\\n\\r\\n' >&3; cat <&3", in: "/")
    #expect(posted.hasPrefix("HTTP/1.1 405"))
    #expect(throws: (any Error).self) { try MetricsServer(port: server.port) { "" } }
  }
}
