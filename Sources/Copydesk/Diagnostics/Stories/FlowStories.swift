// The codes about what a whole pipeline does.

extension DiagnosticStory {
  static let unfilledField = DiagnosticStory(
    title: "A stage that comes before what it needs",
    meaning: """
      A stage works with a field that nothing before it fills; or it makes something from the text \
      (entities, a summary) and a later stage changes the text, so that what was made no longer fits. This \
      is a warning.
      Every stage says what it reads and what it writes (copydesk show STAGE), and the checker follows \
      that through the pipeline. Of a route, the stages of other branches do not count.
      """,
    wrong: """
      stages:
        - summarize: { sentences: 3 }
        - clean
        - output.jsonl: { path: out/news.jsonl }
      """,
    mended: """
      stages:
        - clean
        - summarize: { sentences: 3 }
        - output.jsonl: { path: out/news.jsonl }
      """,
    reason: """
      Nothing fails in such a pipeline: it just gives a summary of share buttons.
      """,
    commands: [.show, .resolved])

  static let impossibleCondition = DiagnosticStory(
    title: "A condition that never holds",
    meaning: """
      No document can meet the condition: it asks for two things that exclude each other, for a field that \
      nothing fills, or for a label that no stage before finds. The stage or the branch is never used. \
      This is a warning.
      """,
    wrong: """
      stages:
        - clean
        - summarize:
          when: { words: { at_least: 200, at_most: 80 } }
        - output.jsonl: { path: out/news.jsonl }
      """,
    mended: """
      stages:
        - clean
        - summarize:
          when: { words: { at_least: 80, at_most: 200 } }
        - output.jsonl: { path: out/news.jsonl }
      """,
    reason: """
      A stage that never runs looks just like a stage that found nothing to do.
      """,
    commands: [.resolved])

  static let unwrittenBranch = DiagnosticStory(
    title: "Documents that no output takes",
    meaning: """
      Documents go down a branch of a route on which no output stands, and none stands after the route; or \
      none of the branches takes them. They go to the rejects. This is a warning.
      """,
    wrong: """
      stages:
        - clean
        - route:
            - when: { words: { at_least: 200 } }
              stages: [summarize, output.jsonl]
            - stages: [entities]
      """,
    mended: """
      stages:
        - clean
        - route:
            - when: { words: { at_least: 200 } }
              stages: [summarize]
            - stages: [entities]
        - output.jsonl
      """,
    reason: """
      Documents would be worked on and then be gone from the output.
      """,
    commands: [.resolved, .why])

  static let unreachableBranch = DiagnosticStory(
    title: "A branch that no document takes",
    meaning: """
      A document takes the first branch whose when holds. A branch without when takes all that come to it, \
      so that those after it get none. This is a warning.
      """,
    wrong: """
      stages:
        - clean
        - route:
            - stages: [entities]
            - when: { words: { at_least: 200 } }
              stages: [summarize]
        - output.jsonl
      """,
    mended: """
      stages:
        - clean
        - route:
            - when: { words: { at_least: 200 } }
              stages: [summarize]
            - stages: [entities]
        - output.jsonl
      """,
    reason: """
      The order of branches is easy to get wrong, and nothing would fail.
      """,
    commands: [.resolved])
}
