/// All the stages, sinks and sources that definitions can name.
public struct StageCatalog: Sendable {
  /// One of them.
  public struct Entry: Sendable {
    /// Its type.
    public let component: any PipelineComponent.Type
    /// The name of the plugin that offers it.
    public let plugin: String

    /// The name by which definitions call it.
    public var name: String { component.name.rawValue }
    /// What it is to a pipeline.
    public var role: Role { Role(component) }
    /// Its options in the order of their declaration.
    public var options: [OptionSpec] { Self.specs(component) }

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

  /// Adds what a plugin offers.
  /// - Throws: ``CopydeskError`` where a name is taken, or not made as it must be.
  public mutating func add(_ plugin: any Plugin.Type) throws {
    for component in plugin.components {
      let name = component.name
      guard name.isValid else {
        throw CopydeskError(
          .duplicateID,
          "the plugin \"\(plugin.name)\" offers a stage named \"\(name)\", which is not a stage name",
          help: "use lower-case words joined by dots, such as acme.redact")
      }
      if let other = byName[name.rawValue] {
        throw CopydeskError(
          .duplicateID,
          "the plugins \"\(other.plugin)\" and \"\(plugin.name)\" both offer a stage named \"\(name)\"",
          help: "load only one of them")
      }
      byName[name.rawValue] = Entry(component: component, plugin: plugin.name)
    }
  }

  /// The entry of that name.
  public subscript(name: String) -> Entry? { byName[name] }

  /// All entries, by name.
  public var entries: [Entry] { byName.values.sorted { $0.name < $1.name } }
}
