import ArgumentParser
import Copydesk
import Foundation

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Create a pipeline, a stage or a plugin to start from.",
    subcommands: [NewPipelineCommand.self, NewStageCommand.self, NewPluginCommand.self])
}

struct NewPipelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipeline",
    abstract: "Write a pipeline that runs as it is, with every option explained.",
    discussion: """
      It goes to pipelines/NAME.yaml, or to NAME.yaml if there is no such folder. A file that is there is \
      never replaced.

        copydesk new pipeline courier
        copydesk run courier articles/
      """)

  @Argument(help: "What the pipeline is called: letters, digits, - and _.")
  var name: String

  @Option(name: .shortAndLong, help: "Where to write it instead.", completion: .file(extensions: ["yaml"]))
  var output: String?

  func validate() throws {
    let isName = name.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "-_".utf8.contains($0) }
    guard isName, name.utf8.first.map({ $0.isASCIILetter || $0.isASCIIDigit }) ?? false else {
      throw ValidationError(
        "\"\(name)\" is not a pipeline's name: use letters, digits, - and _, and --output for the path.")
    }
  }

  func run() throws {
    try reportingErrors(code: 1) {
      let path = output ?? (Self.isFolder("pipelines") ? "pipelines/\(name).yaml" : "\(name).yaml")
      guard !FileManager.default.fileExists(atPath: path) else {
        throw CopydeskError(
          .cannotWrite, "\"\(path)\" exists already",
          help: "choose another name, or another path with --output")
      }
      let isFound = path == "pipelines/\(name).yaml"
      let scaffold = PipelineScaffold(
        name: name, reference: isFound ? name : path, catalog: try Shipped.catalog())
      do { try NewFile.write(scaffold.text, to: path) } catch {
        throw CopydeskError.unwritable(path, error)
      }
      Terminal.message("\(path) is written. Try it: copydesk run \(scaffold.reference) articles/")
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
