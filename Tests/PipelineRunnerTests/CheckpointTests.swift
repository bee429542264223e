import Copydesk
import Foundation
import PipelineDefinition
import Testing

@testable import PipelineRunner

/// What a run puts down to go on from, and what becomes of it on the disk.
@Suite struct CheckpointTests {
  private static func checkpoint(_ phase: Checkpoint.Phase = .running) -> Checkpoint {
    var definition = Definition(name: "p", source: MemorySource([]), steps: [])
    definition.namedFiles = [NamedFiles.File(name: "words.txt", path: "/dev/null")]
    var checkpoint = Checkpoint(
      RunIdentity(definition, inputs: ["a/", "b.jsonl"], sample: 7, program: "copydesk 1"))
    checkpoint.lasting = [1: [0, 255, 3], 4: []]
    checkpoint.request.output = "out/ö.csv"
    checkpoint.phase = phase
    checkpoint.position = 123_456_789
    checkpoint.inputDigest = .max - 5
    let file = OutputLog.File(path: "out/ä.jsonl", bytes: 1 << 40, digest: 99)
    checkpoint.gates = [2: GateCheckpoint(state: Array(0...200), files: [file]), 5: GateCheckpoint()]
    return checkpoint
  }

  @Test(arguments: [Checkpoint.Phase.running, .ending, .written])
  func whatWasWrittenIsRead(_ phase: Checkpoint.Phase) throws {
    let written = Self.checkpoint(phase)
    let read = try #require(Checkpoint(written.bytes))
    #expect(read.bytes == written.bytes)
    #expect(read.phase == phase && read.position == written.position && read.identity == written.identity)
    #expect(read.request == written.request)
    #expect(read.gates[2]?.files == written.gates[2]?.files && read.lasting == written.lasting)
  }

  @Test func aCheckpointThatIsCutAnywhereIsNone() {
    let bytes = Self.checkpoint().bytes
    for count in bytes.indices { #expect(Checkpoint(Array(bytes[..<count])) == nil, "cut at \(count)") }
    #expect(Checkpoint(bytes + [0]) == nil)
  }

  @Test func aLookAtAJournalReadsTheHeadOfItsCheckpoint() throws {
    let folder = try TemporaryFolder()
    var checkpoint = Self.checkpoint()
    checkpoint.request.pipeline = "p.yaml"
    let bytes = checkpoint.bytes
    // What stands behind it is looked at by the run that goes on.
    try FileManager.default.createDirectory(
      atPath: folder.file("p.journal"), withIntermediateDirectories: true)
    func leave(_ bytes: ArraySlice<UInt8>) throws -> [UnfinishedRun] {
      try Data(bytes).write(to: URL(fileURLWithPath: folder.file("p.journal/checkpoint")))
      return UnfinishedRun.all(besides: folder.path + "/").filter { $0.journal.hasPrefix(folder.path) }
    }
    let found = try leave(bytes.dropLast(200))
    #expect(found.map(\.pipeline) == ["p.yaml"] && found.first?.output == "out/ö.csv")
    #expect(found.first?.inputs == ["a/", "b.jsonl"] && found.first?.sample == 7)
    #expect(try leave(bytes.prefix(40)).isEmpty)
  }

  @Test func aHeadThatIsCutAnywhereIsNone() throws {
    let bytes = Self.checkpoint().bytes
    let heads = bytes.indices.map { Checkpoint.Head(bytes[..<$0]) }
    let first = try #require(heads.firstIndex { $0 != nil })
    #expect(heads[first...].allSatisfy { $0?.identity == Self.checkpoint().identity })
    #expect(first < bytes.count - 200)
  }

  @Test func aCheckpointInWhichAnyBitHasChangedIsNone() {
    let bytes = Self.checkpoint().bytes
    for bit in 0..<bytes.count * 8 {
      var changed = bytes
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      // A number may have bits that say nothing.
      #expect(Checkpoint(changed).map(\.bytes) ?? bytes == bytes, "bit \(bit)")
    }
  }

  @Test func aCheckpointOfAnotherVersionIsKnownAsOne() {
    let bytes = Self.checkpoint().bytes
    #expect(!Checkpoint.isOfAnotherVersion(bytes) && !Checkpoint.isOfAnotherVersion(Array("{}".utf8)))
    let older = Array("copydesk journal 2\n".utf8) + bytes.dropFirst(19)
    #expect(Checkpoint(older) == nil && Checkpoint.isOfAnotherVersion(older))
  }

  @Test func eachThingThatHasChangedIsToldWithHowToHaveItBack() throws {
    func identity(_ sample: Int?, _ program: String, _ plugins: [String], _ lines: [String]) -> RunIdentity {
      let definition = Definition(name: "p", source: MemorySource([]), steps: [])
      var identity = RunIdentity(definition, inputs: ["a/"], sample: sample, program: program)
      (identity.plugins, identity.definition) = (plugins, lines)
      identity.files = ["words.txt": program, "clients.csv": "same"]
      return identity
    }
    let old = identity(
      5, "copydesk 1", ["acme 1.0 \(String(repeating: "ab", count: 32))", "b 1 cc"], ["x", "y"])
    let new = identity(
      nil, "copydesk 2", ["acme 1.0 \(String(repeating: "cd", count: 32))", "d 1 ee"], ["y", "z"])
    let found = new.differences(from: old)
    #expect(
      found.map(\.what) == [
        "it was started by copydesk 1, and this is copydesk 2",
        "the pipeline has changed: \"x\" is gone, \"z\" is new",
        "the file \"words.txt\", which the pipeline names, has changed",
        "the plugin \"acme\" is another file, as after each build (sha256 abababababab… then, cdcdcdcdcdcd… now)",
        "the plugin \"b\" is not there", "the plugin \"d\" is new", "it took a sample of 5",
      ])
    #expect(
      found.map(\.remedy).filter { $0.contains("abababababab") || $0 == "give --sample 5" }.count == 2)
    #expect(new.differences(from: new).isEmpty)
  }

  @Test func repeatedIDsAreKnownToBeCountedInPartOnceARunWasResumed() throws {
    var traces = RunTraces()
    for id in ["a", "b", "a"] { traces.add(id, .kept, .none) }
    #expect(traces.repeatedIDs == 1 && !traces.hasForgottenIDs)
    var store = ByteStore()
    traces.store(to: &store)
    var loader = ByteLoader(store.bytes[...])
    var resumed = try RunTraces(from: &loader)
    #expect(resumed.hasForgottenIDs)
    for id in ["b", "c", "c"] { resumed.add(id, .kept, .none) }
    #expect(resumed.repeatedIDs == 2, "one of before, one since; the other one's twin is forgotten")
  }

  @Test func anArchiveThatWasReplacedIsNotTheOneThatWasRead() throws {
    let folder = try TemporaryFolder()
    let archive = folder.path + "/a!b.zip"
    try Data(count: 100).write(to: URL(fileURLWithPath: archive))
    let items = (1...3).map { SourceItem(id: "\($0)", path: "\(archive)!\($0).txt", format: "text") }
    do {
      let log = try InputLog(folder.file("inputs"))
      for item in items { #expect(try log.note(item, isKnown: false) == 0) }
      try log.synchronise()
    }
    do {
      let log = try InputLog(folder.file("inputs"))
      for item in items { _ = try log.note(item, isKnown: true) }
    }
    try Data(count: 101).write(to: URL(fileURLWithPath: archive))
    let log = try InputLog(folder.file("inputs"))
    let error = #expect(throws: CopydeskError.self) { try log.note(items[0], isKnown: true) }
    #expect("\(String(describing: error))".contains("has changed since it was read"))
  }

  /// `Scripts/kills` reads the journals of the runs that it kills; it has to be told of another form.
  @Test func theScriptThatKillsRunsKnowsTheForm() throws {
    let root = URL(filePath: #filePath).pathComponents.prefix { $0 != "Tests" }.joined(separator: "/")
    let script = try String(contentsOfFile: root + "/Scripts/kills", encoding: .utf8)
    let mark = String(decoding: Checkpoint.mark, as: UTF8.self).replacing("\n", with: "\\n")
    #expect(script.contains("mark = b\"\(mark)\""))
  }
}
