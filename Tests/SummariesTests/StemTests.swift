import Copydesk
import Testing

@testable import Summaries

@Suite struct StemTests {
  private func stem(_ word: String) -> UInt64 { Array(word.utf8).withUnsafeBufferPointer { Stem.key($0) } }

  /// The key of the first word, which is read where the text goes on.
  private func stem(beginning text: String) -> UInt64? {
    let text = Text(text)
    return text.utf8.withUnsafeBufferPointer { Stem.key(text.tokens[0], $0) }
  }

  @Test(arguments: [
    ("running", "run"), ("planned", "plan"), ("harbours", "harbour"), ("companies", "company"),
    ("Recalling", "recall"),
  ])
  func formsOfAWordHaveOneKey(_ form: String, _ word: String) {
    #expect(stem(form) == stem(word))
    #expect(stem(beginning: form + " is") == stem(word))
  }

  /// U+0924 and U+0D75 end in two equal bytes of UTF-8, U+10410 in three.
  @Test(arguments: ["त", "\u{D75}", "\u{10410}", "é", "文"], ["s", "es", "ed", "ing", "S"])
  func aCharacterIsNeverCutInTwo(_ character: String, _ ending: String) {
    for beginning in ["a", "ab", "abc", character] {
      let word = beginning + character
      #expect(stem(word + ending) == stem(word), "\(word + ending)")
      #expect(stem(word + ending) != stem(beginning + "xx" + ending), "\(word + ending)")
      #expect(stem(beginning: word + ending + " तs") == stem(beginning: word + ending), "\(word + ending)")
    }
  }
}
