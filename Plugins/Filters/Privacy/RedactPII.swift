import Copydesk

/// Takes personal data out of the text: mail addresses, telephone numbers, IP addresses, numbers of payment cards.
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

  /// The options of `redact.pii`.
  public struct Options: StageOptions {
    @Option("What is taken out.") var kinds: [Kind] = [.email, .phone, .ip, .card]
    @Option("What is put there; {kind} stands for what it was, in capitals.") var with = "[{kind}]"

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "redact.pii"
  public static let abstract =
    "Takes mail addresses, telephone and card numbers and IP addresses out of the text."
  public static let discussion = """
    Put it before `entities` and `summarize`: the text changes, and what was found in it is forgotten. The trail says \
    where each stood in the source, not what it was; rejects and dead letters keep the original bytes. A telephone \
    number needs a plus, brackets around its area code, or the form of North America; card numbers need 13 to 19 \
    digits with the right check digit (ISO/IEC 7812). What follows either in digits, a date or an hour, stays. Brackets \
    around a year, or behind another number, are those of a citation: `395 (1998) 1234-1245`.
    """
  public static let example = "- redact.pii: { kinds: [email, card], with: \"[{kind}]\" }"
  public static let reads: [DocumentField] = [.text]
  public static let writes: [DocumentField] = [.text]
  public static let rules = [Rule("pii.*", "Puts a mark in place of personal data of that kind.")]

  private let kinds: Set<Kind>
  private let marks: [Kind: String]

  public init(options: Options, context: StageContext) throws {
    guard !options.kinds.isEmpty else {
      throw InvalidOption(
        "kinds", "the list is empty, so nothing would be removed", help: "leave it out")
    }
    kinds = Set(options.kinds)
    marks = Dictionary(
      uniqueKeysWithValues: Kind.allCases.map { kind in
        let parts = options.with.split(separator: "{kind}", omittingEmptySubsequences: false)
        return (kind, parts.joined(separator: kind.rawValue.uppercased()))
      })
  }

  public func process(_ document: inout Document) throws {
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
