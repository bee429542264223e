import Copydesk
import PipelineDefinition

/// A catalog small enough to read, with one component of each role.
enum TestPlugin: Plugin {
  static let name = "test"
  static let version = "1"
  static let components: [any PipelineComponent.Type] = [
    CleanStub.self, SummarizeStub.self, DedupeStub.self, OutputStub.self, FilesStub.self,
  ]
  static func catalog() throws -> StageCatalog { try StageCatalog([TestPlugin.self]) }
}

struct CleanStub: Stage {
  static let name: StageName = "clean"
  static let abstract = "Cleans."
  init(options: NoOptions, context: StageContext) {}
  func process(_ document: inout Document) {}
}

struct SummarizeStub: Stage {
  enum Method: String, OptionChoice { case textrank, lead }
  struct Options: StageOptions {
    @Option("Sentences.", range: 1...20) var sentences = 3
    @Option("Bias.", range: 0...1) var leadBias = 0.5
    @Option("Method.") var method: Method = .textrank
    @Option("Stop words.") var stopWords: [String] = []
  }
  static let name: StageName = "summarize"
  static let abstract = "Summarises."
  let options: Options
  init(options: Options, context: StageContext) throws {
    self.options = options
    if options.method == .lead, options.leadBias != 0.5 {
      throw InvalidOption("lead_bias", "\"lead_bias\" means nothing to the method lead", help: "leave it out")
    }
  }
  func process(_ document: inout Document) {}
}

struct DedupeStub: OrderedStage {
  static let name: StageName = "dedupe.documents"
  static let abstract = "Finds duplicates."
  init(options: NoOptions, context: StageContext) {}
  func makeState() -> Int { 0 }
  func prepare(_ document: inout Document) -> Int { 0 }
  func commit(_ document: inout Document, _ prepared: Int, _ state: inout Int) {}
}

struct OutputStub: Sink {
  struct Options: StageOptions {
    @Option("Where to.") var path = "out.jsonl"
  }
  static let name: StageName = "output.jsonl"
  static let abstract = "Writes."
  let destination: String
  init(options: Options, context: StageContext) { destination = options.path }
  func makeState() -> Int { 0 }
  func prepare(_ document: inout Document) -> Int { 0 }
  func commit(_ document: inout Document, _ prepared: Int, _ state: inout Int) {}
}

struct FilesStub: Source {
  struct Options: StageOptions {
    @Option("What to read.") var include: [String] = ["**/*.txt"]
  }
  static let name: StageName = "input.files"
  static let abstract = "Reads."
  let options: Options
  init(options: Options, context: StageContext) { self.options = options }
  func open(_ inputs: [String]) -> Int { 0 }
  func next(_ cursor: inout Int) -> SourceItem? { nil }
  func load(_ item: inout SourceItem) {}
  func document(from item: SourceItem) -> Document { Document("") }
}
