import Copydesk
import Testing

@Suite struct DiagnosticTests {
  @Test func aDiagnosticShowsThePlaceTheLineACaretAndTheRemedy() {
    let location = SourceLocation(file: "news.yaml", line: 2, column: 5, length: 8)
    let diagnostic = Diagnostic(
      .unknownStage, "there is no stage named \"sumarize\"", at: location, help: "h")
    let renderer = DiagnosticRenderer(sources: ["news.yaml": "stages:\n  - sumarize: { sentences: 3 }\n"])
    #expect(
      renderer.render(diagnostic) == """
        news.yaml:2:5: error[CD102]: there is no stage named "sumarize"
         2 |   - sumarize: { sentences: 3 }
           |     ^~~~~~~~
           = help: h
        """)
  }

  @Test(arguments: [
    ("sumarize", "summarize"), ("claen", "clean"), ("headlines", "dedupe.headlines"),
    ("output", "output.jsonl"),
  ])
  func aNearWordIsSuggested(_ word: String, _ wanted: String) {
    let names = ["clean", "dedupe.headlines", "dedupe.documents", "summarize", "output.jsonl", "output.text"]
    #expect(Suggestion.nearest(to: word, among: names) == wanted)
  }

  @Test func aFarWordIsNot() {
    #expect(Suggestion.nearest(to: "translate", among: ["clean", "summarize"]) == nil)
  }
}
