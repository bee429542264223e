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
  private(set) var words: [ModelWords.Word]
  let figures: FigureTokens

  init(_ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>, _ types: inout WordTypes) {
    var hashes: [UInt64] = []
    var classes: [WordClass] = []
    var marks: [FigureTokens.Marks] = []
    let count = tokens.count
    // Four arrays that are written side by side, without a look at their sizes for each word.
    words = Array(unsafeUninitializedCapacity: count) { words, wordCount in
      hashes = Array(unsafeUninitializedCapacity: count) { hashes, hashCount in
        classes = Array(unsafeUninitializedCapacity: count) { classes, classCount in
          marks = Array(unsafeUninitializedCapacity: count) { marks, markCount in
            types.look(at: tokens, in: bytes) { place, type, number in
              words.initializeElement(at: place, to: ModelWords.Word(type, number: number))
              hashes.initializeElement(at: place, to: type.folded)
              classes.initializeElement(at: place, to: type.classes)
              marks.initializeElement(at: place, to: type.figures)
            }
            markCount = count
          }
          classCount = count
        }
        hashCount = count
      }
      wordCount = count
    }
    names = NameTokens(bytes, tokens, hashes: hashes, classes: classes)
    figures = FigureTokens(bytes: bytes, tokens: tokens, marks: marks)
  }
}

extension DocumentWords {
  /// Gives the words away, so that whoever gets them may change them without a copy.
  mutating func takeWords() -> [ModelWords.Word] {
    var taken: [ModelWords.Word] = []
    swap(&taken, &words)
    return taken
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
