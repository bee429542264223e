/// A name or a figure found in the text.
public struct Entity: Hashable, Sendable {
  /// Where it stands in the text.
  public var span: Span
  /// What kind of thing it names.
  public var label: Label
  /// Its value in a normal form, where it has one: a date as `2018-04-23`, money as `EUR 3500000`.
  public var value: String?

  /// Creates an entity.
  public init(_ span: Span, _ label: Label, value: String? = nil) {
    self.span = span
    self.label = label
    self.value = value
  }

  /// The kind of thing an entity names. The common ones are constants; a stage may make its own.
  public struct Label: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    /// The name of the label, in capitals.
    public let rawValue: String
    /// Creates a label.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Creates a label.
    public init(stringLiteral value: StaticString) { rawValue = "\(value)" }

    /// A person.
    public static let person: Label = "PERSON"
    /// A company, ministry, party, court, club or army.
    public static let organisation: Label = "ORG"
    /// A country, city, region, river or building, and the adjective of one.
    public static let place: Label = "PLACE"
    /// A day, month or year.
    public static let date: Label = "DATE"
    /// An amount of money.
    public static let money: Label = "MONEY"
    /// A share in percent.
    public static let percent: Label = "PERCENT"
  }
}

/// The sentences of a text that say what it is about, in the text's order.
public struct Summary: Hashable, Sendable {
  /// Where each sentence stands in the text.
  public var sentences: [Span]
  /// How they were chosen ("textrank").
  public var method: String

  /// Creates a summary.
  public init(sentences: [Span], method: String) {
    self.sentences = sentences
    self.method = method
  }

  /// The summary as one string, its sentences joined by spaces.
  public func string(in text: Text) -> String {
    sentences.map { text[$0] }.joined(separator: " ")
  }
}
