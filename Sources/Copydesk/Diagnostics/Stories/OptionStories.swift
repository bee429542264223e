// The codes about the options of stages.

extension DiagnosticStory {
  static let unknownOption = DiagnosticStory(
    title: "An option that the stage does not have",
    meaning: """
      The stage has no option of this name: it is misspelt, or belongs to another stage. Options are \
      written in lower case with underscores: min_words.
      """,
    wrong: """
      stages:
        - summarize: { sentence: 3 }
        - output.jsonl: { path: out/news.jsonl }
      """,
    mended: """
      stages:
        - summarize: { sentences: 3 }
        - output.jsonl: { path: out/news.jsonl }
      """,
    reason: """
      The stage would run with its default, and the option would change nothing.
      """,
    commands: [.show, .schema])

  static let wrongType = DiagnosticStory(
    title: "A value of another kind than expected",
    meaning: """
      A number, a text, a list or a mapping stands where another kind of value belongs. Quotes make a text \
      of a number: "3" is a text. YAML 1.2 knows true and false; yes, no, on and off are texts. A list is \
      written [a, b], or with a dash for each value.
      """,
    wrong: """
      stages:
        - summarize: { sentences: "3" }
        - output.jsonl: { path: out/news.jsonl }
      """,
    mended: """
      stages:
        - summarize: { sentences: 3 }
        - output.jsonl: { path: out/news.jsonl }
      """,
    reason: """
      Guessing what a value was meant to be works until it does not: NO is a country, 1.10 a version.
      """,
    commands: [.show, .schema])

  static let outOfRange = DiagnosticStory(
    title: "A number outside its range",
    meaning: """
      The option takes numbers from a least to a greatest one. A share is written as a part of one: 0.5, \
      not 50.
      """,
    wrong: """
      stages:
        - summarize: { redundancy: 50 }
        - output.jsonl: { path: out/news.jsonl }
      """,
    mended: """
      stages:
        - summarize: { redundancy: 0.5 }
        - output.jsonl: { path: out/news.jsonl }
      """,
    reason: """
      Outside its range a number means nothing, or the opposite of what was wanted.
      """,
    commands: [.show])

  static let notAChoice = DiagnosticStory(
    title: "A word that is not among the choices",
    meaning: """
      The option takes one of a few words, and this is none of them. They are written exactly so, capitals \
      too.
      """,
    wrong: """
      stages:
        - entities: { labels: [PERSONS, PLACE] }
        - output.jsonl: { path: out/news.jsonl }
      """,
    mended: """
      stages:
        - entities: { labels: [PERSON, PLACE] }
        - output.jsonl: { path: out/news.jsonl }
      """,
    reason: """
      A misspelt label would find nothing, and look like a text without names.
      """,
    commands: [.show])

  static let invalidOption = DiagnosticStory(
    title: "Options that a stage does not take",
    meaning: """
      Each value is of the right kind, but the stage cannot work with it: a list is empty, a path is, the name of \
      a file says another form than the output writes, or two options contradict each other.
      """,
    wrong: """
      stages:
        - entities: { labels: [] }
        - output.jsonl: { path: out/news.jsonl }
      """,
    mended: """
      stages:
        - entities: { labels: [PERSON] }
        - output.jsonl: { path: out/news.jsonl }
      """,
    reason: """
      A stage says before the run what it cannot do, and not in the middle of it.
      """,
    commands: [.show])

  static let optionWithoutEffect = DiagnosticStory(
    title: "An option that changes nothing",
    meaning: """
      Another option leaves this one without effect: the stage would do the same without it. This is a \
      warning.
      """,
    wrong: """
      stages:
        - clean
        - summarize: { method: lead, lead_bias: 0.5 }
        - output.jsonl: { path: out/news.jsonl }
      """,
    mended: """
      stages:
        - clean
        - summarize: { method: lead }
        - output.jsonl: { path: out/news.jsonl }
      """,
    reason: """
      Whoever wrote it expected it to have an effect.
      """,
    commands: [.show])
}
