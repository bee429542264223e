import Foundation
import Testing

@testable import Copydesk

@Suite struct FileLinesTests {
  private func lines(_ text: String) throws -> [(number: Int, line: String)] {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("lines-\(UUID().uuidString)")
      .path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    var file = try FileLines(path)
    var found: [(Int, String)] = []
    while let line = try file.next() { found.append((file.number, String(decoding: line, as: UTF8.self))) }
    return found
  }

  @Test func emptyLinesAreCountedButNotGiven() throws {
    let found = try lines("a\n\nb\n\n\nc")
    #expect(found.map(\.line) == ["a", "b", "c"])
    #expect(found.map(\.number) == [1, 3, 6])
  }

  @Test(arguments: ["", "\n", "\n\n\n"]) func aFileOfNothingHasNoLines(_ text: String) throws {
    #expect(try lines(text).isEmpty)
  }

  @Test func linesMayBeLongerThanWhatIsReadAtOnce() throws {
    var random = SeededGenerator(seed: 3)
    let wanted =
      (0..<40).map { number in
        String(repeating: "\(number % 10)", count: Int.random(in: 1...60_000, using: &random))
      } + [String(repeating: "x", count: 1_000_000), "end"]
    let found = try lines(wanted.joined(separator: "\n") + "\n")
    let isSame = found.map(\.line) == wanted
    #expect(isSame)
  }

  @Test func aFileThatIsNotThereIsAnErrorThatNamesIt() {
    let error = #expect(throws: CopydeskError.self) { try FileLines("/nowhere/at/all.jsonl") }
    #expect(error?.description.contains("/nowhere/at/all.jsonl") == true)
  }
}
