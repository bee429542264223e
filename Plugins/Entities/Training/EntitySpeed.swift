import Copydesk

/// How many words a second names are found in, on one thread. For benchmarks: nothing else needs it.
public struct EntitySpeed: Sendable {
  /// Words a second from tokens to tags.
  public let tokensToTags: Double
  /// Words a second from raw text to entities: tokens, sentences, names, figures, links.
  public let textToEntities: Double

  /// Goes over a file again and again.
  /// - Parameter seconds: how long for each of the two figures, at least.
  public init(of tagger: TaggedFile.Tagger, on file: TaggedFile, seconds: Double) throws {
    let words = file.documents.reduce(0) { $0 + $1.tokens.count { $0.kind != .punctuation } }
    // The best round is that which other work on the machine disturbed least.
    func best(_ round: () throws -> Void) rethrows -> Double {
      let clock = ContinuousClock()
      let start = clock.now
      var best = Double.infinity
      repeat {
        let elapsed = try clock.measure(round)
        best = min(best, Double(elapsed.components.attoseconds) / 1e18 + Double(elapsed.components.seconds))
      } while clock.now - start < .seconds(seconds)
      return best
    }
    tokensToTags = Double(words) / best { _ = file.tags(by: tagger, in: TaggedFile.Scheme()) }
    let stage = try EntitiesStage(options: EntitiesStage.Options(), context: StageContext())
    let texts = file.documents.map { document in
      document.sentences.map { sentence in
        let span = document.tokens[sentence.lowerBound].start..<document.tokens[sentence.upperBound - 1].end
        return String(decoding: document.bytes[span], as: UTF8.self)
      }.joined(separator: "\n")
    }
    textToEntities =
      try Double(words)
      / best {
        for text in texts {
          var document = Document(text)
          try stage.process(&document)
        }
      }
  }
}
