/// A type that an option of a stage may have.
///
/// Booleans, whole numbers, numbers and strings are; so are lists, optionals and string-keyed maps of them,
/// and any enum that conforms to ``OptionChoice``.
public protocol OptionValue: Sendable {
  /// What the option takes, for help, checks and the schema.
  static var kind: OptionKind { get }
  /// Reads a value, or reports why it cannot be read and returns nil.
  static func decode(_ node: ConfigNode, _ problems: inout [OptionProblem]) -> Self?
  /// The value as JSON, to show it as a default.
  var json: JSONValue { get }
}

/// What an option takes.
public indirect enum OptionKind: Sendable, Hashable {
  /// `true` or `false`.
  case boolean
  /// A whole number.
  case integer
  /// A number.
  case number
  /// Text.
  case string
  /// One of a few words.
  case choice([String])
  /// Several of a kind.
  case list(of: OptionKind)
  /// Names, each with a value of a kind.
  case map(of: OptionKind)
  /// A kind, or nothing.
  case optional(OptionKind)
  /// Names with values that only the stage can check.
  case open
}

extension OptionKind: CustomStringConvertible {
  /// As a person says it, after "expected": "a number", "a list of text".
  public var description: String {
    switch self {
    case .boolean: "true or false"
    case .integer: "a whole number"
    case .number: "a number"
    case .string: "text"
    case .choice(let words): words.joined(separator: " | ")
    case .list(let kind):
      if case .choice = kind { "a list of \(kind)" } else { "a list, each \(kind)" }
    case .map(let kind): "a mapping of names, each to \(kind)"
    case .optional(let kind): kind.description
    case .open: "a mapping of names to values"
    }
  }
}

/// What is wrong with a value given for an option.
public struct OptionProblem: Sendable, Hashable {
  /// The kinds of mistakes.
  public enum Mistake: Sendable, Hashable {
    /// The stage has no such option; these are the ones it has.
    case unknown(name: String, known: [String])
    /// Something other than options by their names; these are the ones there are.
    case notOptions(found: String, known: [String])
    /// A value of another type.
    case wrongType(expected: OptionKind, found: String)
    /// A word that is not among the choices.
    case notAChoice(found: String, choices: [String])
    /// A number outside the range.
    case outOfRange(found: String, range: String)
    /// What the stage itself says of its options.
    case invalid(message: String, help: String?)
  }
  /// What kind of mistake.
  public var mistake: Mistake
  /// Where.
  public var location: SourceLocation

  /// Creates a problem.
  public init(_ mistake: Mistake, at location: SourceLocation) {
    self.mistake = mistake
    self.location = location
  }
}

/// An enum whose cases are the words that an option accepts.
///
/// ```swift
/// enum Action: String, OptionChoice { case drop, mark }
/// ```
public protocol OptionChoice: OptionValue, CaseIterable, RawRepresentable where RawValue == String {}

extension OptionChoice {
  public static var kind: OptionKind { .choice(allCases.map(\.rawValue)) }
  public var json: JSONValue { .string(rawValue) }

  public static func decode(_ node: ConfigNode, _ problems: inout [OptionProblem]) -> Self? {
    guard let word = node.scalar else { return mismatch(node, &problems) }
    if let value = Self(rawValue: word) { return value }
    problems.append(
      OptionProblem(.notAChoice(found: word, choices: allCases.map(\.rawValue)), at: node.location))
    return nil
  }
}

extension OptionValue {
  /// Reports that the node is of another type.
  static func mismatch(_ node: ConfigNode, _ problems: inout [OptionProblem]) -> Self? {
    problems.append(
      OptionProblem(.wrongType(expected: kind, found: node.kindDescription), at: node.location))
    return nil
  }
}
