import Copydesk

extension DefinitionProblem {
  /// The problem in words, with its code and its remedy.
  func diagnostic(at location: SourceLocation?) -> Diagnostic {
    switch self {
    case .malformedYAML(let mistake):
      Diagnostic(.malformedYAML, mistake.message, at: location, help: mistake.help)
    case .severalDocuments:
      Diagnostic(
        .malformedYAML, "a file holds one pipeline", at: location,
        help: "put the second one in a file of its own")
    case .expansionBound(let nodes, let depth):
      Diagnostic(
        .expansionBound, "the definition grows beyond \(nodes) values or \(depth) levels", at: location,
        help: "aliases multiply what they stand for; write fewer of them inside each other")
    case .duplicateKey(let key, let line):
      Diagnostic(
        .duplicateKey, "\"\(key)\" is given twice", at: location,
        help: "the first is on line \(line); keep one")
    case .emptyDefinition:
      Diagnostic(
        .missingKey, "the definition is empty", at: location,
        help: "begin with \"stages:\" and a list of stages")
    case .notAMapping(let found):
      Diagnostic(
        .wrongType, "a definition is a mapping of keys, found \(found)", at: location,
        help: "begin with \"stages:\" and a list of stages")
    case .unknownKey(let key, let known, let place):
      Diagnostic(
        .unknownKey, "\(place) has no key \"\(key)\"", at: location,
        help: Suggestion.help(for: key, among: known))
    case .missingKey(let key, let example):
      Diagnostic(
        .missingKey, "the definition has no \"\(key)\"", at: location, help: "for instance: \(example)")
    case .wrongType(let expected, let found, let key):
      Diagnostic(
        .wrongType, "\"\(key)\" takes \(expected), found \(found)", at: location,
        help: Self.typeHelp(key, expected, found))
    case .badVariableName(let name):
      Diagnostic(
        .undefinedVariable, "\"\(name)\" is not the name of a variable", at: location,
        help: "write ${NAME} with letters, digits and \"_\"; a plain ${ is written $${")
    case .undefinedVariable(let name, let message):
      Diagnostic(
        .undefinedVariable, message ?? "the environment variable \(name) is not set", at: location,
        help: message == nil
          ? "set it, or give a default: ${\(name):-value}" : "set \(name) in the environment")
    default: stageDiagnostic(at: location)
    }
  }

  /// The problems of single stages.
  private func stageDiagnostic(at location: SourceLocation?) -> Diagnostic {
    switch self {
    case .malformedStage(let found):
      Diagnostic(
        .malformedStage, "a stage is a name, or a name with options, found \(found)", at: location,
        help: "write \"- clean\", or \"- summarize: { sentences: 3 }\"")
    case .severalStages(let names):
      Diagnostic(
        .malformedStage, "one step names several stages: \(names.joined(separator: ", "))", at: location,
        help: "begin each with a dash of its own")
    case .misplacedOption(let option, let stage):
      Diagnostic(
        .malformedStage, "\"\(option)\" is an option of \"\(stage)\" but stands beside it", at: location,
        help: "indent it below, or write: - \(stage): { \(option): … }")
    case .unknownStage(let name, let known):
      Diagnostic(
        .unknownStage, "there is no stage named \"\(name)\"", at: location,
        help: Self.stageHelp(name, known))
    case .sourceAsStage(let name):
      Diagnostic(
        .malformedStage, "\"\(name)\" reads documents and cannot stand among the stages", at: location,
        help: "its options belong under \"input:\"")
    case .duplicateID(let id, let first):
      Diagnostic(
        .duplicateID, "two stages have the id \"\(id)\"", at: location,
        help: first.file == location?.file ? "the first is on line \(first.line)" : "the first is at \(first)"
      )
    case .badID(let id):
      Diagnostic(
        .malformedStage, "\"\(id)\" cannot be the id of a stage", at: location,
        help: ["input", "output", "route", "with"].contains(id)
          ? "the word has a meaning of its own; choose another"
          : "use letters, digits, \"_\", \"-\" and \".\"; --set and profiles name the stage by it")
    case .noOutputAfter(let stage):
      Diagnostic(
        .warning, .noOutput, "no output comes after \"\(stage)\", so that nobody sees what it does",
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
    case .unknownCondition(let key, let known):
      Diagnostic(
        .unknownKey, "\"when\" knows no condition \"\(key)\"", at: location,
        help: Suggestion.help(for: key, among: known))
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
        help: "leave one of the two away")
    case .overrideOfNothing(let stage, let known):
      Diagnostic(
        .badOverride, "the pipeline has no stage \"\(stage)\"", at: location,
        help: Suggestion.help(for: stage, among: known))
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

  private static func typeHelp(_ key: String, _ expected: String, _ found: String) -> String? {
    switch key {
    case "stages" where found == "a mapping": "begin each stage with a dash and a space: - clean"
    case "stages" where found.hasPrefix("the text \"-"): "put a space after each dash: - clean"
    case "stages": "for instance: stages: [clean, output.jsonl]"
    case "any", "all": "put each condition in braces: \(key): [{ has: title }, { language: en }]"
    case "when": "for instance: when: { words: { at_least: 80 }, language: en }"
    case "include": "for instance: include: tidy"
    case "with": "for instance: with: { words: 60 }"
    case "parameters": "for instance: parameters: { words: 80 }"
    case "profiles": "for instance: profiles: { quick: { summarize: { method: lead } } }"
    case "route": "for instance: - { when: { language: de }, stages: [ … ] }"
    case _ where expected.hasSuffix("or false"): "write false to take the stage out, or options: { … }"
    case _ where expected == "text": "give it one text; put it in quotes if it holds brackets or a colon"
    default: nil
    }
  }

  /// What a name that is no stage's was meant to be; often YAML read more into it than was meant.
  private static func stageHelp(_ name: String, _ known: [String]) -> String {
    if let dash = name.firstIndex(of: "-"), dash != name.startIndex, name[name.index(before: dash)] == " " {
      return
        "a line below begins with a dash that starts no stage; put all dashes at one column, a space after each"
    }
    if let colon = name.firstIndex(of: ":"), known.contains(String(name[..<colon])) {
      return "put a space after the colon: \(name[...colon]) …"
    }
    return Suggestion.nearest(to: name, among: known).map { "did you mean \"\($0)\"?" }
      ?? "see: copydesk list stages"
  }
}

extension OutputName.Contradiction {
  fileprivate var message: String {
    switch cause {
    case .otherForm(let title, _, _):
      "a file named \"\(path)\" should hold \(title), but \"\(stage)\" writes \(writes)"
    case .notCompressed:
      "a file named \"\(path)\" should be compressed, but \"\(stage)\" does not compress"
    }
  }

  fileprivate var help: String {
    let renaming = rightName.map { "name it \"\($0)\"" } ?? "name a folder, such as out/pages/"
    guard case .otherForm(_, let output?, let lost) = cause else { return renaming }
    guard !lost.isEmpty else { return "\(renaming), or use \(output) in the pipeline" }
    let options = lost.map { "\"\($0)\"" }.joined(separator: ", ")
    return "\(renaming), or use \(output) in the pipeline; it does not have the option"
      + (lost.count == 1 ? " \(options)" : "s \(options)") + " that the output has there"
  }
}
