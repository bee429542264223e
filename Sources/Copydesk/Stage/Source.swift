/// Where documents come from.
///
/// A source names its items one after the other, cheaply and in order; the runner then has each one loaded
/// and read on any thread. So a directory is listed by one thread and read by all.
public protocol Source: PipelineComponent {
  /// How far the listing has come.
  associatedtype Cursor: Sendable

  /// Starts a listing of what the user named.
  /// - Parameter inputs: paths in the order given; `-` is standard input.
  /// - Throws: ``CopydeskError`` where an input does not exist.
  func open(_ inputs: [String]) throws -> Cursor
  /// The next item in the order of the input, or nil at the end. Called by one thread at a time.
  func next(_ cursor: inout Cursor) throws -> SourceItem?
  /// Brings in the item's bytes, where `next` has not. Called concurrently.
  /// - Throws: ``Failure``, which costs this item only.
  func load(_ item: inout SourceItem) throws
  /// Makes a document of a loaded item. Called concurrently.
  /// - Throws: ``Failure``, which costs this item only.
  func document(from item: SourceItem) throws -> Document
  /// About how many bytes the inputs hold, for a progress bar; nil where that cannot be told. May take a
  /// while and is called beside the run.
  func estimatedBytes(of inputs: [String]) -> Int?
  /// What was looked for in vain, for instance which names of files; nil where there is something to read, be it
  /// without documents. Asked where a run has found no document.
  /// - Parameter inputs: what the user named.
  func lookedFor(in inputs: [String]) -> String?
  /// What is odd about inputs that each exist, such as a file that is named beside its folder. Shown as warnings.
  /// - Parameter inputs: what the user named.
  func advice(on inputs: [String]) -> [Diagnostic]
}

extension Source {
  /// Cannot be told.
  public func lookedFor(in inputs: [String]) -> String? { nil }
  /// Nothing odd.
  public func advice(on inputs: [String]) -> [Diagnostic] { [] }
  /// Cannot be told.
  public func estimatedBytes(of inputs: [String]) -> Int? { nil }
}

/// A source of files that can be watched: it tells which files there are without opening them, and reads one at a time.
public protocol WatchableSource: Source {
  /// Lists files and folders, in the order of the input.
  /// - Parameter inputs: folders.
  func list(_ inputs: [String]) -> any SourceListing
  /// Starts a listing of what is in one file.
  func open(_ file: SourceFile) throws -> Cursor
}

/// Names files one after the other.
public protocol SourceListing: Sendable {
  /// The next entry, or nil at the end.
  mutating func next() -> SourceEntry?
}

/// What a listing comes upon.
public enum SourceEntry: Sendable {
  /// A file that is to be read.
  case file(SourceFile)
  /// A folder that is listed next.
  case folder(String)
  /// A file or folder that cannot be read.
  case unreadable(path: String, Failure)
}

/// A file that a listing has come upon.
public struct SourceFile: Sendable {
  /// Its id.
  public var id: String
  /// Where it is.
  public var path: String

  /// Creates a file.
  /// - Parameters:
  ///   - id: its id.
  ///   - path: where it is.
  public init(id: String, path: String) {
    self.id = id
    self.path = path
  }
}

/// What will be one document: a file, or a record of one.
public struct SourceItem: Sendable {
  /// The document's id, unless the record itself brings one: the file's, with `#` and the record's number where it has
  /// one. Made when asked for, as most records bring their own.
  public var id: String { number.map { "\(file)#\($0)" } ?? file }
  /// The id of the file.
  public var file: String
  /// The record's number in its file, from 1; nil where the file is one document.
  public var number: Int?
  /// The file.
  public var path: String
  /// The bytes of the file, where they are known already.
  public var span: Span?
  /// How many bytes it will have once loaded, where that is known and ``path`` is no file of its own.
  public var length: Int?
  /// The bytes themselves, once loaded.
  public var bytes: ArraySlice<UInt8>?
  /// The name of the format to read it by, as the source calls it.
  public var format: String
  /// Why there is nothing to read here, where the listing found out already.
  public var failure: Failure?

  /// What was come upon here and is not read; such an item is counted and becomes no document.
  public var passedOver: PassedOver?

  /// What the source wants to know again when it makes the document, such as the columns of a table.
  public var context: (any Sendable)?

  /// Whether it has failed in an earlier run, and is run again.
  package var isReplayed = false

  /// Creates an item that is not read.
  /// - Parameters:
  ///   - passedOver: what it is.
  ///   - path: the file.
  public init(_ passedOver: PassedOver, path: String) {
    self.init(id: path, path: path, format: "")
    self.passedOver = passedOver
  }

  /// Creates an item.
  /// - Parameters:
  ///   - id: the id of the file.
  ///   - number: the record's number in the file.
  ///   - path: the file.
  ///   - span: the bytes of the file, where they are known already.
  ///   - bytes: the bytes themselves, where they are there already.
  ///   - format: the name of the format to read it by, as the source calls it.
  ///   - failure: why there is nothing to read here, where that is known already.
  public init(
    id: String, number: Int? = nil, path: String, span: Span? = nil, bytes: ArraySlice<UInt8>? = nil,
    format: String,
    failure: Failure? = nil
  ) {
    file = id
    self.number = number
    self.path = path
    self.span = span
    self.bytes = bytes
    self.format = format
    self.failure = failure
  }
}
