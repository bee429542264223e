import Copydesk
import Testing

@Suite struct TokenizerTests {
  private func tokens(_ string: String) -> [String] {
    let text = Text(string)
    return text.tokens.map { text[$0.span] }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func wordsAreCountedNoFurtherThanIsAsked(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let string = generator.newsLikeText()
    let all = Text(string).wordCount
    for limit in 0...(all + 2) {
      let text = Text(string)
      #expect(text.wordCount(upTo: limit) == min(all, limit))
      // Once the words are known they are taken from there.
      _ = text.tokens
      #expect(text.wordCount(upTo: limit) == min(all, limit))
    }
    #expect(Text(string).wordCount(upTo: .max) == all)
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func aWordIsTheSameWhereverItEnds(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let letters = Array("abcxyzABCXYZ".unicodeScalars)
    let word = String(
      String.UnicodeScalarView(
        (0..<Int.random(in: 1...30, using: &generator)).map { _ in
          letters[Int.random(in: 0..<letters.count, using: &generator)]
        }))
    let alone = Text(word).tokens[0]
    // What is no capital belongs to what is written together then.
    let notAllCaps = alone.traits.subtracting(.allCaps)
    let rests: [(rest: String, bytesInWord: Int, traits: Token.Traits)] = [
      (" ", 0, alone.traits), (" and the harbour", 0, alone.traits), (", it", 0, alone.traits),
      ("[", 0, alone.traits), ("{", 0, alone.traits), ("@", 0, alone.traits), ("`", 0, alone.traits),
      ("文", 0, alone.traits), ("1", 1, alone.traits), ("\u{80}", 0, alone.traits),
      ("\u{9F}", 0, alone.traits), ("'s tram", 0, alone.traits), ("’S tram", 0, alone.traits),
      ("é", 2, notAllCaps), ("-free zone", 5, notAllCaps),
    ]
    for (rest, bytesInWord, traits) in rests {
      let token = Text(word + rest).tokens[0]
      #expect(token.start == 0 && token.end == word.utf8.count + bytesInWord, "\(word + rest)")
      #expect(token.kind == .word && token.traits == traits, "\(word + rest)")
    }
    // Enough bytes behind the word, or too few to see eight at once: the same is seen.
    for count in 0...10 {
      #expect(Text(word + String(repeating: " ", count: count)).tokens == [alone])
    }
    let upper = word.unicodeScalars.count { ("A"..."Z").contains($0) }
    #expect(alone.traits.contains(.allCaps) == (upper >= 2 && upper == word.count))
    #expect(alone.isCapitalised == (word.first?.isUppercase ?? false))
  }

  @Test func aPossessiveEndingIsATokenOfItsOwn() {
    #expect(tokens("Syria's troops") == ["Syria", "'s", "troops"])
    #expect(tokens("Syria’s troops") == ["Syria", "’s", "troops"])
  }

  @Test(arguments: ["NATO's", "NATO’s", "NATO'S", "MI6's"])
  func capitalsBeforeAPossessiveEndingAreSeen(_ string: String) {
    let tokens = Text(string + " ships").tokens
    #expect(tokens[0].traits.contains([.capitalised, .allCaps]))
    #expect(tokens[1].traits == .possessive)
    for word in ["Nato's", "A's"] { #expect(!Text(word).tokens[0].traits.contains(.allCaps)) }
  }

  @Test func aControlCharacterIsNoLetter() {
    #expect(tokens("the \u{93}quay\u{94} \u{96} it") == ["the", "\u{93}", "quay", "\u{94}", "\u{96}", "it"])
    #expect(Text("\u{80} \u{9F}\u{85}").wordCount == 0)
  }

  @Test func abbreviationsKeepTheirPeriod() {
    #expect(tokens("Mr. Lee of the U.S. left.") == ["Mr.", "Lee", "of", "the", "U.S.", "left", "."])
    #expect(tokens("No. 4 or no.") == ["No.", "4", "or", "no", "."])
    #expect(tokens("J. R. Okafor") == ["J.", "R.", "Okafor"])
  }

  @Test func hyphensAndApostrophesJoinAWord() {
    #expect(tokens("al-Assad doesn't rock'n'roll") == ["al-Assad", "doesn't", "rock'n'roll"])
    #expect(tokens("AT&T and R & D") == ["AT&T", "and", "R", "&", "D"])
  }

  @Test func numbersStayWhole() {
    #expect(
      tokens("1,234.5 at 10:30 on 2018-04-23, 5th") == [
        "1,234.5", "at", "10:30", "on", "2018-04-23", ",", "5th",
      ])
    #expect(tokens("$3.5m, 12%") == ["$", "3.5m", ",", "12", "%"])
  }

  @Test func webAddressesStayWhole() {
    #expect(
      tokens("see https://a.org/b?c=1. And mail me@x.org.") == [
        "see", "https://a.org/b?c=1", ".", "And", "mail", "me@x.org", ".",
      ])
  }

  @Test func ideographsAreATokenEach() {
    #expect(tokens("東京 is big") == ["東", "京", "is", "big"])
  }

  @Test func traitsTellCaseAndPlace() {
    let text = Text("UN troops\nLeft.\n\nÉric stayed")
    let tokens = text.tokens
    #expect(tokens[0].traits.contains([.capitalised, .allCaps, .afterBlankLine]))
    #expect(tokens[1].traits == .afterSpace)
    #expect(tokens[2].traits.contains([.capitalised, .afterNewline]))
    #expect(!tokens[2].traits.contains(.afterBlankLine))
    #expect(tokens[4].traits.contains([.capitalised, .afterBlankLine]))
  }

  @Test func tokensAreInOrderInsideTheTextAndNeverEmpty() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<500 {
      let text = Text(random.newsLikeText())
      var last = 0
      for token in text.tokens {
        #expect(token.start >= last)
        #expect(token.end > token.start)
        #expect(String(validating: text.utf8[token.span.range], as: UTF8.self) != nil)
        last = token.end
      }
      #expect(last <= text.count)
    }
  }

  @Test func whatIsNotATokenIsBlankOrAMark() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<300 {
      let text = Text(random.newsLikeText())
      var uncovered = text.utf8
      for token in text.tokens { for index in token.span.range { uncovered[index] = 0x20 } }
      let rest = String(decoding: uncovered, as: UTF8.self)
      let isBlank = rest.unicodeScalars.allSatisfy {
        $0.properties.isWhitespace || $0.properties.generalCategory == .nonspacingMark || $0.value == 0x200B
          || $0.value == 0xFE0F
      }
      #expect(isBlank, "left over: \(rest)")
    }
  }
}
