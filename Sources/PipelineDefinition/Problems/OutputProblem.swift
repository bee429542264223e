import Copydesk

/// What can be wrong with outputs.
enum OutputProblem: DefinitionProblem {
  case noOutputAfter(stage: String)
  case noOutput
  case sharedPath(String, other: String)
  case wrongEnding(OutputName.Contradiction)

  func diagnostic(at location: SourceLocation?) -> Diagnostic {
    switch self {
    case .noOutputAfter(let stage):
      Diagnostic(
        .warning, .noOutput, "no output comes after \"\(stage)\", so what it does has no effect",
        at: location, help: "put it before the outputs")
    case .noOutput:
      Diagnostic(
        .warning, .noOutput, "no stage writes the documents out", at: location,
        help: "end with one, for instance: - output.jsonl: { path: out/result.jsonl }")
    case .sharedPath(let path, let other):
      Diagnostic(
        .sharedPath, "\"\(path)\" is already written by \"\(other)\"", at: location,
        help: "give each output a path of its own")
    case .wrongEnding(let contradiction):
      Diagnostic(.invalidOption, contradiction.message, at: location, help: contradiction.help)
    }
  }
}

extension OutputName.Contradiction {
  fileprivate var message: String {
    switch cause {
    case .otherForm(let title, _, _):
      "a file named \"\(path)\" should hold \(title), but \"\(stage)\" writes \(writes)"
    case .otherFormCompressed(let title, let output, _, _):
      "a file named \"\(path)\" should hold \(title), compressed, but \"\(output)\" does not compress"
    case .notCompressed:
      "a file named \"\(path)\" should be compressed, but \"\(stage)\" does not compress"
    case .compressedTwice:
      "a file named \"\(path)\" should be compressed twice, and no output does that"
    }
  }

  fileprivate var help: String {
    let renaming = rightName.map { "name it \"\($0)\"" } ?? "name a folder, such as out/pages/"
    switch cause {
    case .notCompressed, .compressedTwice, .otherForm(_, output: nil, _): return renaming
    case .otherFormCompressed(let title, _, let plain, isChoice: true):
      return "name it \"\(plain)\" for \(title)" + (rightName.map { ", or \"\($0)\" for \(writes)" } ?? "")
    case .otherFormCompressed(_, let output, let plain, isChoice: false):
      return "\(renaming), or use \(output) in the pipeline with the name \"\(plain)\""
    case .otherForm(_, let output?, let lost):
      guard !lost.isEmpty else { return "\(renaming), or use \(output) in the pipeline" }
      let options = lost.map { "\"\($0)\"" }.joined(separator: ", ")
      return "\(renaming), or use \(output) in the pipeline; it does not have the option"
        + (lost.count == 1 ? " \(options)" : "s \(options)") + " that the output has there"
    }
  }
}
