import ArgumentParser
import Copydesk
import Foundation
import PluginHost

struct PluginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin", abstract: "Build, check and list plugins: stages that are loaded at run time.",
    subcommands: [
      PluginBuildCommand.self, PluginCheckCommand.self, PluginListCommand.self, PluginSDKCommand.self,
    ])
}

struct PluginBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build a plugin for this copydesk.",
    discussion: """
      PATH is a SwiftPM package with a dynamic library, or a folder with C or C++ files. The plugin goes beside them, \
      named after the library or the folder.

        copydesk plugin build
        copydesk plugin build acme --install
      """)

  @Argument(help: "The package's folder.", completion: .directory)
  var path = "."

  @Option(
    help: ArgumentHelp("The dynamic library to build, where the package has several.", valueName: "name"))
  var product: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Where the plugin goes.", valueName: "path"))
  var output: String?

  @Flag(help: "Put it into ~/.config/copydesk/plugins, where every run finds it.")
  var install = false

  func validate() throws {
    if install, output != nil {
      throw ValidationError("--install says where the plugin goes; leave out --output")
    }
  }

  func run() throws {
    try reportingErrors(code: 1) {
      let folder = URL(fileURLWithPath: path).standardized
      var builder = PluginBuilder(package: folder, toolkit: try Toolkit(), product: product, output: output)
      if install { builder.output = try Self.installPath(folder.lastPathComponent) }
      let built = try builder.build()
      let plugin = try PluginOptions.loader.load(built)
      KnownPlugins.remember(built, digest: plugin.hash)
      let stages = plugin.stages.joined(separator: ", ")
      Terminal.message("\(built): \(plugin.name) \(plugin.version) with \(stages)")
    }
  }

  private static func installPath(_ name: String) throws -> String {
    guard let folder = PluginFolders.ofUser(ProcessInfo.processInfo.environment) else {
      throw CopydeskError(
        .cannotWrite, "there is no home folder to install into", help: "set HOME, or use --output")
    }
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return "\(folder)/\(name.lowercased()).copydeskplugin"
  }
}

struct PluginListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the plugins that are loaded, from where, with their hashes.")

  @OptionGroup var plugins: PluginOptions

  func run() throws {
    try reportingErrors(code: 1) {
      _ = try plugins.catalog()
      PluginList(PluginOptions.loader.plugins).show()
    }
  }
}

struct PluginSDKCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sdk", abstract: "Print where the package is that a plugin's manifest names.")

  @Flag(help: "Print the folder of the C headers instead.")
  var headers = false

  func run() throws {
    try reportingErrors(code: 1) {
      let toolkit = try Toolkit()
      Terminal.output((headers ? toolkit.headers : toolkit.sdk) + "\n")
    }
  }
}
