import Copydesk
import Foundation
import Synchronization

/// Answers kept in a folder by the hash of what was asked, so that the same question is asked once.
final class AnswerCache: Sendable {
  private let folder: String
  private let lock = Mutex(())

  init(folder: String) { self.folder = folder }

  /// The answer to a question that was asked before.
  func answer(to request: ChatRequest, at endpoint: String) -> ChatAnswer? {
    guard let data = FileManager.default.contents(atPath: path(request, endpoint)),
      let json = try? JSONReader.value(Array(data)[...]),
      // Two questions with one hash are told apart.
      json["prompt"]?.string == request.prompt, json["model"]?.string == request.model,
      let body = json["answer"]?.string
    else { return nil }
    return ChatAnswer(body: Array(body.utf8))
  }

  /// Keeps an answer. That it cannot be kept costs nothing but another question.
  func keep(_ answer: ChatAnswer, to request: ChatRequest, at endpoint: String) {
    var body = JSONWriter()
    body.object { body in
      body.name("choices")
      body.array { body in
        body.object { body in
          body.name("message")
          body.object { $0.member("content", answer.content) }
          body.member("finish_reason", answer.isCutOff ? "length" : "stop")
        }
      }
    }
    var json = JSONWriter()
    json.object { json in
      json.member("model", request.model)
      json.member("prompt", request.prompt)
      json.name("answer")
      json.string(body.bytes)
    }
    json.endLine()
    let bytes = json.bytes
    lock.withLock { _ in
      guard let file = try? OutputFile(path: path(request, endpoint)) else { return }
      try? file.write(bytes)
      try? file.finish()
    }
  }

  private func path(_ request: ChatRequest, _ endpoint: String) -> String {
    let question = Array("\(endpoint)\n\(request.model)\n\(request.maxTokens)\n\(request.prompt)".utf8)
    let name = [UInt64(0), 1].map { seed in
      let digits = String(StableHash.of(question, seed: seed), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
    return "\(folder)/\(name.prefix(2))/\(name).json"
  }
}
