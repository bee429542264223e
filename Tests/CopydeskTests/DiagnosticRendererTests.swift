import Copydesk
import Testing

/// The caret stands under the right character, whatever the line holds.
@Suite struct DiagnosticRendererTests {
  /// The line and the caret's line, without the gutter.
  private func excerpt(
    _ source: String, line: Int = 1, column: Int, length: Int = 1
  ) -> (line: String, caret: String) {
    let location = SourceLocation(file: "p.yaml", line: line, column: column, length: length)
    let renderer = DiagnosticRenderer(sources: ["p.yaml": source])
    let lines = renderer.render(Diagnostic(.unknownStage, "m", at: location)).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 3 else { return ("", "") }
    return (
      String(lines[1].drop { $0 != "|" }.dropFirst(2)), String(lines[2].drop { $0 != "|" }.dropFirst(2))
    )
  }

  @Test func aTabIsShownAsFourSpaces() {
    let (line, caret) = excerpt("\ta\tbc", column: 4, length: 2)
    #expect(line == "    a    bc")
    #expect(caret == "         ^~")
    #expect(excerpt("\tx", column: 1).caret == "^~~~")
  }

  @Test func aWideCharacterTakesTwoColumns() {
    #expect(excerpt("要約: x", column: 5).caret == "      ^")
    #expect(excerpt("a: 要約", column: 4, length: 2).caret == "   ^~~~")
    #expect(excerpt("ｆｕｌｌ x", column: 6).caret == "         ^")
    #expect(excerpt("한글 x", column: 4).caret == "     ^")
  }

  @Test func anEmojiOfSeveralScalarsIsOneCharacter() {
    #expect(excerpt("📰 x", column: 3).caret == "   ^")
    #expect(excerpt("👩‍🚒 x", column: 5).caret == "   ^")
    #expect(excerpt("🇸🇪 x", column: 4).caret == "   ^")
    #expect(excerpt("☀\u{FE0F} x", column: 4).caret == "   ^")
    #expect(excerpt("👩‍🚒", column: 1, length: 3).caret == "^~")
  }

  @Test func aCombiningMarkTakesNoColumn() {
    #expect(excerpt("cafe\u{301}: x", column: 8).caret == "      ^")
    #expect(excerpt("cafe\u{301}", column: 1, length: 5).caret == "^~~~")
    #expect(excerpt("a\u{200B}b", column: 3).caret == " ^")
  }

  @Test func aPlacePastTheEndOfALineIsBehindIt() {
    #expect(excerpt("abc", column: 4).caret == "   ^")
    #expect(excerpt("abc", column: 90, length: 5).caret == "   ^")
    #expect(excerpt("abc", column: 3, length: 90).caret == "  ^")
    #expect(excerpt("", column: 1).caret == "^")
  }

  @Test func aLineThatDoesNotExistHasNoExcerpt() {
    #expect(excerpt("abc", line: 2, column: 1).caret == "")
    #expect(excerpt("abc", line: 0, column: 1).caret == "")
  }

  @Test(arguments: ["a\r\nbc\r\nd", "a\nbc\nd", "a\rbc\rd", "a\u{2028}bc\u{2028}d", "a\u{85}bc\u{85}d"])
  func linesEndWhereYAMLEndsThem(_ source: String) {
    let (line, caret) = excerpt(source, line: 2, column: 2)
    #expect(line == "bc")
    #expect(caret == " ^")
    #expect(excerpt(source, line: 3, column: 1).line == "d")
  }

  @Test func aByteOrderMarkIsNotShown() {
    #expect(excerpt("\u{FEFF}name: x", column: 1, length: 4).line == "name: x")
    #expect(excerpt("\u{FEFF}name: x", column: 1, length: 4).caret == "^~~~")
  }

  @Test(arguments: [1, 2, 40, 99, 100, 101, 250, 497, 500])
  func ofALongLineAWindowAroundTheCaretIsShown(_ column: Int) {
    let letters = (0..<500).map { String(UnicodeScalar(UInt8(97 + $0 % 26))) }
    let (line, caret) = excerpt(letters.joined(), column: column, length: 3)
    #expect(line.count <= 101 && line.count >= 99, "\(line)")
    #expect(line.hasPrefix("…") == (column > 70), "\(line)")
    #expect(line.hasSuffix("…") == (column < 431), "\(line)")
    let place = line.index(line.startIndex, offsetBy: caret.prefix { $0 == " " }.count)
    #expect(String(line[place]) == letters[column - 1])
    #expect(caret.hasSuffix(column <= 498 ? "^~~" : "^"))
  }

  @Test func aLongLineOfWideCharactersIsCutToo() {
    let (line, caret) = excerpt(String(repeating: "約", count: 200) + "x", column: 201)
    #expect(line.hasPrefix("…約") && line.hasSuffix("約x"))
    #expect(line.count < 60)
    #expect(caret.count == line.count * 2 - 2)
  }

  @Test func aLongUnderlineEndsWithTheWindow() {
    let caret = excerpt(String(repeating: "a", count: 300), column: 5, length: 290).caret
    #expect(caret.hasPrefix("    ^~~~"))
    #expect(caret.count == 100)
  }

  @Test func controlCharactersCommandNothing() {
    let location = SourceLocation(file: "p.yaml", line: 1, column: 6)
    let renderer = DiagnosticRenderer(sources: ["p.yaml": "a\u{1B}[2Jb"])
    let text = renderer.render(
      Diagnostic(.unknownStage, "there is no stage named \"\u{1B}[2J\n\"", at: location, help: "\u{202E}"))
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
    #expect(text.contains("\\u{1B}[2J\\n"))
    #expect(text.contains("| a\\u{1B}[2Jb\n"))
    #expect(text.contains("|           ^\n"))
  }

  @Test func excerptsAreFromTheFileThatTheDiagnosticNames() {
    let renderer = DiagnosticRenderer(sources: ["a.yaml": "one\ntwo", "b.yaml": "three\nfour"])
    let text = renderer.render([
      Diagnostic(.unknownStage, "m", at: SourceLocation(file: "a.yaml", line: 2, column: 1)),
      Diagnostic(.unknownStage, "n", at: SourceLocation(file: "b.yaml", line: 1, column: 1)),
      Diagnostic(.unknownStage, "o", at: SourceLocation(file: "a.yaml", line: 1, column: 1)),
    ])
    #expect(
      text == """
        a.yaml:1:1: error[CD102]: o
         1 | one
           | ^
        a.yaml:2:1: error[CD102]: m
         2 | two
           | ^
        b.yaml:1:1: error[CD102]: n
         1 | three
           | ^
        """)
  }

  @Test func whatHasNoPlaceComesFirstAndTheCommandLineLast() {
    let place = SourceLocation(file: "a.yaml", line: 1, column: 1)
    let argument = SourceLocation(file: "--set a.b", line: 1, column: 1)
    let all = [
      Diagnostic(.badOverride, "o", at: argument), Diagnostic(.unknownStage, "m", at: place),
      Diagnostic(.noOutput, "n"),
    ]
    #expect(all.inOrderOfPlace().map(\.message) == ["n", "m", "o"])
  }

  @Test func helpOfSeveralLinesIsSetAsSeveralLines() {
    let renderer = DiagnosticRenderer(sources: [:])
    let diagnostic = Diagnostic(
      .error, .programFailed, "the program ended", help: "its last words:\n  Traceback\u{1B}\n  ValueError")
    #expect(
      renderer.render(diagnostic) == """
        error[CD311]: the program ended
          = help: its last words:
              Traceback\\u{1B}
              ValueError
        """)
  }
}
