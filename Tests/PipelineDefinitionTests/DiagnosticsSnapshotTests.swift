import Copydesk
import PipelineDefinition
import Testing

/// What a person sees for a wrong definition, word for word.
@Suite struct DiagnosticsSnapshotTests {
  private func rendered(_ yaml: String) throws -> String {
    let reading = DefinitionReader(catalog: try TestPlugin.catalog()).read(yaml, file: "p.yaml")
    #expect(reading.definition == nil || !reading.hasErrors)
    return DiagnosticRenderer(sources: reading.sources).render(reading.diagnostics)
  }

  @Test func allMistakesOfADefinitionAreShownInOneRun() throws {
    let yaml = """
      nme: news
      stages:
        - claen
        - summarize: { sentences: 30, method: textrnk, lead_bais: 0.5 }
          on_error: kep
        - output.jsonl: { path: [a] }
      """
    let text = try rendered(yaml)
    #expect(
      text == """
        p.yaml:1:1: error[CD108]: a definition has no key "nme"
         1 | nme: news
           | ^~~
           = help: did you mean "name"?
        p.yaml:3:5: error[CD102]: there is no stage named "claen"
         3 |   - claen
           |     ^~~~~
           = help: did you mean "clean"?
        p.yaml:4:29: error[CD105]: 30 is out of range
         4 |   - summarize: { sentences: 30, method: textrnk, lead_bais: 0.5 }
           |                             ^~
           = help: the range is 1 to 20
        p.yaml:4:41: error[CD106]: "textrnk" is not one of the choices
         4 |   - summarize: { sentences: 30, method: textrnk, lead_bais: 0.5 }
           |                                         ^~~~~~~
           = help: did you mean "textrank"?
        p.yaml:4:50: error[CD103]: "summarize" has no option named "lead_bais"
         4 |   - summarize: { sentences: 30, method: textrnk, lead_bais: 0.5 }
           |                                                  ^~~~~~~~~
           = help: did you mean "lead_bias"?
        p.yaml:5:15: error[CD106]: "kep" is not one of the choices
         5 |     on_error: kep
           |               ^~~
           = help: did you mean "keep"?
        p.yaml:6:27: error[CD104]: expected text, found a list
         6 |   - output.jsonl: { path: [a] }
           |                           ^
           = help: give one value, without brackets and dashes
        """, "\(text)")
  }

  @Test(
    arguments: [
      ("", "p.yaml:1:1: error[CD109]: the definition is empty"),
      ("stages: [", "p.yaml:1:9: error[CD101]: this [ is not closed"),
      ("- clean", "p.yaml:1:1: error[CD104]: a definition is a mapping of keys, found a list"),
      ("name: x", "p.yaml:1:1: error[CD109]: the definition has no \"stages\""),
      (
        "stages: clean",
        "p.yaml:1:9: error[CD104]: \"stages\" takes a list of stages, found the text \"clean\""
      ),
      ("stages: []", "p.yaml:1:9: error[CD109]: the definition has no \"stages\""),
      (
        "stages: [[clean]]",
        "p.yaml:1:10: error[CD112]: a stage is a name, or a name with options, found a list"
      ),
      ("stages: [{ when: { words: {} } }]", "error[CD112]: a stage is a name, or a name with options"),
      ("stages: [{ clean: , summarize: }]", "error[CD112]: one step names several stages: clean, summarize"),
      (
        "stages:\n  - summarize:\n    sentences: 2\n  - output.jsonl",
        "p.yaml:3:5: error[CD112]: \"sentences\" is an option of \"summarize\" but stands beside it"
      ),
      (
        "stages:\n  - clean:\n    on_eror: keep\n  - output.jsonl",
        "p.yaml:3:5: error[CD108]: a stage has no key \"on_eror\""
      ),
      (
        "stages: [input.files]",
        "error[CD112]: \"input.files\" reads documents and cannot stand among the stages"
      ),
      ("name: a\nname: b\nstages: [clean]", "p.yaml:2:1: error[CD107]: \"name\" is given twice"),
      ("stages: [{ clean: , id: a }, { clean: , id: a }]", "error[CD113]: two stages have the id \"a\""),
      ("stages: [clean: { fast: true }]", "error[CD103]: \"clean\" has no option named \"fast\""),
      ("stages: [clean: 3]", "error[CD104]: \"clean\" takes options by their names, found the number 3"),
      ("stages: [summarize: { sentences: '3' }]", "expected a whole number, found the text \"3\""),
      ("stages: [summarize: { sentences: 3.5 }]", "expected a whole number, found the number 3.5"),
      (
        "stages: [summarize: { method: lead, lead_bias: 0.1 }]",
        "p.yaml:1:48: error[CD114]: \"lead_bias\" means nothing to the method lead"
      ),
      ("stages: [clean]", "p.yaml:1:9: warning[CD117]: no stage writes the documents out"),
      (
        "stages: [output.jsonl, output.jsonl]",
        "error[CD119]: \"out.jsonl\" is already written by \"output.jsonl\""
      ),
      (
        "stages: [{ clean: , when: 3 }]",
        "error[CD104]: \"when\" takes conditions by their names, found the number 3"
      ),
      ("stages: [{ clean: , when: { wrds: 3 } }]", "error[CD108]: \"when\" knows no condition \"wrds\""),
      ("stages: [{ clean: , when: { words: { at_lest: 3 } } }]", "\"words\" has no option named \"at_lest\""),
      ("stages: [{ clean: , when: { format: pdf } }]", "error[CD106]: \"pdf\" is not one of the choices"),
      ("stages: [*a]", "error[CD101]: there is no anchor named \"a\""),
      ("stages: [clean]\n---\nstages: [clean]", "p.yaml:3:1: error[CD101]: a file holds one pipeline"),
      ("? [a]\n: b", "error[CD101]: a name must be a word"),
      (
        "input: { inclde: [a] }\nstages: [output.jsonl]",
        "error[CD103]: \"input.files\" has no option named \"inclde\""
      ),
    ])
  func aMistakeIsNamedAtItsPlace(_ yaml: String, _ wanted: String) throws {
    let text = try rendered(yaml)
    #expect(text.contains(wanted), "\(text)")
  }
}
