import Copydesk

/// What a program answered for one document.
///
/// All of it is checked before any of it is done, so that an answer that is wrong leaves the document as it was.
struct Answer {
  static let members = [
    "error", "help", "transient", "drop", "text", "remove", "replace", "title", "byline", "section",
    "published",
    "language", "entities", "summary_sentences", "metadata", "notes", "id",
  ]

  let json: JSONValue
  let declaration: ComponentDeclaration
  /// The stage's id, which a summary names as its method.
  let stage: String

  init(_ json: JSONValue, _ declaration: ComponentDeclaration, stage: String) {
    self.json = json
    self.declaration = declaration
    self.stage = stage
  }

  /// Makes the changes.
  /// - Returns: why the document failed; nil where it did not.
  func apply(to document: inout Document) -> Failure? {
    do throws(Failure) {
      try checkMembers(document)
      if let message = json["error"] { return failure(message) }
      let changes = try Changes(reading: self, document)
      changes.make(on: &document)
      return nil
    } catch {
      return error
    }
  }

  private func failure(_ message: JSONValue) -> Failure {
    Failure(
      .stageFailed, message.string ?? "the program gives no reason", help: json["help"]?.string,
      isTransient: json["transient"] == true)
  }

  private func checkMembers(_ document: Document) throws(Failure) {
    guard case .object(let given) = json else {
      throw Self.invalid(
        "it is no object",
        help: "a document has one answer, {} for no change: a stage makes no documents of one")
    }
    for member in given where !Self.members.contains(member.name) {
      let help = Suggestion.help(for: member.name, among: Self.members)
      throw Self.invalid("there is no \"\(member.name)\"", help: help)
    }
    // The program names the document that it answers for, where it wants to be sure.
    if let id = json["id"]?.string, id != document.id { throw Self.invalid("it is for another document") }
  }

  static func invalid(_ what: String, help: String? = nil) -> Failure {
    Failure(.stageFailed, "the program's answer is not valid: \(what)", help: help)
  }
}
