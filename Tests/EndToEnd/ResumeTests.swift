import Foundation
import Testing

/// Runs that end early go on, and nothing shows of it in their results.
@Suite(.serialized) struct ResumeTests {
  private let copydesk: Copydesk

  init() throws { copydesk = try Copydesk() }

  // MARK: Running

  private func arguments(_ name: String, _ more: [String]) -> [String] {
    ["run", "../\(name).yaml", "../in.jsonl", "--checkpoint", "0", "--batch-size", "8"] + more
  }

  /// The binary in a folder of its own below the test's.
  private func run(_ folder: String, _ name: String, _ more: String...) throws -> Copydesk.Outcome {
    let shell = try Shell.run(
      "cd '\(folder)' && copydesk " + arguments(name, more).joined(separator: " "), in: copydesk.folder)
    return Copydesk.Outcome(exitCode: shell.exitCode, output: "", errors: shell.output)
  }

  private func start(_ folder: String, _ name: String, _ more: [String]) throws -> Process {
    let process = try copydesk.process(arguments(name, more))
    process.currentDirectoryURL = URL(fileURLWithPath: copydesk.folder + "/" + folder)
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func folder(_ name: String) throws -> String {
    let path = copydesk.folder + "/" + name
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return name
  }

  /// All files below a folder.
  private func files(_ folder: String) -> [String: Data] {
    let root = copydesk.folder + "/" + folder
    var files: [String: Data] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: root) ?? .init() {
      if let data = FileManager.default.contents(atPath: root + "/" + path) { files[path] = data }
    }
    return files
  }

  private func prepare(_ name: String, documents: Int) throws {
    try copydesk.write(ResumePipelines.all[name] ?? "", to: "\(name).yaml")
    try copydesk.write(ResumePipelines.corpus(documents), to: "in.jsonl")
  }

  private static let rounds = ProcessInfo.processInfo.environment["COPYDESK_KILLS"].flatMap { Int($0) } ?? 5

  // MARK: Killed

  @Test(arguments: ["news", "index", "longest", "others", "briefing"])
  func aRunThatIsKilledAnywhereEndsInTheSameBytes(_ name: String) throws {
    try prepare(name, documents: 500)
    let whole = try folder("whole")
    let started = ContinuousClock.now
    #expect(try run(whole, name).exitCode == 2)
    let taken = ContinuousClock.now - started
    let wanted = files(whole)
    #expect(wanted.count >= 4 && !wanted.keys.contains { $0.contains("journal") || $0.hasSuffix(".partial") })

    var generator = SystemRandomNumberGenerator()
    var (kills, resumptions) = (0, 0)
    for round in 0..<Self.rounds {
      let place = try folder("killed")
      var points: [Double] = []
      for attempt in 0...(round % 3) {
        let point = Double.random(in: 0...1.05, using: &generator)
        points.append(point)
        let resume = attempt == 0 ? [] : ["--resume"]
        let process = try start(place, name, resume + ["--workers", "\(1 + round % 4)"])
        Thread.sleep(forTimeInterval: point * (taken / .seconds(1)))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        if process.terminationReason == .uncaughtSignal { kills += 1 }
      }
      let outcome = try run(place, name, "--resume", "--batch-size", "\(5 + round)")
      if outcome.errors.contains("resuming after") { resumptions += 1 }
      #expect(outcome.exitCode == 2, "\(points) \(outcome.errors)")
      let found = files(place)
      #expect(Set(found.keys) == Set(wanted.keys), "\(points)")
      #expect(wanted.filter { found[$0.key] != $0.value }.map(\.key) == [], "\(points) \(outcome.errors)")
    }
    // At random times a fast machine may miss; once there is a checkpoint, it cannot for long.
    for _ in 0..<20 where kills == 0 || resumptions == 0 {
      let (place, _) = try stopped(name, SIGKILL)
      guard let journal = journal(in: place), copydesk.exists(journal) else { continue }
      kills += 1
      let outcome = try run(place, name, "--resume")
      if outcome.errors.contains("resuming after") { resumptions += 1 }
      #expect(outcome.exitCode == 2, "\(outcome.errors)")
      #expect(files(place) == wanted, "\(outcome.errors)")
    }
    #expect(kills > 0 && resumptions > 0, "\(kills) \(resumptions)")
  }

  /// Everything is read then, so that what stages have let by is not asked for again but where a later one needs it.
  @Test(arguments: [
    ("briefing", "briefing.rejects.jsonl"), ("briefing", "briefing.md"), ("index", "index.rejects.jsonl"),
    ("index", "index.csv"), ("longest", "longest.jsonl.zst"), ("others", "others.conll"),
    ("news", "news.jsonl"),
  ])
  func aRunThatCouldNotGiveItsResultsTheirNamesGoesOn(_ name: String, _ result: String) throws {
    try prepare(name, documents: 300)
    let whole = try folder("whole")
    #expect(try run(whole, name).exitCode == 2)
    let place = try folder("blocked")
    let obstacle = "\(copydesk.folder)/\(place)/out/\(result)"
    try FileManager.default.createDirectory(atPath: obstacle, withIntermediateDirectories: true)
    for resume in ["", "--resume"] {
      let blocked = try run(place, name, resume)
      #expect(blocked.exitCode == 3 && blocked.errors.contains("cannot write"), "\(blocked.errors)")
    }
    try FileManager.default.removeItem(atPath: obstacle)
    let outcome = try run(place, name, "--resume")
    #expect(
      outcome.exitCode == 2 && outcome.errors.contains("resuming after 300 documents"), "\(outcome.errors)")
    let (wanted, found) = (files(whole), files(place))
    #expect(Set(found.keys) == Set(wanted.keys))
    #expect(wanted.filter { found[$0.key] != $0.value }.map(\.key) == [], "\(outcome.errors)")
  }

  @Test func aRunThatIsCompleteIsNotBegunAgain() throws {
    try prepare("index", documents: 60)
    let place = try folder("done")
    #expect(try run(place, "index").exitCode == 2)
    let before = files(place)
    // What is left where a run was killed while it took its journal away.
    try copydesk.write(Data(count: 16), to: "\(place)/out/index.journal/inputs")
    let again = try run(place, "index", "--resume")
    #expect(again.exitCode == 2 && again.errors.contains("the run is complete: 60 documents"), "\(again)")
    #expect(files(place) == before)
    // With more to read it is another run.
    try copydesk.write(ResumePipelines.corpus(61), to: "in.jsonl")
    #expect(try run(place, "index", "--resume").errors.contains("starting from the beginning"))
  }

  @Test func aRunOfASampleIsNotTheWholeRun() throws {
    try prepare("news", documents: 60)
    let place = try folder("sampled")
    #expect(try run(place, "news", "--sample", "10").exitCode != 1)
    #expect(try run(place, "news", "--sample", "10", "--resume").errors.contains("is complete: 10 documents"))
    #expect(try run(place, "news", "--resume").errors.contains("starting from the beginning"))
  }

  @Test func aFileThatHasChangedAndIsAsLongAsBeforeIsReadAgain() throws {
    let copydesk = try Copydesk()
    try copydesk.write("Rain fell on Bergen.\n", to: "in/a.txt")
    #expect(try copydesk.run("run", "clean", "in", "-o", "r.jsonl").exitCode == 0)
    let complete = "the run is complete: 1 document"
    #expect(try copydesk.run("run", "clean", "in", "-o", "r.jsonl", "--resume").errors.contains(complete))
    usleep(20_000)
    try copydesk.write("Snow fell on Bergen.\n", to: "in/a.txt")
    let again = try copydesk.run("run", "clean", "in", "-o", "r.jsonl", "--resume")
    #expect(again.exitCode == 0 && !again.errors.contains(complete))
    #expect(String(decoding: copydesk.data("r.jsonl"), as: UTF8.self).contains("Snow fell"))
  }

  // MARK: Stopped

  /// The journal of a run, which is called after its first output.
  private func journal(in place: String) -> String? {
    let names = try? FileManager.default.contentsOfDirectory(atPath: "\(copydesk.folder)/\(place)/out")
    return names?.first { $0.hasSuffix(".journal") }.map { "\(place)/out/\($0)" }
  }

  /// Stops a run once it has written something.
  private func stopped(_ name: String, _ signal: Int32 = SIGTERM) throws -> (place: String, code: Int32) {
    let place = try folder("stopped")
    let process = try start(place, name, ["--workers", "1"])
    var first: Data?
    while process.isRunning {
      let now = journal(in: place).flatMap {
        FileManager.default.contents(atPath: "\(copydesk.folder)/\($0)/checkpoint")
      }
      if let first, let now, now != first { break }
      first = first ?? now
      usleep(1000)
    }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return (place, process.terminationStatus)
  }

  @Test(arguments: [SIGTERM, SIGINT]) func aRunThatIsStoppedPublishesNothingAndGoesOn(_ signal: Int32) throws
  {
    try prepare("news", documents: 3000)
    let whole = try folder("whole")
    #expect(try run(whole, "news").exitCode == 2)
    let (place, code) = try stopped("news", signal)
    try #require(code == 3)
    #expect(!copydesk.exists("\(place)/out/news.jsonl") && !copydesk.exists("\(place)/out/news.run.json"))
    #expect(copydesk.exists("\(place)/out/news.jsonl.partial"))
    let outcome = try run(place, "news", "--resume")
    #expect(outcome.exitCode == 2 && outcome.errors.contains("resuming after "), "\(outcome.errors)")
    #expect(files(place) == files(whole))
  }

  @Test func whatHasChangedIsRefusedInWords() throws {
    try prepare("news", documents: 3000)
    let (place, code) = try stopped("news")
    try #require(code == 3)
    let before = files(place)
    func refusal(_ more: String..., code: Int32 = 1) throws -> String {
      let outcome = try Shell.run(
        "cd \(place) && copydesk " + arguments("news", ["--resume"] + more).joined(separator: " "),
        in: copydesk.folder)
      #expect(outcome.exitCode == code && outcome.output.contains("error[CD303]"), "\(outcome.output)")
      #expect(outcome.output.contains("run again without --resume"), "\(outcome.output)")
      return outcome.output
    }
    let option = try refusal("--set", "summarize.sentences=1")
    #expect(option.contains("\"summarize: sentences: 1\" is new"), "\(option)")
    #expect(try refusal("--sample", "10").contains("it took all documents"))
    #expect(try refusal("../news.yaml").contains("it read \"../in.jsonl\", not"))
    try copydesk.write("# a line more\n" + (ResumePipelines.all["news"] ?? ""), to: "news.yaml")
    #expect(try refusal().contains("other lines"))
    try copydesk.write(ResumePipelines.all["news"] ?? "", to: "news.yaml")
    try copydesk.write(ResumePipelines.corpus(3000, seed: 2), to: "in.jsonl")
    // What is read is looked at as it is read.
    #expect(try refusal(code: 3).contains("\"../in.jsonl\" has changed since it was read"))
    try copydesk.write("{\"text\": \"gone\"}\n", to: "in.jsonl")
    _ = try refusal(code: 3)
    #expect(files(place) == before)
    // Anew it runs.
    let outcome = try run(place, "news")
    #expect(outcome.exitCode == 0 && outcome.errors.contains("starting over"), "\(outcome.errors)")
  }

  @Test(arguments: ["words.txt", "clients.csv"])
  func aFileThatThePipelineNamesMustBeAsItWas(_ file: String) throws {
    let pipeline = """
      stages:
        - filter.words: { file: words.txt }
        - entities: { gazetteers: [clients.csv] }
        - output.jsonl: { path: out/news.jsonl }
      """
    let contents = ["words.txt": "casino\n", "clients.csv": "Zorbax,ORG\n"]
    for (name, text) in contents { try copydesk.write(text, to: name) }
    try copydesk.write(pipeline, to: "news.yaml")
    try copydesk.write(ResumePipelines.corpus(3000, seed: 1), to: "in.jsonl")
    let (place, code) = try stopped("news")
    try #require(code == 3)
    try copydesk.write((contents[file] ?? "") + "Lorn,ORG\n", to: file)
    let outcome = try run(place, "news", "--resume")
    #expect(outcome.exitCode == 1, "\(outcome.errors)")
    #expect(
      outcome.errors.contains("\"\(file)\", which the pipeline names, has changed"), "\(outcome.errors)")
    try copydesk.write(contents[file] ?? "", to: file)
    #expect(try run(place, "news", "--resume").exitCode != 1)
  }

  @Test func filesThatWereAddedBeforeAreNoticed() throws {
    try copydesk.write(ResumePipelines.all["news"] ?? "", to: "news.yaml")
    for number in 0..<600 {
      try copydesk.write(
        "The harbour of Oslo, number \(number), opened again on Monday.", to: "in.jsonl/\(number).txt")
    }
    let (place, code) = try stopped("news")
    try #require(code == 3)
    try copydesk.write("Another one.", to: "in.jsonl/0.a.txt")
    let outcome = try run(place, "news", "--resume")
    #expect(outcome.exitCode == 3 && outcome.errors.contains("files were added"), "\(outcome.errors)")
    try FileManager.default.removeItem(atPath: copydesk.folder + "/in.jsonl/0.a.txt")
    #expect(try run(place, "news", "--resume").exitCode == 0)
  }

  @Test func aResultThatWasTouchedIsRefused() throws {
    try prepare("news", documents: 3000)
    let (place, code) = try stopped("news")
    try #require(code == 3)
    let path = copydesk.folder + "/\(place)/out/news.jsonl.partial"
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try handle.write(contentsOf: Data("#".utf8))
    try handle.close()
    let outcome = try run(place, "news", "--resume")
    #expect(outcome.exitCode == 3 && outcome.errors.contains("is not as the unfinished run left it"))
  }

  @Test(arguments: ["checkpoint", "inputs"]) func aJournalThatIsDamagedIsNoticed(_ file: String) throws {
    try copydesk.write(ResumePipelines.all["news"] ?? "", to: "news.yaml")
    for number in 0..<300 {
      try copydesk.write(
        "The harbour of Oslo, number \(number), opened again on Monday.", to: "in.jsonl/\(number).txt")
    }
    let whole = try folder("whole")
    #expect(try run(whole, "news").exitCode == 0)
    let (place, code) = try stopped("news")
    try #require(code == 3)
    let path = "\(place)/out/news.journal/\(file)"
    let sound = copydesk.data(path)
    // The last entry of the files that were read, or a part of the checkpoint.
    let cuts = file == "inputs" ? Array(1...17) : stride(from: 1, to: sound.count, by: 41).map { $0 }
    var damaged = cuts.map { sound.dropLast($0) } + [Data()]
    for place in stride(from: 3, to: file == "inputs" ? 128 : sound.count, by: sound.count / 12) {
      var flipped = sound
      flipped[place] ^= 0x10
      damaged.append(flipped)
    }
    let before = files(place).filter { !$0.key.contains("journal/") }
    for bytes in damaged {
      try copydesk.write(bytes, to: path)
      let outcome = try run(place, "news", "--resume")
      #expect(
        [1, 3].contains(outcome.exitCode) && outcome.errors.contains("error[CD303]"), "\(outcome.errors)")
      #expect(files(place).filter { !$0.key.contains("journal/") } == before)
    }
    try copydesk.write(sound, to: path)
    #expect(try run(place, "news", "--resume").exitCode == 0)
    #expect(files(place) == files(whole))
  }

  // MARK: Full

  @Test func aFullDiskLeavesARunThatGoesOn() throws {
    try prepare("news", documents: 1500)
    let whole = try folder("whole")
    #expect(try run(whole, "news").exitCode == 2)
    let wanted = files(whole)
    let place = try folder("full")
    for limit in [40, 200, 700] {
      let resume = limit == 40 ? "" : "--resume"
      let outcome = try Shell.run(
        "ulimit -f \(limit); trap '' XFSZ; cd \(place) && copydesk "
          + arguments("news", [resume]).joined(separator: " "), in: copydesk.folder)
      #expect(outcome.exitCode == 3 && outcome.output.contains("File too large"), "\(outcome.output)")
      #expect(outcome.output.contains("resume with: copydesk run"), "\(outcome.output)")
      #expect(!copydesk.exists("\(place)/out/news.jsonl"))
    }
    #expect(try run(place, "news", "--resume").exitCode == 2)
    #expect(files(place) == wanted)
  }

  // MARK: Nothing

  @Test func aRunThatReadNothingLeavesTheResultOfBefore() throws {
    try copydesk.write(ResumePipelines.all["news"] ?? "", to: "news.yaml")
    try copydesk.write(ResumePipelines.corpus(20), to: "in/in.jsonl")
    try FileManager.default.createDirectory(
      atPath: copydesk.folder + "/empty", withIntermediateDirectories: true)
    #expect(try copydesk.run("run", "news.yaml", "in").exitCode == 2)
    let before = files("out")
    let outcome = try copydesk.run("run", "news.yaml", "empty")
    #expect(outcome.exitCode == 3)
    #expect(
      outcome.errors.contains(
        "error[CD304]: \"empty\" holds no files that the pipeline reads, so \"out/news.jsonl\" stays as an earlier run left it"
      ),
      "\(outcome.errors)")
    #expect(files("out") == before)
  }

  // MARK: Verifying

  @Test func verifyTellsWhatIsNotAsItWas() throws {
    try prepare("longest", documents: 60)
    try prepare("index", documents: 60)
    for name in ["index", "longest"] {
      let place = try folder(name)
      #expect(try run(place, name).exitCode == 2)
      let sound = try copydesk.run("verify", "\(name)/out/")
      #expect(sound.exitCode == 0 && sound.errors.contains("all as the run wrote them"), "\(sound)")
    }
    let shards = try copydesk.run("verify", "index/out/index.run.json").output
    #expect(shards.contains("ok       index/out/index-00001.jsonl.gz  xxh64:"), "\(shards)")
    #expect(shards.contains("index/out/index.rejects.jsonl") && shards.contains("index/out/index.csv"))
    var page = try #require(files("longest/out/pages").keys.filter { $0.hasSuffix(".md") }.min())
    page = "longest/out/pages/" + page
    var bytes = copydesk.data(page)
    bytes[bytes.count / 2] ^= 1
    try copydesk.write(bytes, to: page)
    try FileManager.default.removeItem(atPath: copydesk.folder + "/longest/out/all.jsonl")
    let damaged = try copydesk.run("verify", "longest/out/longest.jsonl.zst", "--quiet")
    #expect(damaged.exitCode == 2)
    #expect(damaged.output.contains("changed  \(page)  xxh64:"), "\(damaged.output)")
    #expect(damaged.output.contains("missing  longest/out/all.jsonl"), "\(damaged.output)")
    #expect(
      damaged.output.split(separator: "\n").count == 2 && damaged.errors.contains("2 missing or changed"))
  }
}
