import Copydesk
import Testing

@testable import Summaries

@Suite struct WordKeysTests {
  private func key(_ word: String, before: String = "", after: String = "") -> UInt64 {
    let bytes = Array((before + word + after).utf8)
    let start = before.utf8.count
    return bytes.withUnsafeBufferPointer { WordKeys.key($0, start, start + word.utf8.count) }
  }

  private func hash(_ word: String) -> UInt64 {
    Array(word.utf8).withUnsafeBufferPointer { CaseFolding.hash($0) }
  }

  @Test func wordsHaveOneKeyWhereTheyAreOneWithoutRegardToCase() {
    let words = [
      "don't", "don’t", "DON’T", "Don't", "dont", "École", "école", "ecole", "harbour", "HARBOUR", "harbours",
      "a",
      "A", "i", "International", "internationally", "INTERNATIONAL", "kelvin", "\u{212A}elvin", "12345678",
      "123456789",
      "[bracket", "{bracket", "state-owned", "STATE-OWNED", "ab", "aB", "a\0", "文", "文文文",
    ]
    for one in words {
      for other in words {
        #expect((key(one) == key(other)) == (hash(one) == hash(other)), "\(one) and \(other)")
      }
    }
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func whatStandsAroundAWordChangesNothing(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let letters = Array("abzABZ09'-é".map(String.init))
    let word = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
      letters[Int.random(in: 0..<letters.count, using: &generator)]
    }.joined()
    for after in ["", " ", " it is", "é and what follows", "xxxxxxxxxxxxxxxxxxxx"] {
      #expect(key(word, before: "é. ", after: after) == key(word))
    }
    #expect(key(word) == key(word.uppercased()))
    #expect(key(word + "x") != key(word))
  }

  @Test func stopWordsAreFoundAndOthersAreNot() {
    for word in ["the", "The", "AGAINST", "don't", "don’t"] {
      #expect(StopWords.english.contains(key(word)), "\(word)")
    }
    for word in ["harbour", "th", "thee", "aga", "don", "0"] {
      #expect(!StopWords.english.contains(key(word)), "\(word)")
    }
  }
}
