import Foundation
import Testing

/// What may happen to a watch: it is killed, its disk is full, it is asked for what it cannot do.
@Suite(.serialized) struct WatchTroubleTests {
  private let bench: WatchedFolder

  init() throws { bench = try WatchedFolder() }

  // MARK: Killed

  private static let kills = ProcessInfo.processInfo.environment["COPYDESK_KILLS"].flatMap { Int($0) } ?? 3

  /// Files of one or two records with ids of their own, so that a run over a list gives the same.
  private func records(_ number: Int) -> String {
    func record(_ id: String, _ text: String) -> String {
      let escaped = text.replacingOccurrences(of: "\n", with: "\\n")
      return "{\"id\": \"\(id)\", \"text\": \"\(escaped)\"}\n"
    }
    // Every fourth repeats an earlier one; a few are broken.
    let text = bench.story(number % 4 == 3 ? number / 2 : number)
    if number % 11 == 5 { return "{\"text\": broken\n" }
    if number % 13 == 6 { return "" }
    return record("r\(number)", text)
      + (number % 3 == 0 ? record("s\(number)", bench.story(number + 1000)) : "")
  }

  @Test(arguments: 0..<kills) func aWatchThatIsKilledAnywhereTakesEachFileOnce(_ round: Int) throws {
    let count = 120
    var generator = SystemRandomNumberGenerator()
    var (running, next, history): (WatchedFolder.Watch?, Int, Data) = (nil, 0, Data())
    var points: [Int] = []
    func look() throws {
      // What a reader has seen stays, and nothing stands before it.
      let now = bench.copydesk.data("out/all.jsonl")
      #expect(now.starts(with: history), "\(points)")
      history = now
    }
    while next < count {
      let watch =
        try running ?? bench.watch("--batch-size", "\(1 + round % 5)", "--workers", "\(1 + round % 3)")
      running = watch
      let more = Int.random(in: 1...20, using: &generator)
      for number in next..<min(count, next + more) {
        try bench.put(records(number), "\(number * 37 % 101)/\(number).jsonl")
      }
      next = min(count, next + more)
      let pause = UInt32.random(in: 0...250_000, using: &generator)
      usleep(pause)
      try look()
      guard Bool.random(using: &generator) else { continue }
      points.append(next)
      _ = watch.stop(SIGKILL)
      running = nil
    }
    let last = try running ?? bench.watch()
    let documents = (0..<count).reduce(0) { $0 + records($1).split(separator: "\n").count }
    try bench.wait(for: "all of them", last) {
      try look()
      let manifest =
        try? JSONSerialization.jsonObject(with: bench.copydesk.data("out/all.run.json")) as? [String: Any]
      return (manifest?["counts"] as? [String: Any])?["read"] as? Int == documents
    }
    // Where an earlier one had read all, this one may not have begun yet, and a signal would just end it.
    try bench.wait(for: "the beginning", last) { last.said.contains("watching in") }
    #expect(last.stop() == 0, "\(points) \(last.said)")
    #expect(try bench.copydesk.run("verify", "out/all.jsonl").exitCode == 0)

    // The order in which they came, from what came; broken ones have a place among the dead letters only.
    var order: [String] = []
    for record in try bench.copydesk.records("out/all.jsonl") {
      let path = try #require((record["source"] as? [String: Any])?["path"] as? String)
      if !order.contains(path) { order.append(path) }
    }
    let dead = try bench.copydesk.records("out/all.dead.jsonl").compactMap {
      ($0["source"] as? [String: Any])?["path"] as? String
    }
    #expect(order.count + Set(dead).count + (0..<count).count { records($0).isEmpty } == count, "\(points)")
    try bench.copydesk.write((order + dead).joined(separator: "\n") + "\n", to: "list")
    try FileManager.default.moveItem(
      atPath: bench.copydesk.folder + "/out", toPath: bench.copydesk.folder + "/watched")
    #expect(try bench.copydesk.run("run", "news.yaml", "@list").exitCode == 2)
    for name in ["all.jsonl", "news.jsonl", "all.rejects.jsonl"] {
      #expect(
        bench.copydesk.data("watched/\(name)") == bench.copydesk.data("out/\(name)"), "\(name) \(points)")
    }
    #expect(bench.lines("out/all.jsonl") + dead.count == documents)
  }

  // MARK: Trouble

  @Test func aFullDiskIsWaitedFor() throws {
    for number in 0..<40 { try bench.put(bench.story(number), "\(number).txt") }
    let errors = bench.copydesk.folder + "/errors"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [
      "-c",
      "ulimit -f 8; trap '' XFSZ; exec '\(Copydesk.binary)' run news.yaml in --watch --settle 0.05 2> >(cat > errors)",
    ]
    process.currentDirectoryURL = URL(fileURLWithPath: bench.copydesk.folder)
    try process.run()
    let full = WatchedFolder.Watch(process, errors: errors)
    try bench.wait(for: "two tries", full) { full.said.components(separatedBy: "trying again").count > 2 }
    #expect(full.said.contains("File too large"), "\(full.said)")
    // 0 where it is told to stop before a try has failed once more.
    #expect([0, 3].contains(full.stop()))
    let watch = try bench.watch()
    try bench.wait(for: "all files", watch) { bench.lines("out/all.jsonl") == 40 }
    #expect(watch.stop() == 0)
    #expect(Set(try bench.ids("out/all.jsonl")).count == 40)
  }

  @Test func whatCannotBeWatchedIsRefusedInWords() throws {
    func refusal(_ arguments: String..., code: Int32 = 1) throws -> String {
      let outcome = try bench.copydesk.run(arguments: ["run"] + arguments)
      #expect(outcome.exitCode == code, "\(outcome)")
      return outcome.errors
    }
    try bench.put(bench.story(1), "a.txt")
    #expect(try refusal("news.yaml", "in", "--watch", "--sample", "3").contains("--sample"))
    #expect(try refusal("news.yaml", "in", "--watch", "--dry-run").contains("--dry-run"))
    #expect(
      try refusal("news.yaml", "in", "--watch", "--report", "r.html").contains("copydesk report"))
    #expect(try refusal("news.yaml", "-", "--watch").contains("watches folders"))
    #expect(try refusal("news.yaml", "in", "--settle", "3").contains("--settle is for --watch"))
    #expect(try refusal("news.yaml", "in/a.txt", "--watch").contains("\"in/a.txt\" is not a folder"))
    try bench.copydesk.write("name: one\nstages:\n  - clean\n  - output.jsonl\n", to: "one.yaml")
    #expect(try refusal("one.yaml", "in", "--watch", "-o", "-").contains("error[CD305]"))
    #expect(try refusal("one.yaml", "in", "--watch", "-o", "x.jsonl.gz").contains("whole only at the end"))
    let keeping = try refusal("news.yaml", "in", "--watch", "--set", "dedupe.documents.keep=longest")
    #expect(
      keeping.contains("\"dedupe.documents\" decides about a document when it has seen all"), "\(keeping)")
    #expect(!bench.copydesk.exists("out"))

    // What an ordinary run has made is not a watch's, and the other way round.
    #expect(try bench.copydesk.run("run", "news.yaml", "in").exitCode == 0)
    let before = bench.copydesk.data("out/news.jsonl")
    #expect(try refusal("news.yaml", "in", "--watch").contains("\"out/all.jsonl\" exists already"))
    #expect(bench.copydesk.data("out/news.jsonl") == before)
    try FileManager.default.removeItem(atPath: bench.copydesk.folder + "/out")
    let watch = try bench.watch()
    try bench.wait(for: "the file", watch) { bench.lines("out/all.jsonl") == 1 }
    #expect(try refusal("news.yaml", "in", code: 1).contains("in use"))
    #expect(watch.stop() == 0)
    #expect(try refusal("news.yaml", "in").contains("belongs to a watch"))
    #expect(try refusal("news.yaml", "in", "--resume").contains("belongs to a watch"))
    let changed = try refusal("news.yaml", "in", "--watch", "--set", "dedupe.lines.across=3")
    #expect(changed.contains("cannot continue the watch") && changed.contains("across: 3"), "\(changed)")
    try bench.copydesk.write(bench.copydesk.data("out/all.jsonl") + Data("x".utf8), to: "out/all.jsonl")
    let touched = try bench.copydesk.run("run", "news.yaml", "in", "--watch")
    #expect(touched.exitCode == 3 && touched.errors.contains("something else has changed or moved it"))
  }

  @Test func aLogForProgramsHasALineForEachLook() throws {
    try bench.put(bench.story(1), "a.txt")
    let watch = try bench.watch("--log-format", "json", "--metrics", "m.prom")
    try bench.wait(for: "the first file", watch) { bench.lines("out/all.jsonl") == 1 }
    try bench.put(bench.story(2), "b.txt")
    try bench.put(bench.story(1), "c.txt")
    try bench.wait(for: "the others", watch) { bench.lines("out/all.jsonl") == 3 }
    #expect(watch.stop() == 0)
    let events = try watch.said.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    let looks = events.filter { $0["event"] as? String == "look" }
    #expect(looks.compactMap { $0["files"] as? Int }.reduce(0, +) == 3)
    #expect(looks.compactMap { $0["rejected"] as? Int }.reduce(0, +) == 1)
    #expect(looks.last?["total_files"] as? Int == 3 && looks.last?["last"] as? String == "in/c.txt")
    #expect(events.last?["event"] as? String == "summary")
    let metrics = String(decoding: bench.copydesk.data("m.prom"), as: UTF8.self)
    #expect(metrics.contains("copydesk_watch_files_total 3\n") && metrics.contains("copydesk_running 0\n"))
  }

  @Test func shardsAreClosedBetweenLooks() throws {
    try bench.copydesk.write(
      "name: shards\nstages:\n  - output.jsonl: { path: out/s.jsonl, shard: { documents: 2 } }\n",
      to: "news.yaml")
    try bench.put(bench.story(1), "a.txt")
    for number in 2...5 {
      let watch = try bench.watch()
      try bench.put(bench.story(number), "\(number).txt")
      try bench.wait(for: "the file", watch) {
        (1...3).reduce(0) { $0 + bench.lines("out/s-0000\($1).jsonl") } == number
      }
      _ = watch.stop(number % 2 == 0 ? SIGKILL : SIGTERM)
    }
    #expect(try bench.ids("out/s-00001.jsonl").count >= 2 && bench.copydesk.exists("out/s-00002.jsonl"))
    let watch = try bench.watch()
    try bench.wait(for: "the beginning", watch) { watch.said.contains("5 files read before") }
    #expect(watch.stop() == 0)
    #expect(try bench.copydesk.run("verify", "out/").exitCode == 0)
  }
}
