import Copydesk

/// A sink that writes all documents into one file, each as bytes that do not depend on the others.
///
/// A type that conforms says where and in what form; this does the rest.
public protocol OneFileOutput: Sink, ResumableStage where Prepared == [UInt8], State == OutputFile {
  /// The file, or `-` for standard output.
  var path: String { get }

  /// The document as it will stand in the file.
  static func encode(_ document: Document) -> [UInt8]
}

extension OneFileOutput {
  public var destination: String { path }
  public var canGrow: Bool { true }
  public func makeState() throws -> OutputFile { try OutputFile(path: path) }
  public func prepare(_ document: inout Document) throws -> [UInt8] { Self.encode(document) }
  public func commit(_ document: inout Document, _ prepared: [UInt8], _ state: inout OutputFile) throws {
    try state.write(prepared)
  }
  public func finish(_ state: inout OutputFile) throws { try state.finish() }
  public func checkpoint(_ state: inout OutputFile) throws -> [UInt8] { try state.checkpoint() }
  public func resume(from checkpoint: [UInt8]) throws -> OutputFile {
    try OutputFile(path: path, resuming: checkpoint)
  }
}
