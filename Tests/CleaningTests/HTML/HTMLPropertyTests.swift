import Copydesk
import Testing

@testable import Cleaning

/// What must hold for any input, on inputs put together at random from markup and from bytes.
@Suite("HTML properties")
struct HTMLPropertyTests {
  private static let scraps = [
    "<", ">", "</", "/>", "<!--", "-->", "--!>", "<!", "<?", "&", "&amp;", "&notin", "&#x41;", "&#", ";", "=",
    "\"",
    "'", " ", "\n", "\r\n", "\0", "a", "é", "語", "😀", "<p>", "</p>", "<b>", "</b>", "<a href='",
    "<div class=x>",
    "</div>", "<table>", "<tr>", "<td>", "</table>", "<li>", "<ul>", "</ul>", "<script>", "</script>",
    "<style>",
    "</style>", "<title>", "</title>", "<svg>", "</svg>", "<foreignObject>", "<![CDATA[", "]]>", "<template>",
    "</template>", "<select>", "<option>", "</select>", "<body>", "</body>", "<html lang=de>", "<head>",
    "</head>",
    "<form>", "</form>", "<noscript>", "</noscript>", "<textarea>", "</textarea>", "<x-y>", "</x-y>", "<br/>",
    "-",
  ]

  private static func input(_ seed: UInt64) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0..<120, using: &generator) {
      if Int.random(in: 0..<12, using: &generator) == 0 {
        bytes.append(UInt8.random(in: .min ... .max, using: &generator))
      } else if let scrap = scraps.randomElement(using: &generator) {
        bytes += scrap.utf8
      }
    }
    return Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  @Test func `the ranges of the tokens cover the input without gaps`() {
    for seed in 0..<2_000 {
      let bytes = Self.input(UInt64(seed))
      var end = 0
      for token in HTMLTokenizer.tokens(of: bytes) {
        #expect(token.start == end && token.end > end, "seed \(seed)")
        #expect(token.start <= token.contentStart && token.contentStart <= token.contentEnd, "seed \(seed)")
        #expect(token.contentEnd <= token.end, "seed \(seed)")
        end = token.end
      }
      #expect(end == bytes.count, "seed \(seed)")
    }
  }

  @Test func `the tree keeps document order, nests its extents and covers each byte of text once`() {
    for seed in 0..<2_000 {
      let document = HTMLDocument(parsing: Self.input(UInt64(seed)))
      var order: [NodeID] = []
      func walk(_ node: NodeID) {
        order.append(node)
        document.children(of: node).forEach(walk)
      }
      walk(document.root)
      #expect(order == document.nodes.indices.map { NodeID($0) }, "seed \(seed)")
      var textEnd = 0
      for node in order where document.kind(of: node) != .element {
        #expect(document.sourceRange(of: node).lowerBound >= textEnd, "seed \(seed)")
        textEnd = document.sourceRange(of: node).upperBound
      }
      for node in order.dropFirst() {
        guard let parent = document.parent(of: node) else { continue }
        let (inner, outer) = (document.extent(of: node), document.extent(of: parent))
        #expect(inner.lowerBound >= outer.lowerBound && inner.upperBound <= outer.upperBound, "seed \(seed)")
      }
    }
  }

  @Test func `the pieces of a text cover its range and each piece decodes to itself`() {
    for seed in 0..<2_000 {
      let document = HTMLDocument(parsing: Self.input(UInt64(seed)))
      for node in document.nodes.indices.map({ NodeID($0) }) where document.kind(of: node) != .element {
        let range = document.sourceRange(of: node)
        var end = range.lowerBound
        var text: [UInt8] = []
        document.forEachPiece(of: node) { piece in
          switch piece {
          case .verbatim(let run):
            #expect(run.lowerBound == end && !run.isEmpty, "seed \(seed)")
            text += document.bytes[run]
            end = run.upperBound
          case .decoded(let value, let run):
            #expect(run.lowerBound == end && !run.isEmpty, "seed \(seed)")
            var decoded: [UInt8] = []
            value.forEachByte { decoded.append($0) }
            let mode: HTMLCharacters.Mode = document.kind(of: node) == .rawText ? .raw : .text
            let alone = document.bytes.withUnsafeBufferPointer {
              HTMLCharacters.decode(run, in: $0, mode: mode)
            }
            #expect(decoded == alone, "seed \(seed)")
            text += decoded
            end = run.upperBound
          }
        }
        #expect(end == range.upperBound, "seed \(seed)")
        #expect(String(decoding: text, as: UTF8.self) == document.textContent(of: node), "seed \(seed)")
      }
    }
  }

  @Test func `random bytes are parsed to the end`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let raw = (0..<400).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      let document = HTMLDocument(parsing: Array(String(decoding: raw, as: UTF8.self).utf8))
      #expect(document.nodes.count >= 3)
    }
  }
}
