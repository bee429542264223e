import Copydesk
import Testing

@testable import External

/// Properties of edits, on texts and changes made by chance.
@Suite struct ExternalTextTests {
  private static let pieces = ["a", "ö", "🚢", "\n", "word ", "\n\n", "e\u{301}", "The end.\n"]

  private func text(_ random: inout SystemRandomNumberGenerator, _ count: Int) -> String {
    (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
  }

  @Test func theDifferenceMakesTheNewTextAndWhatStayedLeadsBack() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<600 {
      let old = text(&random, Int.random(in: 0...30, using: &random))
      var lines = old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let place = Int.random(in: 0...lines.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: lines.insert(text(&random, 2), at: place)
        case 1 where place < lines.count: lines.remove(at: place)
        default: if place < lines.count { lines[place] += text(&random, 1) }
        }
      }
      let new = lines.joined(separator: "\n")
      var document = Document(old)
      let edits = TextDifference.edits(from: document.text, to: Array(new.utf8), rule: "rewritten")
      document.make(edits)
      #expect(document.text.utf8 == Array(new.utf8), "\(old.debugDescription) → \(new.debugDescription)")
      // Byte by byte: where the source span is one byte long it is the same byte, or one that an edit made.
      let changed = edits.reduce(0) { $0 + $1.replacement.utf8.count }
      let kept = (0..<document.text.count).count { offset in
        let source = document.text.source(of: Span(offset, offset + 1))
        return source.count == 1 && document.source.bytes[source.start] == document.text.utf8[offset]
      }
      #expect(kept >= document.text.count - changed)
    }
  }

  @Test func aLineThatIsNewInTheMiddleIsOneEdit() {
    let old = Text("one\ntwo\nthree\nfour\n")
    let edits = TextDifference.edits(from: old, to: Array("one\ntwo\nnew\nthree\nfour\n".utf8), rule: "r")
    #expect(edits == [TextEdit(span: Span(8, 8), replacement: "new\n", rule: "r")])
  }

  @Test func offsetsInScalarsAndInBytesAreEachOthersInverse() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let text = Text(text(&random, Int.random(in: 0...200, using: &random)))
      let bytes = ByteOffsets(text)
      let scalars = ScalarOffsets(text)
      #expect(bytes.count == text.string.unicodeScalars.count)
      for scalar in 0...bytes.count { #expect(bytes[scalar].map { scalars[$0] } == scalar) }
      #expect(bytes[bytes.count + 1] == nil && bytes[-1] == nil)
      #expect(bytes[bytes.count] == text.count)
    }
  }
}
