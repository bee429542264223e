import Copydesk

/// Writes documents as brat reads them: a folder with a text and its annotations, `.txt` and `.ann`, for each.
///
/// ```yaml
/// stages:
///   - output.brat: { path: out/brat/ }
/// ```
public struct BratOutput: Sink, ResumableStage {
  /// The options of `output.brat`.
  public struct Options: StageOptions {
    @Option("The folder to write to.") public var path = "out/brat/"

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "output.brat"
  public static let form: OutputForm? = OutputForm("a folder of brat files", endings: [])
  public static let abstract = "Writes documents with their entities in brat's standoff form."
  public static let discussion = """
    A document is two files: the text, and a line for each entity (`T1`, its label, its first and last character and \
    its text), with a note (`#1`) of its value, title and id where it has them. Line breaks in an entity are blanks there, \
    as brat wants it.
    """
  public static let example = "- output.brat: { path: out/brat/ }"
  public static let reads: [DocumentField] = []

  private let folder: String

  public init(options: Options, context: StageContext) throws {
    guard !options.path.isEmpty, options.path != "-" else {
      throw InvalidOption("path", "brat's form is a folder", help: "name one, such as out/brat/")
    }
    folder = options.path.hasSuffix("/") ? options.path : options.path + "/"
  }

  public var destination: String { folder }

  /// A text and its annotations.
  public struct Prepared: Sendable {
    let stem: String
    let text: [UInt8]
    let annotations: [UInt8]
  }

  /// The names given so far.
  public struct State: Sendable { var names: FileNames }

  public func makeState() throws -> State { State(names: FileNames(extension: ".txt")) }

  public func prepare(_ document: inout Document) throws -> Prepared {
    Prepared(
      stem: FileNames.stem(of: document.id, extension: ".txt"), text: document.text.utf8,
      annotations: Self.annotations(document))
  }

  public func commit(_ document: inout Document, _ prepared: Prepared, _ state: inout State) throws {
    let name = state.names.claim(prepared.stem)
    for (suffix, bytes) in [(".txt", prepared.text), (".ann", prepared.annotations)] {
      let file = try OutputFile(path: folder + name.dropLast(4) + suffix)
      try file.write(bytes)
      try file.finish()
    }
  }

  public func checkpoint(_ state: inout State) throws -> [UInt8] {
    OutputFile.synchronise()
    var store = ByteStore()
    state.names.store(to: &store)
    return store.bytes
  }

  public func resume(from checkpoint: [UInt8]) throws -> State {
    var loader = ByteLoader(checkpoint[...])
    return State(names: try FileNames(from: &loader, extension: ".txt"))
  }

  static func annotations(_ document: Document) -> [UInt8] {
    let offsets = ScalarOffsets(document.text)
    var out: [UInt8] = []
    var notes = 0
    for (index, entity) in document.entities.enumerated() {
      let place = "\(offsets[entity.span.start]) \(offsets[entity.span.end])"
      out.append("T\(index + 1)\t\(entity.label.asOneWord) \(place)\t")
      out.append(contentsOf: document.text.utf8[entity.span.range].map { $0 < 0x20 ? 0x20 : $0 })
      out.append("\n")
      let note = [("value", entity.value), ("title", entity.title), ("id", entity.id)]
        .compactMap { name, value in value.map { "\(name) \($0.onOneLine)" } }
      guard !note.isEmpty else { continue }
      notes += 1
      out.append("#\(notes)\tAnnotatorNotes T\(index + 1)\t\(note.joined(separator: "; "))\n")
    }
    return out
  }
}
