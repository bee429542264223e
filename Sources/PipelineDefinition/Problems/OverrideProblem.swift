import Copydesk

/// What can be wrong with what the command line sets.
enum OverrideProblem: DefinitionProblem {
  case badOverride(String)
  case malformedOverride(String, reason: String)
  case overrideOfRemoved(stage: String, by: String)
  case overrideOfStage(String)
  case overrideOfNothing(stage: String, known: [String])
  case overrideInside(option: String, found: String)
  case overrideOfReplaced(option: String, ReplacedOutput.Loss)
  case ambiguousOutput([String], option: String)
  case ambiguousOverride(stage: String, ids: [String])

  func diagnostic(at location: SourceLocation?) -> Diagnostic {
    switch self {
    case .badOverride(let text):
      Diagnostic(
        .badOverride, "\"\(text)\" sets nothing", at: location,
        help: "write stage.option=value, for instance summarize.sentences=5")
    case .malformedOverride(let text, let reason):
      Diagnostic(
        .badOverride, "\"\(text)\" cannot be read: \(reason)", at: location,
        help: "the value is read as YAML; put quotes around it inside those of the shell: 'a.b=\"*.txt\"'")
    case .overrideOfRemoved(let stage, let cause):
      Diagnostic(
        .badOverride, "\(cause) takes the stage \"\(stage)\" out", at: location,
        help: "leave one of the two out")
    case .overrideOfStage(let stage):
      Diagnostic(
        .badOverride, "\"\(stage)\" is a stage, and takes no value but false", at: location,
        help: "write \(stage).option=value, or \(stage)=false to take the stage out")
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
    }
  }
}
