import Copydesk
import Testing

@testable import Cleaning

struct LineFoldingTests {
  private static let blanks: Set<Character> = [" ", "\t", "\n", "\u{A0}"]

  /// The same, without an eye to speed: lower case, rows of blanks as one, none at the start.
  private static func folded(_ line: String) -> (text: String, words: Int) {
    let words = line.split { blanks.contains($0) }
    let isOpen = line.last.map(blanks.contains) ?? false
    let text = words.map { $0.lowercased().replacing("’", with: "'") }.joined(separator: " ")
    return (text + (isOpen && !words.isEmpty ? " " : ""), words.count)
  }

  @Test(arguments: [9, 11, 13, 19])
  func aLineIsFoldedEightBytesAtATimeAsByteByByte(kinds: Int) {
    var random = SeededGenerator(seed: 9)
    let pieces = [
      "a", "Z", "@", "[", "`", "{", "~", "0", ".", " ", " ", "  ", "\t", "\n", "\u{A0}", "É", "’", "Word",
      "文",
    ]
    for _ in 0..<300 {
      let length = Int.random(in: 0..<60, using: &random)
      let line = (0..<length).map { _ in pieces[Int.random(in: 0..<kinds, using: &random)] }.joined()
      let bytes = Array(line.utf8)
      var (written, words) = (0, 0)
      let room = [UInt8](unsafeUninitializedCapacity: bytes.count) { room, count in
        words = bytes.withUnsafeBufferPointer {
          LineShape.fold(Span(0, bytes.count), in: $0, to: room, &written)
        }
        count = written
      }
      let wanted = Self.folded(line)
      #expect(String(decoding: room, as: UTF8.self) == wanted.text)
      #expect(words == wanted.words)
    }
  }
}
