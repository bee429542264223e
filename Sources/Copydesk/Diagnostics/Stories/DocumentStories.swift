// The codes that cost one document. The run goes on, and the document lands in the dead letters.

extension DiagnosticStory {
  static let notUTF8 = DiagnosticStory(
    title: "A text that is not UTF-8",
    meaning: """
      The file holds bytes that are no UTF-8: most often it is in an older encoding (Latin-1, \
      Windows-1252) or in UTF-16. The message names the first such byte. Or a message of mail names an \
      encoding that is not known. The document goes to the dead letters with its bytes as they were.
      """,
    wrong: .init(
      command: "run clean old/"),
    mended: .init(
      """
      iconv -f WINDOWS-1252 -t UTF-8 old/cafe.txt > articles/cafe.txt
      """,
      file: "in the shell"),
    reason: """
      Guessing an encoding turns names into rubbish, and nobody notices until it is published.
      """,
    commands: [.why, .replay])

  static let binaryFile = DiagnosticStory(
    title: "A file that is not text",
    meaning: """
      The file holds bytes that no text has: it is a picture, an archive, a PDF. Leave it out with input: \
      exclude.
      """,
    wrong: .init(
      command: "run clean downloads/"),
    mended: """
      input: { exclude: ["**/*.pdf", "**/*.jpg"] }
      stages:
        - clean
        - output.jsonl: { path: out/news.jsonl }
      """,
    reason: """
      What would come out of it is noise.
      """,
    commands: [.init(line: "show input.files", purpose: "shows how files are chosen"), .why])

  static let malformedJSON = DiagnosticStory(
    title: "A record that is not JSON",
    meaning: """
      A line of a JSON Lines file is no JSON: it was cut off, quotes are missing, or one record spans \
      several lines. Each line must hold one whole object.
      """,
    wrong: .init(
      """
      {"text": "The bridge opened on Friday.", "id":
      """,
      file: "dump.jsonl",
      command: "run clean dump.jsonl"),
    mended: .init(
      """
      {"text": "The bridge opened on Friday.", "id": "bridge"}
      """,
      file: "dump.jsonl",
      command: "run clean dump.jsonl"),
    reason: """
      One broken line costs that record and no other.
      """,
    commands: [.why, .replay])

  static let unreadableFile = DiagnosticStory(
    title: "A file that cannot be read",
    meaning: """
      The file may not be read, went away while the run went on, or the disk reports an error; or its name \
      is not UTF-8.
      """,
    wrong: .init(
      command: "run clean articles/"),
    mended: .init(
      """
      chmod +r articles/bridge.txt
      """,
      file: "in the shell"),
    reason: """
      One such file should not end the work on a hundred thousand others, nor be left out silently.
      """,
    commands: [.why, .replay])

  static let tooLarge = DiagnosticStory(
    title: "A document that is too large",
    meaning: """
      A file or a line of JSON Lines is larger than what one document may be. Often many documents are in \
      one file: split it, or write it as JSON Lines with one document a line.
      """,
    wrong: .init(
      command: "run clean dump.txt"),
    mended: .init(
      """
      split -C 50m --additional-suffix=.txt dump.txt articles/part-
      """,
      file: "in the shell"),
    reason: """
      Memory is bounded by the largest document.
      """,
    commands: [.why])

  static let stageFailed = DiagnosticStory(
    title: "A stage that failed on a document",
    meaning: """
      A stage met something in this document that it could not handle. What becomes of the document is \
      said beside the stage, by on_error: dead_letter (unless it says otherwise), drop, keep or stop. A \
      stage that waits for something outside can be tried again: retry.
      """,
    wrong: """
      stages:
        - clean
        - summarize
        - output.jsonl: { path: out/news.jsonl }
      """,
    mended: """
      stages:
        - clean
        - summarize:
          on_error: keep
        - output.jsonl: { path: out/news.jsonl }
      """,
    reason: """
      A document that goes on silently without a step is a wrong document.
      """,
    commands: [.why, .replay])

  static let badRecord = DiagnosticStory(
    title: "A record that is not a document",
    meaning: """
      The line is JSON but no document: it is not an object, it has no text, or a field is of another kind \
      than it must be. A record needs a text; id, title, byline, section, published and language are \
      known, all else goes to the metadata.
      """,
    wrong: .init(
      """
      {"id": "bridge", "story": "The bridge opened on Friday."}
      """,
      file: "dump.jsonl",
      command: "run clean dump.jsonl"),
    mended: .init(
      """
      {"id": "bridge", "text": "The bridge opened on Friday."}
      """,
      file: "dump.jsonl",
      command: "run clean dump.jsonl"),
    reason: """
      A record without its text would pass for an empty article.
      """,
    commands: [.init(line: "show input.files", purpose: "shows what a record may hold"), .why])
}
