import ArgumentParser
import Copydesk
import Foundation

struct NewStageCommand: ParsableCommand {
  enum Language: String, ExpressibleByArgument, CaseIterable { case swift, c, python }

  static let configuration = CommandConfiguration(
    commandName: "stage",
    abstract: "Create a stage of your own, with its tests and a pipeline that uses it.",
    discussion: """
      In the folder of a package that copydesk new plugin made, a stage in Swift is added to it. Elsewhere a package is \
      made; in Python, a folder with a program.

        copydesk new stage acme.redact
        copydesk new stage acme.redact --language python
      """)

  @Argument(help: "The stage's name: the plugin's, a dot, its own.")
  var name: String

  @Option(help: "What it is written in.")
  var language = Language.swift

  func validate() throws {
    if language == .python {
      guard PythonScaffold(name: name).isValid else {
        throw ValidationError("\"\(name)\" is not a stage's name: use lower-case words joined by dots.")
      }
      return
    }
    let words = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard words.count == 2, words.allSatisfy(PluginScaffold.isWord) else {
      throw ValidationError(
        "\"\(name)\" is not a stage's name: write the plugin's name, a dot and its own, such as acme.redact.")
    }
  }

  func run() throws {
    try reportingErrors(code: 1) {
      switch language {
      case .swift: try writePlugin(in: .swift)
      case .c: try writePlugin(in: .c)
      case .python:
        let scaffold = PythonScaffold(name: name)
        try scaffold.write()
        Terminal.message(scaffold.message)
      }
    }
  }

  private func writePlugin(in language: PluginScaffold.Language) throws {
    let words = name.split(separator: ".").map(String.init)
    let scaffold = PluginScaffold(plugin: words[0], stage: words[1], language: language)
    if language == .swift, scaffold.isInItsPackage {
      try scaffold.addStage()
    } else {
      try scaffold.writePackage()
    }
  }
}
