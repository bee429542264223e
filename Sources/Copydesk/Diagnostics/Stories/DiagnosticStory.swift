/// The long story of a ``DiagnosticCode``: what `copydesk explain CD102` tells.
///
/// There is one for each code, by ``DiagnosticCode/story``. A test reads the wrong example of every one about
/// definitions and finds exactly that code, and does not find it in the mended one.
public struct DiagnosticStory: Sendable {
  /// What the code means, in a line without a full stop.
  public let title: String
  /// What is wrong, and how it comes about, in paragraphs parted by line breaks.
  public let meaning: String
  /// How it goes wrong.
  public let wrong: Example
  /// The same, mended.
  public let mended: Example
  /// Why there is a check.
  public let reason: String
  /// Commands that help, each with what it does.
  public let commands: [Command]

  /// A piece of a definition or a file, a command, or both.
  public struct Example: Sendable, ExpressibleByStringLiteral {
    /// The name of the file that the text is in.
    public let file: String
    /// The text of the file; nil where the command says all.
    public let text: String?
    /// The command line, without `copydesk`; nil where reading the file is enough.
    public let command: String?

    /// An example that is a definition.
    public init(stringLiteral text: String) { self.init(text) }

    /// Creates an example.
    public init(_ text: String? = nil, file: String = "news.yaml", command: String? = nil) {
      self.file = file
      self.text = text
      self.command = command
    }
  }

  /// A command that helps.
  public struct Command: Sendable {
    /// The command line, without `copydesk`.
    public let line: String
    /// What it does.
    public let purpose: String

    static let check = Command(
      line: "check news.yaml", purpose: "shows every mistake of a pipeline at its place")
    static let resolved = Command(
      line: "check news.yaml --resolved", purpose: "prints the pipeline as it works, all put in")
    static let stages = Command(line: "list stages", purpose: "lists the stages there are")
    static let pipelines = Command(line: "list pipelines", purpose: "lists the pipelines there are")
    static let show = Command(
      line: "show summarize", purpose: "shows a stage's options, their values and defaults")
    static let schema = Command(
      line: "schema", purpose: "prints a JSON Schema: an editor completes and checks with it")
    static let showDedupe = Command(
      line: "show dedupe.documents", purpose: "shows the options that make an index, and their defaults")
    static let why = Command(line: "why out/news.jsonl", purpose: "tells what became of each document")
    static let replay = Command(
      line: "replay out/news.dead.jsonl", purpose: "runs the failed documents again once the cause is gone")
  }
}

extension DiagnosticCode {
  /// The code that a person means who writes `CD102`, `cd102` or `102`.
  public init?(name: String) {
    let digits = name.uppercased().hasPrefix("CD") ? name.dropFirst(2) : name[...]
    self.init(rawValue: "CD\(digits)")
  }
}
