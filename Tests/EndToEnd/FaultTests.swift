import Foundation
import Testing

/// What goes wrong on the way in and out, on the built binary: each costs what is at fault and is told clearly.
@Suite struct FaultTests {
  private let copydesk: Copydesk

  init() throws {
    copydesk = try Copydesk()
    try copydesk.write("name: p\nstages:\n  - output.jsonl: { path: out.jsonl }\n", to: "p.yaml")
    try copydesk.write("A good text.\n", to: "in/good.txt")
  }

  private func errors(_ name: String = "out.dead.jsonl") throws -> [String: [String: Any]] {
    var errors: [String: [String: Any]] = [:]
    for record in try copydesk.records(name) {
      errors[record["id"] as? String ?? ""] = record["error"] as? [String: Any]
    }
    return errors
  }

  private func kept() throws -> [String] {
    try copydesk.records("out.jsonl").compactMap { $0["id"] as? String }
  }

  @Test func bytesThatAreNoTextCostThatFileOnly() throws {
    try copydesk.write(Data("caf".utf8) + Data([0xE9]) + Data(" au lait".utf8), to: "in/latin.txt")
    try copydesk.write(Data("abc\0def".utf8), to: "in/nul.txt")
    #expect(try copydesk.run("run", "p.yaml", "in").exitCode == 2)
    let errors = try errors()
    #expect(errors["latin.txt"]?["code"] as? String == "CD201" && errors["latin.txt"]?["offset"] as? Int == 3)
    #expect((errors["latin.txt"]?["message"] as? String)?.contains("not UTF-8") == true)
    #expect((errors["nul.txt"]?["message"] as? String)?.contains("binary") == true)
    #expect(try kept() == ["good.txt"])
  }

  #if os(Linux)
    @Test func aDiskThatFailsIsToldWithThePlaceAndWhatToDo() throws {
      // The memory of a process can be opened as a file; at its beginning the kernel answers as a broken disk does.
      #expect(try copydesk.run("run", "p.yaml", "in", "/proc/self/mem").exitCode == 2)
      let errors = try errors()
      let error = try #require(errors.values.first)
      #expect(
        error["message"] as? String == "cannot read any further at byte 0: Input/output error", "\(error)")
      #expect((error["help"] as? String)?.contains("read a copy on another disk") == true, "\(error)")
      #expect(try kept() == ["good.txt"])
    }
  #endif

  @Test func aLineOf64MegabytesIsADocumentLikeAnother() throws {
    let path = "\(copydesk.folder)/in/long.jsonl"
    _ = FileManager.default.createFile(atPath: path, contents: Data("{\"id\":\"long\",\"text\":\"".utf8))
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.seekToEnd()
    let block = Data(String(repeating: "lorem ipsum dolor sit amet, ", count: 37_450).utf8)
    for _ in 0..<64 { try file.write(contentsOf: block) }
    try file.write(contentsOf: Data("\"}\n{\"id\":\"after\",\"text\":\"Behind the long line.\"}\n".utf8))
    try file.close()
    let outcome = try copydesk.run("run", "p.yaml", "in")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    // By bytes: a record of that length is slow to take apart here.
    let lines = copydesk.data("out.jsonl").split(separator: 0x0A)
    #expect(lines.count == 3 && (lines.map(\.count).max() ?? 0) > 64_000_000)
    #expect(lines.last?.starts(with: Data("{\"schema\":1,\"id\":\"after\"".utf8)) == true)
  }

  @Test func aLineOfAGigabyteCostsThatRecordAndNoMemoryForIt() throws {
    let path = "\(copydesk.folder)/in/long.jsonl"
    let head = Data("{\"id\":\"before\",\"text\":\"In front of it.\"}\n{\"id\":\"long\",\"text\":\"".utf8)
    _ = FileManager.default.createFile(atPath: path, contents: head)
    let file = try #require(FileHandle(forWritingAtPath: path))
    // A hole, which takes no room on the disk and is read as zeros.
    try file.seek(toOffset: UInt64(head.count + 1_000_000_000))
    try file.write(contentsOf: Data("\"}\n{\"id\":\"after\",\"text\":\"Behind the long line.\"}\n".utf8))
    try file.close()
    // Not even the room for the line is there; the program itself takes some 500 MB of addresses.
    let outcome = try Shell.run("ulimit -v 1200000; copydesk run p.yaml in --workers 1", in: copydesk.folder)
    #expect(outcome.exitCode == 2, "\(outcome.output)")
    let errors = try errors()
    #expect(errors.keys.sorted() == ["long.jsonl#2"] && errors["long.jsonl#2"]?["code"] as? String == "CD205")
    #expect(
      (errors["long.jsonl#2"]?["message"] as? String)?.hasPrefix("the record is 1000000023 bytes long")
        == true,
      "\(errors)")
    #expect(try kept() == ["good.txt", "before", "after"])
  }

  /// Also for one who may read everything: at its beginning there is nothing to be read.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem"), "there is no such file"))
  func aFileThatCannotBeReadThoughItOpensFailsAlone() throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(copydesk.folder)/in/odd.txt", withDestinationPath: "/proc/self/mem")
    #expect(try copydesk.run("run", "p.yaml", "in").exitCode == 2)
    let errors = try errors()
    #expect(
      errors.keys.sorted() == ["odd.txt"] && errors["odd.txt"]?["code"] as? String == "CD204", "\(errors)")
    #expect((errors["odd.txt"]?["message"] as? String)?.hasPrefix("cannot read") == true, "\(errors)")
    #expect(try kept() == ["good.txt"])
  }

  @Test func filesThatCannotBeOpenedFailAloneAndAreNamed() throws {
    let files = FileManager.default
    try files.createSymbolicLink(atPath: "\(copydesk.folder)/in/gone.txt", withDestinationPath: "nowhere")
    try files.createSymbolicLink(atPath: "\(copydesk.folder)/in/self.txt", withDestinationPath: "self.txt")
    var expected = ["gone.txt", "self.txt"]
    if Copydesk.barred != nil {
      try copydesk.write("secret", to: "in/shut.txt")
      try files.setAttributes([.posixPermissions: 0], ofItemAtPath: "\(copydesk.folder)/in/shut.txt")
      expected.append("shut.txt")
    }
    let process = try copydesk.barredProcess(["run", "p.yaml", "in", "--quiet"])
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    let errors = try errors()
    #expect(errors.keys.sorted() == expected)
    for error in errors.values {
      #expect((error["message"] as? String)?.hasPrefix("cannot read the file: ") == true)
    }
    #expect(try kept() == ["good.txt"])
  }

  @Test func linksInCirclesAreFollowedOnce() throws {
    let files = FileManager.default
    try copydesk.write("Deeper.\n", to: "in/a/deep.txt")
    try files.createSymbolicLink(atPath: "\(copydesk.folder)/in/a/up", withDestinationPath: "..")
    try files.createSymbolicLink(atPath: "\(copydesk.folder)/in/a/here", withDestinationPath: ".")
    let outcome = try copydesk.run("run", "p.yaml", "in")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try kept() == ["a/deep.txt", "good.txt"])
  }

  /// Cut within a record, and between two, where nothing of the records tells.
  @Test(arguments: [2_000_000, 200 * 10_012])
  func aFileThatShrinksOnTheWayIsToldOfAndHoldsNothingUp(_ size: Int) throws {
    // Longer than all that is read ahead, and cut off by the program that works on its first records.
    let line = "{\"text\":\"\(String(repeating: "word ", count: 2_000))\"}\n"
    try #require(line.utf8.count == 10_012)
    try copydesk.write(String(repeating: line, count: 1_200), to: "big.jsonl")
    let cut = "[ $(wc -c < big.jsonl) -le \(size) ] || truncate -s \(size) big.jsonl; cat"
    try copydesk.write(
      """
      name: p
      stages:
        - external: { command: [sh, -c, "\(cut)"], protocol: text }
        - output.jsonl: { path: out.jsonl }
      """, to: "cut.yaml")
    let outcome = try copydesk.run(
      "run", "cut.yaml", "big.jsonl", "in", "--workers", "1", "--batch-size", "16", "--allow-external")
    #expect(outcome.exitCode == 2, "\(outcome.errors)")
    let kept = try kept()
    #expect(kept.last == "good.txt" && kept.count < 1_201)
    #expect(
      outcome.errors.contains("the file was cut or written anew while it was read"), "\(outcome.errors)")
  }

  @Test func aReaderThatLeavesEndsTheProgramWithoutAWord() throws {
    let articles = String(
      repeating: "{\"text\":\"\(String(repeating: "word ", count: 2_000))\"}\n", count: 200)
    try copydesk.write(articles, to: "many.jsonl")
    for command in ["schema", "list", "run p.yaml many.jsonl -o - --quiet", "run p.yaml many.jsonl -o -"] {
      let outcome = try Shell.run(
        "set +e +o pipefail; copydesk \(command) 2> words | head -c 1 > /dev/null; echo ${PIPESTATUS[0]}; cat words",
        in: copydesk.folder)
      // By the signal, or by itself; a short answer may be out before the reader leaves.
      #expect(["0\n", "3\n", "141\n"].contains(outcome.output), "\(command): \(outcome.output)")
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no such device"))
  func aFullDiskIsToldAndIsNoSuccess() throws {
    _ = try copydesk.run("run", "p.yaml", "in")
    for command in [
      "schema > /dev/full", "list > /dev/full", "why out.jsonl > /dev/full", "stats out.jsonl > /dev/full",
      "view out.jsonl good.txt > /dev/full", "run p.yaml in -o /dev/full", "run p.yaml in -o - > /dev/full",
      "report out.jsonl -o /dev/full", "--help > /dev/full",
    ] {
      let outcome = try Shell.run("copydesk \(command)", in: copydesk.folder)
      #expect([1, 3].contains(outcome.exitCode), "\(command): \(outcome.exitCode)")
      #expect(outcome.output.contains("No space left on device"), "\(command): \(outcome.output)")
      #expect(outcome.output.contains("cannot write"), "\(command): \(outcome.output)")
    }
  }
}
