import Copydesk
import Foundation
import Synchronization

/// Has a language model write a summary, and checks each sentence of it against the text.
///
/// ```yaml
/// - summarize.llm: { endpoint: "http://localhost:11434/v1", model: llama3.2 }
/// ```
public struct LanguageModelSummary: WaitingStage {
  /// The options of `summarize.llm`.
  public struct Options: StageOptions {
    @Option("Where an OpenAI-compatible interface is: up to and with /v1.") var endpoint =
      "http://localhost:11434/v1"
    @Option("The model, as the endpoint calls it.") var model = ""
    @Option("What the model is asked; {text}, {title} and {sentences} stand for the document's.") var prompt =
      "Summarise the article below in at most {sentences} sentences. Say only what the article says, and keep its names and numbers as they are. Answer with the summary alone.\n\nTitle: {title}\n\n{text}"
    @Option("Most sentences of the summary.", range: 1...) var sentences = 3
    @Option("The environment variable that holds the key, where the endpoint wants one.") var keyVariable =
      "OPENAI_API_KEY"
    @Option("Documents that the model works on at once.", range: 1...64) var concurrency = 4
    @Option("Seconds that an answer may take.", range: 0.01...3_600) var timeout = 60.0
    @Option("How often a question is asked again.", range: 0...20) var retries = 3
    @Option(
      "Seconds before a question is asked again; twice as many each time, 30 at most.", range: 0.001...30)
    var backoff = 1.0
    @Option("A folder that keeps answers, so that the same question is asked once.") var cache: String? = nil
    @Option("Most tokens of an answer.", range: 1...100_000) var maxTokens = 300
    @Option(
      "Most tokens of the text that are sent, at about four bytes each; the rest is cut off after a sentence.",
      range: 16...)
    var textTokens = 6_000
    @Option("Most tokens that a run may use, questions and answers.", range: 1...) var tokenBudget: Int? = nil
    @Option("Documents in a row without an answer, after which no more are tried.", range: 1...)
    var giveUpAfter = 10
    @Option(
      "Seconds until one document tries an endpoint again that could not be reached three times in a row; the others do not wait for it.",
      range: 0...86_400) var probeAfter = 30.0
    @Option(
      "Share of a sentence's words that the text must have, besides all its names and numbers.", range: 0...1)
    var support = 0.7
    @Option("The field that the answer is written to.") var field = "summary_llm"

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "summarize.llm"
  public static let abstract = "Has a language model write a summary, and checks it against the text."
  public static let discussion = """
    Speaks to llama.cpp, Ollama, vLLM and whatever else has OpenAI's chat completions. The answer goes to metadata: its \
    text, the model, and its sentences, each with whether the text bears it out (its content words, names and numbers \
    are there) and the span of the sentence most like it, in Unicode scalars. `summary` holds the extractive summary as \
    `summarize` makes it, unless a stage before has filled it; where the model gives no answer it stands alone, and the \
    trail says why. Documents leave the machine if the endpoint is elsewhere. The key is read from the environment, \
    never from the definition; redirects are not followed. What a model answers may differ from run to run: use `cache` \
    to get the same bytes again.
    """
  /// How a definition may use it.
  public static let example = "- summarize.llm: { model: llama3.2, cache: cache/llm }"
  /// What it looks at; the title too, where there is one.
  public static let reads: [DocumentField] = [.text]
  /// What it fills.
  public static let writes: [DocumentField] = [.summary, .metadata]
  /// Its rules, and those of the extractive summary.
  public static let rules = LanguageModelRule.allCases.map { Rule($0.rawValue, $0.help) } + Summarize.rules

  private let options: Options
  private let connection: ChatConnection
  private let budget: TokenBudget
  private let health: EndpointHealth
  private let log: StageLog
  private let stage: String
  private let cache: AnswerCache?
  private let extractive: Summarize
  private let turns: DispatchSemaphore

  public init(options: Options, context: StageContext) throws {
    guard let address = Self.address(options.endpoint) else {
      throw InvalidOption(
        "endpoint", "\"\(options.endpoint)\" is not the address of an interface",
        help: "write it as http://localhost:11434/v1, without a name or a password")
    }
    guard options.prompt.contains("{text}") else {
      throw InvalidOption(
        "prompt", "the prompt has no place for the text", help: "put {text} where it belongs")
    }
    self.options = options
    let key = context.environment[options.keyVariable].flatMap { $0.isEmpty ? nil : $0 }
    connection = ChatConnection(address: address, key: key, timeout: options.timeout)
    budget = TokenBudget(most: options.tokenBudget)
    log = context.log
    stage = context.stage.id
    health = EndpointHealth(pause: options.probeAfter)
    cache = options.cache.map(AnswerCache.init)
    turns = DispatchSemaphore(value: options.concurrency)
    var summary = Summarize.Options()
    summary.sentences = options.sentences
    extractive = try Summarize(options: summary, context: context)
  }

  private static func address(_ endpoint: String) -> URL? {
    let base = endpoint.hasSuffix("/") ? String(endpoint.dropLast()) : endpoint
    guard let url = URL(string: base + "/chat/completions"), url.scheme == "http" || url.scheme == "https",
      !(url.host ?? "").isEmpty, url.user == nil, url.password == nil
    else { return nil }
    return url
  }

  public var concurrency: Int { min(4, options.concurrency) }

  public func finish() {
    connection.close()
    let skipped = health.takeSkipped()
    guard skipped > 0 else { return }
    log(
      .warning, stage: stage,
      "the endpoint could not be reached: the extractive summary stands alone in \(skipped) documents that did not wait for it"
    )
  }

  public func process(_ documents: inout [Document]) throws -> [Failure?] {
    let work = Mutex((next: 0, documents: documents))
    let count = documents.count
    let group = DispatchGroup()
    for _ in 0..<min(options.concurrency, count) {
      group.enter()
      // Threads that wait are not taken from those that work.
      Thread.detachNewThread {
        while let (index, document) = work.withLock({ work -> (Int, Document)? in
          guard work.next < count else { return nil }
          defer { work.next += 1 }
          return (work.next, work.documents[work.next])
        }) {
          var document = document
          summarise(&document)
          work.withLock { [document] in $0.documents[index] = document }
        }
        group.leave()
      }
    }
    group.wait()
    documents = work.withLock { $0.documents }
    return [Failure?](repeating: nil, count: count)
  }

  // MARK: One document

  private func summarise(_ document: inout Document) {
    if document.summary == nil { try? extractive.process(&document) }
    guard document.text.wordCount > 0 else { return }
    let request = ChatRequest(
      model: options.model, prompt: prompt(for: document), maxTokens: options.maxTokens)
    func note(_ rule: LanguageModelRule, measured: Double? = nil, limit: Double? = nil) {
      document.trail.append(TrailEntry(.noted, rule: rule.rawValue, measured: measured, limit: limit))
    }
    if let answer = cache?.answer(to: request, at: options.endpoint) {
      note(.cached)
      return take(answer, into: &document)
    }
    guard budget.failures < options.giveUpAfter else {
      return note(.gaveUp, measured: Double(budget.failures), limit: Double(options.giveUpAfter))
    }
    guard health.admits() else { return note(.down) }
    let reserved = request.estimatedTokens
    guard budget.reserve(reserved) else {
      return note(.overBudget, measured: Double(budget.used), limit: options.tokenBudget.map(Double.init))
    }
    turns.wait()
    let (result, tries) = ask(request)
    turns.signal()
    switch result {
    case .success(let answer):
      budget.note(success: true)
      budget.settle(reserved: reserved, used: answer.tokens ?? reserved)
      cache?.keep(answer, to: request, at: options.endpoint)
      note(.answered, measured: Double(tries))
      take(answer, into: &document)
    case .failure(let failure):
      budget.note(success: false)
      budget.settle(reserved: reserved, used: 0)
      note(failure.rule, measured: Double(failure.statusCode ?? tries))
    }
  }

  private func ask(_ request: ChatRequest) -> (Result<ChatAnswer, ChatFailure>, tries: Int) {
    var pause = options.backoff
    var tries = 0
    while true {
      tries += 1
      do {
        let answer = try connection.ask(request, timeout: options.timeout)
        health.note(reached: true)
        return (.success(answer), tries)
      } catch {
        health.note(reached: error != .unreachable)
        guard error.isPassing, tries <= options.retries, !health.isDown else {
          return (.failure(error), tries)
        }
        var wait = min(30, pause)
        if case .status(_, let asked?) = error { wait = min(60, max(wait, asked)) }
        sleep(wait)
        guard !health.isDown else { return (.failure(error), tries) }
        pause *= 2
      }
    }
  }

  /// Waits, but not on when others find that nobody is there.
  private func sleep(_ seconds: Double) {
    let end = DispatchTime.now() + seconds
    while DispatchTime.now() < end, !health.isDown {
      let left = Double(end.uptimeNanoseconds &- DispatchTime.now().uptimeNanoseconds) / 1e9
      Thread.sleep(forTimeInterval: max(0, min(0.05, left)))
    }
  }

  private func prompt(for document: Document) -> String {
    let text = document.text
    var end = text.count
    let most = options.textTokens * 4
    if end > most {
      end =
        text.sentences.last { $0.span.end <= most }?.span.end ?? text.tokens.last { $0.end <= most }?.end ?? 0
    }
    // In one pass, so that a text that holds "{title}" stays as it is.
    let values = [
      "text": text[Span(0, end)], "title": document.title ?? "", "sentences": String(options.sentences),
    ]
    var out = ""
    var rest = options.prompt[...]
    while let open = rest.firstIndex(of: "{") {
      out += rest[..<open]
      rest = rest[open...]
      if let close = rest.firstIndex(of: "}"),
        let value = values[String(rest[rest.index(after: open)..<close])]
      {
        out += value
        rest = rest[rest.index(after: close)...]
      } else {
        out.append(rest.removeFirst())
      }
    }
    return out + rest
  }

  /// Checks the answer and writes it into the document.
  private func take(_ answer: ChatAnswer, into document: inout Document) {
    let check = AnswerCheck(document.text, title: document.title)
    var verdicts = check.verdicts(on: answer.content)
    if answer.isCutOff, let last = verdicts.last, !".!?…\"”".contains(last.sentence.last ?? " ") {
      verdicts.removeLast()
      document.trail.append(TrailEntry(.noted, rule: LanguageModelRule.cutOff.rawValue))
    }
    guard !verdicts.isEmpty else {
      document.trail.append(TrailEntry(.noted, rule: LanguageModelRule.unfinished.rawValue))
      return
    }
    let offsets = ScalarOffsets(document.text)
    var sentences: [JSONValue] = []
    for verdict in verdicts {
      let isSupported = verdict.isSupported(atLeast: options.support)
      var members: [JSONValue.Member] = [
        .init("text", .string(verdict.sentence)), .init("supported", .bool(isSupported)),
      ]
      if !verdict.missing.isEmpty {
        members.append(.init("missing", .array(verdict.missing.map { .string($0) })))
      }
      if let span = verdict.evidence {
        members.append(.init("start", .number(String(offsets[span.start]))))
        members.append(.init("end", .number(String(offsets[span.end]))))
      }
      sentences.append(.object(members))
      if !isSupported {
        document.trail.append(
          TrailEntry(
            .noted, rule: LanguageModelRule.unsupported.rawValue,
            source: verdict.evidence.map(document.text.source), measured: verdict.share,
            limit: options.support))
      }
    }
    document.metadata[options.field] = .object([
      .init("text", .string(verdicts.map(\.sentence).joined(separator: " "))),
      .init("model", .string(options.model)), .init("sentences", .array(sentences)),
    ])
  }
}
