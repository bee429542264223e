import Copydesk
import Foundation
import PipelineDefinition
import PluginHost

/// Which definitions may start programs and load plugins.
///
/// A definition is trusted where the user says so for this run (`--allow-external`), for this environment
/// (`COPYDESK_ALLOW_EXTERNAL=1`), or once and for all: where each of its files is a line of the file `trusted` in
/// `~/.config/copydesk`. Whatever names it, a plugin is loaded that the user has named or installed, or built or checked
/// here.
struct Trust: Sendable {
  static let variable = "COPYDESK_ALLOW_EXTERNAL"

  private let isGiven: Bool
  private let listed: Set<String>
  private let list: String?
  private let known: KnownPlugins

  init(isGiven: Bool, environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.isGiven = isGiven || environment[Self.variable] == "1"
    known = KnownPlugins(environment: environment)
    list = UserFolder.path(environment).map { "\($0)/trusted" }
    let text = list.flatMap { try? String(contentsOfFile: $0, encoding: .utf8) } ?? ""
    let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    listed = Set(lines.filter { $0.hasPrefix("/") })
  }

  /// What a definition may do that is made of these files.
  func permissions(_ files: [String]) -> Set<Permission> {
    let isTrusted = isGiven || (!files.isEmpty && files.allSatisfy { listed.contains(Self.absolute($0)) })
    return isTrusted ? Set(Permission.allCases) : []
  }

  /// Whether a plugin may be loaded even by a definition that is not trusted. What the path leads to now is what the loader
  /// takes then; where it leads nowhere, nobody knows what will be there.
  func knows(plugin path: String) -> Bool {
    // As the loader finds it: `..` behind a link is not what it looks like.
    guard let file = PluginLoader.realPath(path) else { return false }
    return PluginOptions.loader.hasLoaded(path, at: file)
      || known.contains(path, at: file, for: PluginOptions.loader)
  }

  /// How the user can trust it.
  func remedy(_ files: [String]) -> String {
    let missing = files.map(Self.absolute).filter { !listed.contains($0) }
    return
      "read what it starts and where that comes from; then add --allow-external, or set \(Self.variable)=1, or put into "
      + "\(list ?? "~/.config/copydesk/trusted") the line\(missing.count == 1 ? "" : "s") "
      + missing.joined(separator: " and ")
  }

  /// The path from the root, links followed: a link must not lend its trust to what it leads to later.
  private static func absolute(_ path: String) -> String {
    PluginLoader.realPath(path) ?? URL(fileURLWithPath: path).standardized.path
  }
}
