import Synchronization

/// The files on which what the stages of a pipeline do depends, as they ask for them when they are made: lists, gazetteers,
/// models, programs.
package final class NamedFiles: Sendable {
  /// One of them.
  package struct File: Sendable, Hashable {
    /// As the definition names it.
    package var name: String
    /// Where it lies.
    package var path: String

    package init(name: String, path: String) {
      self.name = name
      self.path = path
    }
  }

  private let files = Mutex<[File]>([])

  package init() {}

  /// All of them once, by their names.
  package var all: [File] {
    Set(files.withLock { $0 }).sorted { ($0.name, $0.path) < ($1.name, $1.path) }
  }

  func add(_ name: String, at path: String) { files.withLock { $0.append(File(name: name, path: path)) } }
}

extension StageContext {
  /// Tells that what the stage does depends on a file: a run that goes on with `--resume` refuses to where it has changed
  /// since. ``file(_:option:)`` tells so itself.
  /// - Parameters:
  ///   - path: where the file lies.
  ///   - name: as the definition names it; its path, where nil.
  public func note(dependencyOn path: String, named name: String? = nil) {
    namedFiles?.add(name ?? path, at: path)
  }
}
