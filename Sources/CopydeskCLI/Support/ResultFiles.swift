import Copydesk
import Foundation

/// A result with its rejects and its dead letters: every document of a run is in one of the three.
struct ResultFiles {
  /// Where a document ended.
  enum Place: String {
    case output, rejects, deadLetters = "dead letters"
  }

  /// One record and where it was found.
  struct Record {
    let place: Place
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
    var stem = result.hasSuffix(".jsonl") ? String(result.dropLast(6)) : result
    for kind in [".rejects", ".dead"] where stem.hasSuffix(kind) { stem = String(stem.dropLast(kind.count)) }
    let candidates: [(path: String, place: Place)] = [
      (stem + ".jsonl", .output), (stem + ".rejects.jsonl", .rejects), (stem + ".dead.jsonl", .deadLetters),
    ]
    let present = candidates.filter { FileManager.default.fileExists(atPath: $0.path) }
    files = present.contains { $0.path == result } ? present : [(result, .output)] + present
  }

  /// Calls `body` for each record, file by file, until it returns false.
  /// - Throws: ``CopydeskError`` where a line is not JSON.
  func forEach(_ body: (Record) throws -> Bool) throws {
    for file in files {
      guard let data = FileManager.default.contents(atPath: file.path) else {
        throw CopydeskError(.unreadableFile, "cannot read \"\(file.path)\"")
      }
      for (number, line) in [UInt8](data).split(separator: 0x0A).enumerated() {
        do {
          guard try body(Record(place: file.place, json: try JSONReader.value(line))) else { return }
        } catch let error as MalformedJSON {
          throw CopydeskError(
            .malformedJSON,
            "line \(number + 1) of \"\(file.path)\" is not a record: expected \(error.expected)",
            help: "name the JSON Lines file that a run wrote")
        }
      }
    }
  }

  /// The record of that id.
  /// - Throws: ``CopydeskError`` where there is none; it names the nearest.
  func record(_ id: String) throws -> Record {
    var found: Record?
    var ids: [String] = []
    try forEach { record in
      if record.id == id { found = record }
      if ids.count < 100_000 { ids.append(record.id) }
      return found == nil
    }
    if let found { return found }
    let endings = ids.filter { $0.hasSuffix("/" + id) }
    if endings.count == 1 { return try record(endings[0]) }
    throw CopydeskError(
      .missingInput, "there is no document with the id \"\(id)\" in this result",
      help: Suggestion.nearest(to: id, among: ids).map { "did you mean \"\($0)\"?" }
        ?? "leave the id out to see all of them")
  }
}
