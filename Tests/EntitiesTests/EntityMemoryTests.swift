import Copydesk
import Testing

@testable import Entities

@Suite struct EntityMemoryTests {
  private static let pieces = """
    President Bashar al-Assad Assad Syrian U.S. Ministry of Health the and for Bank plc & J. R. Okafor said , . ( )
    SOHR WHO March 5 23 2018 155,221 10:30 $ € 3.5 million pct % - ’s 's Valley van in near Jordan Smith Świątek 東京
    "quoted" half a-very-long-word-that-no-key-holds Internationalisation www.a.example x@y.example THE BANK OF SPAIN
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private static func randomText(_ generator: inout SeededGenerator) -> Text {
    let separators = [" ", " ", " ", " ", ". ", "\n\n"]
    let text = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
      // Numbers make words that come once.
      let piece =
        Bool.random(using: &generator)
        ? pieces.randomElement(using: &generator) ?? "" : "W\(generator.next() % 400)"
      return piece + (separators.randomElement(using: &generator) ?? "")
    }
    return Text(text.joined())
  }

  /// Few words fit, so that words are left out, and all are forgotten again and again.
  @Test(arguments: [8, 200, 1 << 15])
  func whatIsKeptChangesNoName(capacity: Int) throws {
    let model = try #require(ShippedWeights.model)
    var generator = SeededGenerator(seed: 21)
    var memory = EntityMemory(clusters: model.clusters, capacity: capacity)
    for _ in 0..<150 {
      let text = Self.randomText(&generator)
      let sentences = text.sentences.map(\.tokens)
      text.utf8.withUnsafeBufferPointer { bytes in
        let document = memory.words(of: text.tokens, in: bytes)
        let kept = model.names(
          in: document.names, document.words, sentences, withConfidence: true, &memory)
        let view = NameTokens(bytes, text.tokens, NameLexicon.shared.words)
        let anew = model.names(in: view, sentences, withConfidence: true)
        #expect(kept == anew, "\(text)")
      }
    }
  }

  @Test(arguments: [8, 200, 1 << 15])
  func whatIsKeptOfAWordIsWhatItIs(capacity: Int) throws {
    var generator = SeededGenerator(seed: 22)
    var memory = EntityMemory(clusters: ShippedWeights.clusters, capacity: capacity)
    for _ in 0..<100 {
      let text = Self.randomText(&generator)
      text.utf8.withUnsafeBufferPointer { bytes in
        let document = memory.words(of: text.tokens, in: bytes)
        let view = NameTokens(bytes, text.tokens, NameLexicon.shared.words)
        #expect(document.names.hashes == view.hashes && document.names.classes == view.classes)
        let figures = FigureTokens(bytes: bytes, tokens: text.tokens)
        #expect(document.figures.marks.map(\.rawValue) == figures.marks.map(\.rawValue))
        for (token, word) in zip(text.tokens, document.words) {
          let type = WordType(token, bytes, NameLexicon.shared.words, ShippedWeights.clusters)
          #expect(word.kin == type.kin && word.shape == type.shape && word.folded == type.folded)
        }
        #expect(memory.types.count <= capacity)
      }
    }
  }

  @Test func wordsHaveOneKeyOnlyIfTheyAreTheSame() {
    // The second has the first, the end of the text, behind it; of the others the eighth and sixteenth bytes differ.
    let words = ["a", "a\0", "abcdefg", "abcdefgh", "abcdefghi", "abcdefghijklmnop", "abcdefghijklmnoq", "A"]
    for end in ["", " and so on, and on, and on"] {
      let keys = words.map { word in
        let bytes = Array((word + end).utf8)
        return bytes.withUnsafeBufferPointer { bytes in
          WordKey(Token(given: Span(0, word.utf8.count), in: bytes), bytes)
        }
      }
      for (index, key) in keys.enumerated() {
        #expect(key != nil)
        for other in keys[..<index] { #expect(other != key) }
      }
    }
    for word in words {
      let alone = Array(word.utf8)
      let within = Array((word + " and more than sixteen bytes").utf8)
      let span = Span(0, word.utf8.count)
      let first = alone.withUnsafeBufferPointer { WordKey(Token(given: span, in: $0), $0) }
      let second = within.withUnsafeBufferPointer { WordKey(Token(given: span, in: $0), $0) }
      #expect(first == second && first?.hash == second?.hash)
    }
    let long = Array("abcdefghijklmnopq".utf8)
    long.withUnsafeBufferPointer { #expect(WordKey(Token(given: Span(0, 17), in: $0), $0) == nil) }
  }
}
