import Copydesk

/// An article with a summary of it that somebody else made, to learn from.
public struct SummaryExample: Sendable {
  /// Names it.
  public let id: String
  /// Its headline.
  public let title: String?
  /// The article.
  public let text: Text
  /// The summary: sentences of the article, or words of one's own.
  public let summary: Text

  /// Creates an example.
  public init(id: String, title: String?, text: Text, summary: Text) {
    self.id = id
    self.title = title
    self.text = text
    self.summary = summary
  }

  /// Reads a record: an object with `text`, `summary`, and perhaps `id` and `title`.
  /// - Returns: nil where `text` or `summary` is missing.
  /// - Throws: ``MalformedJSON``.
  public init?(record: ArraySlice<UInt8>) throws {
    let json = try JSONReader.value(record)
    guard let text = json["text"]?.string, let summary = json["summary"]?.string else { return nil }
    self.init(
      id: json["id"]?.string ?? "", title: json["title"]?.string, text: Text(text), summary: Text(summary))
  }
}
