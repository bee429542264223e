import Copydesk

/// Turns YAML into a ``Definition``, and reports every mistake it finds on the way.
///
/// ```swift
/// let reading = DefinitionReader(catalog: catalog).read(yaml, file: "news.yaml")
/// if let definition = reading.definition { … } else { show(reading.diagnostics) }
/// ```
///
/// `copydesk check` and `copydesk run` both call this, so that they cannot disagree.
public struct DefinitionReader: Sendable {
  let catalog: StageCatalog
  let environment: [String: String]
  let overrides: [Override]
  static let defaultSource = "input.files"

  /// Creates a reader.
  /// - Parameters:
  ///   - catalog: the stages that definitions can name.
  ///   - environment: the variables that `${NAME}` stands for.
  ///   - overrides: what the command line sets.
  public init(catalog: StageCatalog, environment: [String: String] = [:], overrides: [Override] = []) {
    self.catalog = catalog
    self.environment = environment
    self.overrides = overrides
  }

  /// What came of reading a definition.
  public struct Reading: Sendable {
    /// The definition; nil where there is an error.
    public var definition: Definition?
    /// Errors and warnings.
    public var diagnostics: [Diagnostic]
    /// The text of each file that the diagnostics point into, by its name.
    public var sources: [String: String]

    /// Whether there is an error among the diagnostics.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  }

  /// Reads a definition.
  /// - Parameters:
  ///   - yaml: its text.
  ///   - file: its name, for diagnostics.
  public func read(_ yaml: String, file: String) -> Reading {
    var reading = Reading(definition: nil, diagnostics: [], sources: [file: yaml])
    for override in overrides { reading.sources[override.file] = override.text }
    let parsed = YAMLReader.read(yaml, file: file)
    reading.diagnostics += parsed.problems
    guard var root = parsed.node else {
      if parsed.problems.isEmpty {
        let start = SourceLocation(file: file, line: 1, column: 1)
        reading.diagnostics.append(DefinitionProblem.emptyDefinition.diagnostic(at: start))
      }
      return reading
    }
    var expansion = EnvironmentExpansion(environment)
    root = expansion.expand(root)
    reading.diagnostics += expansion.problems
    var builder = DefinitionBuilder(catalog: catalog, fallbackName: Self.name(of: file))
    let definition = builder.build(root, overrides: overrides)
    reading.diagnostics += builder.problems
    if !reading.hasErrors { reading.definition = definition }
    return reading
  }

  /// `pipelines/news.yaml` → `news`.
  private static func name(of file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
  }
}
