import Copydesk

/// Records that are no lines of a file of JSON Lines.
extension RecordParser {
  /// The document of an item that is no line, but an element of an array or an object on several lines.
  /// - Throws: ``Failure``.
  static func element(from item: SourceItem, map: FieldMap = .standard) throws(Failure) -> Document {
    try document(from: item, map: map) { helps[$0] }
  }

  /// The document of a line of standard input, which may well hold something else.
  /// - Throws: ``Failure``.
  static func piped(from item: SourceItem, map: FieldMap = .standard) throws(Failure) -> Document {
    try document(from: item, map: map) { help in
      helps[help].map { _ in help + "; if it is text or a page, say so: --set input.format=text, or html" }
    }
  }

  private static func document(
    from item: SourceItem, map: FieldMap, helping help: (String) -> String?
  ) throws(Failure) -> Document {
    do { return try document(from: item, map: map) } catch {
      var failure = error
      if let other = failure.help.flatMap(help) { failure.help = other }
      throw failure
    }
  }

  static let wholeLineHelp = "each line must hold one JSON object, whole"
  static let objectHelp = "each line must hold one JSON object: {\"text\": …}"
  /// What is told instead where records are no lines.
  private static let helps = [
    wholeLineHelp: "mend the file there; other records of it are read",
    objectHelp: "a JSON file must hold objects, or an array of them: [{\"text\": …}]",
  ]
}
