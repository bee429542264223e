import Dispatch
import PipelineDefinition

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How a run uses the machine. Nothing here changes a byte of the result.
public struct RunSettings: Sendable {
  /// How many threads work on documents.
  public var workers: Int
  /// How many documents make a batch.
  public var batchSize: Int
  /// Bytes of memory that the process may take; nil where there is no bound.
  public var memory: Int?

  /// Creates settings.
  public init(workers: Int = RunSettings.availableCores, batchSize: Int = 64, memory: Int? = nil) {
    self.workers = max(1, workers)
    self.batchSize = max(1, batchSize)
    self.memory = memory
  }

  /// What the program takes before it has read a document: itself, its models, the stacks of its threads.
  private static let base = 64 << 20
  /// How many bytes of memory a byte of input takes on its way, at the most: the original, the text, its words and
  /// sentences, and what is made of them for the outputs.
  private static let expansion = 12

  /// Bytes of memory that what a stage remembers of documents may take.
  public var indexMemory: Int? { memory.map { max(1 << 20, ($0 - Self.base) / 2) } }
  /// Bytes of input that may be on their way at once.
  var bytesInFlight: Int { memory.map { max(1 << 20, ($0 - Self.base) * 3 / 8 / Self.expansion) } ?? .max }
  /// Bytes of input at which a batch is closed early.
  var batchBytes: Int { min(Self.batchBytes, max(1 << 17, bytesInFlight / (workers + 1))) }
  /// Ids of documents that are remembered, to tell of those that come twice.
  var rememberedIDs: Int { memory.map { $0 / 512 } ?? .max }

  /// How many batches are on their way at once: enough to keep every worker busy while one batch waits for
  /// its turn at a gate, few enough that memory does not grow with the corpus.
  var window: Int { workers * 3 + 1 }

  /// A batch closes early at this many bytes of input.
  static let batchBytes = 4 << 20

  /// The cores this process may use.
  public static var availableCores: Int {
    max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }
}
