import ArgumentParser
import Copydesk
import Foundation

struct NewPluginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin",
    abstract: "Create a package with a stage of your own, its tests and a pipeline that uses it.",
    discussion: """
        copydesk new plugin acme
        cd acme
        swift test
        copydesk plugin build
        copydesk run pipeline.yaml samples/
      """)

  @Argument(help: "What the plugin is called; the names of its stages begin with it.")
  var name: String

  @Option(help: "What it is written in.")
  var language = PluginScaffold.Language.swift

  func validate() throws {
    guard PluginScaffold.isWord(name) else {
      throw ValidationError("\"\(name)\" is not a plugin's name: use lower-case letters, digits and _.")
    }
  }

  func run() throws {
    try reportingErrors(code: 1) {
      try PluginScaffold(plugin: name, stage: "minimum_words", language: language).writePackage()
    }
  }
}
