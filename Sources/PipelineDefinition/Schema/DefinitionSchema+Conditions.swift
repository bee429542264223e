import Copydesk

extension DefinitionSchema {
  /// What may stand under `when`.
  var conditions: [(name: String, schema: JSONSchema)] {
    [
      ("condition", condition),
      (
        "fieldCondition",
        JSONSchema("What a field must be: a value, one of several, or within limits.")
          .with(.any(of: [Self.value, .list(of: Self.value), .options(FieldTest.Limits.specs)]))
      ),
    ]
  }

  private var condition: JSONSchema {
    let formats = DocumentSource.Format.allCases.map { (word: $0.rawValue, help: String?.none) }
    let properties: [(String, JSONSchema)] = [
      (
        "words",
        JSONSchema("How many words the text has.").with(.options(Condition.WordLimits.specs))
      ),
      (
        "language",
        JSONSchema("It is one of these languages: `en`, also for `en-GB`.").with(.oneOrSeveral(.text))
      ),
      (
        "has",
        JSONSchema("These fields are filled: \(Self.fields), or a name in the metadata.")
          .with(.oneOrSeveral(.text))
      ),
      (
        "label",
        JSONSchema("The text has an entity with this label, or one of these: `PERSON`.").with(
          .oneOrSeveral(.text))
      ),
      (
        "format",
        JSONSchema("The source is in this format, or one of these.").with(.oneOrSeveral(.choice(formats)))
      ),
      (
        "field",
        JSONSchema("What fields of the document or of its metadata must be; all must hold.").with(
          .map(of: .reference("fieldCondition"))
        ).with("minProperties", 1)
      ),
      (
        "all",
        JSONSchema("All of these hold.").with(.list(of: .reference("condition"), atLeast: 1))
      ),
      (
        "any",
        JSONSchema("At least one of these holds.").with(.list(of: .reference("condition"), atLeast: 1))
      ),
      ("not", JSONSchema("This does not hold.").with(.reference("condition"))),
    ]
    return JSONSchema("What must hold of a document. Several conditions in one mapping must all hold.")
      .with(.object(properties)).with("minProperties", 1)
  }

  private static let fields = Condition.fields.map { "`\($0)`" }.joined(separator: ", ")

  private static let value = JSONSchema().with("type", ["number", "string", "boolean"])
}
