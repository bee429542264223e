// The codes about the form of a definition: its keys and its stages.

extension DiagnosticStory {
  static let unknownStage = DiagnosticStory(
    title: "A stage that does not exist",
    meaning: """
      A name in the list of stages is none that this program knows: it is misspelt, belongs to another \
      program, or to a plugin that is not there. Stages are written in lower case, words joined by dots.
      """,
    wrong: """
      stages:
        - claen
        - dedupe_headlines
        - output.jsonl: { path: out/news.jsonl }
      """,
    mended: """
      stages:
        - clean
        - dedupe.headlines
        - output.jsonl: { path: out/news.jsonl }
      """,
    reason: """
      A stage that is passed over silently would leave its work undone, and the result would look right.
      """,
    commands: [.stages, .show])

  static let unknownKey = DiagnosticStory(
    title: "A key that means nothing at its place",
    meaning: """
      A definition, a stage, a branch, an include, a template, a parameter and a condition each have a few \
      keys of their own; this is none of them. Beside the name of a stage may stand id, when, on_error and \
      retry. Its options stand below it.
      """,
    wrong: """
      stages:
        - summarize: { sentences: 3 }
          on_eror: keep
        - output.jsonl: { path: out/news.jsonl }
      """,
    mended: """
      stages:
        - summarize: { sentences: 3 }
          on_error: keep
        - output.jsonl: { path: out/news.jsonl }
      """,
    reason: """
      A misspelt key would change nothing, and nobody would know.
      """,
    commands: [.check, .schema])

  static let missingKey = DiagnosticStory(
    title: "Something that a definition needs is not there",
    meaning: """
      A definition needs a list of stages with at least one stage in it. So does a file or a template that \
      is included.
      """,
    wrong: """
      name: news
      description: Clean what the scraper brings home.
      """,
    mended: """
      name: news
      stages:
        - clean
        - output.jsonl: { path: out/news.jsonl }
      """,
    reason: """
      A pipeline without stages would do nothing and call it a success.
      """,
    commands: [.check])

  static let malformedStage = DiagnosticStory(
    title: "A stage that is written in a wrong way",
    meaning: """
      An entry of the list of stages is a name, or a name with options below it. Often an option stands \
      beside the stage instead of below it (it needs two more spaces), or two stages share one dash. A \
      branch of a route is a when and stages. What reads documents is no stage: its options stand under \
      input.
      """,
    wrong: """
      stages:
        - summarize:
          sentences: 3
        - output.jsonl: { path: out/news.jsonl }
      """,
    mended: """
      stages:
        - summarize:
            sentences: 3
        - output.jsonl: { path: out/news.jsonl }
      """,
    reason: """
      Two spaces decide whether an option reaches its stage. Guessing would hide that.
      """,
    commands: [.show, .schema])

  static let duplicateID = DiagnosticStory(
    title: "Two stages with one id",
    meaning: """
      An id names one stage of a pipeline: in --set, in profiles, in the trail of a document. Without an \
      id a stage goes by its name, and the second of a name by a number: clean, clean#2. In a plugin: two \
      offer a stage of the same name.
      """,
    wrong: """
      stages:
        - clean:
          id: tidy
        - dedupe.headlines:
          id: tidy
        - output.jsonl: { path: out/news.jsonl }
      """,
    mended: """
      stages:
        - clean:
          id: tidy
        - dedupe.headlines:
          id: headlines
        - output.jsonl: { path: out/news.jsonl }
      """,
    reason: """
      What is said of one stage would be done to another.
      """,
    commands: [.resolved])

  static let noOutput = DiagnosticStory(
    title: "A pipeline that writes nothing",
    meaning: """
      No stage of the pipeline writes documents out. It can be checked, but its work is lost. This is a \
      warning.
      """,
    wrong: """
      stages:
        - clean
        - dedupe.headlines
      """,
    mended: """
      stages:
        - clean
        - dedupe.headlines
        - output.jsonl: { path: out/news.jsonl }
      """,
    reason: """
      Hours of work on a large folder, and nothing to show for it.
      """,
    commands: [.stages])

  static let sharedPath = DiagnosticStory(
    title: "A file that is written and used otherwise, too",
    meaning: """
      Two outputs have the same path; or a run would write over a file that it reads, or over one in a folder that \
      it reads which no run wrote, or over the result of another run. Give one of them another path: of a run, with -o. A \
      folder (a path that ends with /) may be shared by outputs of different kinds, since their files have different names.
      """,
    wrong: """
      stages:
        - clean
        - output.jsonl: { path: out/news.jsonl }
        - output.jsonl: { path: out/news.jsonl, trail: false }
      """,
    mended: """
      stages:
        - clean
        - output.jsonl: { path: out/news.jsonl }
        - output.jsonl: { path: out/plain.jsonl, trail: false }
      """,
    reason: """
      The second would overwrite what the first has written.
      """,
    commands: [.show])
}
