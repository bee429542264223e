import Foundation
import Testing

/// Near-duplicates through the built binary: what is told of them, and an index that stays.
@Suite struct DuplicateTests {
  private static let story = """
    The council voted on Monday to approve a new tram line through the old town, after years of debate among residents \
    and shop owners who feared that the works would last for a decade and cost more than planned.
    """
  private static let other =
    "Fishing boats in the northern sea came home late on Sunday because of heavy storms off the cape."

  private func lines(_ texts: [(id: String, text: String)]) throws -> String {
    try texts.map { record in
      let data = try JSONSerialization.data(withJSONObject: [
        "id": record.id, "text": record.text, "title": "Title \(record.id)",
      ])
      return String(decoding: data, as: UTF8.self) + "\n"
    }.joined()
  }

  private func pipeline(_ options: String) -> String {
    """
    name: d
    stages:
      - dedupe.documents: { \(options) }
      - output.jsonl: { path: out.jsonl }
    """
  }

  private func sample(_ copydesk: Copydesk, options: String = "threshold: 0.8") throws {
    try copydesk.write(pipeline(options), to: "d.yaml")
    try copydesk.write(
      lines([
        ("a", Self.story), ("x", Self.other),
        ("b", Self.story.replacingOccurrences(of: "planned", with: "hoped")),
        ("c", Self.story.uppercased()),
      ]), to: "in.jsonl")
    let outcome = try copydesk.run("run", "d.yaml", "in.jsonl")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
  }

  @Test func whyShowsThePassageOfBothSideBySide() throws {
    let copydesk = try Copydesk()
    try sample(copydesk)
    let page = try copydesk.run("why", "out.jsonl", "b").output
    #expect(page.contains("document.near") && page.contains("limit 0.8"))
    let rows = page.split(separator: "\n").filter { $0.contains("│") }
    #expect(rows.first?.contains("b, bytes") == true && rows.first?.contains("a, bytes") == true)
    for row in rows.dropFirst() {
      let columns = row.split(separator: "│").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(columns.count == 2 && columns[0] == columns[1], "\(row)")
    }
    #expect(rows.dropFirst().joined().contains("The council voted"))
  }

  @Test func aTrialRunMakesNoIndex() throws {
    let copydesk = try Copydesk()
    try copydesk.write(lines([("a", Self.story), ("x", Self.other)]), to: "in.jsonl")
    try copydesk.write(pipeline("index: seen/deep"), to: "d.yaml")
    #expect(try copydesk.run("run", "d.yaml", "in.jsonl", "--dry-run").exitCode == 0)
    #expect(!FileManager.default.fileExists(atPath: "\(copydesk.folder)/seen"))
    #expect(try copydesk.run("run", "d.yaml", "in.jsonl").exitCode == 0)
    let before = copydesk.data("seen/deep/index.json")
    #expect(try copydesk.run("run", "d.yaml", "in.jsonl", "--dry-run").output.contains("2 duplicates"))
    #expect(!before.isEmpty && copydesk.data("seen/deep/index.json") == before)
  }

  @Test(arguments: ["threshold: 0.8", "action: mark", "action: cluster", "keep: longest"])
  func clustersAreListedHoweverTheyWereMade(_ options: String) throws {
    let copydesk = try Copydesk()
    try sample(copydesk, options: options)
    let page = try copydesk.run("clusters", "out.jsonl")
    #expect(page.exitCode == 0)
    #expect(page.output.hasPrefix("3 documents like a\n  id "), "\(page.output)")
    #expect(page.output.contains("Title b") && !page.output.contains("Title x"))
    #expect(page.errors.contains("1 cluster of 3 documents"))
    let json = try copydesk.run("clusters", "out.jsonl", "--json").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(object?["size"] as? Int == 3 && (object?["ids"] as? [String]) == ["a", "b", "c"])
  }

  @Test func aResultWithoutDuplicatesHasNoClusters() throws {
    let copydesk = try Copydesk()
    try copydesk.write(pipeline("threshold: 0.8"), to: "d.yaml")
    try copydesk.write(lines([("x", Self.other)]), to: "in.jsonl")
    _ = try copydesk.run("run", "d.yaml", "in.jsonl")
    let outcome = try copydesk.run("clusters", "out.jsonl")
    #expect(outcome.output.isEmpty && outcome.errors.contains("0 clusters of 0 documents"))
  }

  @Test func todaysDocumentsAreComparedWithYesterdays() throws {
    let copydesk = try Copydesk()
    try sample(copydesk, options: "index: seen")
    try copydesk.write(lines([("n", Self.other + " They were cold."), ("o", Self.story)]), to: "today.jsonl")
    #expect(try copydesk.run("run", "d.yaml", "today.jsonl").exitCode == 0)
    #expect(try copydesk.records("out.rejects.jsonl").map { $0["duplicate_of"] as? String } == ["x", "a"])
    try copydesk.write(pipeline("index: seen, shingle: 4"), to: "e.yaml")
    let refused = try copydesk.run("run", "e.yaml", "today.jsonl")
    #expect(refused.exitCode == 3)
    #expect(refused.errors.contains("[CD321]") && refused.errors.contains("shingle is 5 there and 4 here"))
  }

  @Test(arguments: ["", ", action: cluster"])
  func aDocumentOfAnEarlierRunIsNotTakenForOneOfThisRunWithItsId(_ action: String) throws {
    let copydesk = try Copydesk()
    try sample(copydesk, options: "index: seen" + action)
    try copydesk.write(
      lines([("a", "Nothing of the kind stood here a day ago."), ("n", Self.story)]), to: "today.jsonl")
    #expect(try copydesk.run("run", "d.yaml", "today.jsonl").exitCode == 0)
    let story = try copydesk.run("why", "out.jsonl", "n").output
    #expect(story.contains("repeats   a of an earlier run\n"), "\(story)")
    #expect(!story.contains("line 1 of out.jsonl") && !story.contains("Nothing of the kind"), "\(story)")
    #expect(try !copydesk.run("why", "out.jsonl", "a").output.contains("repeated"))
    #expect(
      try copydesk.run("clusters", "out.jsonl").output.hasPrefix("1 document like a of an earlier run\n"))
  }

  @Test func aRunThatIsKilledLeavesTheIndexAsItWas() throws {
    let copydesk = try Copydesk()
    try sample(copydesk, options: "index: seen")
    let before = copydesk.data("seen/index.json")
    let documents = (0..<40_000).map { number in
      (
        id: "k\(number)",
        text: (0..<20).map { "w\((number &* 7919 &+ $0 &* 104_729) % 50_021)" }.joined(separator: " ")
      )
    }
    try copydesk.write(lines(documents), to: "many.jsonl")
    // What it reads from does not end, so that it cannot be done before it is killed.
    let feeder = Process()
    feeder.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    feeder.arguments = ["tail", "-n", "+1", "-f", "\(copydesk.folder)/many.jsonl"]
    let process = try copydesk.process(["run", "d.yaml", "-", "--quiet"])
    let pipe = Pipe()
    feeder.standardOutput = pipe
    process.standardInput = pipe
    process.standardError = FileHandle.nullDevice
    try feeder.run()
    defer { feeder.terminate() }
    try process.run()
    let end = ContinuousClock.now + .seconds(120)
    while ContinuousClock.now < end, copydesk.data("seen/records").count < 1 << 18 { usleep(2000) }
    #expect(copydesk.data("seen/records").count >= 1 << 18)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(copydesk.data("seen/index.json") == before)
    try copydesk.write(lines([("o", Self.story)]), to: "today.jsonl")
    #expect(try copydesk.run("run", "d.yaml", "today.jsonl").exitCode == 0)
    #expect(try copydesk.records("out.rejects.jsonl").map { $0["duplicate_of"] as? String } == ["a"])
  }

  @Test func theSameBytesForAnyWorkersBatchesAndMemory() throws {
    let copydesk = try Copydesk()
    var documents: [(id: String, text: String)] = []
    for number in 0..<3000 {
      let base = number % 4 == 3 ? number - 3 : number
      var words = (0..<40).map { "w\((base &* 7919 &+ $0 &* 104_729) % 50_021)" }
      if number % 8 == 7 { words[number % 40] = "changed" }
      documents.append((id: "\(number)", text: words.joined(separator: " ")))
    }
    try copydesk.write(lines(documents), to: "in.jsonl")
    for options in ["threshold: 0.8", "keep: longest"] {
      try copydesk.write(pipeline(options), to: "d.yaml")
      var wanted: [Data] = []
      for (workers, batch, memory) in [
        ("1", "64", "1GB"), ("2", "7", "1GB"), ("8", "500", "1MB"), ("1", "1", "1MB"),
      ] {
        let outcome = try copydesk.run(
          "run", "d.yaml", "in.jsonl", "--workers", workers, "--batch-size", batch, "--set",
          "dedupe.documents.memory=\(memory)")
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let found = [copydesk.data("out.jsonl"), copydesk.data("out.rejects.jsonl")]
        if wanted.isEmpty { wanted = found }
        #expect(found == wanted && found.allSatisfy { !$0.isEmpty })
      }
    }
  }
}
