/// A value of a definition, with the place where it stands.
public struct ConfigNode: Sendable, Hashable {
  /// What it is.
  public enum Value: Sendable, Hashable {
    /// Nothing: an empty value, `~` or `null`.
    case null
    /// A scalar. A *plain* one is not quoted, so that it may be a number or `true`.
    case scalar(String, isPlain: Bool)
    /// A list.
    case list([ConfigNode])
    /// Names and values in order, each name once.
    case map([Entry])
  }

  /// A name with its place, and its value.
  public struct Entry: Sendable, Hashable {
    /// The name.
    public var key: String
    /// Where the name stands.
    public var keyLocation: SourceLocation
    /// The value.
    public var value: ConfigNode

    /// Creates an entry.
    public init(key: String, keyLocation: SourceLocation, value: ConfigNode) {
      self.key = key
      self.keyLocation = keyLocation
      self.value = value
    }
  }

  /// What it is.
  public var value: Value
  /// Where it stands.
  public var location: SourceLocation

  /// Creates a node.
  public init(_ value: Value, at location: SourceLocation) {
    self.value = value
    self.location = location
  }

  /// The value of a map's entry.
  public subscript(key: String) -> ConfigNode? { entries?.first { $0.key == key }?.value }

  /// The entries, where it is a map.
  public var entries: [Entry]? {
    if case .map(let entries) = value { entries } else { nil }
  }

  /// The text, where it is a scalar.
  public var scalar: String? {
    if case .scalar(let text, _) = value { text } else { nil }
  }

  /// What a person calls it: "a list", "the text \"ten\"".
  public var kindDescription: String {
    switch value {
    case .null: "nothing"
    case .list(let nodes): nodes.isEmpty ? "an empty list" : "a list"
    case .map(let entries): entries.isEmpty ? "an empty mapping" : "a mapping"
    case .scalar(let text, let isPlain):
      if isPlain, Int(text) != nil || Double(text) != nil {
        "the number \(text)"
      } else if isPlain, text == "true" || text == "false" {
        "\(text)"
      } else {
        "the text \"\(text.count > 40 ? text.prefix(40) + "…" : text[...])\""
      }
    }
  }
}
