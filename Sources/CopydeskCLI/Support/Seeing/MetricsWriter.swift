import Copydesk
import Foundation
import Synchronization

/// Puts the metrics of a run where others find them: into a file that is replaced as a whole, or on a port.
final class MetricsWriter: Sendable {
  /// Where they go.
  enum Target: Equatable {
    case file(String)
    case port(UInt16)

    /// A number is a port, anything else a path.
    init(_ argument: String) {
      self = UInt16(argument).map(Target.port) ?? .file(argument)
    }
  }

  private static let interval = 2.0
  private let path: String?
  private let server: MetricsServer?
  private let page: @Sendable (_ isRunning: Bool) -> String
  private let isStopped = Mutex(false)

  /// - Throws: ``CopydeskError`` where the file cannot be written or the port is taken.
  init(_ target: Target, page: @escaping @Sendable (_ isRunning: Bool) -> String) throws {
    self.page = page
    switch target {
    case .port(let port):
      path = nil
      server = try MetricsServer(port: port) { page(true) }
    case .file(let file):
      path = file
      server = nil
      try Self.write(page(true), to: file)
      Thread.detachNewThread { [weak self] in
        while true {
          Thread.sleep(forTimeInterval: Self.interval)
          guard let self else { return }
          isStopped.withLock { isStopped in
            // A disk that is full for a moment costs one writing, not the run.
            if !isStopped { try? Self.write(page(true), to: file) }
          }
          if isStopped.withLock({ $0 }) { return }
        }
      }
    }
  }

  /// Writes the last figures and ends. May be called twice.
  /// - Throws: ``CopydeskError`` where the file cannot be written.
  func stop() throws {
    let wasStopped = isStopped.withLock { isStopped in
      defer { isStopped = true }
      return isStopped
    }
    guard !wasStopped else { return }
    server?.stop()
    if let path { try Self.write(page(false), to: path) }
  }

  /// Whole or not at all: `OutputFile` renames what is complete.
  private static func write(_ text: String, to path: String) throws {
    let file = try OutputFile(path: path)
    try file.write(Array(text.utf8))
    try file.finish()
  }
}
