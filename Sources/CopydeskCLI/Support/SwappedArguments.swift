import Copydesk
import Foundation
import PipelineDefinition

/// A pipeline and inputs that were named in the wrong order: `copydesk run articles/ news`.
struct SwappedArguments {
  /// What stands where the pipeline belongs.
  let first: String
  /// The pipeline, which stands among the inputs.
  let pipeline: String

  /// - Returns: nil where the first may be a pipeline, or there is none among the inputs.
  init?(_ first: String, _ inputs: [String], _ locator: PipelineLocator = PipelineLocator()) {
    let isYAML = first.hasSuffix(".yaml") || first.hasSuffix(".yml")
    let exists = first == "-" || FileManager.default.fileExists(atPath: first)
    guard exists, !isYAML, !locator.finds(first) || first.contains("/"),
      let pipeline = inputs.first(where: { Self.isPipeline($0, locator) })
    else { return nil }
    (self.first, self.pipeline) = (first, pipeline)
  }

  private static func isPipeline(_ input: String, _ locator: PipelineLocator) -> Bool {
    let isPath = input.contains("/") || input.hasSuffix(".yaml") || input.hasSuffix(".yml")
    if isPath { return input.hasSuffix(".yaml") || input.hasSuffix(".yml") ? locator.finds(input) : false }
    // A folder may be called like a pipeline.
    return !FileManager.default.fileExists(atPath: input) && locator.names.contains { $0.name == input }
  }

  /// What is wrong, with the command line as it should be.
  /// - Parameter arguments: those of the program.
  func error(_ arguments: [String]) -> CopydeskError {
    var words = ["copydesk"] + arguments.dropFirst()
    if let place = words.lastIndex(of: pipeline) {
      words.remove(at: place)
      words.insert(pipeline, at: words.firstIndex(of: first) ?? place)
    }
    return CopydeskError(
      .unknownPipeline, "\"\(first)\" is not a pipeline, but \"\(pipeline)\" after it is",
      help: "the pipeline comes first: " + words.map(ShellWord.quoted).joined(separator: " "))
  }
}
