import Copydesk

/// What a model is asked: one message, in the form of the chat completions that OpenAI's interface made common.
struct ChatRequest: Sendable {
  let model: String
  let prompt: String
  let maxTokens: Int

  /// The body of the request.
  var body: [UInt8] {
    var json = JSONWriter(reserving: prompt.utf8.count + 256)
    json.object { json in
      json.member("model", model)
      json.name("messages")
      json.array { json in
        json.object { json in
          json.member("role", "user")
          json.member("content", prompt)
        }
      }
      json.member("temperature", 0)
      json.member("max_tokens", maxTokens)
      json.name("stream")
      json.value(.bool(false))
    }
    return json.finish()
  }

  /// About how many tokens the question and the longest answer have: four bytes each, as in English.
  var estimatedTokens: Int { prompt.utf8.count / 4 + maxTokens }
}

/// What a model answered.
struct ChatAnswer: Sendable, Equatable {
  var content: String
  /// Whether it stopped because it had no more tokens.
  var isCutOff: Bool
  /// Tokens used, where the endpoint tells.
  var tokens: Int?

  /// Reads the body of a response; nil where it is not one.
  init?(body: [UInt8]) {
    guard firstInvalidUTF8(in: body) == nil, let json = try? JSONReader.value(body[...]),
      case .array(let choices) = json["choices"], let choice = choices.first,
      let content = choice["message"]?["content"]?.string
    else { return nil }
    self.content = Self.withoutThoughts(content)
    isCutOff = choice["finish_reason"]?.string == "length"
    if case .number(let digits) = json["usage"]?["total_tokens"] { tokens = Int(digits) }
    guard !self.content.isEmpty else { return nil }
  }

  /// The answer without what models that think aloud put before it, and without white space around it.
  private static func withoutThoughts(_ content: String) -> String {
    var rest = content[...]
    if let end = rest.firstRange(of: "</think>") {
      rest = rest[end.upperBound...]
    } else if rest.contains("<think>") {
      rest = ""
    }
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
