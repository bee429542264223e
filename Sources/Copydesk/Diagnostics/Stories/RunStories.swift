// The codes that end a run.

extension DiagnosticStory {
  static let cannotWrite = DiagnosticStory(
    title: "A result that cannot be written",
    meaning: """
      The folder may not be written to, the disk is full, or a file stands where a folder must be. What \
      was written before stays in a file that ends with .partial.
      """,
    wrong: .init(
      """
      stages:
        - clean
        - output.jsonl: { path: out/news.jsonl }
      """,
      command: "run news.yaml articles/ -o /news.jsonl"),
    mended: .init(
      """
      stages:
        - clean
        - output.jsonl: { path: out/news.jsonl }
      """,
      command: "run news.yaml articles/ -o out/news.jsonl"),
    reason: """
      A result that lacks its end must not look like a whole one.
      """,
    commands: [.why])

  static let stoppedByDocument = DiagnosticStory(
    title: "A run that a document stopped",
    meaning: """
      A stage failed on a document, and its on_error says stop. Nothing after that document was looked at.
      """,
    wrong: """
      stages:
        - clean
        - summarize:
          on_error: stop
        - output.jsonl: { path: out/news.jsonl }
      """,
    mended: """
      stages:
        - clean
        - summarize:
          on_error: dead_letter
        - output.jsonl: { path: out/news.jsonl }
      """,
    reason: """
      It was asked for: some results are of use only when they are complete.
      """,
    commands: [.why, .replay])

  static let cannotResume = DiagnosticStory(
    title: "An unfinished run that cannot be resumed",
    meaning: """
      The pipeline, the input or what the unfinished run has left is not as it was when the run began. What it wrote \
      before and what would be written now would not be one result.
      """,
    wrong: .init(
      """
      stages:
        - clean
        - summarize: { sentences: 2 }
        - output.jsonl: { path: out/news.jsonl }
      """,
      command: "run news.yaml articles/ --resume"),
    mended: .init(
      """
      stages:
        - clean
        - summarize: { sentences: 3 }
        - output.jsonl: { path: out/news.jsonl }
      """,
      command: "run news.yaml articles/"),
    reason: """
      A run that was resumed gives the bytes of one that was not interrupted, or nothing.
      """,
    commands: [.why])

  static let nothingRead = DiagnosticStory(
    title: "A run that found no document",
    meaning: """
      The folders that were named hold no file that the pipeline reads; or no document was found, and there is a \
      result of an earlier run that would have been replaced by an empty one. Which files of a folder are read is \
      said by include, under input:. A file that is named by its path is always read.
      """,
    wrong: .init(
      """
      input: { include: ["**/*.text"] }
      stages:
        - clean
        - output.jsonl: { path: out/news.jsonl }
      """,
      command: "run news.yaml articles/"),
    mended: .init(
      """
      input: { include: ["**/*.txt"] }
      stages:
        - clean
        - output.jsonl: { path: out/news.jsonl }
      """,
      command: "run news.yaml articles/"),
    reason: """
      A misspelt folder or pattern must not cost a result.
      """,
    commands: [.why])

  static let cannotWatch = DiagnosticStory(
    title: "A pipeline or an input that cannot be watched",
    meaning: """
      A watch has no end: it adds to its outputs after each look. An output that is whole only at the end of a run, or \
      a stage that decides when it has seen all documents, cannot be part of it. What is watched are folders, and the \
      results are those of one watch alone.
      """,
    wrong: .init(
      """
      stages:
        - clean
        - output.jsonl: { path: out/news.jsonl.gz }
      """,
      command: "run news.yaml articles/ --watch"),
    mended: .init(
      """
      stages:
        - clean
        - output.jsonl: { path: out/news.jsonl }
      """,
      command: "run news.yaml articles/ --watch"),
    reason: """
      What a reader finds under the name of a result at any time must be whole as far as it goes.
      """,
    commands: [.why])
}
