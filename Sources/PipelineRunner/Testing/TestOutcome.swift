import Copydesk
import PipelineDefinition

/// What came of one test of a definition.
public struct TestOutcome: Sendable {
  /// The test.
  public let test: DefinitionTest
  /// The documents as they ended, with their trails, in the order of the inputs.
  public let documents: [Document]
  /// What was not as expected, in the order of the definition.
  public let mismatches: [Mismatch]
  /// The clusters that were found, where others were expected.
  public let clusters: [[String]]?
  /// Why the stages could not go on to the end.
  public let failure: CopydeskError?
  /// How long it took.
  public let duration: Duration

  /// Whether everything was as expected. A test that expects nothing has not passed.
  public var isPassed: Bool {
    mismatches.isEmpty && clusters == nil && failure == nil && !test.expectsNothing
  }

  /// The duration in milliseconds.
  public var milliseconds: Double {
    Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) * 1e-15
  }

  /// The document of that id.
  public subscript(id: String) -> Document? {
    zip(test.inputs, documents).first { $0.0.id == id }?.1
  }

  /// One thing that was not as expected.
  public struct Mismatch: Sendable, Equatable {
    /// The id of the document.
    public var document: String
    /// What was expected.
    public var expected: DefinitionTest.Check
    /// What was found; of a list all that there was of the kind.
    public var found: DefinitionTest.Check
    /// The part of the expectation that did not hold.
    public var missing: DefinitionTest.Check
    /// The expectation as it would have to be to hold; nil where nothing is left of it.
    public var revised: DefinitionTest.Check?
  }
}
