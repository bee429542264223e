import Foundation
import PluginHost

/// The plugins that the user has built or checked on this machine: those that a definition may load without being asked
/// about.
///
/// A plugin can do all that the user can do, and a definition may have come with somebody's data. So what a definition
/// names under `plugins` is loaded only where the definition is trusted or the plugin is known: the very bytes, at the very
/// path, for a library may load others that lie beside it. A line of the list is a SHA-256 digest and the path.
struct KnownPlugins: Sendable {
  private let list: String?

  /// The list of the user whose environment that is.
  init(environment: [String: String]) {
    list = UserFolder.path(environment).map { "\($0)/known-plugins" }
  }

  /// Whether the file that a path leads to is one of them. If it is, the loader takes the bytes that were compared.
  func contains(_ path: String, at file: String, for loader: PluginLoader) -> Bool {
    // Nothing is read and hashed where nothing can match.
    let digests = lines.filter { $0.hasSuffix("  \(file)") }
    return !digests.isEmpty && loader.vouches(for: path, at: file) { digests.contains(Self.line($0, file)) }
  }

  /// Puts a plugin on the list of this process's user. Where that cannot be written, the user is told what it costs: the
  /// plugin itself is as good as before.
  /// - Parameter digest: of the bytes that were built or checked.
  static func remember(_ path: String, digest: String) {
    if KnownPlugins(environment: ProcessInfo.processInfo.environment).add(path, digest: digest) { return }
    tellUnrecorded()
  }

  /// Tells what it costs that a plugin could not be put on the list.
  static func tellUnrecorded() {
    Terminal.message(
      "cannot record this plugin as known: pipelines that name it will need --allow-external", .warning)
  }

  /// Puts a plugin on the list.
  /// - Returns: whether it could be written.
  func add(_ path: String, digest: String) -> Bool {
    guard let list, let path = PluginLoader.realPath(path) else { return false }
    let line = Self.line(digest, path)
    if lines.contains(line) { return true }
    let folder = URL(fileURLWithPath: list).deletingLastPathComponent().path
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // Added to in one piece, so that two builds at once do not undo each other's.
    let file = open(list, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard file >= 0 else { return false }
    defer { close(file) }
    let bytes = Array("\(line)\n".utf8)
    return write(file, bytes, bytes.count) == bytes.count
  }

  private var lines: [Substring] {
    let text = list.flatMap { try? String(contentsOfFile: $0, encoding: .utf8) } ?? ""
    return text.split(separator: "\n")
  }

  private static func line(_ digest: String, _ path: String) -> Substring { "\(digest)  \(path)" }
}
