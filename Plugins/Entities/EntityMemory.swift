import Copydesk
import Synchronization

/// What a thread keeps from document to document: words, and what the features of words add up to. It changes how
/// long a document takes, never what is found.
struct EntityMemory: Sendable {
  private(set) var types: WordTypes
  var scores = ScoreMemory()
  var workspace = SequenceModel.Workspace()

  /// - Parameters:
  ///   - clusters: the classes of words that the model asks for.
  ///   - capacity: how many words are kept.
  init(clusters: WordClusters?, capacity: Int = 1 << 15) {
    types = WordTypes(NameLexicon.shared.words, clusters, capacity: capacity)
  }

  /// Looks up the words of a document. Their numbers hold until the next document.
  mutating func words(of tokens: [Token], in bytes: UnsafeBufferPointer<UInt8>) -> DocumentWords {
    if types.forgetIfFull() { scores.forget() }
    return DocumentWords(tokens, bytes, &types)
  }
}

/// What each token of a document is by itself, as the names and the figures ask for it.
struct DocumentWords {
  let names: NameTokens
  let words: [ModelWords.Word]
  let figures: FigureTokens

  init(_ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>, _ types: inout WordTypes) {
    var words: [ModelWords.Word] = []
    var hashes: [UInt64] = []
    var classes: [WordClass] = []
    var marks: [FigureTokens.Marks] = []
    words.reserveCapacity(tokens.count)
    hashes.reserveCapacity(tokens.count)
    classes.reserveCapacity(tokens.count)
    marks.reserveCapacity(tokens.count)
    types.look(at: tokens, in: bytes) { type, number in
      words.append(ModelWords.Word(type, number: number))
      hashes.append(type.folded)
      classes.append(type.classes)
      marks.append(type.figures)
    }
    self.words = words
    names = NameTokens(bytes, tokens, hashes: hashes, classes: classes)
    figures = FigureTokens(bytes: bytes, tokens: tokens, marks: marks)
  }
}

/// The memories that no thread is using. There are never more of them than threads that worked at once.
final class EntityMemories: Sendable {
  private let clusters: WordClusters?
  private let free = Mutex<[EntityMemory]>([])

  init(clusters: WordClusters?) { self.clusters = clusters }

  /// Lends a memory, which nobody else has meanwhile.
  func withMemory<Result>(_ body: (inout EntityMemory) throws -> Result) rethrows -> Result {
    var memory = free.withLock { $0.popLast() } ?? EntityMemory(clusters: clusters)
    defer { free.withLock { $0.append(memory) } }
    return try body(&memory)
  }
}
