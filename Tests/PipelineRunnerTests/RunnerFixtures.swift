import Copydesk
import PipelineDefinition
import PipelineRunner
import Synchronization

/// Documents from memory: the text of each input is its name, repeated.
struct MemorySource: Source {
  static let name: StageName = "input.memory"
  static let abstract = "Documents from memory."
  let texts: [String]

  init(options: NoOptions, context: StageContext) { texts = [] }
  init(_ texts: [String]) { self.texts = texts }

  func open(_ inputs: [String]) -> Int { 0 }
  func next(_ cursor: inout Int) -> SourceItem? {
    guard cursor < texts.count else { return nil }
    defer { cursor += 1 }
    let bytes = Array(texts[cursor].utf8)
    return SourceItem(
      id: "d\(cursor)", path: "memory", span: Span(0, bytes.count), bytes: bytes[...], format: "text")
  }
  func load(_ item: inout SourceItem) {}
  func document(from item: SourceItem) throws -> Document {
    let bytes = item.bytes ?? []
    if bytes.starts(with: Array("unreadable".utf8)) { throw Failure(.binaryFile, "cannot be read") }
    let source = DocumentSource(path: item.path, span: item.span ?? Span(0, 0), bytes: bytes)
    return Document(id: item.id, source: source, text: try Text(validating: Array(bytes)))
  }
}

/// Fails on texts that say so, drops others, and gives the rest a field; takes longer for some.
struct Shaker: Stage {
  static let name: StageName = "test.shaker"
  static let abstract = "Shakes."
  init(options: NoOptions, context: StageContext) {}
  init() {}

  func process(_ document: inout Document) throws {
    let text = document.text.string
    var work = 0
    for byte in document.text.utf8 { work = (work &* 31 &+ Int(byte)) % 10_007 }
    if text.contains("slow") { for step in 0..<50_000 { work = (work &* 31 &+ step) % 10_007 } }
    document.metadata["work"] = .number(String(work))
    if text.contains("fail") { throw Failure(.stageFailed, "told to fail") }
    if text.contains("drop") { document.drop(rule: "told", reason: "told to drop") }
  }
}

/// Marks a text that was seen before.
struct Seen: OrderedStage {
  static let name: StageName = "test.seen"
  static let abstract = "Finds repeated texts."
  init(options: NoOptions, context: StageContext) {}
  init() {}

  func makeState() -> [UInt64: String] { [:] }
  func prepare(_ document: inout Document) throws -> UInt64 {
    if document.text.string.contains("unprepared") { throw Failure(.stageFailed, "told to fail in prepare") }
    return StableHash.of(document.text.utf8)
  }
  func commit(_ document: inout Document, _ prepared: UInt64, _ state: inout [UInt64: String]) throws {
    if document.text.string.contains("uncommitted") { throw Failure(.stageFailed, "told to fail in commit") }
    if let first = state[prepared] {
      document.markDuplicate(of: first, rule: "same", similarity: 1)
    } else {
      state[prepared] = document.id
    }
  }
}

/// Where a ``Collector`` puts what it writes.
final class Bin: Sendable {
  private let content = Mutex<(bytes: [UInt8], isFinished: Bool)>(([], false))
  func append(_ bytes: [UInt8]) { content.withLock { $0.bytes += bytes } }
  func finish() { content.withLock { $0.isFinished = true } }
  var bytes: [UInt8] { content.withLock { $0.bytes } }
  var isFinished: Bool { content.withLock { $0.isFinished } }
  var ids: [String] {
    bytes.split(separator: 0x0A).compactMap { try? JSONReader.value($0)["id"]?.string }
  }
}

/// Writes records into memory.
struct Collector: Sink {
  static let name: StageName = "test.collector"
  static let abstract = "Collects."
  let bin: Bin
  let destination: String
  let failsAt: Int?

  init(options: NoOptions, context: StageContext) { self.init(Bin(), folder: "") }
  init(_ bin: Bin, folder: String, failsAt: Int? = nil) {
    self.bin = bin
    destination = folder + "/result.jsonl"
    self.failsAt = failsAt
  }

  func makeState() -> Int { 0 }
  func prepare(_ document: inout Document) -> [UInt8] { document.record() }
  func commit(_ document: inout Document, _ prepared: [UInt8], _ state: inout Int) throws {
    state += 1
    if state == failsAt { throw CopydeskError(.cannotWrite, "the disk is full") }
    bin.append(prepared)
  }
  func finish(_ state: inout Int) { bin.finish() }
}

/// Makes a definition of stages.
func pipeline(
  _ texts: [String], _ components: [(any PipelineComponent, Condition?, ErrorPolicy)]
) -> Definition {
  let steps = components.enumerated().map { index, part in
    Definition.Step(
      reference: StageReference(id: "\(type(of: part.0).name)", line: index + 1), component: part.0,
      condition: part.1, onError: part.2)
  }
  return Definition(name: "test", source: MemorySource(texts), steps: steps)
}
