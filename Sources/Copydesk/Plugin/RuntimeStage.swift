/// A stage that is known only at run time: one of a library in another language.
///
/// A stage in Swift tells what it is by its type. This one tells it by a value, and a closure makes it.
public struct RuntimeStage: Sendable {
  /// The type that stands for all stages of this origin.
  public var type: any Stage.Type
  /// What the stage says of itself.
  public var declaration: ComponentDeclaration
  /// Makes it from its options: all that it declares, in their order, given or default.
  public var make: @Sendable (_ options: [JSONValue.Member], _ context: StageContext) throws -> any Stage

  /// Creates it.
  public init(
    type: any Stage.Type, declaration: ComponentDeclaration,
    make: @escaping @Sendable ([JSONValue.Member], StageContext) throws -> any Stage
  ) {
    self.type = type
    self.declaration = declaration
    self.make = make
  }
}
