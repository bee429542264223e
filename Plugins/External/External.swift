import Copydesk

/// Has a program work on documents: a stage in any language.
///
/// ```yaml
/// - external: { command: [python3, shout.py], options: { mark: "!" } }
/// - external: { command: [tr, a-z, A-Z], protocol: text }
/// ```
///
/// The protocol is described in `Documentation/ExternalStages.md`.
public struct External: WaitingStage, SelfDescribing {
  /// How a program is spoken to.
  public enum Speech: String, OptionChoice {
    /// A process works on many documents: JSON Lines, documents in, changes out.
    case jsonl
    /// A process a document: the text goes to its standard input, its standard output replaces the text.
    case text
  }

  /// The options of `external`.
  public struct Options: StageOptions {
    @Option(
      "The program and its arguments. No shell is involved; it starts in the folder of the definition, where a path that begins with ./ is looked for."
    ) var command: [String] = []
    @Option("Which of the program's stages is wanted; may be left out where it offers one.") var stage:
      String? =
        nil
    @Option("The options of the program's stage: copydesk show external --in PIPELINE tells them.")
    var options =
      AnyOptions()
    @Option("How the program is spoken to.") var `protocol`: Speech = .jsonl
    @Option("How many processes of the program run at once.", range: 1...64) var concurrency = 1
    @Option(
      "How many documents go in one request; as many as the program wants, where left out.", range: 1...)
    var batch: Int? = nil
    @Option("How many requests a process may have in hand.", range: 1...1_000) var inFlight = 8
    @Option("Seconds that a document may take.", range: 0.01...86_400) var deadline = 30.0
    @Option("Seconds that the program may take to start.", range: 0.01...86_400) var startDeadline = 60.0
    @Option(
      "How many failures in a row, without one answer between them, are borne; ten times as many where each is of one document alone.",
      range: 0...1_000)
    var restarts = 10
    @Option("Environment variables that are passed on; besides these only PATH, LANG and PYTHONPATH.")
    var env: [String] = []
    @Option("Most memory of a process, in megabytes; 0 for no limit.", range: 0...4_194_304) var memoryMb =
      4_096
    @Option(
      "Most processor time of a process, in seconds; it is started again when it is used up.", range: 1...)
    var cpuSeconds: Int? = nil

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "external"
  public static let abstract = "Has a program work on documents: a stage in any language."
  public static let example = "- external: { command: [tr, a-z, A-Z], protocol: text }"
  public static let discussion = """
    A program is only started where the user trusts the definition: with --allow-external, with \
    COPYDESK_ALLOW_EXTERNAL=1, or where the definition's path is a line of ~/.config/copydesk/trusted. It runs without \
    a shell, with a clean environment, within limits, and ends with the run together with all that it has started.

    What the program does with a document must depend on nothing but the document and the options: which process gets \
    which document is left to chance. A document that it fails on, hangs on or answers wrongly goes to the dead letters; \
    the others of its batch do not.
    """
  public static let permissions: Set<Permission> = [.startPrograms]
  public static let rules = [
    Rule("rewritten", "A part of the text that the program's whole new text has differently."),
    Rule("*", "What the program names its rules."),
  ]

  /// How the work is done.
  private enum Work {
    case pool(Pool, DeclaredStage)
    case filter(TextFilter)
    /// The user has not allowed it, so the stage can only be looked at.
    case nothing
  }

  private let work: Work
  private let stage: StageReference
  public let concurrency: Int
  public let declaration: ComponentDeclaration?

  public static func advice(on options: Options, given: Set<String>) -> [OptionAdvice] {
    guard options.protocol == .text else { return [] }
    return ["stage", "options", "batch", "in_flight", "start_deadline", "restarts"].filter(given.contains).map
    {
      OptionAdvice($0, "\"\($0)\" has no effect with protocol: text", help: "take it out")
    }
  }

  /// - Throws: ``InvalidOption`` where the program is not there, cannot be spoken to or does not offer what is asked for.
  public init(options: Options, context: StageContext) throws {
    stage = context.stage
    let command = try Command(options, context)
    guard context.permissions.contains(.startPrograms) else {
      work = .nothing
      declaration = nil
      concurrency = 1
      return
    }
    switch options.protocol {
    case .text:
      work = .filter(TextFilter(command, deadline: options.deadline, context))
      declaration = ComponentDeclaration(
        name: options.command.joined(separator: " "),
        abstract: "Replaces the text by what the program makes of it.",
        reads: [.text], writes: [.text], rules: Array(Self.rules.prefix(1)))
      concurrency = options.concurrency
    case .jsonl:
      let greeting = try Greeting(command, options, context)
      declaration = greeting.stage.declaration
      // Twice as many batches as processes, so that none is idle between the end of one and the beginning of the next.
      concurrency = options.concurrency * 2
      let settings = Pool.Settings(
        command: command, stage: context.stage, log: context.log, wanted: greeting.stage.declaration.name,
        options: greeting.options, batch: options.batch ?? greeting.stage.batch,
        processes: options.concurrency, inFlight: options.inFlight, deadline: options.deadline,
        startDeadline: options.startDeadline, restarts: options.restarts)
      work = .pool(Pool(settings, first: greeting.channel), greeting.stage)
    }
  }

  public func process(_ documents: inout [Document]) throws -> [Failure?] {
    switch work {
    case .filter(let filter): return documents.indices.map { filter.process(&documents[$0]) }
    case .nothing:
      throw CopydeskError(
        .notAllowed, "\"\(stage.id)\" may not start programs", help: "see: copydesk show external")
    case .pool(let pool, let declared):
      let fields = Set(declared.declaration.reads)
      let outcomes = try pool.outcomes(of: documents.map { $0.request(fields) })
      return zip(documents.indices, outcomes).map { index, outcome in
        switch outcome {
        case .success(let json):
          Answer(json, declared.declaration, stage: stage.id).apply(to: &documents[index])
        case .failure(let failure): failure
        }
      }
    }
  }

  public func finish() {
    if case .pool(let pool, _) = work { pool.close() }
  }
}
