import Copydesk
import CopydeskTesting
import Foundation
import Testing

@testable import Deduplication

@Suite struct IndexFolderTests {
  private func documents(_ names: [Int]) -> [Document] {
    names.map { number in
      var random = SeededGenerator(seed: UInt64(number))
      return Document(random.text(words: 40).joined(separator: " "), id: "d\(number)")
    }
  }

  private func results(
    _ names: [Int], in folder: String, _ change: @escaping (inout DedupeDocuments.Options) -> Void = { _ in }
  ) throws -> [String?] {
    try run(DedupeDocuments.self, on: documents(names)) {
      $0.index = folder
      change(&$0)
    }.map(\.duplicateOf)
  }

  /// A run that stops before it saves, as one that is killed does.
  private func abandonedRun(_ names: [Int], in folder: String) throws {
    var options = DedupeDocuments.Options()
    options.index = folder
    let stage = try DedupeDocuments(options: options, context: StageContext())
    var desk = try stage.makeState()
    for var document in documents(names) {
      try stage.commit(&document, try stage.prepare(&document), &desk)
    }
  }

  @Test func theNextRunComparesWithTheDocumentsOfThisOne() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.file("seen/deep")
    #expect(try results([1, 2, 3], in: folder) == [nil, nil, nil])
    #expect(try results([3, 4, 1], in: folder) == ["d3", nil, "d1"])
    #expect(try results([4], in: folder) == ["d4"])
  }

  @Test(arguments: [DocumentAction.drop, .mark, .cluster])
  func aLaterRunNamesTheDocumentThatAnEarlierOneKept(_ action: DocumentAction) throws {
    let scratch = try ScratchFolder()
    var random = SeededGenerator(seed: 3)
    let words = random.text(words: 60)
    func text(_ count: Int) -> String { words.prefix(count).joined(separator: " ") }
    func results(_ documents: [Document]) throws -> [String?] {
      try run(DedupeDocuments.self, on: documents) {
        $0.index = scratch.file("seen")
        $0.keep = .longest
        $0.action = action
      }.map(\.duplicateOf)
    }
    // The longer one is kept, which stands behind the shorter.
    #expect(try results([Document(text(55), id: "a"), Document(text(60), id: "b")]) == ["b", nil])
    // This is like both, and longer than neither; the next two are the first one again.
    #expect(try results([Document(text(54), id: "c"), Document(text(55), id: "d")]) == ["b", "b"])
    #expect(try results([Document(text(54), id: "e")]) == ["b"])
    // A run that is killed leaves what it wrote behind what counts.
    let kept = try #require(FileHandle(forWritingAtPath: scratch.file("seen/kept")))
    try kept.seekToEnd()
    try kept.write(contentsOf: Data(repeating: 7, count: 13))
    try kept.close()
    #expect(try results([Document(text(55), id: "f")]) == ["b"])
    #expect(try results([Document(text(55), id: "g")]) == ["b"])
    try Data(repeating: 0, count: 8).write(to: URL(fileURLWithPath: scratch.file("seen/kept")))
    #expect(throws: CopydeskError.self) { try results([Document(text(55), id: "h")]) }
  }

  @Test func manyRunsOfManyDocumentsAreFoundAgain() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.file("seen")
    for day in 0..<6 {
      #expect(try results(Array(day * 300..<(day + 1) * 300), in: folder).allSatisfy { $0 == nil })
    }
    #expect(try results(Array(0..<1800), in: folder) == (0..<1800).map { "d\($0)" })
    let runs = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("run-") }
    #expect(runs.count < 6)
  }

  @Test func aRunThatIsKilledLeavesTheIndexAsItWas() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.file("seen")
    try abandonedRun([9], in: folder)
    #expect(try results([1, 2], in: folder) == [nil, nil])
    try abandonedRun([3, 4], in: folder)
    // What it wrote lies about, with some rubbish behind it, as after a crash in the middle of a write.
    let records = try #require(FileHandle(forWritingAtPath: scratch.file("seen/records")))
    try records.seekToEnd()
    try records.write(contentsOf: Data(repeating: 7, count: 333))
    try records.close()
    try Data(repeating: 1, count: 50).write(to: URL(fileURLWithPath: scratch.file("seen/run-000001")))
    try Data("half".utf8).write(to: URL(fileURLWithPath: scratch.file("seen/index.json.new")))
    #expect(try results([4, 1, 3, 2], in: folder) == [nil, "d1", nil, "d2"])
    #expect(try results([4, 1, 3, 2], in: folder) == ["d4", "d1", "d3", "d2"])
  }

  private func code(_ body: () throws -> Void) -> DiagnosticCode? {
    do { try body() } catch let error as CopydeskError { return error.diagnostics.first?.code } catch {}
    return nil
  }

  @Test func anIndexOfOtherSettingsIsRefusedAndNamesThem() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.file("seen")
    _ = try results([1], in: folder)
    let changes: [(String, @Sendable (inout DedupeDocuments.Options) -> Void)] = [
      ("threshold", { $0.threshold = 0.7 }), ("shingle", { $0.shingle = 4 }), ("seed", { $0.seed = 9 }),
      ("permutations", { $0.permutations = 128 }), ("normalize", { $0.normalize = .nfkc }),
      ("containment", { $0.containment = 0.9 }), ("unit", { $0.unit = .characters }),
    ]
    for (name, change) in changes {
      let error = #expect(throws: CopydeskError.self) { try results([1], in: folder, change) }
      #expect(error?.diagnostics.first?.code == .otherIndex)
      #expect(error?.description.contains(name) == true)
    }
    #expect(try results([1], in: folder) == ["d1"])
  }

  @Test func aFolderOfOtherThingsIsRefused() throws {
    let scratch = try ScratchFolder()
    try Data().write(to: URL(fileURLWithPath: scratch.file("letter.txt")))
    let found = code { _ = try results([1], in: scratch.path) }
    #expect(found == .otherIndex)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["letter.txt"])
  }

  @Test func anIndexInUseIsRefused() throws {
    let scratch = try ScratchFolder()
    let settings = IndexSettings(
      threshold: 0.8, shingle: 5, permutations: 64, containment: nil, normalize: .lower, unit: .auto, seed: 0,
      holdsDuplicates: false)
    let index = try DocumentIndex(settings, memory: 1 << 20, folder: scratch.file("seen"))
    let found = code { _ = try results([1], in: scratch.file("seen")) }
    #expect(found == .indexInUse)
    withExtendedLifetime(index) {}
  }

  /// By what stands at the beginning of a record a document is passed over before all of the record is read.
  @Test func aChangedByteAtTheBeginningOfARecordIsNoticed() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.file("seen")
    _ = try results(Array(1...20), in: folder)
    let path = scratch.file("seen/records")
    let whole = try #require(FileManager.default.contents(atPath: path))
    // The first record stands behind one empty unit.
    for place in 16..<64 {
      var broken = whole
      broken[place] ^= 0x11
      try broken.write(to: URL(fileURLWithPath: path))
      let error = #expect(throws: CopydeskError.self) { try results(Array(1...20), in: folder) }
      #expect(error?.diagnostics.first?.code == .damagedIndex, "byte \(place)")
      try whole.write(to: URL(fileURLWithPath: path))
    }
  }

  /// Whatever byte is changed: either nothing that matters, or it is noticed. Never another answer.
  @Test func aChangedByteIsNoticed() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.file("seen")
    _ = try results(Array(1...20), in: folder)
    let expected = (1...20).map { Optional("d\($0)") }
    var random = SeededGenerator(seed: 40)
    var noticed = 0
    for name in ["index.json", "records", "run-000000"] {
      let path = scratch.file("seen/\(name)")
      let whole = try #require(FileManager.default.contents(atPath: path))
      for _ in 0..<25 {
        var broken = whole
        broken[Int.random(in: 0..<broken.count, using: &random)] ^=
          1 << UInt8.random(in: 0..<8, using: &random)
        try broken.write(to: URL(fileURLWithPath: path))
        do {
          let found = try results(Array(1...20), in: folder)
          #expect(found == expected)
        } catch let error as CopydeskError {
          noticed += 1
          #expect([.damagedIndex, .otherIndex].contains(error.diagnostics.first?.code))
        }
        try whole.write(to: URL(fileURLWithPath: path))
      }
    }
    #expect(noticed > 20)
  }
}
