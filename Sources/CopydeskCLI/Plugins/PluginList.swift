import Copydesk
import Foundation
import PluginHost

/// The plugins that were loaded, for `copydesk list plugins`.
struct PluginList {
  private let plugins: [LoadedPlugin]

  init(_ plugins: [LoadedPlugin]) { self.plugins = plugins }

  func show() {
    let style = Style(for: STDOUT_FILENO)
    Terminal.output(style.bold("Plugins") + "\n")
    for plugin in plugins {
      Terminal.output("  \(style.blue(plugin.name)) \(plugin.version)  \(Self.language(plugin))\n")
      Terminal.output("    from    \(plugin.path)\n    sha256  \(plugin.hash)\n")
      Terminal.output(
        Wrapping.lines("stages  " + plugin.stages.joined(separator: ", "), indent: "    ", hanging: 8))
    }
    if plugins.isEmpty { Terminal.output("  none are loaded\n") }
    let host = PluginStamp.host
    Terminal.output(
      style.dim("  this program: interface \(host.interface), \(host.build) build, Swift \(host.swift)")
        + "\n")
  }

  private static func language(_ plugin: LoadedPlugin) -> String {
    switch plugin.kind {
    case .swift: "in Swift"
    case .native: "with the C interface"
    }
  }
}
