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

  /// Creates settings.
  public init(workers: Int = RunSettings.availableCores, batchSize: Int = 64) {
    self.workers = max(1, workers)
    self.batchSize = max(1, batchSize)
  }

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
