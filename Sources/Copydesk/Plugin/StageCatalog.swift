/// All the stages, sinks and sources that definitions can name.
public struct StageCatalog: Sendable {
  /// One of them.
  public struct Entry: Sendable {
    /// Its type. For one that is known only at run time, the type that stands for all of those.
    public let component: any PipelineComponent.Type
    /// The name of the plugin that offers it.
    public let plugin: String
    /// The file that the plugin was loaded from; nil where it is a part of the program.
    public let file: PluginFile?
    /// What it says of itself, where it is known only at run time.
    public let runtime: RuntimeStage?

    /// The name by which definitions call it.
    public var name: String { runtime?.declaration.name ?? component.name.rawValue }
    /// What it is to a pipeline.
    public var role: Role { Role(component) }
    /// What it does, in one line.
    public var abstract: String { runtime?.declaration.abstract ?? component.abstract }
    /// What a user should know besides.
    public var discussion: String { runtime == nil ? component.discussion : "" }
    /// A way to use it, as a definition would write it.
    public var example: String { runtime == nil ? component.example : "" }
    /// The fields of a document that it looks at.
    public var reads: [DocumentField] { runtime?.declaration.reads ?? component.reads }
    /// The fields of a document that it fills or changes.
    public var writes: [DocumentField] { runtime?.declaration.writes ?? component.writes }
    /// The rules that its trail entries name.
    public var rules: [Rule] { runtime?.declaration.rules ?? component.rules }
    /// Its options in the order of their declaration.
    public var options: [OptionSpec] { runtime?.declaration.options ?? Self.specs(component) }

    private static func specs<C: PipelineComponent>(_: C.Type) -> [OptionSpec] { C.Options.specs }
  }

  /// What a component is to a pipeline.
  public enum Role: String, Sendable {
    /// Works on one document at a time.
    case stage
    /// Sees the documents in order.
    case ordered
    /// Writes documents out.
    case sink
    /// Brings documents in.
    case source

    init(_ component: any PipelineComponent.Type) {
      self =
        component is any Sink.Type
        ? .sink
        : component is any OrderedStage.Type ? .ordered : component is any Source.Type ? .source : .stage
    }
  }

  private var byName: [String: Entry] = [:]

  /// Creates a catalog of what the plugins offer.
  /// - Throws: ``CopydeskError`` where two offer one name, or a name is not made as it must be.
  public init(_ plugins: [any Plugin.Type] = []) throws {
    for plugin in plugins { try add(plugin) }
  }

  /// Adds what a plugin offers, all of it or nothing.
  /// - Parameters:
  ///   - plugin: the plugin.
  ///   - file: the file that it was loaded from.
  /// - Throws: ``CopydeskError`` where a name is taken, or not made as it must be.
  public mutating func add(_ plugin: any Plugin.Type, from file: PluginFile? = nil) throws(CopydeskError) {
    try add(
      plugin.components.map { Entry(component: $0, plugin: plugin.name, file: file, runtime: nil) })
  }

  /// Adds stages that are known only at run time, all of them or none.
  /// - Throws: ``CopydeskError`` where a name is taken, or not made as it must be.
  public mutating func add(_ stages: [RuntimeStage], plugin: String, from file: PluginFile)
    throws(CopydeskError)
  {
    try add(stages.map { Entry(component: $0.type, plugin: plugin, file: file, runtime: $0) })
  }

  private mutating func add(_ entries: [Entry]) throws(CopydeskError) {
    var added = byName
    for entry in entries {
      guard StageName(rawValue: entry.name).isValid else {
        throw CopydeskError(
          .pluginStageName,
          "the plugin \(Self.title(entry)) offers a stage named \"\(entry.name)\", which is not a stage name",
          help: "use lower-case words joined by dots, such as acme.redact")
      }
      if let other = added[entry.name] {
        throw CopydeskError(
          .pluginStageName,
          "the plugins \(Self.title(other)) and \(Self.title(entry)) both offer a stage named \"\(entry.name)\"",
          help: "load only one of them")
      }
      added[entry.name] = entry
    }
    byName = added
  }

  /// The plugin, with the file that it came from.
  private static func title(_ entry: Entry) -> String {
    "\"\(entry.plugin)\"" + (entry.file.map { " (\($0.path))" } ?? "")
  }

  /// The entry of that name.
  public subscript(name: String) -> Entry? { byName[name] }

  /// All entries, by name.
  public var entries: [Entry] { byName.values.sorted { $0.name < $1.name } }
}
