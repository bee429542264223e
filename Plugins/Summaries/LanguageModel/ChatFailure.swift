/// Why no answer came.
enum ChatFailure: Error, Equatable {
  /// Nobody listens there, or the connection broke.
  case unreachable
  /// No answer within the time.
  case timeout
  /// An answer with an error's status.
  case status(Int, retryAfter: Double?)
  /// An answer that cannot be read, or an empty one.
  case malformed

  /// Whether it may go better the next time.
  var isPassing: Bool {
    switch self {
    case .unreachable, .timeout, .malformed: true
    case .status(let code, _): code == 408 || code == 429 || code >= 500
    }
  }

  /// The rule that the trail names.
  var rule: LanguageModelRule {
    switch self {
    case .unreachable: .unreachable
    case .timeout: .timeout
    case .status: .status
    case .malformed: .malformed
    }
  }

  /// The status that came, where one did.
  var statusCode: Int? { if case .status(let code, _) = self { code } else { nil } }
}

/// The rules of `summarize.llm`.
enum LanguageModelRule: String, CaseIterable {
  case answered = "llm.answered"
  case cached = "llm.cached"
  case cutOff = "llm.cut_off"
  case unsupported = "llm.unsupported"
  case unreachable = "llm.fallback.unreachable"
  case timeout = "llm.fallback.timeout"
  case status = "llm.fallback.status"
  case malformed = "llm.fallback.malformed"
  case overBudget = "llm.fallback.over_budget"
  case down = "llm.fallback.down"
  case gaveUp = "llm.fallback.gave_up"
  case unfinished = "llm.fallback.unfinished"

  /// What it says.
  var help: String {
    switch self {
    case .answered: "The model wrote a summary; how often it was asked."
    case .cached: "The summary is the one that the model wrote for the same question before."
    case .cutOff: "The answer came to the end of its tokens: its last, unfinished sentence was taken off."
    case .unsupported:
      "A sentence of the answer is not borne out by the text: the share of its words, names and numbers found there, beside the least that is asked."
    case .unreachable:
      "The extractive summary stands alone: the endpoint could not be reached, after so many tries."
    case .timeout: "The extractive summary stands alone: no answer came in time, after so many tries."
    case .status: "The extractive summary stands alone: the endpoint answered with this status."
    case .malformed: "The extractive summary stands alone: no answer could be read, after so many tries."
    case .overBudget:
      "The extractive summary stands alone: the tokens of the run are used up; those used, beside the budget."
    case .down:
      "The extractive summary stands alone: the endpoint could not be reached by the documents before, and was not asked."
    case .gaveUp:
      "The extractive summary stands alone: so many documents in a row got no answer that no more are tried."
    case .unfinished: "The extractive summary stands alone: the answer was cut off within its first sentence."
    }
  }
}
