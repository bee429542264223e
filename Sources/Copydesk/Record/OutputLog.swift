import Synchronization

/// Hears of every file that is completed while it is the current one: what a run tells of its outputs is made of it.
package final class OutputLog: Sendable {
  /// A file that was completed.
  package struct File: Sendable, Equatable {
    /// The path that it was opened by.
    package var path: String
    /// Its length.
    package var bytes: Int
    /// Its ``ContentDigest``.
    package var digest: UInt64

    package init(path: String, bytes: Int, digest: UInt64) {
      self.path = path
      self.bytes = bytes
      self.digest = digest
    }
  }

  /// The log of the output that works on this thread.
  @TaskLocal package static var current: OutputLog?

  private let content: Mutex<[File]>

  package init(_ files: [File] = []) { content = Mutex(files) }

  /// The files in the order in which they were completed.
  package var files: [File] { content.withLock { $0 } }

  /// Takes up what an earlier part of the run has completed.
  package func restore(_ files: [File]) { content.withLock { $0 = files } }

  func add(_ file: File) { content.withLock { $0.append(file) } }
}
