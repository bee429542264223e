import Copydesk

/// Why a plugin cannot be loaded: data, and its words.
enum PluginProblem {
  case unreadable(reason: String)
  case notAPlugin
  case ownCopy
  case otherInterface(plugin: PluginStamp, host: PluginStamp)
  case otherBuild(plugin: PluginStamp, host: PluginStamp)
  case otherCompiler(plugin: PluginStamp, host: PluginStamp)
  case otherABI(plugin: UInt32, host: UInt32)
  case notLoadable(reason: String)
  case malformed(what: String)
  /// Others may write there, so that another library could be loaded than the one that somebody vouched for.
  case exposed(FileOwnership.Exposure, library: String?)
  case unnamespaced(stage: String, plugin: String)

  /// A word as a shell takes it, whatever is in it.
  private static func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  /// The problem in words.
  func error(_ path: String) -> CopydeskError {
    switch self {
    case .unreadable(let reason):
      return CopydeskError(
        .unreadablePlugin, "cannot read the plugin \"\(path)\": \(reason)",
        help: "name the .copydeskplugin file that copydesk plugin build wrote")
    case .notAPlugin:
      return CopydeskError(
        .unreadablePlugin, "\"\(path)\" is not a plugin",
        help: "one in Swift calls exportPlugin, one in C offers copydesk_native_plugin; \(Self.rebuild)")
    case .notLoadable(let reason):
      return CopydeskError(
        .unreadablePlugin, "the plugin \"\(path)\" cannot be loaded: \(reason)",
        help: "are all libraries there that it needs? \(Self.rebuild)")
    case .malformed(let what):
      return CopydeskError(
        .unreadablePlugin, "the plugin \"\(path)\" is malformed: \(what)",
        help: "its author must fix it: copydesk_plugin.h says what a plugin must offer")
    case .exposed(let exposure, let library):
      let what =
        library.map { "it needs the library \"\($0)\" from beside it, which others could replace" }
        ?? "others could replace it, and there is no sealed memory to load it from"
      let remedy =
        exposure.isByMode
        ? "chmod go-w \(Self.quoted(exposure.path))"
        : "move the plugin to a folder that only you may write"
      return CopydeskError(
        .notAllowed, "the plugin \"\(path)\" is not loaded: \(what) (others may write \"\(exposure.path)\")",
        help: "\(remedy); or, if you trust all who may write there, add --plugin \(Self.quoted(path)) "
          + "or --allow-external")
    case .unnamespaced(let stage, let plugin):
      let word = plugin.split(separator: "-").joined(separator: "_").lowercased()
      return CopydeskError(
        .pluginStageName,
        "the plugin \"\(plugin)\" (\(path)) offers a stage named \"\(stage)\", without a dot",
        help: "put a name of your own before it, such as \(word).\(stage)")
    case .ownCopy, .otherInterface, .otherBuild, .otherCompiler, .otherABI: return mismatch(path)
    }
  }

  private static let rebuild = "build it again: copydesk plugin build"

  /// The problem of a plugin that was built for something else, in words.
  private func mismatch(_ path: String) -> CopydeskError {
    switch self {
    case .ownCopy:
      return CopydeskError(
        .incompatiblePlugin, "the plugin \"\(path)\" brings its own copy of Copydesk",
        help: "swift build linked it in; build it with: copydesk plugin build")
    case .otherInterface(let plugin, let host):
      return CopydeskError(
        .incompatiblePlugin,
        "the plugin \"\(path)\" was built for another version of Copydesk "
          + "(interface \(plugin.interface), this is \(host.interface))", help: Self.rebuild)
    case .otherBuild(let plugin, let host):
      return CopydeskError(
        .incompatiblePlugin,
        "the plugin \"\(path)\" was built for a \(plugin.build) build of Copydesk, this is a \(host.build) build",
        help: "build it again with this one: copydesk plugin build")
    case .otherCompiler(let plugin, let host):
      let (theirs, ours) =
        plugin.swift == host.swift
        ? ("\(plugin.swift), \(plugin.compiler)", "\(host.swift), \(host.compiler)")
        : (plugin.swift, host.swift)
      return CopydeskError(
        .incompatiblePlugin,
        "the plugin \"\(path)\" was built with another compiler (Swift \(theirs); Copydesk with Swift \(ours))",
        help: "install Swift \(host.swift) and \(Self.rebuild)")
    case .otherABI(let plugin, let host):
      return CopydeskError(
        .incompatiblePlugin,
        "the plugin \"\(path)\" was built for version \(plugin) of the C interface, this is version \(host)",
        help: "compile it again with the header of this Copydesk")
    case .unreadable, .notAPlugin, .notLoadable, .malformed, .exposed, .unnamespaced: return error(path)
    }
  }
}
