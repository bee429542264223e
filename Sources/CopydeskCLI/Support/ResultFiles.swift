import Copydesk
import Files
import Foundation
import PipelineRunner

/// All files of a run in which documents stand as records: outputs, the ledger of the kept, rejects, dead letters.
/// Every document of the run is in one of them, those aside that went to standard output alone.
///
/// The files are read line by line: a long result takes time, not memory.
struct ResultFiles {
  /// Where a document ended.
  enum Place: String {
    case output, kept, rejects, deadLetters = "dead letters"
  }

  /// One record and where it was found.
  struct Record {
    let place: Place
    let file: String
    let line: Int
    let json: JSONValue
    /// The folder that the run was started in.
    let startedIn: String?

    var id: String { json["id"]?.string ?? "" }
    var path: String? { json["source"]?["path"]?.string }
    /// Where the source is, seen from here, as far as the run told.
    var sourcePlace: String? {
      path.map { path in
        guard path != "-", !path.hasPrefix("/"), let startedIn else { return path }
        return RelativePath.resolved(path, in: startedIn)
      }
    }
    func text(_ member: String) -> String? { json[member]?.string }

    /// The same number for the same document, wherever it stands.
    fileprivate var identity: UInt64 {
      var hash = StableHash()
      hash.combine(StableHash.of(id.utf8))
      hash.combine(StableHash.of((path ?? "").utf8))
      hash.combine(UInt64(bitPattern: Int64(json["source"]?["start"]?.int ?? 0)))
      return hash.finish()
    }
  }

  /// What the run tells of itself; nil where it left no manifest.
  let manifest: RunManifest?
  /// What a user should know of the files before believing them.
  let notes: [String]
  /// Dead letters first, outputs last.
  private let files: [(path: String, place: Place)]

  /// Whether outputs are read that the ledger of the kept stands for, too: compressed ones, and those in several files.
  private let readsEveryOutput: Bool

  /// - Parameters:
  ///   - result: any file that a run wrote, or a folder of them.
  ///   - readsEveryOutput: whether the records of compressed outputs, and of those in several files, are wanted as they
  ///     were written, and not only what the ledger tells of them.
  /// - Throws: ``CopydeskError`` where there is no such file, or no telling which run is meant.
  init(_ result: String, readsEveryOutput: Bool = false) throws {
    self.readsEveryOutput = readsEveryOutput
    manifest = try RunFinder(result).manifest()
    guard let manifest else {
      (files, notes) = Self.guessed(from: result)
      return
    }
    let order: [RunManifest.File.Kind] = [.deadLetters, .rejects, .output, .kept]
    let listed = order.flatMap { kind in
      manifest.files.filter { file in
        file.kind == kind
          && (file.hasRecords || readsEveryOutput && file.stage == JSONLinesOutput.name.rawValue)
      }
    }
    let readable = listed.filter { $0.path != "-" }.flatMap(\.inParts)
    let present = readable.filter { FileManager.default.fileExists(atPath: $0.path) }
    var notes: [String] = []
    if !manifest.isComplete { notes.append("the run was stopped before the end of its input") }
    for file in readable where !present.contains(file) {
      notes.append("\"\(file.path)\", which the run wrote, is not there")
    }
    if manifest.files.contains(where: { $0.path == "-" }) {
      notes.append("what went to standard output alone cannot be told of")
    }
    self.notes = notes
    files = present.map { file in
      switch file.kind {
      case .output: (file.path, .output)
      case .kept: (file.path, .kept)
      case .rejects: (file.path, .rejects)
      case .deadLetters: (file.path, .deadLetters)
      }
    }
  }

  /// The files of a run that left no manifest, by the names that they usually have.
  private static func guessed(from result: String) -> (files: [(String, Place)], notes: [String]) {
    let stem = stem(of: result)
    let suffix = RelativePath.name(of: stem).lastIndex(of: ".").map { stem[$0...] } ?? ""
    // Beside `z.txt` they are `z.rejects.jsonl` and so on.
    let stems = suffix.isEmpty ? [stem] : [stem, String(stem.dropLast(suffix.count))]
    let candidates: [(String, Place)] = stems.flatMap { stem in
      [
        (stem + ".dead.jsonl", .deadLetters), (stem + ".rejects.jsonl", .rejects),
        (stem + ".jsonl", .output), (stem + ".kept.jsonl", .kept),
      ]
    }
    var present = candidates.filter { FileManager.default.fileExists(atPath: $0.0) }
    if !present.contains(where: { $0.0 == result }) { present.append((result, .output)) }
    let looked = present.map { "\"\($0.0)\"" }.joined(separator: ", ")
    let note =
      "no \(RunManifest.suffix.dropFirst()) file tells which files belong to this run: looked at \(looked); "
      + "counts may be partial"
    return (present, [note])
  }

  /// What the names of a result's files have in common: `out/news` of `out/news.dead.jsonl`.
  static func stem(of result: String) -> String {
    var stem = result.hasSuffix(".jsonl") ? String(result.dropLast(6)) : result
    for kind in [".rejects", ".dead", ".kept"] where stem.hasSuffix(kind) {
      stem = String(stem.dropLast(kind.count))
    }
    return stem
  }

  /// The paths of the files.
  var paths: [String] { files.map(\.path) }

  /// The dead letters, where there are any.
  var deadLetters: String? { files.first { $0.place == .deadLetters }?.path }

  /// Calls `body` for each record until it returns false: failed documents, rejected ones, kept ones.
  /// - Parameter sorted: whether dropped documents come before duplicates.
  /// - Throws: ``CopydeskError`` where a line is not JSON.
  func forEach(sorted: Bool = false, _ body: (Record) throws -> Bool) throws {
    // Only where a document may stand in several files is it remembered.
    let mayRepeat = readsEveryOutput || manifest?.sharesDocuments ?? false
    var seen: Set<UInt64> = []
    for file in files {
      let passes: [Bool?] = sorted && file.place == .rejects ? [false, true] : [nil]
      var inThis: Set<UInt64> = []
      for wantsDuplicates in passes {
        let goesOn = try forEachLine(of: file) { record in
          if let wantsDuplicates, (Ending(record).fate == .duplicate) != wantsDuplicates { return true }
          if mayRepeat {
            guard !seen.contains(record.identity) else { return true }
            inThis.insert(record.identity)
          }
          return try body(record)
        }
        guard goesOn else { return }
      }
      seen.formUnion(inThis)
    }
  }

  /// Whether the texts of the kept documents are only where the ledger of the kept stands for them: in compressed files,
  /// in shards, or in no JSON Lines at all.
  var hasTextsElsewhere: Bool { !files.contains { $0.place == .output } }

  /// Calls `body` for each record of the first JSON Lines that the ledger of the kept stands for.
  /// - Returns: false where there are none.
  func forEachKeptElsewhere(_ body: (Record) -> Void) throws -> Bool {
    let output = manifest?.files.first {
      $0.kind == .output && !$0.hasRecords && $0.stage == JSONLinesOutput.name.rawValue && $0.path != "-"
    }
    guard let output else { return false }
    for part in output.inParts where FileManager.default.fileExists(atPath: part.path) {
      _ = try forEachLine(of: (part.path, .output)) { record in
        body(record)
        return true
      }
    }
    return true
  }

  /// - Returns: whether `body` never returned false.
  private func forEachLine(
    of file: (path: String, place: Place), _ body: (Record) throws -> Bool
  ) throws -> Bool {
    var lines = try FileLines.ofAnyFile(file.path)
    while let line = try lines.next() {
      let json: JSONValue
      do { json = try JSONReader.value(line) } catch {
        throw CopydeskError(
          .malformedJSON,
          "line \(lines.number) of \"\(file.path)\" is not a record: expected \(error.expected)",
          help: "name a file that a run wrote")
      }
      let record = Record(
        place: file.place, file: file.path, line: lines.number, json: json, startedIn: manifest?.startedIn)
      guard try body(record) else { return false }
    }
    return true
  }

  /// What the run counted, where its files tell of other numbers: one of them was changed or written anew.
  func disagreement(with fates: [Ending.Fate: Int]) -> String? {
    guard let manifest, !manifest.files.contains(where: { $0.path == "-" }) else { return nil }
    let counts = manifest.counts
    let found = [
      fates[.kept, default: 0], fates[.dropped, default: 0] + fates[.duplicate, default: 0],
      fates[.failed, default: 0],
    ]
    guard found != [counts.written, counts.rejected, counts.failed] else { return nil }
    func words(_ numbers: [Int]) -> String {
      zip(numbers, ["kept", "rejected", "failed"]).map { "\(Figures.grouped($0)) \($1)" }
        .joined(separator: ", ")
    }
    return
      "the run counted \(words([counts.written, counts.rejected, counts.failed])), but its files tell of "
      + "\(words(found)): a file was changed or rewritten since"
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
    let isElsewhere = document.trail.repeatEarlierRun
    try forEach { record in
      if !isElsewhere, record.id == document.duplicateOf, relatives.original == nil {
        relatives.original = record
      }
      if !isElsewhere, record.id == document.matched, relatives.match == nil { relatives.match = record }
      if record.text("duplicate_of") == document.id, !Ending(record).trail.repeatEarlierRun {
        relatives.copyCount += 1
        if relatives.copies.count < 5 { relatives.copies.append(record.id) }
      }
      return true
    }
    return relatives
  }
}

extension RunManifest.File {
  /// The files that it consists of, each as one.
  fileprivate var inParts: [RunManifest.File] {
    guard parts.contains(where: { $0.path != path }) else { return [self] }
    return parts.map { part in
      var file = self
      file.path = part.path
      return file
    }
  }
}
