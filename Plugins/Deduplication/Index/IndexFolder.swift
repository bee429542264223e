import Copydesk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder in which an index stays between runs.
///
/// ```text
/// index.json     what the index consists of, and a checksum: replaced as a whole, by renaming
/// records        the records, only ever added to
/// run-000012     sorted tags, never changed
/// kept           which documents stand for those that are not kept; only where there are such
/// lock           held by the run that works with it
/// ```
///
/// A run adds to `records` and writes new runs beside the old ones. Only when all of that is on the disk is `index.json`
/// replaced, and only then are runs that it does not name taken away. So a run that is killed, at any moment, leaves the
/// index as it was; what it had written is cut off and taken away by the next.
struct IndexFolder: Sendable {
  /// The version of the format.
  static let version = 3
  private static let format = "copydesk document index"

  let path: String
  private let settings: IndexSettings
  private let folder: MadeFolder

  /// What is in the folder.
  struct Contents {
    var records: RecordFile
    var documents: Int
    var runs: [TagRun]
    var nextRun: Int
    var kept = KeptPlaces()
  }

  /// Takes the folder for this run, and makes it where there is none.
  init(_ path: String, _ settings: IndexSettings) throws {
    self.path = path
    self.settings = settings
    let made = try DiskFolder.make(path)
    let names = DiskFolder.names(in: path)
    guard names.allSatisfy(Self.isOwn) else { throw IndexProblem.foreign(path) }
    let lock = try DiskFile("\(path)/lock")
    guard lock.lockForThisProcess() else { throw IndexProblem.inUse(path) }
    folder = MadeFolder(path, made: made, manifest: Self.manifestName, lock: lock)
  }

  /// Whether a file of an index has this name.
  static func isOwn(_ name: String) -> Bool {
    [manifestName, "\(manifestName).new", "records", "kept", "lock"].contains(name) || name.hasPrefix("run-")
  }

  /// Opens the index; an empty one where there is none yet.
  func open() throws -> Contents {
    guard let bytes = try Self.contents(of: manifestPath) else {
      removeRuns(but: [])
      return Contents(
        records: try RecordFile(DiskFile("\(path)/records")), documents: 0, runs: [], nextRun: 0)
    }
    let manifest = try read(bytes)
    let runs = try manifest.runs.map {
      try TagRun(opening: "\(path)/\($0.name)", name: $0.name, count: $0.count)
    }
    removeRuns(but: Set(manifest.runs.map(\.name)))
    return Contents(
      records: try RecordFile(DiskFile("\(path)/records"), length: manifest.records),
      documents: manifest.documents, runs: runs, nextRun: manifest.nextRun,
      kept: manifest.kept > 0 ? try KeptPlaces(DiskFile(keptPath), count: manifest.kept) : KeptPlaces())
  }

  /// Opens the file of a new run.
  var makeRunFile: @Sendable (Int) throws -> (file: DiskFile, name: String) {
    let path = path
    return { number in
      let digits = String(number)
      let name = "run-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
      let file = try DiskFile("\(path)/\(name)")
      try file.truncate(to: 0)
      return (file, name)
    }
  }

  /// Makes what was written the index.
  func commit(records: Int, documents: Int, runs: [TagRun], nextRun: Int, kept: KeptPlaces) throws {
    for run in runs { try run.synchronise() }
    if kept.count > 0 { try kept.save(to: DiskFile(keptPath)) }
    var json = JSONWriter()
    json.object { json in
      json.member("format", Self.format)
      json.member("version", Self.version)
      json.name("settings")
      json.object { json in for field in settings.fields { json.member(field.name, field.value) } }
      json.member("documents", documents)
      json.member("records", records)
      json.member("next_run", nextRun)
      if kept.count > 0 { json.member("kept", kept.count) }
      json.name("runs")
      json.array { json in
        for run in runs {
          json.object { json in
            json.member("name", run.name)
            json.member("entries", run.count)
          }
        }
      }
    }
    json.endLine()
    let bytes = json.bytes + Array("\(StableHash.of(json.bytes))\n".utf8)
    let new = manifestPath + ".new"
    let file = try DiskFile(new)
    try file.truncate(to: 0)
    try bytes.withUnsafeBytes { try file.write($0, at: 0) }
    try file.synchronise()
    try DiskFolder.rename(new, to: manifestPath, in: path)
    removeRuns(but: Set(runs.map(\.name)))
  }

  // MARK: The manifest

  private static let manifestName = "index.json"
  private var manifestPath: String { "\(path)/\(Self.manifestName)" }
  private var keptPath: String { "\(path)/kept" }

  private struct Manifest {
    var documents: Int
    var records: Int
    var nextRun: Int
    var kept: Int
    var runs: [(name: String, count: Int)]
  }

  private func read(_ bytes: [UInt8]) throws -> Manifest {
    let lines = bytes.split(separator: 0x0A)
    guard lines.count == 2, let json = try? JSONReader.value(lines[0]) else {
      throw IndexProblem.damaged(manifestPath)
    }
    guard json["format"]?.string == Self.format else { throw IndexProblem.foreign(path) }
    guard let version = Self.integer(json["version"]), version == Self.version else {
      throw IndexProblem.version(
        path, found: Self.integer(json["version"]).map(String.init) ?? "?", expected: Self.version)
    }
    guard String(decoding: lines[1], as: UTF8.self) == "\(StableHash.of(Array(lines[0]) + [0x0A]))",
      let documents = Self.integer(json["documents"]), let records = Self.integer(json["records"]),
      let nextRun = Self.integer(json["next_run"]), case .array(let runs) = json["runs"]
    else { throw IndexProblem.damaged(manifestPath) }
    let differences = settings.fields.compactMap { field -> String? in
      let found = json["settings"]?[field.name]?.string ?? "nothing"
      return found == field.value ? nil : "\(field.name) is \(found) there and \(field.value) here"
    }
    guard differences.isEmpty else { throw IndexProblem.settings(path, differences: differences) }
    return Manifest(
      documents: documents, records: records, nextRun: nextRun,
      kept: Self.integer(json["kept"]) ?? 0,
      runs: try runs.map { run in
        guard let name = run["name"]?.string, let count = Self.integer(run["entries"]) else {
          throw IndexProblem.damaged(manifestPath)
        }
        return (name, count)
      })
  }

  private static func integer(_ value: JSONValue?) -> Int? {
    if case .number(let digits) = value { Int(digits) } else { nil }
  }

  private static func contents(of path: String) throws -> [UInt8]? {
    guard access(path, F_OK) == 0 else { return nil }
    let file = try DiskFile(path)
    var bytes = [UInt8](repeating: 0, count: try file.length())
    let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0, at: 0) }
    return Array(bytes.prefix(count))
  }

  /// Something that changes whenever the index in the folder does.
  static func fingerprint(of path: String) throws -> [UInt8] {
    guard let bytes = try contents(of: "\(path)/index.json") else { return [] }
    return Array(String(StableHash.of(bytes), radix: 16).utf8)
  }

  private func removeRuns(but kept: Set<String>) {
    for name in DiskFolder.names(in: path) where name.hasPrefix("run-") && !kept.contains(name) {
      DiskFolder.remove("\(path)/\(name)")
    }
  }
}
