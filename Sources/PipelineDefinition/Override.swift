import Copydesk

/// One `stage.option=value` of the command line; of an option that is a mapping also `stage.option.name=value`.
public struct Override: Sendable, Hashable {
  /// What was written.
  public let text: String
  /// How diagnostics call its place.
  public let file: String
  /// The stage and the option.
  let target: String
  /// The value, as YAML.
  let value: String?

  /// Reads what follows `--set`.
  public init(_ text: String) {
    self.text = text
    let equals = text.firstIndex(of: "=")
    target = String(text[..<(equals ?? text.endIndex)])
    file = "--set \(target)"
    value = equals.map { String(text[text.index(after: $0)...]) }
  }

  /// Sets an option of the pipeline's output stage to a text, as `-o PATH` does its path.
  public init(output option: String, value: String, flag: String) {
    text = value
    file = flag
    target = "\(Self.anyOutput).\(option)"
    self.value = nil
  }

  static let anyOutput = "<output>"

  /// The words of what it sets, between the dots.
  var words: [Substring] { target.split(separator: ".", omittingEmptySubsequences: false) }

  /// Whether it is `-o PATH`.
  var isOutputPath: Bool { target == "\(Self.anyOutput).path" }

  /// What was meant to be a stage: a beginning that resembles one of these, else all but the last word.
  func stage(like known: [String]) -> String {
    let beginnings = (1..<max(2, words.count)).reversed().map { words[..<$0].joined(separator: ".") }
    return beginnings.first { !known.contains($0) && Suggestion.nearest(to: $0, among: known) != nil }
      ?? beginnings[0]
  }

  /// Its whole text, as the place of a mistake.
  var location: SourceLocation {
    SourceLocation(file: file, line: 1, column: 1, length: text.unicodeScalars.count)
  }
}

extension Override {
  /// The parameter of the definition that it sets, where it is written `with.NAME=value`.
  var parameter: String? {
    target.hasPrefix(Reference.parameterPrefix)
      ? String(target.dropFirst(Reference.parameterPrefix.count)) : nil
  }

  /// The value as a node, at its place on the command line.
  func node(reporting problems: inout [Diagnostic]) -> ConfigNode? {
    guard let value else {
      problems.append(OverrideProblem.badOverride(text).diagnostic(at: location))
      return nil
    }
    let parsed = YAMLReader.read(value, file: file)
    if let first = parsed.problems.first {
      let problem = OverrideProblem.malformedOverride(text, reason: first.message)
      problems.append(problem.diagnostic(at: location))
      return nil
    }
    var node = parsed.node ?? ConfigNode(.null, at: location)
    node.location.column += text.unicodeScalars.count - value.unicodeScalars.count
    return node
  }
}
