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
      It was asked for: some pipelines must be whole or not be at all.
      """,
    commands: [.why, .replay])
}
