// The codes about programs that a definition starts.

extension DiagnosticStory {
  static let notAllowed = DiagnosticStory(
    title: "A program or a plugin that nobody has allowed",
    meaning: """
      The stage named external starts a program, and a program can do all that you can do; so can a plugin that a \
      definition names. So they are started and loaded only where you say that you trust the definition: with \
      --allow-external for one run, with COPYDESK_ALLOW_EXTERNAL=1 in the environment, or once and for all by a line in \
      ~/.config/copydesk/trusted with the full path of each file that the definition is made of.
      A plugin needs no such word where you have named it with --plugin, installed it, built it here with copydesk plugin \
      build, or had it checked with copydesk plugin check: its digest is then a line of ~/.config/copydesk/known-plugins.
      copydesk check starts nothing either without that, so it cannot check the program's options.
      """,
    wrong: .init(
      """
      stages:
        - external: { command: [tr, a-z, A-Z], protocol: text }
        - output.jsonl: { path: out/news.jsonl }
      """,
      command: "run news.yaml articles/"),
    mended: .init(
      """
      stages:
        - external: { command: [tr, a-z, A-Z], protocol: text }
        - output.jsonl: { path: out/news.jsonl }
      """,
      command: "check news.yaml --allow-external"),
    reason: """
      A pipeline that came with somebody's data must not be a way into your machine.
      """,
    commands: [
      Command(line: "check news.yaml --resolved", purpose: "prints the commands that it would start"),
      Command(
        line: "show external --in news.yaml --allow-external",
        purpose: "asks a program for its options and rules"),
    ])

  static let programFailed = DiagnosticStory(
    title: "A program that cannot be kept running",
    meaning: """
      The program of a stage named external ended, hung or wrote nonsense several times in a row, without one answer \
      between them. The option restarts says how often that is borne. A single document that a program fails on does not \
      end a run: it goes to the dead letters.
      """,
    wrong: .init(
      """
      stages:
        - external: { command: [python3, stage.py] }
        - output.jsonl: { path: out/news.jsonl }
      """,
      command: "run news.yaml articles/ --allow-external"),
    mended: .init(command: "run news.yaml articles/ --allow-external --verbose"),
    reason: """
      A program that fails on everything would send everything to the dead letters.
      """,
    commands: [
      Command(
        line: "run news.yaml articles/ --allow-external -v",
        purpose: "shows what the program writes to its standard error"),
      Command(
        line: "check news.yaml --allow-external", purpose: "starts the program and asks what it offers"),
    ])
}
