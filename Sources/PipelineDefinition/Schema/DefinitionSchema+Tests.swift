import Copydesk

extension DefinitionSchema {
  /// What may stand under `tests`.
  var tests: [(name: String, schema: JSONSchema)] {
    [("test", test), ("testInput", testInput), ("expectation", expectation)]
  }

  private var test: JSONSchema {
    let document: [(String, JSONSchema)] = [
      ("name", JSONSchema("What the test shows, in a few words.").with(.text)),
      ("input", JSONSchema("The text of one document.").with(.text)),
      ("file", JSONSchema("A file with the document instead, relative to the definition.").with(.text)),
      (
        "inputs",
        JSONSchema("Several documents instead.").with(.list(of: .reference("testInput"), atLeast: 1))
      ),
      ("format", Self.format),
      (
        "expect",
        JSONSchema("What must have become of the document; of several, each under its id.")
          .with(
            .any(of: [
              .reference("expectation"), .map(of: .reference("expectation")),
              JSONSchema().with("type", "null"),
            ]))
      ),
      (
        "clusters",
        JSONSchema("Of several documents, which repeat each other: lists of ids.").with(
          .list(of: .list(of: .text)))
      ),
    ]
    return JSONSchema("An example: documents, and what the pipeline must make of them.").with(
      .object(document, required: ["name"])
    )
    .with("oneOf", .array(["input", "file", "inputs"].map { .object([.init("required", [.string($0)])]) }))
    .with("anyOf", .array(["expect", "clusters"].map { .object([.init("required", [.string($0)])]) }))
  }

  private static let format = JSONSchema(
    "How the text is read; by the file's ending and the first bytes, where left out."
  )
  .with(.choice(DocumentSource.Format.allCases.map { ($0.rawValue, nil) }))

  private static let fieldHelp = [
    ("title", "The headline."), ("byline", "Who wrote it."), ("section", "The desk or region it ran under."),
    ("published", "When it was published: `2018-04-23`."), ("language", "The language: `en`."),
  ]

  /// Fields that a document comes with.
  private static let fields: [(String, JSONSchema)] = fieldHelp.map { ($0.0, JSONSchema($0.1).with(.text)) }

  /// Fields that are compared as a whole; null where they must not be filled.
  private static let wanted: [(String, JSONSchema)] =
    (fieldHelp + [
      ("text", "Its text at the end, exactly."), ("summary", "Its summary, exactly."),
      ("duplicate_of", "The id of the document that it repeats."),
      ("reason", "Why it was dropped or failed."),
      ("code", "The code of the error, where it failed: `CD201`."),
    ]).map { name, help in
      (name, JSONSchema(help).with("type", ["string", "number", "boolean", "null"]))
    }

  private var testInput: JSONSchema {
    let keys: [(String, JSONSchema)] = [
      ("id", JSONSchema("The id by which `expect` and `clusters` name it.").with(.text)),
      ("text", JSONSchema("Its text.").with(.text)),
      ("file", JSONSchema("A file with it instead, relative to the definition.").with(.text)),
      ("format", Self.format),
    ]
    let metadata = ("metadata", JSONSchema("Other fields that it comes with.").with("type", "object"))
    return JSONSchema("One document of a test, with the fields that it comes with.")
      .with(.object(keys + Self.fields + [metadata]))
  }

  private var expectation: JSONSchema {
    let verdicts = [
      ("kept", "It goes to the output."), ("dropped", "A stage took it out."),
      ("duplicate", "It repeats another document."), ("failed", "It could not be processed."),
    ]
    let keys: [(String, JSONSchema)] =
      [("verdict", JSONSchema("What became of it.").with(.choice(verdicts.map { ($0.0, $0.1) })))]
      + Self.wanted + [
        ("metadata", JSONSchema("Fields of its metadata.").with("type", "object")),
        ("contains", JSONSchema("Pieces that its text must hold.").with(.oneOrSeveral(.text))),
        ("lacks", JSONSchema("Pieces that its text must not hold.").with(.oneOrSeveral(.text))),
        (
          "entities",
          JSONSchema("Entities that must be found, each as LABEL: text.").with(.list(of: .map(of: .text)))
        ),
        (
          "removed",
          JSONSchema("Lines of the source that must have been taken out.").with(.oneOrSeveral(.text))
        ),
        ("rules", JSONSchema("Rules that must stand in its trail.").with(.oneOrSeveral(.text))),
      ]
    return JSONSchema("What must have become of a document. What is not named may be anything.")
      .with(.object(keys))
  }
}
