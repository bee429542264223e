// The codes of an index that stays between runs.

extension DiagnosticStory {
  static let otherIndex = DiagnosticStory(
    title: "An index that was made with other settings",
    meaning: """
      The folder that a stage's index is kept in holds an index that was made with other options, by another \
      version of the program, or something that is no index at all. It is left as it is.
      """,
    wrong: .init(
      """
      stages:
        - dedupe.documents: { index: seen/, threshold: 0.7 }   # the index was made at 0.8
        - output.jsonl: { path: out/news.jsonl }
      """,
      command: "run news.yaml articles/"),
    mended: .init(
      """
      stages:
        - dedupe.documents: { index: seen-at-0.7/, threshold: 0.7 }
        - output.jsonl: { path: out/news.jsonl }
      """,
      command: "run news.yaml articles/"),
    reason: """
      What an index holds depends on these options: with others it would find some duplicates and miss others, \
      without a word.
      """,
    commands: [.showDedupe])

  static let damagedIndex = DiagnosticStory(
    title: "An index that is not as it was written",
    meaning: """
      Every part of an index carries a checksum, and one of them does not fit: the disk lost something, or \
      something else wrote into the folder. A run that is killed does no such damage.
      """,
    wrong: .init(command: "run news.yaml articles/"),
    mended: .init(command: "run news.yaml articles/ --set dedupe.documents.index=seen-again/"),
    reason: """
      A damaged index would let duplicates pass, or find ones that are none.
      """,
    commands: [.showDedupe])

  static let indexInUse = DiagnosticStory(
    title: "An index that another run works with",
    meaning: """
      Two runs cannot add to one index at the same time. The other one has it until it ends, in whatever way.
      """,
    wrong: .init(command: "run news.yaml monday/ & copydesk run news.yaml tuesday/"),
    mended: .init(command: "run news.yaml monday/ && copydesk run news.yaml tuesday/"),
    reason: """
      Each would miss what the other adds, and one of the two would be lost at the end.
      """,
    commands: [.showDedupe])
}
