import Copydesk

/// A trained tagger of names.
///
/// Shared by all threads: the weights are read where they lie.
public struct EntityModel: Sendable {
  /// Why a file is no model of names.
  public enum Problem: Error, CustomStringConvertible {
    /// The file is no sequence model, or a damaged one.
    case unreadable(SequenceModelError)
    /// The model was made for another task or by another version.
    case otherFeatures(String)

    /// What is wrong, in words.
    public var description: String {
      switch self {
      case .unreadable(let error): error.description
      case .otherFeatures(let name):
        "the model was trained on the features \"\(name)\", not on \"\(EntityFeatures.name)\""
      }
    }
  }

  let sequence: SequenceModel
  let clusters: WordClusters?
  let tags: EntityTags

  init(_ sequence: SequenceModel, clusters: WordClusters?) throws(Problem) {
    guard sequence.featureSet == EntityFeatures.name else { throw .otherFeatures(sequence.featureSet) }
    self.sequence = sequence
    self.clusters = clusters
    tags = EntityTags(sequence.labels)
  }

  /// Reads a model that `copydesk train entities` wrote.
  public init(bytes: [UInt8]) throws(Problem) {
    let sequence: SequenceModel
    do throws(SequenceModelError) { sequence = try SequenceModel(bytes: bytes) } catch {
      throw .unreadable(error)
    }
    try self.init(sequence, clusters: ShippedWeights.clusters)
  }

  /// The labels of the names that it finds, each once.
  public var labels: [Entity.Label] {
    var found: [Entity.Label] = []
    for case .begin(let label) in tags.tags where !found.contains(label) { found.append(label) }
    return found
  }
}

extension EntityModel: EntityTagger {
  /// Sentences are read in pieces of this many tokens, so that a text without an end takes bounded memory.
  static let longestSentence = 300
  /// What is added to the score of "no name" in a text that is not English, where capitals say less.
  private static let caution: Float = 3

  func names(in view: NameTokens, _ sentences: [Range<Int>], withConfidence: Bool) -> [EntityTags.Name] {
    names(
      in: ModelWords(view, sentences: sentences, clusters: clusters), sentences,
      withConfidence: withConfidence)
  }

  func names(
    in view: NameTokens, _ words: consuming [ModelWords.Word], _ sentences: [Range<Int>],
    withConfidence: Bool, _ memory: inout EntityMemory
  ) -> [EntityTags.Name] {
    var reader = SentenceReader(sequence, keepsSums: true)
    reader.exchange(&memory)
    defer { reader.exchange(&memory) }
    let words = ModelWords(view, consume words, sentences: sentences)
    return names(in: words, sentences, withConfidence: withConfidence, &reader)
  }

  /// The names in a document, in order; nothing is kept.
  func names(
    in view: ModelWords, _ sentences: [Range<Int>], withConfidence: Bool = false
  ) -> [EntityTags.Name] {
    var reader = SentenceReader(sequence, keepsSums: false)
    return names(in: view, sentences, withConfidence: withConfidence, &reader)
  }

  private func names(
    in view: ModelWords, _ sentences: [Range<Int>], withConfidence: Bool, _ reader: inout SentenceReader
  ) -> [EntityTags.Name] {
    var names: [EntityTags.Name] = []
    names.reserveCapacity(sentences.count * 2)
    let mending = NameMending(view: view, tags: tags)
    let surnames = tags.tags.contains(.begin(.person)) ? LoneSurnames(view: view) : nil
    reader.workspace.bias = view.isEnglish ? [] : tags.tags.map { $0 == .outside ? Self.caution : 0 }
    let describer = EntityFeatures(view)
    let parts = parts(of: view, sentences)
    reader.expect(view.words)
    if let first = parts.first { reader.expect(first, view.words) }
    for (index, part) in parts.enumerated() {
      // What the next part asks for is on its way while this one is read.
      if index + 1 < parts.count { reader.expect(parts[index + 1], view.words) }
      reader.read(part, describer)
      let first = names.count
      tags.names(reader.workspace.labels, from: part.tokens.lowerBound, into: &names)
      mending.mend(part.tokens, of: part.sentence, part.style, &names, from: first)
      surnames?.correct(part.tokens, part.style, &names, from: first)
      guard withConfidence, names.count > first, sequence.objective == .conditionalLikelihood else {
        continue
      }
      reader.findProbabilities()
      for index in first..<names.count {
        names[index].confidence = confidence(of: names[index], part.tokens, reader.workspace)
      }
    }
    return names
  }

  /// The parts of all sentences that are read.
  private func parts(of view: ModelWords, _ sentences: [Range<Int>]) -> [SentencePart] {
    var parts: [SentencePart] = []
    parts.reserveCapacity(sentences.count * 2)
    for (sentence, ownStyle) in zip(sentences, view.styles) {
      var start = sentence.lowerBound
      while start < sentence.upperBound {
        let piece = start..<min(start + Self.longestSentence, sentence.upperBound)
        start = piece.upperBound
        let style = piece == sentence ? ownStyle : SentenceCase(view.names, piece)
        SentencePart.append(of: piece, style, in: view.names, isWhole: !view.isEnglish, to: &parts)
      }
    }
    return parts
  }

  /// The probability of the least sure of a name's tags, and that the name does not go on after them.
  private func confidence(
    of name: EntityTags.Name, _ piece: Range<Int>, _ workspace: SequenceModel.Workspace
  ) -> Double? {
    guard let begin = tags.tags.firstIndex(of: .begin(name.label)) else { return nil }
    if name.isListed, let outside = tags.tags.firstIndex(of: .outside) {
      // What it is, is known; how probable it is that it is one can be told where the model sees a name.
      let sure = 1 - workspace.probability(outside, at: name.tokens.lowerBound - piece.lowerBound)
      return max(0.5, min(1, sure))
    }
    let goOn = tags.tags.firstIndex(of: .inside(name.label)) ?? begin
    var least = 1.0
    for token in name.tokens {
      let label = token == name.tokens.lowerBound ? begin : goOn
      least = min(least, workspace.probability(label, at: token - piece.lowerBound))
    }
    if name.tokens.upperBound < piece.upperBound, let inside = tags.tags.firstIndex(of: .inside(name.label)) {
      least = min(least, 1 - workspace.probability(inside, at: name.tokens.upperBound - piece.lowerBound))
    }
    return max(0, min(1, least))
  }
}
