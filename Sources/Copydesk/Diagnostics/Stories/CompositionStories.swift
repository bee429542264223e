// The codes about what a definition is put together from, and its tests.

extension DiagnosticStory {
  static let unknownTemplate = DiagnosticStory(
    title: "A template that does not exist",
    meaning: """
      An include names a template of the same file, a file by its path (with a / or .yaml), or a template \
      of another file: house.yaml#tidy. There is no template of this name.
      """,
    wrong: """
      templates:
        tidy:
          stages: [clean, dedupe.headlines]
      stages:
        - include: tydy
        - output.jsonl
      """,
    mended: """
      templates:
        tidy:
          stages: [clean, dedupe.headlines]
      stages:
        - include: tidy
        - output.jsonl
      """,
    reason: """
      Without its stages the pipeline would be another one.
      """,
    commands: [.resolved])

  static let includeLoop = DiagnosticStory(
    title: "An include that leads back to itself",
    meaning: """
      A template or a file includes itself, or one that includes it again. Its stages would never end.
      """,
    wrong: """
      templates:
        tidy:
          stages:
            - clean
            - include: tidy
      stages:
        - include: tidy
        - output.jsonl
      """,
    mended: """
      templates:
        tidy:
          stages:
            - clean
            - dedupe.headlines
      stages:
        - include: tidy
        - output.jsonl
      """,
    reason: """
      It is found at once, and the chain of includes is shown.
      """,
    commands: [.resolved])

  static let badParameter = DiagnosticStory(
    title: "A parameter that is wrong or not given",
    meaning: """
      ${with.NAME} stands for a parameter, which is declared under parameters: with its default, or \
      without one where it must be given, by with: or by --set with.NAME=value. A parameter that is not \
      declared cannot be used or given. Inside a longer text it must be a text or a number.
      """,
    wrong: """
      templates:
        short:
          parameters: { sentences: 2 }
          stages:
            - summarize: { sentences: "${with.sentences}" }
      stages:
        - clean
        - include: short
          with: { sentence: 1 }
        - output.jsonl
      """,
    mended: """
      templates:
        short:
          parameters: { sentences: 2 }
          stages:
            - summarize: { sentences: "${with.sentences}" }
      stages:
        - clean
        - include: short
          with: { sentences: 1 }
        - output.jsonl
      """,
    reason: """
      A misspelt parameter would leave the default in place.
      """,
    commands: [.resolved])

  static let unknownProfile = DiagnosticStory(
    title: "A profile that does not exist, or that changes nothing",
    meaning: """
      A profile is a named set of changes to a definition, declared under profiles: and chosen with \
      --profile. There is none of this name; or it changes a stage that the pipeline does not have.
      """,
    wrong: """
      profiles:
        quick: { sumarize: { method: lead } }
      stages:
        - clean
        - summarize
        - output.jsonl
      """,
    mended: """
      profiles:
        quick: { summarize: { method: lead } }
      stages:
        - clean
        - summarize
        - output.jsonl
      """,
    reason: """
      The run would lack the changes that were asked for.
      """,
    commands: [.resolved])

  static let malformedTest = DiagnosticStory(
    title: "A test that is written in a wrong way",
    meaning: """
      An entry under tests: has a name, its input as text (input), as a file (file) or as several \
      documents (inputs), and what is expected (expect). Something of it is missing, unknown or of the \
      wrong kind.
      """,
    wrong: """
      stages:
        - clean
        - output.jsonl: { path: out/news.jsonl }
      tests:
        - name: a share footer goes
          expect: { lacks: ["Like this:"] }
      """,
    mended: """
      stages:
        - clean
        - output.jsonl: { path: out/news.jsonl }
      tests:
        - name: a share footer goes
          input: |
            The bridge opened on Friday, a year late. Two thousand people came to see it.

            Like this:
          expect: { lacks: ["Like this:"] }
      """,
    reason: """
      A test that checks nothing always passes.
      """,
    commands: [.init(line: "test news.yaml", purpose: "runs the tests of a pipeline")])
}
