import Foundation
import Testing

/// A watch takes files as they come, each once, and remembers them.
@Suite(.serialized) struct WatchTests {
  private let bench: WatchedFolder

  init() throws { bench = try WatchedFolder() }

  // MARK: Coming

  @Test func filesThatComeWhileItWatchesAreTakenInTheOrderOfTheirComing() throws {
    try bench.put(bench.story(2), "b.txt")
    try bench.put(bench.story(1), "a.txt")
    let watch = try bench.watch()
    try bench.wait(for: "the first files", watch) { bench.lines("out/all.jsonl") == 2 }
    try bench.put(bench.story(3), "sub/deep/c.txt")
    try bench.wait(for: "the file of a new folder", watch) { bench.lines("out/all.jsonl") == 3 }
    try bench.put(bench.story(4), "0.txt", isOld: false)
    try bench.wait(for: "the last file", watch) { bench.lines("out/all.jsonl") == 4 }
    #expect(watch.stop() == 0, "\(watch.said)")
    #expect(try bench.ids("out/all.jsonl") == ["a.txt", "b.txt", "sub/deep/c.txt", "0.txt"])
    #expect(try bench.ids("out/news.jsonl") == ["a.txt", "b.txt", "sub/deep/c.txt", "0.txt"])
    #expect(watch.said.contains("news: 4 read = 4 written"), "\(watch.said)")
    let verified = try bench.copydesk.run("verify", "out/news.jsonl")
    #expect(verified.exitCode == 0 && !verified.errors.contains("stopped"), "\(verified)")
    // Started again it takes nothing once more.
    let again = try bench.watch()
    try bench.put(bench.story(5), "e.txt")
    try bench.wait(for: "a file after the restart", again) { bench.lines("out/all.jsonl") == 5 }
    #expect(again.stop(SIGINT) == 0, "\(again.said)")
    #expect(try bench.ids("out/all.jsonl").last == "e.txt")
    #expect(again.said.contains("4 files read before"), "\(again.said)")
  }

  @Test func aFileIsReadWhenItIsCompleteAndNotBefore() throws {
    // Nothing counts as complete by itself within the hour.
    let watch = try bench.watch(settle: "3000")
    try bench.wait(for: "the beginning", watch) { watch.said.contains("watching in") }
    let whole = bench.story(1)
    try bench.copydesk.write(String(whole.prefix(100)), to: "in/half.txt")
    for name in [".hidden.txt", "a.txt.part", "b.txt~", "c.tmp"] { try bench.put(bench.story(8), name) }
    for number in 2...4 {
      try bench.put(bench.story(number), "\(number).txt")
      // Each of these looks has seen the half.
      try bench.wait(for: "another file", watch) { bench.lines("out/all.jsonl") == number - 1 }
    }
    try bench.copydesk.write(whole, to: "in/half.txt")
    try bench.put(bench.story(5), "5.txt")
    try bench.wait(for: "another file", watch) { bench.lines("out/all.jsonl") == 4 }
    try bench.age("in/half.txt")
    try bench.wait(for: "the whole file", watch) { bench.lines("out/all.jsonl") == 5 }
    #expect(watch.stop() == 0)
    let last = try #require(try bench.copydesk.records("out/all.jsonl").last)
    #expect(last["id"] as? String == "half.txt")
    #expect((last["source"] as? [String: Any])?["end"] as? Int == whole.utf8.count)
  }

  @Test func anEmptyFileWaitsUntilSomethingIsWrittenIntoIt() throws {
    try bench.put("", "late.txt")
    try bench.put(bench.story(1), "a.txt")
    let watch = try bench.watch()
    try bench.wait(for: "the first file", watch) { bench.lines("out/all.jsonl") == 1 }
    try bench.put(bench.story(2), "b.txt")
    try bench.wait(for: "another file", watch) { bench.lines("out/all.jsonl") == 2 }
    try bench.copydesk.write(bench.story(3), to: "in/late.txt")
    try bench.age("in/late.txt")
    try bench.wait(for: "the late file", watch) { bench.lines("out/all.jsonl") == 3 }
    #expect(watch.stop() == 0)
    #expect(try bench.ids("out/all.jsonl") == ["a.txt", "b.txt", "late.txt"])
    #expect(!watch.said.contains("has changed"), "\(watch.said)")
  }

  @Test func whatChangesOrGoesAfterItWasReadIsNotReadAgain() throws {
    try bench.put(bench.story(1), "a.txt")
    try bench.put(bench.story(2), "b.txt")
    let watch = try bench.watch()
    try bench.wait(for: "the first files", watch) { bench.lines("out/all.jsonl") == 2 }
    try bench.copydesk.write(bench.story(9), to: "in/.a")
    #expect(rename(bench.copydesk.folder + "/in/.a", bench.copydesk.folder + "/in/a.txt") == 0)
    try FileManager.default.removeItem(atPath: bench.copydesk.folder + "/in/b.txt")
    try bench.wait(for: "the notice", watch) { watch.said.contains("has changed since it was read") }
    try bench.put(bench.story(3), "c.txt")
    try bench.wait(for: "another file", watch) { bench.lines("out/all.jsonl") == 3 }
    #expect(watch.stop() == 0)
    #expect(try bench.ids("out/all.jsonl") == ["a.txt", "b.txt", "c.txt"])
    #expect(watch.said.components(separatedBy: "has changed since").count == 2, "\(watch.said)")
  }

  @Test func whatHasANameThatCannotBeAnIDIsToldAndTakenUnderAnotherOne() throws {
    let folder = bench.copydesk.folder + "/in/"
    try bench.put(bench.story(1), "a.txt")
    let odd = folder.utf8CString.dropLast() + [CChar(bitPattern: 0xFF)] + ".txt".utf8CString
    #expect(rename(folder + "a.txt", Array(odd)) == 0)
    let watch = try bench.watch()
    try bench.wait(for: "the notice", watch) { watch.said.contains("the name is not UTF-8") }
    #expect(rename(Array(odd), folder + "b.txt") == 0)
    try bench.wait(for: "the file", watch) { bench.lines("out/all.jsonl") == 1 }
    #expect(watch.stop() == 0)
    #expect(try bench.ids("out/all.jsonl") == ["b.txt"])
  }

  @Test(.enabled(if: Copydesk.barred != nil, "the permissions of files do not hold here"))
  func whatCannotBeReadIsToldAndTakenLater() throws {
    try bench.put(bench.story(1), "a.txt")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: bench.copydesk.folder + "/in/a.txt")
    let watch = try bench.watch(isBarred: true)
    try bench.wait(for: "the notice", watch) { watch.said.contains("\"in/a.txt\": cannot read the file: ") }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: bench.copydesk.folder + "/in/a.txt")
    try bench.wait(for: "the file", watch) { bench.lines("out/all.jsonl") == 1 }
    #expect(watch.stop() == 0)
  }

  @Test func aFolderThatVanishesIsWaitedFor() throws {
    try bench.put(bench.story(1), "a.txt")
    let watch = try bench.watch()
    try bench.wait(for: "the first file", watch) { bench.lines("out/all.jsonl") == 1 }
    let root = bench.copydesk.folder
    try FileManager.default.moveItem(atPath: "\(root)/in", toPath: "\(root)/away")
    try bench.wait(for: "the notice", watch) { watch.said.contains("\"in\": cannot read the folder: ") }
    try bench.copydesk.write(bench.story(2), to: "away/b.txt")
    try FileManager.default.moveItem(atPath: "\(root)/away", toPath: "\(root)/in")
    try bench.wait(for: "the second file", watch) { bench.lines("out/all.jsonl") == 2 }
    #expect(watch.stop() == 0)
    #expect(watch.said.contains("\"in\" can be read again"), "\(watch.said)")
  }

  // MARK: Remembering

  @Test func stagesRememberOverLooksAndRestartsWhatIsGone() throws {
    try bench.put(bench.story(1), "a.txt")
    try bench.put(bench.story(2), "b.txt")
    let first = try bench.watch()
    try bench.wait(for: "the first files", first) { bench.lines("out/all.jsonl") == 2 }
    try bench.put(bench.story(1), "c.txt")
    try bench.wait(for: "the repeat", first) { bench.lines("out/all.rejects.jsonl") == 1 }
    _ = first.stop(SIGKILL)
    for name in ["a.txt", "b.txt", "c.txt"] {
      try FileManager.default.removeItem(atPath: "\(bench.copydesk.folder)/in/\(name)")
    }
    try bench.put(bench.story(2), "d.txt")
    try bench.put(bench.story(3), "e.txt")
    let second = try bench.watch()
    try bench.wait(for: "the rest", second) { bench.lines("out/all.jsonl") == 5 }
    #expect(second.stop() == 0)
    #expect(try bench.ids("out/news.jsonl") == ["a.txt", "b.txt", "e.txt"])
    #expect(try bench.ids("out/all.rejects.jsonl") == ["c.txt", "d.txt"])
    // The line under every story goes, as it was in two documents before.
    let texts = try bench.copydesk.records("out/news.jsonl").compactMap { $0["text"] as? String }
    #expect(texts.map { $0.contains("Share this story") } == [true, true, false])
    let why = try bench.copydesk.run("why", "out/news.jsonl", "d.txt")
    #expect(why.output.contains("b.txt"), "\(why)")
  }
}
