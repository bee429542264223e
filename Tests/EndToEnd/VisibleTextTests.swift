import PipelineDefinition
import Testing

@testable import CopydeskCLI

@Suite struct VisibleTextTests {
  @Test func controlCharactersAreWrittenOutAndAllElseStays() {
    #expect(VisibleText.of("a\tb\nc — é “x” \u{A0}", colours: false) == "a\tb\nc — é “x” \u{A0}")
    #expect(
      VisibleText.of("\u{0}\u{1B}[2J\u{7F}\u{80}\u{9F}", colours: true)
        == "\\u{0}\\u{1B}[2J\\u{7F}\\u{80}\\u{9F}")
    #expect(VisibleText.of("a\r\nb\rc\r", colours: false) == "a\nb\\u{D}c\\u{D}")
  }

  @Test func ownColoursGoThroughOnATerminalOnly() {
    for code in Style.codes {
      let text = "\u{1B}[\(code)mx\u{1B}[0m"
      #expect(VisibleText.of(text, colours: true) == text)
      #expect(VisibleText.of(text, colours: false) == "\\u{1B}[\(code)mx\\u{1B}[0m")
    }
    #expect(VisibleText.of("\u{1B}[8mhidden", colours: true) == "\\u{1B}[8mhidden")
  }

  @Test func aWordIsQuotedWhereAShellWouldReadItOtherwise() {
    #expect(ShellWord.quoted("out/news.dead.jsonl") == "out/news.dead.jsonl")
    #expect(ShellWord.quoted("my news/é.jsonl") == "'my news/é.jsonl'")
    #expect(ShellWord.quoted("it's") == "'it'\\''s'")
    #expect(ShellWord.quoted("") == "''")
    #expect(ShellWord.quoted("$(x)") == "'$(x)'")
  }
}
