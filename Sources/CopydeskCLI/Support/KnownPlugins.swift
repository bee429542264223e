import Foundation
import PluginHost

/// The plugins that the user has built or checked on this machine: those that a definition may load without being asked
/// about.
///
/// A plugin can do all that the user can do, and a definition may have come with somebody's data. So what a definition
/// names under `plugins` is loaded only where the definition is trusted or the very bytes of the plugin are known here. A
/// line of the list is a SHA-256 digest and the path it was seen at; another file in its place is not known.
struct KnownPlugins: Sendable {
  private let list: String?

  /// The list of the user whose environment that is.
  init(environment: [String: String]) {
    list = UserFolder.path(environment).map { "\($0)/known-plugins" }
  }

  /// Whether the file at a path is one of them.
  func contains(_ path: String) -> Bool {
    let known = lines
    // Nothing is read and hashed where nothing can match.
    guard !known.isEmpty, let digest = PluginLoader.hash(of: path) else { return false }
    return known.contains { $0.digest == digest }
  }

  /// Puts the file at a path on the list of this process's user. Where that cannot be written, the user is told what it
  /// costs: the plugin itself is as good as before.
  static func remember(_ path: String) {
    if KnownPlugins(environment: ProcessInfo.processInfo.environment).add(path) { return }
    Terminal.message(
      "that it is known here could not be written down: pipelines that name it will want --allow-external",
      .warning)
  }

  /// Puts the file at a path on the list; what was known of that path before, and of files that are gone, goes.
  /// - Returns: whether it could be written.
  func add(_ path: String) -> Bool {
    let path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let list, let digest = PluginLoader.hash(of: path) else { return false }
    let files = FileManager.default
    let rest = lines.filter { $0.path != path && files.fileExists(atPath: $0.path) }
    let text = (rest + [Line(digest: digest, path: path)]).map { "\($0.digest)  \($0.path)\n" }.joined()
    let folder = URL(fileURLWithPath: list).deletingLastPathComponent()
    do {
      try files.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: list), options: .atomic)
      return true
    } catch {
      return false
    }
  }

  private struct Line {
    var digest: String
    var path: String
  }

  private var lines: [Line] {
    let text = list.flatMap { try? String(contentsOfFile: $0, encoding: .utf8) } ?? ""
    return text.split(separator: "\n").compactMap { line in
      guard let space = line.range(of: "  ") else { return nil }
      return Line(digest: String(line[..<space.lowerBound]), path: String(line[space.upperBound...]))
    }
  }
}
