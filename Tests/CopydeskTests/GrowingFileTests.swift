import Foundation
import Testing

@testable import Copydesk

/// A file that a watch adds to: what stands under its name never changes, wherever the watch is killed.
@Suite final class GrowingFileTests {
  private let folder: String
  private var path: String { folder + "/out/a.jsonl" }

  init() throws {
    folder =
      FileManager.default.temporaryDirectory.appendingPathComponent("growing-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private var content: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

  private func open(_ checkpoint: [UInt8]? = nil) throws -> (OutputFile, OutputLog) {
    let log = OutputLog()
    log.isGrowing = true
    let file = try OutputLog.$current.withValue(log) {
      try checkpoint.map { try OutputFile(path: path, resuming: $0) } ?? OutputFile(path: path)
    }
    return (file, log)
  }

  private func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func whatIsNotPublishedIsNotSeen() throws {
    let (file, log) = try open()
    try file.write(text("one\n"))
    _ = try file.checkpoint()
    #expect(content == "" && !FileManager.default.fileExists(atPath: path))
    try log.publish()
    #expect(content == "one\n")
    try file.write(text("two\n"))
    #expect(!file.isSettled && content == "one\n")
    _ = try file.checkpoint()
    try log.publish()
    #expect(file.isSettled && content == "one\ntwo\n")
    #expect(log.files.count == 1 && log.files.first?.bytes == 8)
  }

  @Test func aKillBeforeBetweenAndAfterThePublishingComesToTheSame() throws {
    var checkpoint: [UInt8] = []
    do {
      let (file, log) = try open()
      try file.write(text("one\n"))
      _ = try file.checkpoint()
      try log.publish()
      try file.write(text("two\n"))
      checkpoint = try file.checkpoint()
      try file.write(text("lost\n"))
    }
    let partial = try Data(contentsOf: URL(fileURLWithPath: path + ".partial"))
    for seen in ["one\n", "one\ntw", "one\ntwo\n"] {
      try Data(seen.utf8).write(to: URL(fileURLWithPath: path))
      try partial.write(to: URL(fileURLWithPath: path + ".partial"))
      let (_, log) = try open(checkpoint)
      #expect(content == "one\ntwo\n", "\(seen)")
      #expect(log.files.first?.bytes == 8)
    }
    // Published, and the next look begun.
    try Data("three\n".utf8).write(to: URL(fileURLWithPath: path + ".partial"))
    let (file, log) = try open(checkpoint)
    try file.write(text("four\n"))
    _ = try file.checkpoint()
    try log.publish()
    #expect(content == "one\ntwo\nfour\n")
  }

  @Test(arguments: ["", "on", "one\ntwo\nmore", "eno\ntwo\n"])
  func whatSomethingElseHasChangedIsRefusedAndLeft(_ found: String) throws {
    var checkpoint: [UInt8] = []
    do {
      let (file, log) = try open()
      try file.write(text("one\ntwo\n"))
      checkpoint = try file.checkpoint()
      try log.publish()
    }
    // The partial file is empty by now: there is nothing to do it again from.
    try Data(found.utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: CopydeskError.self) { try open(checkpoint) }
    #expect(content == found)
  }

  @Test func aFileOfSomethingElseIsNotAddedTo() throws {
    try FileManager.default.createDirectory(atPath: folder + "/out", withIntermediateDirectories: true)
    try Data("mine\n".utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: CopydeskError.self) { try open() }
    #expect(content == "mine\n")
  }
}
