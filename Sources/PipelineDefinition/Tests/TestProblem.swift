import Copydesk

/// What can be wrong with the tests of a definition, beside what can be wrong with every key.
enum TestProblem {
  case wrongType(String, takes: String, found: String, example: String)
  case noTests
  case noName
  case duplicateName(String, firstLine: Int)
  case noInput(keys: [String])
  case severalInputs([String])
  case noInputs
  case missingFile(String)
  case fileOfRecords(String)
  case duplicateInput(String, firstLine: Int)
  case unknownInput(String, known: [String])
  case repeatedInCluster(String)
  case expectsNothing
  case notADate(String)
  case nothingToLookFor(key: String)
  case labelOfNoStage(String, known: [String])
}

extension TestProblem {
  /// The problem in words.
  func diagnostic(at location: SourceLocation) -> Diagnostic {
    let (message, help) = words
    return Diagnostic(severity, code, message, at: location, help: help)
  }

  private var code: DiagnosticCode {
    if case .wrongType = self { .wrongType } else { .malformedTest }
  }

  /// A test that can be run is no error, though it cannot pass.
  private var severity: Diagnostic.Severity {
    switch self {
    case .expectsNothing, .labelOfNoStage: .warning
    default: .error
    }
  }

  private var words: (message: String, help: String?) {
    switch self {
    case .wrongType(let key, let takes, let found, let example):
      ("\"\(key)\" takes \(takes), found \(found)", "for instance: \(example)")
    case .noTests:
      ("there are no tests in \"tests\"", "write one, or leave out \"tests\"")
    case .noName:
      ("a test needs a name", "say what it shows, for instance: name: a share footer goes")
    case .duplicateName(let name, let line):
      ("two tests are named \"\(name)\"", "the first is on line \(line)")
    case .noInput(let keys):
      ("there is no text to work on", "give it with \(Self.list(keys))")
    case .severalInputs(let keys):
      ("the text is given more than once: \(keys.joined(separator: ", "))", "keep one of them")
    case .noInputs:
      ("\"inputs\" names no documents", "write a list such as: [{ id: a, text: … }, { id: b, text: … }]")
    case .missingFile(let path):
      ("there is no file \"\(path)\"", "the path goes from the folder of the definition")
    case .fileOfRecords(let path):
      ("\"\(path)\" holds records, but a test's file is one document", "write the records as \"inputs\"")
    case .duplicateInput(let id, let line):
      ("two inputs have the id \"\(id)\"", "the first is on line \(line)")
    case .unknownInput(let id, let known):
      (
        "the test has no input \"\(id)\"",
        Suggestion.help(for: id, among: known) ?? "the ids are those under \"inputs\""
      )
    case .repeatedInCluster(let id):
      ("\"\(id)\" is in a cluster already", "a document is in one cluster only")
    case .expectsNothing:
      ("the test expects nothing", "\"copydesk test --update\" writes down what is seen")
    case .notADate(let text):
      ("\"\(text)\" is not a date", "write it as 2018-05-10, with a time as 2018-05-10T14:20+02:00")
    case .labelOfNoStage(let label, let known):
      (
        "no stage finds entities with the label \"\(label)\"",
        known.isEmpty
          ? "a stage such as \"entities\" finds names"
          : Suggestion.help(for: label, among: known) ?? "see: copydesk show entities"
      )
    case .nothingToLookFor(let key):
      ("\"\(key)\" names nothing to look for", "name pieces of the text, or leave it out")
    }
  }

  /// `a, b or c`.
  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}
