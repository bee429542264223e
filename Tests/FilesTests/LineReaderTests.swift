import Copydesk
import Foundation
import Testing

@testable import Files

struct LineReaderTests {
  private func lines(_ path: String, block: Int, line: Int = 1 << 30) throws -> [LineReader.Line] {
    var reader = try LineReader(path, limits: ReadingLimits(block: block, line: line))
    var lines: [LineReader.Line] = []
    while let line = try reader.next() { lines.append(line) }
    return lines
  }

  @Test func theLinesAreTheSameWhateverTheBlock() throws {
    var random = SeededGenerator(seed: 3)
    let folder = try TemporaryFolder()
    for _ in 0..<40 {
      let text = random.text(of: ["a", "bc", "\n", "\r\n", "", "0123456789"], upTo: 60)
      let path = try folder.write(text, to: "lines")
      let bytes = Array(text.utf8)
      var expected = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      if expected.last?.isEmpty ?? false { expected.removeLast() }
      for block in [1, 2, 7, 64, 1000] {
        let found = try lines(path, block: block)
        #expect(found.map { $0.bytes.map(Array.init) } == expected.map(Array.init))
        #expect(found.allSatisfy { Array(bytes[$0.start..<$0.start + $0.count]) == $0.bytes.map(Array.init) })
      }
    }
  }

  @Test func aLineBeyondTheLimitIsPassedOverAndTheRestIsRead() throws {
    var random = SeededGenerator(seed: 4)
    let folder = try TemporaryFolder()
    for _ in 0..<40 {
      let text = random.text(of: ["a", "bbb", "\n", "0123456789"], upTo: 30)
      let path = try folder.write(text, to: "lines")
      let whole = try lines(path, block: 1000)
      for block in [1, 3, 8, 1000] {
        let found = try lines(path, block: block, line: 8)
        #expect(found.map(\.start) == whole.map(\.start) && found.map(\.count) == whole.map(\.count))
        #expect(
          found.map { $0.bytes.map(Array.init) }
            == whole.map { $0.count > 8 ? nil : $0.bytes.map(Array.init) })
      }
    }
  }

  @Test func blankLinesAreNoRecordsAndOneTooLongIsAFailure() throws {
    let folder = try TemporaryFolder([
      "a.jsonl": "\n  \t\r\n{\"text\":\"x\"}\r\n\n\(String(repeating: "y", count: 99))\n{}"
    ])
    var small = try source()
    small.limits = ReadingLimits(block: 16, line: 40)
    let items = try small.items([folder.path])
    #expect(items.map(\.id) == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#3"])
    #expect(items.map { $0.failure?.code } == [nil, .tooLarge, nil])
    #expect(items.map(\.span) == [Span(6, 18), Span(21, 120), Span(121, 123)])
  }

  @Test func aByteOrderMarkIsNoPartOfTheFirstRecord() throws {
    let folder = try TemporaryFolder([
      "a.jsonl": "\u{FEFF}{\"text\":\"x\"}\n", "b.jsonl": "\u{FEFF}\n{\"text\":\"y\"}",
    ])
    var small = try source()
    small.limits.block = 1
    #expect(try small.documents([folder.path]).map(\.source.span) == [Span(3, 15), Span(4, 16)])
  }

  @Test func recordsOfOneBlockShareItsBytes() throws {
    let folder = try TemporaryFolder(["a.jsonl": "{\"text\":\"x\"}\n{\"text\":\"y\"}\n"])
    let items = try source().items([folder.path])
    // The second slice goes on where the first ended: nothing was copied.
    #expect(items.map { $0.bytes?.startIndex } == [0, 13])
  }

  @Test func aPipeIsReadAsItFills() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { close(ends[0]) }
    var reader = try LineReader("/dev/fd/\(ends[0])", limits: ReadingLimits())
    #expect(write(ends[1], "one\ntw", 6) == 6)
    // A reader that wants more waits for ever, as the other end is open; then the test closes it, and fails.
    let end = ends[1]
    let rescue = DispatchWorkItem { close(end) }
    DispatchQueue.global().asyncAfter(deadline: .now() + 10, execute: rescue)
    #expect(try reader.next()?.bytes.map { Array($0) } == Array("one".utf8))
    rescue.cancel()
    #expect(write(ends[1], "o", 1) == 1)
    close(ends[1])
    #expect(try reader.next()?.bytes.map { Array($0) } == Array("two".utf8))
    #expect(try reader.next() == nil)
  }
}

/// Standard input is the process's one and only, so these do not run beside each other.
@Suite(.serialized) struct StandardInputTests {
  /// Runs `body` while standard input is a file with this text.
  private func withInput<Value>(_ text: String, _ body: () throws -> Value) throws -> Value {
    let folder = try TemporaryFolder(["in": text])
    let before = dup(STDIN_FILENO)
    let file = open(folder["in"], O_RDONLY)
    dup2(file, STDIN_FILENO)
    close(file)
    defer {
      dup2(before, STDIN_FILENO)
      close(before)
    }
    return try body()
  }

  @Test func itIsJSONLinesByDefault() throws {
    let documents = try withInput("{\"text\":\"x\"}\n\n{\"text\":\"y\",\"id\":\"n\"}") {
      try source().documents(["-"])
    }
    #expect(documents.map(\.id) == ["stdin#1", "n"])
    #expect(documents.map(\.source.path) == ["-", "-"])
    #expect(documents.map(\.source.span) == [Span(0, 12), Span(14, 35)])
  }

  @Test func itIsOneDocumentInAnyOtherFormat() throws {
    let documents = try withInput("{\"text\":\"x\"}\n# y") {
      try source { $0.format = .markdown }.documents(["-"])
    }
    #expect(documents.map(\.id) == ["stdin"])
    #expect(documents.map(\.text.string) == ["{\"text\":\"x\"}\n# y"])
    #expect(documents.map(\.source.format) == [.markdown])
  }
}
