// The codes about the command line.

extension DiagnosticStory {
  static let badOverride = DiagnosticStory(
    title: "A --set that sets nothing",
    meaning: """
      --set takes stage.option=value. The stage is its id, or its name where it stands once in the \
      pipeline; the value is written as in YAML. input.OPTION, rejects, dead_letters and with.PARAMETER \
      can be set too. A dot more leads into an option that is a mapping: input.fields.text=body sets one \
      name of it and leaves the others. stage=false takes the stage out.
      """,
    wrong: .init(
      """
      stages:
        - clean
        - summarize
        - output.jsonl: { path: out/news.jsonl }
      """,
      command: "check news.yaml --set sumarize.sentences=5"),
    mended: .init(
      """
      stages:
        - clean
        - summarize
        - output.jsonl: { path: out/news.jsonl }
      """,
      command: "check news.yaml --set summarize.sentences=5"),
    reason: """
      The run would start as if it had not been given.
      """,
    commands: [.resolved, .show])

  static let unknownPipeline = DiagnosticStory(
    title: "A pipeline that does not exist",
    meaning: """
      A pipeline is named by its file without .yaml. It is looked for in pipelines/, in the folders of the \
      environment variable COPYDESK_PIPELINES, in ~/.config/copydesk/pipelines, and among those that came \
      with the program. A path (with a / or .yaml) is taken as it is.
      """,
    wrong: .init(
      command: "check newz"),
    mended: .init(
      command: "check news"),
    reason: """
      The nearest name is suggested; which one you meant is for you to say.
      """,
    commands: [.pipelines])

  static let missingInput = DiagnosticStory(
    title: "Nothing to read",
    meaning: """
      No input was named, or there is no file, folder or pattern of that name; or a result file or a \
      document of it was asked for that is not there. Inputs are files, folders, patterns in quotes, or - \
      for standard input.
      """,
    wrong: .init(
      """
      stages:
        - clean
        - output.jsonl: { path: out/news.jsonl }
      """,
      command: "run news.yaml articels/"),
    mended: .init(
      """
      The bridge opened on Friday, a year late.
      """,
      file: "articles/bridge.txt",
      command: "run clean articles/"),
    reason: """
      An empty result would look like a folder without articles.
      """,
    commands: [.why])

  static let overlappingInputs = DiagnosticStory(
    title: "An input that lies within another one",
    meaning: """
      A file or folder is named beside a folder that it lies in, or twice, or a pattern names files that another input \
      names, too: the run comes to their documents twice, and gives two documents of the result the same content, and \
      often the same id. This is a warning.
      """,
    wrong: .init(
      """
      The bridge opened on Friday, a year late.
      """,
      file: "articles/bridge.txt",
      command: "run clean articles/ articles/bridge.txt"),
    mended: .init(
      """
      The bridge opened on Friday, a year late.
      """,
      file: "articles/bridge.txt",
      command: "run clean articles/"),
    reason: """
      Counts come out too high, and a search for duplicates finds each of these documents once more.
      """,
    commands: [.why])
}
