import Copydesk

/// Which fields of a record become which of a document.
///
/// ```yaml
/// input: { fields: { text: article.body, title: headline, published: meta.date } }
/// ```
struct FieldMap: Sendable {
  /// What a record may give a document.
  enum Target: String, Sendable, CaseIterable {
    case id, text, title, byline, section, published, language
  }

  /// Where the text is.
  let text: JSONPath
  /// Where each other field is that the user has named a place for.
  let others: [(target: Target, path: JSONPath)]
  /// The targets with a place of their own: a record's field of that name is nothing but metadata then.
  let moved: Set<Target>

  /// Whether 03/05/2024 is in May, where that is known.
  let isDayFirst: Bool?

  /// The fields as they are called.
  static let standard = FieldMap(text: JSONPath("text"), others: [], isDayFirst: nil)

  /// - Throws: ``InvalidOption`` where a field is unknown or its place is empty.
  init(_ fields: [String: String], isDayFirst: Bool? = nil) throws {
    var text = JSONPath("text")
    var others: [(target: Target, path: JSONPath)] = []
    for (name, place) in fields.sorted(by: { $0.key < $1.key }) {
      guard let target = Target(rawValue: name) else {
        let known = Target.allCases.map(\.rawValue)
        throw InvalidOption(
          "fields", "a document has no field \"\(name)\"",
          help: Suggestion.nearest(to: name, among: known).map { "did you mean \"\($0)\"?" }
            ?? "these can be filled: \(known.joined(separator: ", "))")
      }
      guard !place.split(separator: ".", omittingEmptySubsequences: false).contains("") else {
        throw InvalidOption(
          "fields", "\"\(place)\" is not the name of a field",
          help: "name the record's field, with dots where it is inside of another: article.body")
      }
      if target == .text { text = JSONPath(place) } else { others.append((target, JSONPath(place))) }
    }
    self.init(text: text, others: others, isDayFirst: isDayFirst)
  }

  private init(text: JSONPath, others: [(target: Target, path: JSONPath)], isDayFirst: Bool?) {
    self.isDayFirst = isDayFirst
    self.text = text
    self.others = others
    moved = Set(others.map(\.target) + (text == JSONPath("text") ? [] : [.text]))
  }
}
