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

  private struct Content {
    var files: [File]
    var isGrowing = false
    var growing: [GrowingFile] = []
  }

  /// A file that is open and grows.
  private struct GrowingFile: Sendable {
    weak var file: OutputFile?
  }

  private let content: Mutex<Content>

  package init(_ files: [File] = []) { content = Mutex(Content(files: files)) }

  /// The files in the order in which they were completed.
  package var files: [File] { content.withLock { $0.files } }

  /// Whether files are added to, commit by commit, in place of appearing as a whole at the end. Set before the first is
  /// opened.
  package var isGrowing: Bool {
    get { content.withLock { $0.isGrowing } }
    set { content.withLock { $0.isGrowing = newValue } }
  }

  /// Takes up what an earlier part of the run has completed.
  package func restore(_ files: [File]) { content.withLock { $0.files = files } }

  /// Adds what was put down in a checkpoint to the files that grow.
  /// - Throws: ``CopydeskError`` where one of them cannot be written, or is not as it was left.
  package func publish() throws { for file in growing { try file.publish() } }

  /// Closes the files that grow.
  /// - Throws: ``CopydeskError`` where something was not added yet and cannot be.
  package func close() throws { for file in growing { try file.finish() } }

  private var growing: [OutputFile] {
    content.withLock { content in
      content.growing.removeAll { $0.file == nil }
      return content.growing.compactMap(\.file)
    }
  }

  /// Hears of a file that was completed, or has grown.
  func add(_ file: File) {
    content.withLock { content in
      if content.isGrowing, let known = content.files.lastIndex(where: { $0.path == file.path }) {
        content.files[known] = file
      } else {
        content.files.append(file)
      }
    }
  }

  /// Hears of a file that was opened and grows.
  func follow(_ file: OutputFile) {
    content.withLock { $0.growing.append(GrowingFile(file: file)) }
  }
}
