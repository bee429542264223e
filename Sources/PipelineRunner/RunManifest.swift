import Copydesk

/// What a run has written and how many documents ended where: the file `….run.json` beside its results.
///
/// It holds no time and nothing of the machine, so that the same input and pipeline give the same bytes. Its paths start
/// at the folder that it lies in.
public struct RunManifest: Sendable {
  /// The version of the format.
  public static let schema = 1
  /// What the names of manifests end in.
  public static let suffix = ".run.json"

  /// The pipeline that ran.
  public struct Pipeline: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// How the user named it: by its name or the path of its file.
    public var reference: String?
    /// Where the user put its output in place of where it would go; nil where they did not, or to standard output.
    public var output: String?
    /// A hash of all that it consists of, by which a run that was complete is known; nil where the run kept no journal.
    public var digest: String?
  }

  /// A part of a file, or a file of a folder.
  public struct Part: Sendable, Equatable {
    /// Where it is.
    public var path: String
    /// Its length.
    public var bytes: Int
    /// Its hash: `xxh64:` and 16 hexadecimal digits, those of `xxhsum -H1`.
    public var digest: String

    init(_ file: OutputLog.File, path: String? = nil) {
      self.path = path ?? file.path
      bytes = file.bytes
      digest = "xxh64:" + ContentDigest.text(file.digest)
    }

    init(path: String, bytes: Int, digest: String) {
      self.path = path
      self.bytes = bytes
      self.digest = digest
    }
  }

  /// One file or folder that the run wrote.
  public struct File: Sendable, Equatable {
    /// What it holds.
    public enum Kind: String, Sendable {
      /// What an output wrote.
      case output
      /// A line for each document that was kept and that no output wrote as a record: the record without its text.
      case kept
      /// What was dropped or repeats another.
      case rejects
      /// What could not be processed.
      case deadLetters = "dead_letters"
    }

    /// What it holds.
    public var kind: Kind
    /// Where it is: a file, a folder with a slash at its end, or `-` for standard output.
    public var path: String
    /// The name of the output that wrote it.
    public var stage: String?
    /// Whether it is a record a line.
    public var hasRecords: Bool
    /// How many lines it has; told of all but outputs.
    public var documents: Int?
    /// The files that it consists of: one, with its own path, where it is a file.
    public var parts: [Part] = []

    init(_ kind: Kind, _ path: String, stage: String? = nil, hasRecords: Bool = true) {
      self.kind = kind
      self.path = path
      self.stage = stage
      self.hasRecords = hasRecords
    }

    /// The same with another path.
    func moved(_ place: (String) -> String) -> File {
      var file = self
      file.path = place(path)
      for index in file.parts.indices { file.parts[index].path = place(parts[index].path) }
      return file
    }
  }

  /// The pipeline that ran.
  public var pipeline: Pipeline
  /// Whether the run went to the end of its input.
  public var isComplete: Bool
  /// Whether one document may stand in several of the files: an output is not the last that it comes to.
  public var sharesDocuments = false
  /// The folder that the run was started in, to which the paths of its sources are relative; nil where the results lie
  /// outside of it.
  public var startedIn: String?
  /// How many documents ended where.
  public var counts: RunCounts
  /// A hash of the names and lengths of the files that it read; nil where the run kept no journal.
  public var inputDigest: String?
  /// What it came upon and did not read.
  public var notRead = NotRead()
  /// What the run wrote, outputs first.
  public var files: [File]

  /// The manifest as it is written.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", Self.schema)
      json.name("pipeline")
      json.object { json in
        json.member("name", pipeline.name)
        json.member("reference", pipeline.reference)
        json.member("output", pipeline.output)
        json.member("digest", pipeline.digest)
      }
      if let inputDigest {
        json.name("input")
        json.object { $0.member("digest", inputDigest) }
      }
      json.name("complete")
      json.value(.bool(isComplete))
      if sharesDocuments {
        json.name("shared")
        json.value(.bool(true))
      }
      json.member("started_in", startedIn)
      json.name("counts")
      json.object { counts.write(to: &$0) }
      if !notRead.isEmpty {
        json.name("not_read")
        notRead.write(to: &json)
      }
      json.name("files")
      json.array { json in
        for file in files {
          json.object { json in
            json.member("kind", file.kind.rawValue)
            json.member("path", file.path)
            json.member("stage", file.stage)
            json.name("records")
            json.value(.bool(file.hasRecords))
            json.member("documents", file.documents)
            file.writeParts(to: &json)
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }
}

extension RunManifest.File {
  fileprivate func writeParts(to json: inout JSONWriter) {
    func write(_ part: RunManifest.Part, to json: inout JSONWriter) {
      json.member("bytes", part.bytes)
      json.member("digest", part.digest)
    }
    if parts.count == 1, parts[0].path == path { return write(parts[0], to: &json) }
    guard !parts.isEmpty else { return }
    json.name("parts")
    json.array { json in
      for part in parts {
        json.object { json in
          json.member("path", part.path)
          write(part, to: &json)
        }
      }
    }
  }

  fileprivate mutating func readParts(_ json: JSONValue, in folder: String) {
    func part(_ json: JSONValue, _ path: String) -> RunManifest.Part? {
      guard let bytes = json["bytes"]?.int, let digest = json["digest"]?.string else { return nil }
      return RunManifest.Part(path: path, bytes: bytes, digest: digest)
    }
    if let own = part(json, path) { parts = [own] }
    parts += (json["parts"]?.elements ?? []).compactMap { json in
      json["path"]?.string.flatMap { part(json, RelativePath.resolved($0, in: folder)) }
    }
  }
}

extension RunManifest {
  /// Reads a manifest; its paths are put as they lead from here.
  /// - Parameters:
  ///   - bytes: the file.
  ///   - folder: where it lies.
  /// - Returns: nil where it is no manifest of this version.
  public init?(_ bytes: some Sequence<UInt8>, in folder: String) {
    guard let json = try? JSONReader.value(Array(bytes)[...]), json["schema"]?.int == Self.schema,
      let name = json["pipeline"]?["name"]?.string, let counts = json["counts"]
    else { return nil }
    pipeline = Pipeline(
      name: name, reference: json["pipeline"]?["reference"]?.string,
      output: json["pipeline"]?["output"]?.string.map { RelativePath.resolved($0, in: folder) },
      digest: json["pipeline"]?["digest"]?.string)
    inputDigest = json["input"]?["digest"]?.string
    isComplete = json["complete"]?.flag ?? true
    sharesDocuments = json["shared"]?.flag ?? false
    startedIn = json["started_in"]?.string.map { RelativePath.resolved($0, in: folder) }
    self.counts = RunCounts(json: counts)
    notRead = json["not_read"].map(NotRead.init(json:)) ?? NotRead()
    files = (json["files"]?.elements ?? []).compactMap { json in
      guard let kind = json["kind"]?.string.flatMap(File.Kind.init(rawValue:)),
        let path = json["path"]?.string
      else { return nil }
      var file = File(
        kind, RelativePath.resolved(path, in: folder), stage: json["stage"]?.string,
        hasRecords: json["records"]?.flag ?? false)
      file.documents = json["documents"]?.int
      file.readParts(json, in: folder)
      return file
    }
  }
}

extension RunCounts {
  func write(to json: inout JSONWriter) {
    json.member("read", read)
    json.member("written", written)
    json.member("rejected", rejected)
    json.member("failed", failed)
    json.name("rejected_by_stage")
    json.object { json in
      for (stage, rejections) in rejectedByStage.sorted(by: { $0.key < $1.key }) {
        json.name(stage)
        json.object { json in
          json.member("dropped", rejections.dropped)
          json.member("duplicates", rejections.duplicates)
        }
      }
    }
    json.name("failed_by_stage")
    json.object { json in
      for (stage, count) in failedByStage.sorted(by: { $0.key < $1.key }) { json.member(stage, count) }
    }
  }

  init(json: JSONValue) {
    func members(_ name: String) -> [(name: String, value: JSONValue)] {
      guard case .object(let members)? = json[name] else { return [] }
      return members.map { ($0.name, $0.value) }
    }
    read = json["read"]?.int ?? 0
    written = json["written"]?.int ?? 0
    rejected = json["rejected"]?.int ?? 0
    failed = json["failed"]?.int ?? 0
    for (stage, value) in members("rejected_by_stage") {
      rejectedByStage[stage] = Rejections(
        dropped: value["dropped"]?.int ?? 0, duplicates: value["duplicates"]?.int ?? 0)
    }
    for (stage, value) in members("failed_by_stage") { failedByStage[stage] = value.int ?? 0 }
  }
}
