import Copydesk

/// The `parameters:` of a definition or a template: names that stand for values, and what may be given for them.
///
/// ```yaml
/// parameters:
///   words: 80                                                  # the default
///   label: { default: PERSON, help: "…", one_of: [PERSON, ORG] }
///   source:                                                    # must be given
/// ```
struct Parameters {
  private static let keys = ["default", "help", "one_of"]

  struct Parameter {
    var name: String
    var location: SourceLocation
    var fallback: ConfigNode?
    var help: String?
    var choices: [String]?
  }

  private(set) var declared: [Parameter] = []

  var names: [String] { declared.map(\.name) }

  /// Reads the declarations; a mistake is reported and the parameter is declared all the same.
  init(_ node: ConfigNode?, _ problems: inout [Diagnostic]) {
    guard let node, node.value != .null else { return }
    guard let entries = node.entries else {
      let problem = DocumentProblem.wrongType(
        expected: .parameters, found: node, key: "parameters")
      problems.append(problem.diagnostic(at: node.location))
      return
    }
    for entry in entries { declared.append(Self.parameter(entry, &problems)) }
  }

  private static func parameter(_ entry: ConfigNode.Entry, _ problems: inout [Diagnostic]) -> Parameter {
    var parameter = Parameter(name: entry.key, location: entry.keyLocation)
    switch entry.value.value {
    case .null: break
    case .scalar, .list: parameter.fallback = entry.value
    case .map(let facts):
      for fact in facts {
        switch fact.key {
        case "default": parameter.fallback = fact.value
        case "help": parameter.help = fact.value.scalar
        case "one_of":
          var found: [OptionProblem] = []
          parameter.choices = [String].decode(fact.value, &found)
          problems += found.map { $0.diagnostic(stage: entry.key) }
        default:
          let problem = DocumentProblem.unknownKey(fact.key, known: keys, place: "a parameter")
          problems.append(problem.diagnostic(at: fact.keyLocation))
        }
      }
    }
    return parameter
  }

  /// The values of those that have a default.
  var defaults: ParameterValues {
    declared.reduce(into: ParameterValues()) { $0[$1.name] = $1.fallback }
  }

  /// The values around with those of the defaults; one without a default is known and has no value.
  func defaults(besides outer: ParameterValues) -> ParameterValues {
    declared.reduce(into: outer) { values, parameter in
      values[parameter.name] = parameter.fallback
      if parameter.fallback == nil { values.missing.insert(parameter.name) }
    }
  }

  /// The values to work with: what was given, and the defaults of what was not.
  /// - Parameters:
  ///   - given: the `with:` of an include, or what the command line sets.
  ///   - place: where to report what is missing.
  ///   - outer: values that are known around; the parameters' own come before them.
  func values(
    given: [ConfigNode.Entry], at place: SourceLocation?, outer: ParameterValues = ParameterValues(),
    _ problems: inout [Diagnostic]
  ) -> ParameterValues {
    var values = outer
    for argument in given where !names.contains(argument.key) {
      let problem = ParameterProblem.unknownArgument(argument.key, known: names)
      problems.append(problem.diagnostic(at: argument.keyLocation))
    }
    for parameter in declared {
      let argument = given.last { $0.key == parameter.name }?.value
      guard let value = argument ?? parameter.fallback else {
        let problem = ParameterProblem.missingArgument(parameter.name, help: parameter.help)
        problems.append(problem.diagnostic(at: place ?? parameter.location))
        // Known, so that its uses are not reported too.
        values.missing.insert(parameter.name)
        continue
      }
      if let choices = parameter.choices, let text = value.scalar, !choices.contains(text) {
        let problem = OptionProblem(.notAChoice(found: text, choices: choices), at: value.location)
        problems.append(problem.diagnostic(stage: parameter.name))
      }
      values[parameter.name] = value
    }
    return values
  }
}

/// What `${with.NAME}` stands for.
struct ParameterValues {
  private var values: [String: ConfigNode] = [:]
  /// Parameters that should have been given; reported where they are asked for.
  var missing: Set<String> = []

  subscript(name: String) -> ConfigNode? {
    get { values[name] }
    set { values[name] = newValue }
  }

  var names: [String] { values.keys.sorted() + missing.sorted() }
}
