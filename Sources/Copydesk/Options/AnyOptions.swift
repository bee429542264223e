/// An option whose value is checked later, by what the stage stands for: kept as it was written, with its places.
public struct AnyOptions: OptionValue {
  /// The value as it was written; nil where the definition says nothing.
  public var node: ConfigNode?

  /// Creates it.
  public init(_ node: ConfigNode? = nil) { self.node = node }

  public static var kind: OptionKind { .open }
  public var json: JSONValue { .object([]) }

  public static func decode(_ node: ConfigNode, _ problems: inout [OptionProblem]) -> AnyOptions? {
    guard node.entries != nil || node.value == .null else { return mismatch(node, &problems) }
    return AnyOptions(node)
  }
}
