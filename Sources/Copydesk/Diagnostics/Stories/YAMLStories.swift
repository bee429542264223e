// The codes about a definition as a file and as YAML.

extension DiagnosticStory {
  static let unreadableDefinition = DiagnosticStory(
    title: "A definition that cannot be read",
    meaning: """
      The file is not there, may not be read, or is not UTF-8 text. The same is said of a file that a \
      definition includes; its path starts at the folder of the file that includes it.
      """,
    wrong: .init(
      command: "check pipelines/sport.yaml"),
    mended: .init(
      """
      stages:
        - clean
        - output.jsonl: { path: out/news.jsonl }
      """,
      file: "pipelines/sport.yaml",
      command: "check pipelines/sport.yaml"),
    reason: """
      A path is often written for another folder than the one the command runs in. Better to stop than to \
      run something else.
      """,
    commands: [.pipelines])

  static let malformedYAML = DiagnosticStory(
    title: "A definition that is not YAML",
    meaning: """
      The file breaks the rules of YAML, so that nothing in it can be looked at. What is shown is the \
      place to mend, which may stand far before the place where reading had to stop.
      The usual causes: a tab in the indentation; no space after a colon or a dash; a quotation mark or a \
      bracket that is not closed; a value that needs quotes because it begins with * & % @ ` > | or holds \
      a colon and a space; lines that belong together and begin at different columns.
      """,
    wrong: """
      stages:
        - clean:
            lift: true
           min_words: 30
        - output.jsonl: { path: out/news.jsonl }
      """,
    mended: """
      stages:
        - clean:
            lift: true
            min_words: 30
        - output.jsonl: { path: out/news.jsonl }
      """,
    reason: """
      YAML would read some such files in a way that nobody meant. This is found before a document is \
      touched.
      """,
    commands: [.check, .schema])

  static let duplicateKey = DiagnosticStory(
    title: "A name that is given twice",
    meaning: """
      The same name stands twice in one mapping. YAML forbids it; many programs silently take the last \
      one.
      """,
    wrong: """
      stages:
        - summarize:
            sentences: 3
            sentences: 5
        - output.jsonl: { path: out/news.jsonl }
      """,
    mended: """
      stages:
        - summarize:
            sentences: 5
        - output.jsonl: { path: out/news.jsonl }
      """,
    reason: """
      One of the two values would be lost without a word, and not always the one that you think of.
      """,
    commands: [.check])

  static let expansionBound = DiagnosticStory(
    title: "Aliases that grow without bound",
    meaning: """
      An alias (*name) stands for all that its anchor (&name) marks. Aliases inside of what other aliases \
      stand for multiply: a few lines can become a billion values. A definition may grow to 100,000 values \
      and be 64 levels deep.
      """,
    wrong: """
      a: &a [x, x, x, x, x, x, x, x, x, x]
      b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
      c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
      d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
      e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
      stages: [clean, output.jsonl]
      """,
    mended: """
      stages:
        - summarize: &short { sentences: 2 }
          when: { language: en }
        - summarize: *short
          when: { language: de }
        - output.jsonl: { path: out/news.jsonl }
      """,
    reason: """
      A definition from elsewhere must not be able to take all memory of the machine.
      """,
    commands: [.check])

  static let undefinedVariable = DiagnosticStory(
    title: "An environment variable that is not set",
    meaning: """
      ${NAME} stands for an environment variable. Where it is not set there must be a default, \
      ${NAME:-default}. With ${NAME:?message} the message tells what to set. $${ stands for ${ itself.
      """,
    wrong: """
      stages:
        - clean
        - output.jsonl: { path: "${NEWS_FOLDER}/news.jsonl" }
      """,
    mended: """
      stages:
        - clean
        - output.jsonl: { path: "${NEWS_FOLDER:-out}/news.jsonl" }
      """,
    reason: """
      An empty value in its place would be a path like /news.jsonl: the result would be written where \
      nobody looks.
      """,
    commands: [.resolved])
}
