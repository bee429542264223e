import Copydesk

/// Adds the stages of the plugin at a path to a catalog.
public typealias PluginLoading =
  @Sendable (_ path: String, _ catalog: inout StageCatalog) throws(CopydeskError) -> Void

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
  let profiles: [String]
  private(set) var surroundings: Surroundings
  let loadPlugin: PluginLoading
  let load: @Sendable (String) -> String?
  static let defaultSource = "input.files"

  /// Creates a reader.
  /// - Parameters:
  ///   - catalog: the stages that definitions can name.
  ///   - environment: the variables that `${NAME}` stands for.
  ///   - overrides: what the command line sets.
  ///   - profiles: the profiles that the command line chooses, in the order in which they make their changes.
  ///   - surroundings: what stages are told of the world around the definition.
  ///   - load: the text of a file that a definition includes; nil where it cannot be read.
  ///   - loadPlugin: loads the plugins that a definition names; by default that is refused.
  public init(
    catalog: StageCatalog, environment: [String: String] = [:], overrides: [Override] = [],
    profiles: [String] = [], surroundings: Surroundings = Surroundings(),
    load: @escaping @Sendable (String) -> String? = { _ in nil },
    loadPlugin: @escaping PluginLoading = refusePlugin
  ) {
    self.catalog = catalog
    self.environment = environment
    self.overrides = overrides
    self.profiles = profiles
    self.surroundings = surroundings
    self.surroundings.environment = environment
    self.loadPlugin = loadPlugin
    self.load = load
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
  ///   - file: its name, for diagnostics; includes are looked for from its folder.
  public func read(_ yaml: String, file: String) -> Reading {
    var files = DefinitionFiles(environment: environment, load: load)
    let root = files.parse(yaml, file: file)
    var builder = DefinitionBuilder(
      catalog: catalog, loadPlugin: loadPlugin, fallbackName: Self.name(of: file), file: file, files: files,
      surroundings: surroundings)
    let definition = root.flatMap { builder.build($0, overrides: overrides, profiles: profiles) }
    var reading = Reading(definition: nil, diagnostics: builder.diagnostics, sources: builder.files.sources)
    for override in overrides { reading.sources[override.file] = override.text }
    for profile in profiles { reading.sources[DefinitionBuilder.place(ofProfile: profile).file] = profile }
    if !reading.hasErrors { reading.definition = definition }
    return reading
  }

  /// Loads no plugin.
  public static let refusePlugin: PluginLoading = { path, _ throws(CopydeskError) in
    throw CopydeskError(.unreadablePlugin, "plugins cannot be loaded here", help: "leave out \"\(path)\"")
  }

  /// `pipelines/news.yaml` → `news`.
  private static func name(of file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
  }
}
