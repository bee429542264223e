import Copydesk
import Foundation
import PipelineDefinition
import PluginHost

/// Finds a pipeline by its name or its path.
///
/// A name is looked for as `NAME.yaml` in `pipelines/` here, in the folders of `COPYDESK_PIPELINES`, in the
/// user's `~/.config/copydesk/pipelines`, and among those that came with the program.
struct PipelineLocator {
  struct Found {
    let path: String
    let text: String
  }

  let folders: [String]

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    var folders = ["pipelines"]
    folders += (environment["COPYDESK_PIPELINES"] ?? "").split(separator: ":").map(String.init)
    if let folder = UserFolder.path(environment) { folders.append("\(folder)/pipelines") }
    self.folders = folders + Self.foldersOfTheProgram()
  }

  /// Reads a pipeline.
  /// - Throws: ``CopydeskError`` where there is none of that name.
  func find(_ nameOrPath: String) throws -> Found {
    let isPath = nameOrPath.contains("/") || nameOrPath.hasSuffix(".yaml") || nameOrPath.hasSuffix(".yml")
    if isPath { return try read(nameOrPath) }
    // What `copydesk new pipeline NAME` wrote here is found by its name too.
    for folder in folders + ["."] {
      for suffix in ["yaml", "yml"] {
        let path = "\(folder)/\(nameOrPath).\(suffix)"
        if FileManager.default.fileExists(atPath: path) { return try read(path) }
      }
    }
    if OutputFile.isFolder(nameOrPath) { throw Self.isFolder(nameOrPath) }
    guard !FileManager.default.fileExists(atPath: nameOrPath) else {
      throw CopydeskError(
        .unreadableDefinition,
        "\"\(nameOrPath)\" is a file, but none of a pipeline: its name does not end in .yaml",
        help:
          "name the pipeline first and what it reads after it; a pipeline under another name has to be renamed"
      )
    }
    throw CopydeskError(
      .unknownPipeline, "there is no pipeline named \"\(nameOrPath)\"",
      help: Suggestion.help(for: nameOrPath, among: names.map(\.name))
        ?? "name a YAML file by its path; to see those there are: copydesk list pipelines")
  }

  /// The pipelines that can be named, each with its path; of two with one name the one that would be found.
  var names: [(name: String, path: String)] {
    var found: [String: String] = [:]
    for folder in folders {
      for file in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
        guard file.hasSuffix(".yaml") || file.hasSuffix(".yml") else { continue }
        let name = String(file[..<(file.lastIndex(of: ".") ?? file.endIndex)])
        if found[name] == nil { found[name] = "\(folder)/\(file)" }
      }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Whether there is a pipeline of that name or path.
  func finds(_ nameOrPath: String) -> Bool { (try? find(nameOrPath)) != nil }

  private static func isFolder(_ path: String) -> CopydeskError {
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let pipelines = files.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
    return CopydeskError(
      .unreadableDefinition, "\"\(path)\" is a folder, but a pipeline is a YAML file",
      help: pipelines.isEmpty
        ? "it holds no pipelines; to see those there are: copydesk list pipelines"
        : "name a file in it: copydesk check " + ShellWord.quoted("\(folder)/\(pipelines[0])")
          + (pipelines.count == 1
            ? "" : ", or all of them: copydesk check \(ShellWord.quoted(folder))/*.yaml"))
  }

  private func read(_ path: String) throws -> Found {
    if OutputFile.isFolder(path) { throw Self.isFolder(path) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CopydeskError(
        .unreadableDefinition, "cannot read the pipeline \"\(path)\"",
        help: FileManager.default.fileExists(atPath: path)
          ? "is it a file that you may read?" : "no such file")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw CopydeskError(
        .unreadableDefinition, "the pipeline \"\(path)\" is not UTF-8",
        help: "convert it, for instance with: iconv -f WINDOWS-1252 -t UTF-8")
    }
    return Found(path: path, text: text)
  }

  /// Beside an installed program, and above one that was built in a checkout.
  private static func foldersOfTheProgram() -> [String] {
    guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return [] }
    var folders: [String] = []
    var folder = program.deletingLastPathComponent()
    folders.append(folder.appendingPathComponent("../share/copydesk/pipelines").standardized.path)
    for _ in 0..<4 {
      folder.deleteLastPathComponent()
      if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
        folders.append(folder.appendingPathComponent("pipelines").path)
      }
    }
    return folders
  }
}
