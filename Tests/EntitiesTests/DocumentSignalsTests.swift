import Copydesk
import Testing

@testable import Entities

@Suite struct DocumentSignalsTests {
  /// What is told of the words of a text that have a capital, by word.
  private func signals(_ string: String) -> [String: DocumentSignals.Signals] {
    let text = Text(string)
    let sentences = text.sentences.map(\.tokens)
    return text.utf8.withUnsafeBufferPointer { bytes in
      let names = NameTokens(bytes, text.tokens, NameLexicon.shared.words)
      let view = ModelWords(names, sentences: sentences, clusters: nil)
      var told: [String: DocumentSignals.Signals] = [:]
      for (token, word) in zip(text.tokens, view.words) where word.classes.contains(.cased) {
        let spelling = text[token.span]
        #expect(
          told[spelling] == nil || told[spelling] == word.memory, "each place tells what all places tell")
        told[spelling] = word.memory
      }
      return told
    }
  }

  @Test(arguments: [
    ("He met President Zorvath on deck.", DocumentSignals.Signals.titled),
    ("They wrote to Bashar Zorvath at once.", .afterGivenName), ("But Zorvath said nothing of it.", .speaks),
    ("The crew lives in Zorvath these days.", .located), ("It was the spokesman Zorvath who rang.", .hasRole),
    ("They wrote to the Zorvath Party at once.", .organised),
    ("They wrote to the Zorvath at once.", .definite), ("They wrote to Zorvath at once.", .alone),
    ("They wrote to Zorvath Kelpwrack at once.", .opensRow),
    ("They wrote to Kelpwrack Zorvath at once.", .endsRow),
    ("They wrote to Kelpwrack ( Zorvath ) at once.", .bracketed),
    ("They wrote to Zorvath at once. It was a zorvath of old.", .small),
    ("They wrote to Zorvath at once.", .capitalInside),
  ])
  func aPlaceTellsOfTheWord(_ text: String, _ wanted: DocumentSignals.Signals) throws {
    #expect(try #require(signals(text)["Zorvath"]).contains(wanted))
  }

  @Test func whatOnePlaceTellsIsKnownAtAllPlaces() throws {
    let apart = signals("They wrote to Zorvath at once.\n\nNobody saw Zorvath again.")
    let together = signals("They wrote to President Zorvath at once.\n\nNobody saw Zorvath again.")
    #expect(try !#require(apart["Zorvath"]).contains(.titled))
    #expect(try #require(together["Zorvath"]).contains(.titled))
    // What stands behind a hyphen tells of the word without what is before it.
    #expect(
      try #require(signals("He met President al-Zorvath.\n\nThen Zorvath left.")["Zorvath"]).contains(.titled)
    )
  }

  /// The table has room for whatever a document holds, and no word's signals get to another one.
  @Test func manyWordsTellNothingOfEachOther() throws {
    var generator = SeededGenerator(seed: 79)
    let letters = Array("bcdfghjklm")
    func name(_ number: Int) -> String {
      "Zo" + String(number).map { String(letters[$0.wholeNumberValue ?? 0]) }.joined() + "x"
    }
    let forms = [
      "He met President # on deck.", "But # said nothing of it.", "They wrote to # at once.",
      "Nobody saw al-# again.",
      "They wrote to the # Party then.", "It was # of old, a small thing.",
    ]
    for count in [1, 3, 20, 700] {
      let sentences = (0..<count).map { number in
        forms[Int.random(in: 0..<forms.count, using: &generator)].replacing("#", with: name(number))
      }
      let all = signals(sentences.joined(separator: "\n\n"))
      for (number, sentence) in sentences.enumerated() {
        let alone = signals(sentence)
        for word in [name(number), "al-" + name(number)] { #expect(all[word] == alone[word], "\(sentence)") }
      }
    }
  }
}
