import Copydesk
import Foundation

@testable import Files

/// A folder that is gone when the test is.
final class TemporaryFolder: Sendable {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("files-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, contents) in files { try write(contents, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  subscript(name: String) -> String { path + "/" + name }

  @discardableResult func write(_ contents: String, to name: String) throws -> String {
    try write(Array(contents.utf8), to: name)
  }

  @discardableResult func write(_ contents: [UInt8], to name: String) throws -> String {
    let url = URL(fileURLWithPath: self[name])
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(contents).write(to: url)
    return url.path
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: self[name], withDestinationPath: target)
  }

  func bytes(_ name: String) -> [UInt8] {
    FileManager.default.contents(atPath: self[name]).map { [UInt8]($0) } ?? []
  }
  func string(_ name: String) -> String { String(decoding: bytes(name), as: UTF8.self) }

  /// The files below, sorted.
  var files: [String] {
    let all = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return all.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: self[name], isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }
}

extension SeededGenerator {
  /// Up to `count` of the pieces, in random order.
  mutating func text(of pieces: [String], upTo count: Int) -> String {
    (0..<Int.random(in: 0...count, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }
      .joined()
  }
}

/// A source with these options.
func source(_ change: (inout FileSource.Options) -> Void = { _ in }) throws -> FileSource {
  var options = FileSource.Options()
  change(&options)
  return try FileSource(options: options, context: StageContext())
}

/// The document of a record with these members and a text.
func record(_ members: String) throws -> Document {
  let folder = try TemporaryFolder(["r.jsonl": "{\"text\":\"Rain fell.\",\(members)}"])
  return try source().documents([folder.path])[0]
}

extension FileSource {
  /// All items of the inputs, not loaded.
  func items(_ inputs: [String]) throws -> [SourceItem] {
    var cursor = try open(inputs)
    var items: [SourceItem] = []
    while let item = try next(&cursor) { if item.passedOver == nil { items.append(item) } }
    return items
  }

  /// What is come upon and not read.
  func passedOver(_ inputs: [String]) throws -> [PassedOver] {
    var cursor = try open(inputs)
    var found: [PassedOver] = []
    while let item = try next(&cursor) { if let passed = item.passedOver { found.append(passed) } }
    return found
  }

  /// What becomes of an item, as the runner has it read.
  func result(_ item: SourceItem) -> Result<Document, Failure> {
    Result {
      if let failure = item.failure { throw failure }
      var item = item
      if item.bytes == nil { try load(&item) }
      return try document(from: item)
    }.mapError { Failure($0) }
  }

  func results(_ inputs: [String]) throws -> [Result<Document, Failure>] { try items(inputs).map(result) }
  func documents(_ inputs: [String]) throws -> [Document] { try results(inputs).map { try $0.get() } }
  func ids(_ inputs: [String]) throws -> [String] { try items(inputs).map(\.id) }
}

extension Result where Failure == Copydesk.Failure {
  /// What it failed with.
  var failure: Failure? { if case .failure(let failure) = self { failure } else { nil } }
}
