import Foundation

/// Writes files that a command makes for its user.
enum NewFile {
  /// Writes a text as a whole, or not at all; makes the folders above it.
  static func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url, options: .atomic)
  }
}
