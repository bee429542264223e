import Copydesk

/// A sink that writes each document into a file of its own below a folder, or all into one file.
///
/// A type that conforms says where and in what form; this does the rest.
public protocol DocumentFilesOutput: Sink, ResumableStage
where Prepared == DocumentFiles.Page, State == DocumentFiles.State {
  /// Where the documents go.
  var files: DocumentFiles { get }

  /// The document as it will stand in its file.
  static func encode(_ document: Document) -> [UInt8]
}

extension DocumentFilesOutput {
  public var destination: String { files.path }
  /// Not a folder, whose names would all have to be kept.
  public var canGrow: Bool { !files.isFolder }
  public func makeState() throws -> DocumentFiles.State { try files.makeState() }
  public func prepare(_ document: inout Document) throws -> DocumentFiles.Page {
    files.page(document, Self.encode(document))
  }
  public func commit(
    _ document: inout Document, _ prepared: DocumentFiles.Page, _ state: inout DocumentFiles.State
  ) throws {
    try files.write(prepared, &state)
  }
  public func finish(_ state: inout DocumentFiles.State) throws { try files.finish(state) }
  public func checkpoint(_ state: inout DocumentFiles.State) throws -> [UInt8] { try files.checkpoint(state) }
  public func resume(from checkpoint: [UInt8]) throws -> DocumentFiles.State {
    try files.resume(from: checkpoint)
  }
}
