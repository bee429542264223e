import Copydesk

/// Takes personal data out of the text and the head: mail addresses, telephone numbers, IP addresses, numbers of payment cards.
///
/// ```yaml
/// stages:
///   - redact.pii: { kinds: [email, card], with: "[{kind}]" }
/// ```
public struct RedactPII: Stage {
  /// What is taken out.
  public enum Kind: String, OptionChoice {
    /// `anna@example.org`
    case email
    /// `+44 20 7946 0000`, `(212) 555-0100`
    case phone
    /// IPv4 and IPv6 addresses.
    case ip
    /// Numbers of payment cards that pass the Luhn check.
    case card
  }

  /// Where it is taken out.
  public enum Field: String, OptionChoice {
    /// The text.
    case text
    /// The headline.
    case title
    /// Who wrote it, which of mail may be an address.
    case byline
    /// The desk or region it ran under.
    case section
    /// The texts of all other fields, those in lists and objects too, but for addresses of the web.
    case metadata
  }

  /// The options of `redact.pii`.
  public struct Options: StageOptions {
    @Option("What is taken out.") var kinds: [Kind] = [.email, .phone, .ip, .card]
    @Option("Where it is taken out.") var fields: [Field] = [.text, .title, .byline, .section]
    @Option("What is put there; {kind} stands for what it was, in capitals.") var with = "[{kind}]"

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "redact.pii"
  public static let abstract =
    "Takes mail addresses, telephone and card numbers and IP addresses out of the text and its head."
  public static let discussion = """
    Put it before `entities` and `summarize`: the text changes, and what was found in it is forgotten. The trail says \
    where each stood in the source, or in which field, not what it was. With `metadata` among the `fields` the texts of \
    the metadata are looked through too, but for addresses of the web; ids and names of files stay. Rejects and dead letters keep the original bytes, and \
    what other stages took out, such as a byline, is shown as it stood by `output.html` (unless `struck: false`) and by reports. A telephone \
    number needs a plus, brackets around its area code and nothing else, brackets around all of it where it begins with a \
    zero, or the form of North America; card numbers need \
    13 to 19 digits with the right check digit (ISO/IEC 7812). What follows either in digits, a date or an hour, stays, and \
    so do amounts, decimals, coordinates and results of games. Brackets around a year, or behind another number, are \
    those of a citation: `395 (1998) 1234-1245`. Blanks that do not break, and hyphens and dashes of other kinds, count as \
    those of the keyboard.
    """
  public static let example = "- redact.pii: { kinds: [email, card], with: \"[{kind}]\" }"
  public static let reads: [DocumentField] = [.text, .title, .byline, .section, .metadata]
  public static let writes: [DocumentField] = [.text, .title, .byline, .section, .metadata]
  public static let rules = [Rule("pii.*", "Puts a mark in place of personal data of that kind.")]

  private let kinds: Set<Kind>
  private let fields: Set<Field>
  private let marks: [Kind: String]

  public init(options: Options, context: StageContext) throws {
    guard !options.kinds.isEmpty else {
      throw InvalidOption(
        "kinds", "the list is empty, so nothing would be removed", help: "leave it out")
    }
    guard !options.fields.isEmpty else {
      throw InvalidOption(
        "fields", "the list is empty, so nothing would be looked through", help: "leave it out")
    }
    kinds = Set(options.kinds)
    fields = Set(options.fields)
    marks = Dictionary(
      uniqueKeysWithValues: Kind.allCases.map { kind in
        let parts = options.with.split(separator: "{kind}", omittingEmptySubsequences: false)
        return (kind, parts.joined(separator: kind.rawValue.uppercased()))
      })
  }

  public func process(_ document: inout Document) throws {
    if fields.contains(.text) { redactText(of: &document) }
    if fields.contains(.title) { redact("title", \.title, of: &document) }
    if fields.contains(.byline) { redact("byline", \.byline, of: &document) }
    if fields.contains(.section) { redact("section", \.section, of: &document) }
    guard fields.contains(.metadata) else { return }
    for field in document.metadata.fields {
      var found: Set<Kind> = []
      let value = redacted(field.value, &found)
      if !found.isEmpty { document.metadata[field.name] = value }
      note(found, in: field.name, of: &document)
    }
  }

  // MARK: Fields

  private func redact(
    _ name: String, _ field: WritableKeyPath<Document, String?>, of document: inout Document
  ) {
    guard let string = document[keyPath: field] else { return }
    var found: Set<Kind> = []
    let clean = redacted(string, &found)
    if !found.isEmpty { document[keyPath: field] = clean }
    note(found, in: name, of: &document)
  }

  private func note(_ found: Set<Kind>, in field: String, of document: inout Document) {
    for kind in Kind.allCases where found.contains(kind) {
      document.trail.append(TrailEntry(.removed, rule: "pii.\(kind.rawValue)", field: field))
    }
  }

  /// A value with marks in its texts.
  /// - Complexity: O(bytes · depth).
  private func redacted(_ value: JSONValue, _ found: inout Set<Kind>) -> JSONValue {
    switch value {
    case .string(let string) where Self.isAddress(string): value
    case .string(let string): .string(redacted(string, &found))
    case .array(let elements): .array(elements.map { redacted($0, &found) })
    case .object(let members): .object(members.map { .init($0.name, redacted($0.value, &found)) })
    case .null, .bool, .number: value
    }
  }

  /// Whether a text is an address of the web and nothing else.
  private static func isAddress(_ string: String) -> Bool {
    (string.hasPrefix("http://") || string.hasPrefix("https://")) && !string.contains(where: \.isWhitespace)
  }

  private func redacted(_ string: String, _ found: inout Set<Kind>) -> String {
    var string = string
    let spans = string.withUTF8 { PersonalData(bytes: $0, kinds: kinds).find() }
    guard !spans.isEmpty else { return string }
    let bytes = Array(string.utf8)
    var clean: [UInt8] = []
    var kept = 0
    for (kind, span) in spans {
      found.insert(kind)
      clean += bytes[kept..<span.start]
      clean += (marks[kind] ?? "").utf8
      kept = span.end
    }
    clean += bytes[kept...]
    return String(decoding: clean, as: UTF8.self)
  }

  // MARK: Text

  private func redactText(of document: inout Document) {
    let text = document.text
    let found = text.utf8.withUnsafeBufferPointer { PersonalData(bytes: $0, kinds: kinds).find() }
    guard !found.isEmpty else { return }
    var builder = Text.Builder(editing: text)
    var kept = 0
    for (kind, span) in found {
      builder.copy(Span(kept, span.start))
      builder.replace(span, with: marks[kind] ?? "")
      kept = span.end
      document.trail.append(TrailEntry(.removed, rule: "pii.\(kind.rawValue)", source: text.source(of: span)))
    }
    builder.copy(Span(kept, text.count))
    document.rewrite(builder.finish())
  }
}
