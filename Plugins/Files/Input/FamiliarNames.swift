import Copydesk

/// What feeds and corpora call what a document has, for records that do not use our names: the first of these that is
/// there. ``FileSource/discussion`` lists them.
///
/// They are those of schema.org, of NewsAPI, of news-please, of CCNet and of the CNN/Daily Mail set. A field under its own
/// name always comes first, and a ``FieldMap`` that names a place for a field leaves these out.
enum FamiliarNames {
  static let text = ["content", "body", "maintext", "articleBody", "article_body", "raw_content", "article"]
  static let others: [(target: FieldMap.Target, names: [String])] = [
    (.title, ["headline"]),
    (.byline, ["author", "authors"]),
    (.published, ["date", "datePublished", "publishedAt", "published_at", "date_publish"]),
  ]

  /// All of them, as a sentence of Markdown goes on with them.
  static var listed: String {
    ([(target: FieldMap.Target.text, names: text)] + others).map { target, names in
      "for `\(target.rawValue)` " + names.map { "`\($0)`" }.joined(separator: ", ")
    }.joined(separator: "; ")
  }

  /// The name of a record's member as ours are written, where it differs from one of them by a capital at its start or
  /// more; nil for any other.
  static func ofMember(_ name: String) -> String? { columns.known(name) }

  /// The same of the names of a text.
  static func ofText(_ name: String) -> String? { texts.known(name) }

  /// A column's name as ours are written, where it differs from one of them by its case, as spreadsheets like capitals; nil
  /// for any other.
  static func ofColumn(_ name: String) -> String? {
    columns[name.lowercased()].flatMap { $0 == name ? nil : $0 }
  }

  private static let columns = byLowerCase(FieldMap.Target.allCases.map(\.rawValue) + others.flatMap(\.names))
  private static let texts = byLowerCase(["text"] + text)

  private static func byLowerCase(_ names: [String]) -> [String: String] {
    Dictionary(names.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension [String: String] {
  fileprivate func known(_ name: String) -> String? {
    // Most names begin small, and are not looked up.
    guard let first = name.utf8.first, first.isASCIIUppercase, let known = self[name.lowercased()] else {
      return nil
    }
    return known == name ? nil : known
  }
}

/// The longest text in a record that has none where it should be: most likely the one that is wanted.
struct LongestText {
  /// Its place, as a ``FieldMap`` names it.
  let place: String
  /// How many characters it has.
  let characters: Int

  /// Nil where no text has more than a few words. Of a name that a shell or YAML would read otherwise nothing is told: it is
  /// whoever made the record that chose it.
  init?(in members: [JSONValue.Member]) {
    var longest: (place: String, text: String)?
    func look(_ members: [JSONValue.Member], under parents: String, depth: Int) {
      for member in members where Self.isPlain(member.name) {
        switch member.value {
        case .string(let text) where text.utf8.count > (longest?.text.utf8.count ?? 20) && text.contains(" "):
          longest = (parents + member.name, text)
        case .object(let inner) where depth < 4:
          look(inner, under: parents + member.name + ".", depth: depth + 1)
        default: break
        }
      }
    }
    look(members, under: "", depth: 0)
    guard let longest else { return nil }
    place = longest.place
    characters = longest.text.count
  }

  static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") }
  }

  /// What to do about it.
  var help: String {
    "its longest text is \"\(place)\", of \(characters) characters: if that is it, say so in the pipeline, "
      + "input: { fields: { text: \(place) } }, or with --set input.fields.text=\(place)"
  }
}
