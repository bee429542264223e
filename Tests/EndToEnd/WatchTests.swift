import Foundation
import Testing

/// A watch takes files as they come, each once, whatever happens to it.
@Suite(.serialized) struct WatchTests {
  private let copydesk: Copydesk

  init() throws {
    copydesk = try Copydesk()
    try copydesk.write(Self.pipeline, to: "news.yaml")
    try FileManager.default.createDirectory(
      atPath: copydesk.folder + "/in", withIntermediateDirectories: true)
  }

  /// All that comes in, and what is left of it behind stages that must remember.
  private static let pipeline = """
    name: news
    stages:
      - output.jsonl: { path: out/all.jsonl, trail: false }
      - clean.recurring: { after: 3, source: all }
      - dedupe.headlines
      - dedupe.documents
      - dedupe.lines: { across: 2 }
      - output.jsonl: { path: out/news.jsonl }
    """

  // MARK: Running

  /// A running watch, and what it says.
  private final class Watch {
    let process: Process
    let errors: String

    init(_ process: Process, errors: String) {
      self.process = process
      self.errors = errors
    }

    var said: String { (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "" }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    /// Ends it as a service manager does.
    func stop(_ signal: Int32 = SIGTERM) -> Int32 {
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      return process.terminationStatus
    }
  }

  private func watch(_ more: String..., settle: String = "0.05") throws -> Watch {
    let name = copydesk.folder + "/errors-\(UUID().uuidString)"
    _ = FileManager.default.createFile(atPath: name, contents: nil)
    let process = try copydesk.process(
      ["run", "news.yaml", "in", "--watch", "--settle", settle] + more)
    process.standardError = FileHandle(forWritingAtPath: name)
    try process.run()
    return Watch(process, errors: name)
  }

  /// Waits for a condition, with a limit that no sound run comes near.
  private func wait(
    for what: String, _ watch: Watch? = nil, location: SourceLocation = #_sourceLocation,
    _ condition: () throws -> Bool
  ) throws {
    let end = ContinuousClock.now + .seconds(120)
    while try !condition() {
      if ContinuousClock.now > end || watch.map({ !$0.process.isRunning }) ?? false {
        Issue.record("waited in vain for \(what): \(watch?.said ?? "")", sourceLocation: location)
        throw CancellationError()
      }
      usleep(20_000)
    }
  }

  /// A file that appears under its name when it is complete.
  private func put(_ text: String, _ name: String, isOld: Bool = true) throws {
    let hidden = "in/.\(UUID().uuidString)"
    try copydesk.write(text, to: hidden)
    if isOld { try age(hidden) }
    let path = copydesk.folder + "/in/" + name
    try FileManager.default.createDirectory(
      atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: "\(copydesk.folder)/\(hidden)", toPath: path)
  }

  /// Sets the time of change to an hour ago.
  private func age(_ name: String) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -3600)], ofItemAtPath: "\(copydesk.folder)/\(name)")
  }

  private func lines(_ name: String) -> Int { copydesk.data(name).count { $0 == 0x0A } }
  private func ids(_ name: String) throws -> [String] {
    try copydesk.records(name).compactMap { $0["id"] as? String }
  }

  private func story(_ number: Int) -> String {
    let words = (0..<40).map { "word\((number * 7919 + $0 * 104_729) % 3001)" }.joined(separator: " ")
    return
      "Harbour story number \(number) of the year\n\nThe \(words) in Oslo.\n\nShare this story with friends\n"
  }

  // MARK: Coming

  @Test func filesThatComeWhileItWatchesAreTakenInTheOrderOfTheirComing() throws {
    try put(story(2), "b.txt")
    try put(story(1), "a.txt")
    let watch = try watch()
    try wait(for: "the first files", watch) { lines("out/all.jsonl") == 2 }
    try put(story(3), "sub/deep/c.txt")
    try wait(for: "the file of a new folder", watch) { lines("out/all.jsonl") == 3 }
    try put(story(4), "0.txt", isOld: false)
    try wait(for: "the last file", watch) { lines("out/all.jsonl") == 4 }
    #expect(watch.stop() == 0, "\(watch.said)")
    #expect(try ids("out/all.jsonl") == ["a.txt", "b.txt", "sub/deep/c.txt", "0.txt"])
    #expect(try ids("out/news.jsonl") == ["a.txt", "b.txt", "sub/deep/c.txt", "0.txt"])
    #expect(watch.said.contains("news: 4 read = 4 written"), "\(watch.said)")
    let verified = try copydesk.run("verify", "out/news.jsonl")
    #expect(verified.exitCode == 0 && !verified.errors.contains("stopped"), "\(verified)")
    // Started again it takes nothing once more.
    let again = try self.watch()
    try put(story(5), "e.txt")
    try wait(for: "a file after the restart", again) { lines("out/all.jsonl") == 5 }
    #expect(again.stop(SIGINT) == 0, "\(again.said)")
    #expect(try ids("out/all.jsonl").last == "e.txt")
    #expect(again.said.contains("4 files read before"), "\(again.said)")
  }

  @Test func aFileIsReadWhenItIsCompleteAndNotBefore() throws {
    // Nothing counts as complete by itself within the hour.
    let watch = try watch(settle: "3000")
    try wait(for: "the beginning", watch) { watch.said.contains("watching in") }
    let whole = story(1)
    try copydesk.write(String(whole.prefix(100)), to: "in/half.txt")
    for name in [".hidden.txt", "a.txt.part", "b.txt~", "c.tmp"] { try put(story(8), name) }
    for number in 2...4 {
      try put(story(number), "\(number).txt")
      // Each of these looks has seen the half.
      try wait(for: "another file", watch) { lines("out/all.jsonl") == number - 1 }
    }
    try copydesk.write(whole, to: "in/half.txt")
    try put(story(5), "5.txt")
    try wait(for: "another file", watch) { lines("out/all.jsonl") == 4 }
    try age("in/half.txt")
    try wait(for: "the whole file", watch) { lines("out/all.jsonl") == 5 }
    #expect(watch.stop() == 0)
    let last = try #require(try copydesk.records("out/all.jsonl").last)
    #expect(last["id"] as? String == "half.txt")
    #expect((last["source"] as? [String: Any])?["end"] as? Int == whole.utf8.count)
  }

  @Test func whatChangesOrGoesAfterItWasReadIsNotReadAgain() throws {
    try put(story(1), "a.txt")
    try put(story(2), "b.txt")
    let watch = try watch()
    try wait(for: "the first files", watch) { lines("out/all.jsonl") == 2 }
    try copydesk.write(story(9), to: "in/.a")
    #expect(rename(copydesk.folder + "/in/.a", copydesk.folder + "/in/a.txt") == 0)
    try FileManager.default.removeItem(atPath: copydesk.folder + "/in/b.txt")
    try wait(for: "the notice", watch) { watch.said.contains("has changed since it was read") }
    try put(story(3), "c.txt")
    try wait(for: "another file", watch) { lines("out/all.jsonl") == 3 }
    #expect(watch.stop() == 0)
    #expect(try ids("out/all.jsonl") == ["a.txt", "b.txt", "c.txt"])
    #expect(watch.said.components(separatedBy: "has changed since").count == 2, "\(watch.said)")
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func whatCannotBeReadIsToldAndTakenLater() throws {
    try put(story(1), "a.txt")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: copydesk.folder + "/in/a.txt")
    let watch = try watch()
    try wait(for: "the notice", watch) { watch.said.contains("\"in/a.txt\": cannot read the file: ") }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: copydesk.folder + "/in/a.txt")
    try wait(for: "the file", watch) { lines("out/all.jsonl") == 1 }
    #expect(watch.stop() == 0)
  }

  @Test func aFolderThatVanishesIsWaitedFor() throws {
    try put(story(1), "a.txt")
    let watch = try watch()
    try wait(for: "the first file", watch) { lines("out/all.jsonl") == 1 }
    let root = copydesk.folder
    try FileManager.default.moveItem(atPath: "\(root)/in", toPath: "\(root)/away")
    try wait(for: "the notice", watch) { watch.said.contains("\"in\": cannot read the folder: ") }
    try copydesk.write(story(2), to: "away/b.txt")
    try FileManager.default.moveItem(atPath: "\(root)/away", toPath: "\(root)/in")
    try wait(for: "the second file", watch) { lines("out/all.jsonl") == 2 }
    #expect(watch.stop() == 0)
    #expect(watch.said.contains("\"in\" can be read again"), "\(watch.said)")
  }

  // MARK: Remembering

  @Test func stagesRememberOverLooksAndRestartsWhatIsGone() throws {
    try put(story(1), "a.txt")
    try put(story(2), "b.txt")
    let first = try watch()
    try wait(for: "the first files", first) { lines("out/all.jsonl") == 2 }
    try put(story(1), "c.txt")
    try wait(for: "the repeat", first) { lines("out/all.rejects.jsonl") == 1 }
    _ = first.stop(SIGKILL)
    for name in ["a.txt", "b.txt", "c.txt"] {
      try FileManager.default.removeItem(atPath: "\(copydesk.folder)/in/\(name)")
    }
    try put(story(2), "d.txt")
    try put(story(3), "e.txt")
    let second = try watch()
    try wait(for: "the rest", second) { lines("out/all.jsonl") == 5 }
    #expect(second.stop() == 0)
    #expect(try ids("out/news.jsonl") == ["a.txt", "b.txt", "e.txt"])
    #expect(try ids("out/all.rejects.jsonl") == ["c.txt", "d.txt"])
    // The line under every story goes, as it was in two documents before.
    let texts = try copydesk.records("out/news.jsonl").compactMap { $0["text"] as? String }
    #expect(texts.map { $0.contains("Share this story") } == [true, true, false])
    let why = try copydesk.run("why", "out/news.jsonl", "d.txt")
    #expect(why.output.contains("b.txt"), "\(why)")
  }

  // MARK: Killed

  private static let kills = ProcessInfo.processInfo.environment["COPYDESK_KILLS"].flatMap { Int($0) } ?? 3

  /// Files of one or two records with ids of their own, so that a run over a list gives the same.
  private func records(_ number: Int) -> String {
    func record(_ id: String, _ text: String) -> String {
      let escaped = text.replacingOccurrences(of: "\n", with: "\\n")
      return "{\"id\": \"\(id)\", \"text\": \"\(escaped)\"}\n"
    }
    // Every fourth repeats an earlier one; a few are broken.
    let text = story(number % 4 == 3 ? number / 2 : number)
    if number % 11 == 5 { return "{\"text\": broken\n" }
    if number % 13 == 6 { return "" }
    return record("r\(number)", text) + (number % 3 == 0 ? record("s\(number)", story(number + 1000)) : "")
  }

  @Test(arguments: 0..<kills) func aWatchThatIsKilledAnywhereTakesEachFileOnce(_ round: Int) throws {
    let count = 120
    var generator = SystemRandomNumberGenerator()
    var (running, next, history): (Watch?, Int, Data) = (nil, 0, Data())
    var points: [Int] = []
    func look() throws {
      // What a reader has seen stays, and nothing stands before it.
      let now = copydesk.data("out/all.jsonl")
      #expect(now.starts(with: history), "\(points)")
      history = now
    }
    while next < count {
      let watch =
        try running ?? self.watch("--batch-size", "\(1 + round % 5)", "--workers", "\(1 + round % 3)")
      running = watch
      let more = Int.random(in: 1...20, using: &generator)
      for number in next..<min(count, next + more) {
        try put(records(number), "\(number * 37 % 101)/\(number).jsonl")
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
    let last = try running ?? self.watch()
    let documents = (0..<count).reduce(0) { $0 + records($1).split(separator: "\n").count }
    try wait(for: "all of them", last) {
      try look()
      let manifest =
        try? JSONSerialization.jsonObject(with: copydesk.data("out/all.run.json")) as? [String: Any]
      return (manifest?["counts"] as? [String: Any])?["read"] as? Int == documents
    }
    #expect(last.stop() == 0, "\(points) \(last.said)")
    #expect(try copydesk.run("verify", "out/all.jsonl").exitCode == 0)

    // The order in which they came, from what came; broken ones have a place among the dead letters only.
    var order: [String] = []
    for record in try copydesk.records("out/all.jsonl") {
      let path = try #require((record["source"] as? [String: Any])?["path"] as? String)
      if !order.contains(path) { order.append(path) }
    }
    let dead = try copydesk.records("out/all.dead.jsonl").compactMap {
      ($0["source"] as? [String: Any])?["path"] as? String
    }
    #expect(order.count + Set(dead).count + (0..<count).count { records($0).isEmpty } == count, "\(points)")
    try copydesk.write((order + dead).joined(separator: "\n") + "\n", to: "list")
    try FileManager.default.moveItem(
      atPath: copydesk.folder + "/out", toPath: copydesk.folder + "/watched")
    #expect(try copydesk.run("run", "news.yaml", "@list").exitCode == 2)
    for name in ["all.jsonl", "news.jsonl", "all.rejects.jsonl"] {
      #expect(copydesk.data("watched/\(name)") == copydesk.data("out/\(name)"), "\(name) \(points)")
    }
    #expect(lines("out/all.jsonl") + dead.count == documents)
  }

  // MARK: Trouble

  @Test func aFullDiskIsWaitedFor() throws {
    for number in 0..<40 { try put(story(number), "\(number).txt") }
    let errors = copydesk.folder + "/errors"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [
      "-c",
      "ulimit -f 8; trap '' XFSZ; exec '\(Copydesk.binary)' run news.yaml in --watch --settle 0.05 2> >(cat > errors)",
    ]
    process.currentDirectoryURL = URL(fileURLWithPath: copydesk.folder)
    try process.run()
    let full = Watch(process, errors: errors)
    try wait(for: "two tries", full) { full.said.components(separatedBy: "trying again").count > 2 }
    #expect(full.said.contains("File too large"), "\(full.said)")
    // 0 where it is told to stop before a try has failed once more.
    #expect([0, 3].contains(full.stop()))
    let watch = try watch()
    try wait(for: "all files", watch) { lines("out/all.jsonl") == 40 }
    #expect(watch.stop() == 0)
    #expect(Set(try ids("out/all.jsonl")).count == 40)
  }

  @Test func whatCannotBeWatchedIsRefusedInWords() throws {
    func refusal(_ arguments: String..., code: Int32 = 1) throws -> String {
      let outcome = try copydesk.run(arguments: ["run"] + arguments)
      #expect(outcome.exitCode == code, "\(outcome)")
      return outcome.errors
    }
    try put(story(1), "a.txt")
    #expect(try refusal("news.yaml", "in", "--watch", "--sample", "3").contains("--sample"))
    #expect(try refusal("news.yaml", "in", "--watch", "--dry-run").contains("--dry-run"))
    #expect(
      try refusal("news.yaml", "in", "--watch", "--report", "r.html").contains("copydesk report"))
    #expect(try refusal("news.yaml", "-", "--watch").contains("watches folders"))
    #expect(try refusal("news.yaml", "in", "--settle", "3").contains("--settle is for --watch"))
    #expect(try refusal("news.yaml", "in/a.txt", "--watch").contains("\"in/a.txt\" is no folder"))
    try copydesk.write("name: one\nstages:\n  - clean\n  - output.jsonl\n", to: "one.yaml")
    #expect(try refusal("one.yaml", "in", "--watch", "-o", "-").contains("error[CD305]"))
    #expect(try refusal("one.yaml", "in", "--watch", "-o", "x.jsonl.gz").contains("whole only at the end"))
    let keeping = try refusal("news.yaml", "in", "--watch", "--set", "dedupe.documents.keep=longest")
    #expect(
      keeping.contains("\"dedupe.documents\" decides about a document when it has seen all"), "\(keeping)")
    #expect(!copydesk.exists("out"))

    // What an ordinary run has made is not a watch's, and the other way round.
    #expect(try copydesk.run("run", "news.yaml", "in").exitCode == 0)
    let before = copydesk.data("out/news.jsonl")
    #expect(try refusal("news.yaml", "in", "--watch").contains("\"out/all.jsonl\" is there already"))
    #expect(copydesk.data("out/news.jsonl") == before)
    try FileManager.default.removeItem(atPath: copydesk.folder + "/out")
    let watch = try watch()
    try wait(for: "the file", watch) { lines("out/all.jsonl") == 1 }
    #expect(try refusal("news.yaml", "in", code: 1).contains("in use"))
    #expect(watch.stop() == 0)
    #expect(try refusal("news.yaml", "in").contains("is that of a watch"))
    #expect(try refusal("news.yaml", "in", "--resume").contains("is that of a watch"))
    let changed = try refusal("news.yaml", "in", "--watch", "--set", "dedupe.lines.across=3")
    #expect(changed.contains("cannot go on with the watch") && changed.contains("across: 3"), "\(changed)")
    try copydesk.write(copydesk.data("out/all.jsonl") + Data("x".utf8), to: "out/all.jsonl")
    let touched = try copydesk.run("run", "news.yaml", "in", "--watch")
    #expect(touched.exitCode == 3 && touched.errors.contains("something else has changed or moved it"))
  }

  @Test func aLogForProgramsHasALineForEachLook() throws {
    try put(story(1), "a.txt")
    let watch = try watch("--log-format", "json", "--metrics", "m.prom")
    try wait(for: "the first file", watch) { lines("out/all.jsonl") == 1 }
    try put(story(2), "b.txt")
    try put(story(1), "c.txt")
    try wait(for: "the others", watch) { lines("out/all.jsonl") == 3 }
    #expect(watch.stop() == 0)
    let events = try watch.said.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    let looks = events.filter { $0["event"] as? String == "look" }
    #expect(looks.compactMap { $0["files"] as? Int }.reduce(0, +) == 3)
    #expect(looks.compactMap { $0["rejected"] as? Int }.reduce(0, +) == 1)
    #expect(looks.last?["total_files"] as? Int == 3 && looks.last?["last"] as? String == "in/c.txt")
    #expect(events.last?["event"] as? String == "summary")
    let metrics = String(decoding: copydesk.data("m.prom"), as: UTF8.self)
    #expect(metrics.contains("copydesk_watch_files_total 3\n") && metrics.contains("copydesk_running 0\n"))
  }

  @Test func shardsAreClosedBetweenLooks() throws {
    try copydesk.write(
      "name: shards\nstages:\n  - output.jsonl: { path: out/s.jsonl, shard: { documents: 2 } }\n",
      to: "news.yaml")
    try put(story(1), "a.txt")
    for number in 2...5 {
      let watch = try watch()
      try put(story(number), "\(number).txt")
      try wait(for: "the file", watch) {
        (1...3).reduce(0) { $0 + lines("out/s-0000\($1).jsonl") } == number
      }
      _ = watch.stop(number % 2 == 0 ? SIGKILL : SIGTERM)
    }
    #expect(try ids("out/s-00001.jsonl").count >= 2 && copydesk.exists("out/s-00002.jsonl"))
    let watch = try watch()
    try wait(for: "the beginning", watch) { watch.said.contains("5 files read before") }
    #expect(watch.stop() == 0)
    #expect(try copydesk.run("verify", "out/").exitCode == 0)
  }
}
