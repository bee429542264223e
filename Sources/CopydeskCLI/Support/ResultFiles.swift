import Copydesk
import Foundation

/// A result with its rejects and its dead letters: every document of a run is in one of the three.
///
/// The files are read line by line: a long result takes time, not memory.
struct ResultFiles {
  /// Where a document ended.
  enum Place: String {
    case output, rejects, deadLetters = "dead letters"
  }

  /// One record and where it was found.
  struct Record {
    let place: Place
    let file: String
    let line: Int
    let json: JSONValue

    var id: String { json["id"]?.string ?? "" }
    var path: String? { json["source"]?["path"]?.string }
    func text(_ member: String) -> String? { json[member]?.string }
  }

  private let files: [(path: String, place: Place)]

  /// - Throws: ``CopydeskError`` where there is no such file.
  init(_ result: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: result, isDirectory: &isFolder), !isFolder.boolValue else {
      throw CopydeskError(
        .missingInput, "there is no result file \"\(result)\"",
        help: "name the JSON Lines file that a run wrote, for instance out/news.jsonl")
    }
    // Named by the rejects or the dead letters, the other two are looked for all the same.
    let stem = Self.stem(of: result)
    let candidates: [(path: String, place: Place)] = [
      (stem + ".jsonl", .output), (stem + ".rejects.jsonl", .rejects), (stem + ".dead.jsonl", .deadLetters),
    ]
    let present = candidates.filter { FileManager.default.fileExists(atPath: $0.path) }
    files = present.contains { $0.path == result } ? present : [(result, .output)] + present
  }

  /// What the names of a result's files have in common: `out/news` of `out/news.dead.jsonl`.
  static func stem(of result: String) -> String {
    var stem = result.hasSuffix(".jsonl") ? String(result.dropLast(6)) : result
    for kind in [".rejects", ".dead"] where stem.hasSuffix(kind) { stem = String(stem.dropLast(kind.count)) }
    return stem
  }

  /// Calls `body` for each record, file by file, until it returns false.
  /// - Throws: ``CopydeskError`` where a line is not JSON.
  func forEach(_ body: (Record) throws -> Bool) throws {
    for file in files {
      var lines = try FileLines(file.path)
      while let line = try lines.next() {
        let json: JSONValue
        do { json = try JSONReader.value(line) } catch {
          throw CopydeskError(
            .malformedJSON,
            "line \(lines.number) of \"\(file.path)\" is not a record: expected \(error.expected)",
            help: "name the JSON Lines file that a run wrote")
        }
        let record = Record(place: file.place, file: file.path, line: lines.number, json: json)
        guard try body(record) else { return }
      }
    }
  }

  /// The record of that id, or the only one whose id ends in it.
  /// - Throws: ``CopydeskError`` where there is none; it names the nearest.
  func record(_ id: String) throws -> Record {
    var found: Record?
    var ending: [Record] = []
    var ids: [String] = []
    try forEach { record in
      if record.id == id { found = record }
      if ending.count < 2, record.id.hasSuffix("/" + id) { ending.append(record) }
      if ids.count < 100_000 { ids.append(record.id) }
      return found == nil
    }
    if let found { return found }
    if ending.count == 1 { return ending[0] }
    throw CopydeskError(
      .missingInput, "there is no document with the id \"\(id)\" in this result",
      help: Suggestion.nearest(to: id, among: ids).map { "did you mean \"\($0)\"?" }
        ?? "leave the id out to see all of them")
  }

  /// The documents that a document repeats or that repeat it.
  struct Relatives {
    /// The one that it repeats.
    var original: Record?
    /// The one that it was compared with, where that is another.
    var match: Record?
    /// The first ones that repeat it.
    var copies: [String] = []
    /// How many repeat it.
    var copyCount = 0
  }

  /// Looks for the relatives of a document in the whole result.
  func relatives(of document: Ending) throws -> Relatives {
    var relatives = Relatives()
    try forEach { record in
      if record.id == document.duplicateOf, relatives.original == nil { relatives.original = record }
      if record.id == document.matched, relatives.match == nil { relatives.match = record }
      if record.text("duplicate_of") == document.id {
        relatives.copyCount += 1
        if relatives.copies.count < 5 { relatives.copies.append(record.id) }
      }
      return true
    }
    return relatives
  }
}
