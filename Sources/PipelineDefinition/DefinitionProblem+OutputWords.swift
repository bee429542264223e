import Copydesk

extension DefinitionProblem {
  /// The problems of outputs.
  func outputDiagnostic(at location: SourceLocation?) -> Diagnostic {
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
    default: overrideDiagnostic(at: location)
    }
  }

  /// The problems of what the command line sets.
  private func overrideDiagnostic(at location: SourceLocation?) -> Diagnostic {
    switch self {
    case .badOverride(let text):
      Diagnostic(
        .badOverride, "\"\(text)\" sets nothing", at: location,
        help: "write stage.option=value, for instance summarize.sentences=5")
    case .malformedOverride(let text, let reason):
      Diagnostic(
        .badOverride, "\"\(text)\" cannot be read: \(reason)", at: location,
        help: "the value is read as YAML; put quotes around it inside those of the shell: 'a.b=\"*.txt\"'")
    case .overrideOfRemoved(let stage, let profile):
      Diagnostic(
        .badOverride, "the profile \"\(profile)\" takes the stage \"\(stage)\" out", at: location,
        help: "leave one of the two out")
    case .overrideOfNothing(let stage, let known):
      Diagnostic(
        .badOverride, "the pipeline has no stage \"\(stage)\"", at: location,
        help: stage.split(separator: ".").first == "source"
          ? "what is read is set as \"input\": --set input.fields.text=body"
          : Suggestion.help(for: stage, among: known))
    case .overrideInside(let option, let found):
      Diagnostic(
        .badOverride, "\"\(option)\" is \(found), and has no parts that could be set by names", at: location,
        help: "set it as a whole; only what is a mapping can be set in part: input.fields.text=body")
    case .overrideOfReplaced(let option, let loss):
      Diagnostic(
        .badOverride,
        "-o \(loss.path) has put \"\(loss.new)\" in the place of the pipeline's output, and it has no option \"\(option)\""
          + (loss.old.map { " as \"\($0)\" has" } ?? ""), at: location,
        help: "leave out --set or -o, or set an option that it has: copydesk show \(loss.new)")
    case .ambiguousOutput(let ids, let option):
      Diagnostic(
        .badOverride, "the pipeline has several outputs: \(ids.joined(separator: ", "))", at: location,
        help: "name the one you mean: --set \(ids.last ?? "output").\(option)=…")
    case .ambiguousOverride(let stage, let ids):
      Diagnostic(
        .badOverride, "the pipeline has \"\(stage)\" more than once", at: location,
        help: "name the one you mean by its id: " + ids.joined(separator: ", "))
    default: compositionDiagnostic(at: location)
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
