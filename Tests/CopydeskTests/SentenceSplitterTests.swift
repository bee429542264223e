import Copydesk
import Testing

/// Each case is one paragraph with `|` where a sentence must end.
@Suite struct SentenceSplitterTests {
  @Test(
    arguments: [
      "The army advanced on Monday.| Rebels withdrew.",
      "The U.S. Army said it had no comment.| It left at 5 p.m. on Friday.",
      "He lives in the U.S.| He was born in Damascus.",
      "Mr. Smith met Dr. J. R. Okafor on Jan. 5 in St. Louis.| They talked.",
      "Growth was 3.5 percent in the year.| It had been 2.1.",
      "\"We will win,\" he said.| \"They will lose.\"| He smiled.",
      "“Why now?” she asked.| Nobody knew.",
      "“It is over.”| Smith said nothing was left.",
      "Wait... there is more.| Then it stopped…| The end came.",
      "Acme Inc. reported a loss.| The shares of Acme Inc. fell by a tenth.",
      "They work for Acme Inc.| The firm is based in Ohio.",
      "It was No. 4 on the list.| Was it?| No!",
      "The lost blank.|The next sentence starts here.",
      "Lorn Mining (ticker: LRN.O) and Vale (VALE.DE) fell.| They rose in the EU.|The rest did not.",
      "Turnout was 48 percent.¹²| It was 10⁹ litres.³⁴| The end.",
      "See example.com for more.| It is free.",
      "He scored (again.)| The crowd rose.",
      "The meeting is at 10:30 a.m.| The doors open at nine.",
      "Prices rose, e.g. Bread by half.| Wages did not.",
      "彼は行った。|私は残った。",
      "Gen. Lee, Sen. Park and Gov. Hill agreed.| So did I.| You did not.",
      "DULUTH, Minn. — The city gave up.| It paid.",
      "ALMA, Que. -- The mill starts again.| Good.",
      "“We came.| We saw.”| They left.",
    ])
  func sentencesEndWhereAReaderWouldEndThem(_ marked: String) {
    let text = Text(marked.replacing("|", with: ""))
    let found = text.sentences.map { text[$0.span] }
    let wanted = marked.split(separator: "|").map { $0.trimmed }
    #expect(found == wanted)
  }

  @Test func aBlankLineEndsASentenceWithoutAMark() {
    let text = Text("Headline without a stop\n\nThe first paragraph. It has two sentences.\n\nThe second")
    #expect(text.sentences.map(\.startsParagraph) == [true, true, false, true])
  }

  @Test func aLineBreakEndsASentenceUnlessTheTextIsHardWrapped() {
    #expect(Text("First line\nSecond line").sentences.count == 2)
    let wrapped = """
      The quarterly figures of the company were published on Tuesday and
      showed that the loss had grown for the third time in a row, although
      the board had promised a profit by the end of the year at the latest
      and had sold two of its plants.
      """
    #expect(Text(wrapped).sentences.count == 1)
  }

  @Test(arguments: ["- ", "– ", "* ", "• "])
  func anItemOfAListIsASentence(_ mark: String) {
    let items = [
      "Oil prices rose by two percent after the cartel agreed on cuts in Larne.",
      "The central bank left its rate where it was, at four percent.",
      "Shares in the maker of chips fell after it warned of weaker sales.",
      "“The pound fell to its lowest level against the euro since spring.”",
      "Did a strike at the port of Orveston enter its third week on Sunday?",
    ]
    #expect(Text(items.map { mark + $0 }.joined(separator: "\n")).sentences.count == 5)
  }

  @Test(arguments: [
    "DULUTH, Minn.\n— The city gave up the bridge that it had built for the people of the",
    "The mill of the town starts again on Monday with all of its looms, he said.\n- and then",
    "The mill of the town starts again on Monday with all of its looms, he said.\n-- Later",
  ])
  func aDashThatBeginsABrokenLineMayGoOn(_ text: String) {
    let wrapped = (0..<3).map { _ in
      "and the people of the town went on as they had done for all of these years"
    }
    #expect(Text(text + "\n" + wrapped.joined(separator: "\n")).sentences.count == 1)
  }

  @Test func sentencesCoverEveryTokenOnceAndInOrder() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let text = Text(random.newsLikeText())
      var next = 0
      for sentence in text.sentences {
        #expect(sentence.tokens.lowerBound == next)
        #expect(!sentence.tokens.isEmpty)
        next = sentence.tokens.upperBound
      }
      #expect(next == text.tokens.count)
    }
  }
}

extension StringProtocol {
  var trimmed: String {
    var part = self[...]
    while part.first?.isWhitespace ?? false { part = part.dropFirst() }
    while part.last?.isWhitespace ?? false { part = part.dropLast() }
    return String(part)
  }
}
