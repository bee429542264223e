/// What every part of a pipeline has: a name, a line of help, options. A part is a ``Stage``, a
/// ``WaitingStage``, an ``OrderedStage``, a ``Sink`` or a ``Source``.
public protocol PipelineComponent: Sendable {
  /// Its options; ``NoOptions`` where it has none.
  associatedtype Options: StageOptions
  /// The name by which a definition calls it: `clean`, `dedupe.headlines`, `acme.redact`.
  static var name: StageName { get }
  /// What it does, in one line: for lists, help and the docs.
  static var abstract: String { get }
  /// What a user should know besides: how it decides, what it costs, an example. Plain text or Markdown.
  static var discussion: String { get }
  /// How a definition may use it, as YAML: an item of `stages`, or of a source what stands under `input`. Shown in help
  /// and docs; it must pass the checks.
  static var example: String { get }
  /// The fields of a document that it looks at.
  static var reads: [DocumentField] { get }
  /// The fields of a document that it fills or changes.
  static var writes: [DocumentField] { get }
  /// The rules that its trail entries name.
  static var rules: [Rule] { get }
  /// What it does besides reading and changing documents.
  static var permissions: Set<Permission> { get }
  /// Bytes of memory that it keeps for each thread that works, whatever the documents are: a table of words. They count
  /// to what `--memory` allows.
  static var memoryPerThread: Int { get }
  /// The labels of the entities that it may find with these options; nil where that is not known.
  static func labels(with options: Options) -> [Entity.Label]?
  /// What is odd about options that are each valid: one that has no effect beside another. Shown as warnings.
  /// - Parameters:
  ///   - options: the options, given or default.
  ///   - given: the names of the options that the definition sets.
  static func advice(on options: Options, given: Set<String>) -> [OptionAdvice]
  /// Creates it from options that passed their checks.
  /// - Throws: ``InvalidOption`` where options contradict each other.
  init(options: Options, context: StageContext) throws
}

extension PipelineComponent {
  /// Nothing besides.
  public static var discussion: String { "" }
  /// The bare name; nothing for a source.
  public static var example: String { self is any Source.Type ? "" : "- \(name)" }
  /// Nothing that is known.
  public static var reads: [DocumentField] { [] }
  /// Nothing that is known.
  public static var writes: [DocumentField] { [] }
  /// None that are known.
  public static var rules: [Rule] { [] }
  /// Nothing besides.
  public static var permissions: Set<Permission> { [] }
  /// Nothing that counts.
  public static var memoryPerThread: Int { 0 }
  /// Not known.
  public static func labels(with options: Options) -> [Entity.Label]? { nil }
  /// Nothing odd.
  public static func advice(on options: Options, given: Set<String>) -> [OptionAdvice] { [] }
}

/// A stage that works on one document at a time.
///
/// ```swift
/// import Copydesk
///
/// /// Drops articles that are too short.
/// struct MinimumWords: Stage {
///   struct Options: StageOptions {
///     @Option("Fewest words an article may have.", range: 0...) var words = 50
///   }
///   static let name: StageName = "acme.minimum_words"
///   static let abstract = "Drops articles that are too short."
///   let options: Options
///   init(options: Options, context: StageContext) { self.options = options }
///
///   func process(_ document: inout Document) throws {
///     let words = document.text.wordCount
///     if words < options.words {
///       document.drop(
///         rule: "too_short", reason: "\(words) words", measured: Double(words), limit: Double(options.words))
///     }
///   }
/// }
/// ```
///
/// A stage is a value: options in, document in and out. The runner calls it from many threads at once.
public protocol Stage: PipelineComponent {
  /// Works on a document.
  /// - Throws: ``Failure``, or any error, where this document cannot be processed. It costs that document only; the
  ///   definition's `on_error` says what becomes of it.
  func process(_ document: inout Document) throws
}

/// A stage whose answer depends on the documents before: a search for duplicates, an output.
///
/// The work is split so that it runs on all cores and still gives one answer. ``prepare(_:)`` does what can
/// be done for a document by itself, at any time and on any thread. ``commit(_:_:_:)`` then sees the
/// documents one by one in the order of the input, with the state that the documents before have left; it
/// should be cheap.
public protocol OrderedStage: PipelineComponent {
  /// What `prepare` finds out for `commit`: a signature, encoded bytes.
  associatedtype Prepared: Sendable
  /// What the documents so far have left behind: an index, an open file.
  associatedtype State: Sendable

  /// The state before the first document.
  func makeState() throws -> State
  /// Does the costly part for one document. May change it. Called concurrently, in any order.
  func prepare(_ document: inout Document) throws -> Prepared
  /// Decides, in input order. Called for one document at a time.
  func commit(_ document: inout Document, _ prepared: Prepared, _ state: inout State) throws
  /// Called once after the last document of a run that went to its end.
  func finish(_ state: inout State) throws
}

extension OrderedStage {
  /// Nothing to do.
  public func finish(_ state: inout State) throws {}
}

/// An ordered stage that can tell what becomes of a document only when it has seen all of them: which document of a
/// cluster is the longest.
///
/// Where ``holdsDocuments`` is true, documents do not go on after ``OrderedStage/commit(_:_:_:)``: they are put aside in
/// a temporary file, not in memory. When the input is at its end, ``close(_:)`` is called, and then
/// ``settle(_:_:)`` for each document that was committed, in the same order; after it the document goes on. Documents
/// that the stage did not see keep their places among them.
public protocol SettlingStage: OrderedStage {
  /// Whether documents wait for the end of the input, with the options that the stage has.
  var holdsDocuments: Bool { get }
  /// Called once, after the last commit.
  func close(_ state: inout State) throws
  /// Decides about a document, in the order of the commits. Called for one document at a time.
  func settle(_ document: inout Document, _ state: inout State) throws
}

/// An ordered stage that can go on where a run that ended early had come to.
///
/// Every so often a run puts down how far it has come, so that `--resume` can go on from there. A stage that can say what
/// its state is then needs to see no document twice. Of any other stage the documents before are taken through the
/// pipeline once more, up to it, which is right as well, and slower.
public protocol ResumableStage: OrderedStage {
  /// Puts all that was committed on the disk.
  /// - Returns: what ``resume(from:)`` needs, in a form of the stage's own.
  func checkpoint(_ state: inout State) throws -> [UInt8]
  /// The state as it was at a checkpoint: what was written after it is taken back.
  func resume(from checkpoint: [UInt8]) throws -> State
}

/// An ordered stage that may keep something for later runs, besides its result: an index.
///
/// It saves that in ``OrderedStage/finish(_:)``, as a whole or not at all.
public protocol LastingStage: OrderedStage {
  /// Something that changes whenever the stage saves; nil where it keeps nothing.
  var lastingState: [UInt8]? { get throws }
}

/// An ordered stage that writes documents out.
///
/// Only documents that are kept reach it. An error thrown by ``OrderedStage/commit(_:_:_:)`` ends the run:
/// what cannot be written once will not be written the next time.
public protocol Sink: OrderedStage {
  /// In what form it writes, and how its files are named; nil where it says nothing of that, and may have any name.
  static var form: OutputForm? { get }
  /// Where the result goes: a path, or `-` for standard output. Rejects and dead letters are put beside it.
  var destination: String { get }
  /// Whether it writes a document as ``Document/record(includeText:includeTrail:includeProvenance:)``, a line each, so
  /// that `copydesk why` can read from it what became of the document.
  var writesRecords: Bool { get }
  /// Whether what it has written so far is a whole result at any time, so that a watch can go on adding to it: a plain
  /// file, written by way of ``OutputFile``, of a ``ResumableStage``.
  var canGrow: Bool { get }
}

extension Sink {
  /// It says nothing of that.
  public static var form: OutputForm? { nil }
  /// It writes something else.
  public var writesRecords: Bool { false }
  /// It is whole only at the end.
  public var canGrow: Bool { false }
}

/// The name of a stage: words of lower-case letters, digits and underscores, joined by dots.
public struct StageName: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The name.
  public let rawValue: String
  /// Creates a name.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Creates a name.
  public init(stringLiteral value: StaticString) { rawValue = "\(value)" }
  public var description: String { rawValue }

  /// Whether it is made as a name must be.
  public var isValid: Bool {
    rawValue.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { word in
      guard let first = word.utf8.first, first.isASCIILowercase else { return false }
      return word.utf8.allSatisfy { $0.isASCIILowercase || $0.isASCIIDigit || $0 == UInt8(ascii: "_") }
    }
  }
}
