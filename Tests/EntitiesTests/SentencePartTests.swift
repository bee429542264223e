import Copydesk
import Testing

@testable import Entities

@Suite struct SentencePartTests {
  private static let pieces = "Assad Ministry UN the of said in , - 23 and".split(separator: " ").map(
    String.init)

  /// Calls `body` with the tokens of a random text, as one sentence.
  private func withRandomSentence(
    _ generator: inout SeededGenerator, _ body: (NameTokens, Range<Int>) -> Void
  ) {
    // A capital here and there.
    let words = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
      Self.pieces[Int.random(in: Int.random(in: 0...3, using: &generator)..<11, using: &generator)]
    }
    let text = Text(words.joined(separator: " "))
    text.utf8.withUnsafeBufferPointer { bytes in
      body(NameTokens(bytes, text.tokens, NameLexicon.shared.words), 0..<text.tokens.count)
    }
  }

  @Test func thePartsOfASentenceOfProseAreWhatStandsBesideItsCapitals() {
    var generator = SeededGenerator(seed: 5)
    var several = 0
    for _ in 0..<400 {
      withRandomSentence(&generator) { view, sentence in
        var parts: [SentencePart] = []
        SentencePart.append(of: sentence, .prose, in: view, isWhole: false, to: &parts)
        let read = parts.flatMap(\.tokens)
        #expect(read == Array(Set(read)).sorted(), "parts are in order and apart")
        let cased = sentence.filter { view.isCased($0) }
        guard sentence.count > 8, !cased.isEmpty else { return #expect(read == Array(sentence)) }
        let wanted = sentence.filter { index in cased.contains { index >= $0 - 3 && index <= $0 + 2 } }
        #expect(read == wanted)
        // What touches is one part, so that its labels are found together.
        for (part, next) in zip(parts, parts.dropFirst()) {
          #expect(part.tokens.upperBound < next.tokens.lowerBound)
        }
        if parts.count > 1 { several += 1 }
      }
    }
    #expect(several > 50)
  }

  @Test func headlinesAndSentencesThatAreReadWholeAreOnePart() {
    var generator = SeededGenerator(seed: 6)
    withRandomSentence(&generator) { view, sentence in
      for (style, isWhole) in [(SentenceCase.title, false), (.capitals, false), (.prose, true)] {
        var parts: [SentencePart] = []
        SentencePart.append(of: sentence, style, in: view, isWhole: isWhole, to: &parts)
        #expect(parts.map(\.tokens) == [sentence])
      }
    }
  }

  /// In a headline a capital tells nothing, but what stands below it in small letters does.
  @Test func whatSmallWordsTellIsToldOfAWordOfAHeadlineToo() {
    let text = Text("Finance Minister Sees Strong Growth Ahead\n\nThe bank saw strong growth, it said.")
    let sentences = text.sentences.map(\.tokens)
    text.utf8.withUnsafeBufferPointer { bytes in
      let view = NameTokens(bytes, text.tokens, NameLexicon.shared.words)
      let words = ModelWords(view, sentences: sentences, clusters: nil)
      #expect(words.styles == [.title, .prose])
      let told = words.words.prefix(6).map { $0.memory.contains(.small) }
      #expect(told == [false, false, false, true, true, false])
    }
  }
}
