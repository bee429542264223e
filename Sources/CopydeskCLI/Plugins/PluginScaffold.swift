import ArgumentParser
import Copydesk
import Foundation

/// Makes packages of plugins to begin with: they build, pass their tests and run in a pipeline as they stand.
struct PluginScaffold {
  /// What a plugin is written in.
  enum Language: String, ExpressibleByArgument, CaseIterable { case swift, c }

  /// The plugin's name, the first word of its stages' names: `acme`.
  let plugin: String
  /// The stage's own name: `minimum_words`.
  let stage: String
  let language: Language

  /// `minimum_words` → `MinimumWords`.
  static func typeName(_ word: String) -> String {
    word.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// Whether a word may be a part of a stage's name, and of a file's.
  static func isWord(_ word: String) -> Bool {
    !word.contains(".") && StageName(rawValue: word).isValid && word.last != "_"
  }

  /// The plugin's module.
  var module: String { Self.typeName(plugin) }
  /// The stage's type.
  var type: String { Self.typeName(stage) }
  /// The stage's whole name.
  var name: String { "\(plugin).\(stage)" }

  // MARK: A package

  /// Writes a package into a new folder that is called as the plugin.
  /// - Throws: ``CopydeskError`` where the folder is there already.
  func writePackage() throws {
    guard !FileManager.default.fileExists(atPath: plugin) else {
      throw CopydeskError(
        .cannotWrite, "\"\(plugin)\" exists already",
        help: language == .swift
          ? "to add a stage to it: cd \(plugin) && copydesk new stage \(name)" : "choose another name")
    }
    let files = try language == .swift ? swiftPackage() : cPackage()
    for (path, text) in files + shared { try write(text, to: "\(plugin)/\(path)") }
    let test = language == .swift ? "swift test" : "make test"
    Terminal.message(
      """
      \(plugin)/ is written, with the stage \(name). Try it:
        cd \(plugin)
        \(test)
        copydesk plugin build
        copydesk run pipeline.yaml samples/
      """)
  }

  /// The files that packages in all languages have.
  private var shared: [(String, String)] {
    [
      (
        "pipeline.yaml",
        """
        name: \(plugin)
        description: Runs \(name).
        plugins: [\(plugin).copydeskplugin]
        stages:
          - \(name): { words: 5 }
          - output.jsonl: { path: out/\(plugin).jsonl }

        """
      ),
      ("samples/long.txt", "The council met on Monday and voted for the new tram line along the river.\n"),
      ("samples/short.txt", "Too short.\n"),
      (".gitignore", ".build/\nout/\n*.copydeskplugin\n*.partial\n"),
    ]
  }

  // MARK: A stage for a package

  /// Whether the current folder is the package of this plugin.
  var isInItsPackage: Bool {
    FileManager.default.fileExists(atPath: "Package.swift")
      && FileManager.default.fileExists(atPath: pluginFile)
  }

  private var pluginFile: String { "Sources/\(module)/\(module)Plugin.swift" }

  /// Adds the stage and its tests to the package in the current folder.
  func addStage() throws {
    let opening = "components: [any PipelineComponent.Type] = ["
    guard let data = FileManager.default.contents(atPath: pluginFile),
      let text = String(data: data, encoding: .utf8), let list = text.range(of: opening)
    else {
      throw CopydeskError(
        .cannotWrite, "cannot find the list of stages in \"\(pluginFile)\"",
        help: "it should have a line with: \(opening)")
    }
    let source = "Sources/\(module)/\(type).swift"
    guard !FileManager.default.fileExists(atPath: source) else {
      throw CopydeskError(.cannotWrite, "\"\(source)\" exists already", help: "choose another name")
    }
    try write(swiftStage, to: source)
    try write(swiftTests, to: "Tests/\(module)Tests/\(type)Tests.swift")
    var changed = text
    changed.insert(contentsOf: "\n    \(type).self,", at: list.upperBound)
    try write(changed, to: pluginFile)
    Terminal.message("\(source) and its tests are written, and the stage is listed in \(pluginFile).")
  }

  private func write(_ text: String, to path: String) throws {
    do { try NewFile.write(text, to: path) } catch {
      throw CopydeskError.unwritable(path, error)
    }
  }
}
