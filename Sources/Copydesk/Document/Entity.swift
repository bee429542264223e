/// A name or a figure found in the text.
public struct Entity: Hashable, Sendable {
  /// Where it stands in the text.
  public var span: Span
  /// What kind of thing it names.
  public var label: Label
  /// Its value in a normal form, where it has one: a date as `2018-04-23`, money as `EUR 3500000`.
  public var value: String?
  /// Which thing it names, the same for all mentions in the document: see ``Document/names``. An id of the user's own
  /// where a list of names gave one.
  public var id: String?
  /// The title or honorific before it, which is no part of the name: "President", "Mr.".
  public var title: String?
  /// How sure the stage is that span and label are right, 0 to 1, where it measured that.
  public var confidence: Double?

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

    // Made of a `rawValue`, for which the compiler lays them down as constants; a literal makes a string when first asked.

    /// A person.
    public static let person = Label(rawValue: "PERSON")
    /// A company, ministry, party, court, club or army.
    public static let organisation = Label(rawValue: "ORG")
    /// A country, city, region, river or building.
    public static let place = Label(rawValue: "PLACE")
    /// A day, month or year.
    public static let date = Label(rawValue: "DATE")
    /// An amount of money.
    public static let money = Label(rawValue: "MONEY")
    /// A share in percent.
    public static let percent = Label(rawValue: "PERCENT")
    /// A nationality, a people, a faith or a political colour: "Syrian", "Sunni", "Republicans".
    public static let group = Label(rawValue: "GROUP")
    /// A war, an election, a storm, a feast of sport.
    public static let event = Label(rawValue: "EVENT")
    /// A book, a film, a song, a paper.
    public static let work = Label(rawValue: "WORK")
    /// Any other name: a product, a law, a language.
    public static let miscellaneous = Label(rawValue: "MISC")
    /// A time of day.
    public static let time = Label(rawValue: "TIME")
    /// A measure with its unit.
    public static let quantity = Label(rawValue: "QUANTITY")
    /// An address of electronic mail.
    public static let email = Label(rawValue: "EMAIL")
    /// An address of the web.
    public static let url = Label(rawValue: "URL")
    /// A telephone number.
    public static let phone = Label(rawValue: "PHONE")
  }
}

/// A thing that a document names, perhaps in many places: its mentions are the entities with its id.
public struct EntityName: Hashable, Sendable {
  /// Its id: `e1`, `e2` … in the order of the first mentions, or one of the user's own.
  public var id: String
  /// What kind of thing it is.
  public var label: Entity.Label
  /// Its name: the longest that the document has for it.
  public var name: String

  /// Creates a name.
  public init(id: String, label: Entity.Label, name: String) {
    self.id = id
    self.label = label
    self.name = name
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
