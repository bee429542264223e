import Copydesk
import PipelineDefinition

/// What must be the same for a run to go on where another one had come to.
struct RunIdentity: Sendable, Equatable {
  var program: String
  /// The pipeline as it works, a line each.
  var definition: [String]
  /// The files of plugins: name, version and SHA-256, a line each.
  var plugins: [String]
  /// The files that the pipeline names, by their names: what a hash of the contents tells of each.
  var files: [String: String]
  /// Where trails say that the stages stand.
  var places: [String]
  /// What the user named to be read.
  var inputs: [String]
  var sample: Int?

  init(_ definition: Definition, inputs: [String], sample: Int?, program: String) {
    self.program = program
    self.inputs = inputs
    self.sample = sample
    var stage = ""
    var lines: [String] = []
    for line in definition.resolved?.lines ?? [] {
      let text = line.text.drop { $0 == " " }
      let isStage = text.hasPrefix("- ")
      if isStage { stage = text.dropFirst(2).split(separator: ":").first.map(String.init) ?? "" }
      if line.text.first != " " { stage = "" }
      lines.append(stage.isEmpty || isStage ? String(text) : "\(stage): \(text)")
    }
    self.definition = lines
    plugins = definition.plugins.map { "\($0.plugin) \($0.version) \($0.hash)" }
    files = Dictionary(
      definition.namedFiles.map { ($0.name, FileDigest.of($0.path)?.digest ?? "") }, uniquingKeysWith: +)
    places = definition.steps.map { step in
      "\(step.reference.id) \(step.reference.file ?? ""):\(step.reference.line ?? 0)"
    }
  }

  /// A hash of the pipeline, and of how much of the input it took.
  var digest: UInt64 {
    var hash = StableHash(seed: 0x5249)
    if let sample { hash.combine(UInt64(truncatingIfNeeded: sample)) }
    let files = files.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    for line in [program] + definition + plugins + files + places {
      Array(line.utf8).withUnsafeBytes { hash.combine($0) }
    }
    return hash.finish()
  }

  /// Something that is not as it was.
  struct Difference: Sendable, Equatable {
    /// What, in words.
    var what: String
    /// How to have it as it was.
    var remedy: String
  }

  /// What has changed since; nothing where they are the same.
  func differences(from earlier: RunIdentity) -> [Difference] {
    var differences: [Difference] = []
    func differ(_ what: String, _ remedy: String) {
      differences.append(Difference(what: what, remedy: remedy))
    }
    if program != earlier.program {
      differ("it was started by \(earlier.program), and this is \(program)", "use \(earlier.program)")
    }
    if definition != earlier.definition {
      let old = Set(earlier.definition)
      let new = Set(definition)
      let gone = Self.some(earlier.definition.filter { !new.contains($0) }, "is gone")
      let come = Self.some(definition.filter { !old.contains($0) }, "is new")
      differ(
        "the pipeline has changed: " + (gone + come).joined(separator: ", ").nonEmpty(or: "its order"),
        "restore the pipeline as it was, with --set, --profile and variables: copydesk check --resolved shows it"
      )
    } else if places != earlier.places {
      differ(
        "stages stand on other lines of the pipeline than before, and trails name the lines",
        "restore the lines of the pipeline")
    }
    let names = Set(files.keys).union(earlier.files.keys).sorted()
    // Where another pipeline names others, that is told already.
    for name in names
    where files[name] != earlier.files[name]
      && (definition == earlier.definition || files[name] != nil && earlier.files[name] != nil)
    {
      differ("the file \"\(name)\", which the pipeline names, has changed", "put back \"\(name)\" as it was")
    }
    for plugin in Self.changedPlugins(from: earlier.plugins, to: plugins) { differences.append(plugin) }
    if inputs != earlier.inputs {
      differ("it read \(Self.list(earlier.inputs)), not \(Self.list(inputs))", "name the same inputs")
    }
    if sample != earlier.sample {
      differ(
        "it took \(earlier.sample.map { "a sample of \($0)" } ?? "all documents")",
        earlier.sample.map { "give --sample \($0)" } ?? "leave out --sample")
    }
    return differences
  }

  /// The first lines, each in quotes and with what became of it, and how many there are besides.
  private static func some(_ lines: [String], _ fate: String) -> [String] {
    let rest = lines.count - 3
    return lines.prefix(3).map { "\"\($0)\" \(fate)" } + (rest > 0 ? ["\(rest) more \(fate)"] : [])
  }

  /// Of a plugin that was built again no one can say that it does the same: it is another file.
  private static func changedPlugins(from earlier: [String], to now: [String]) -> [Difference] {
    func parts(_ line: String) -> (name: String, version: String, hash: String) {
      let words = line.split(separator: " ").map(String.init)
      return (words.first ?? "", words.dropFirst().dropLast().joined(separator: " "), words.last ?? "")
    }
    let known = Dictionary(earlier.map { (parts($0).name, parts($0)) }) { first, _ in first }
    let found = Dictionary(now.map { (parts($0).name, parts($0)) }) { first, _ in first }
    return Set(known.keys).union(found.keys).sorted().compactMap { name in
      guard let old = known[name] else {
        return Difference(what: "the plugin \"\(name)\" is new", remedy: "leave the plugin out")
      }
      guard let new = found[name] else {
        return Difference(what: "the plugin \"\(name)\" is not there", remedy: "load the plugin \"\(name)\"")
      }
      guard old != new else { return nil }
      let version = old.version == new.version ? "" : "version \(old.version) then, \(new.version) now; "
      return Difference(
        what: "the plugin \"\(name)\" is another file, as after each build "
          + "(\(version)sha256 \(old.hash.prefix(12))… then, \(new.hash.prefix(12))… now)",
        remedy:
          "put back the file of the plugin \"\(name)\" whose sha256sum begins with \(old.hash.prefix(12))")
    }
  }

  private static func list(_ inputs: [String]) -> String {
    inputs.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ") + (inputs.count > 3 ? " …" : "")
  }

  func store(to out: inout ByteStore) {
    out.put(program)
    let files = files.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    for lines in [definition, plugins, files, places, inputs] { out.put(each: lines) { $0.put($1) } }
    out.put(sample)
  }

  init(from bytes: inout ByteLoader) throws(MalformedStore) {
    program = try bytes.string()
    definition = try bytes.array { bytes throws(MalformedStore) in try bytes.string() }
    plugins = try bytes.array { bytes throws(MalformedStore) in try bytes.string() }
    let pairs = try bytes.array { bytes throws(MalformedStore) in try bytes.string() }
    files = [:]
    for name in stride(from: 0, to: pairs.count - 1, by: 2) { files[pairs[name]] = pairs[name + 1] }
    places = try bytes.array { bytes throws(MalformedStore) in try bytes.string() }
    inputs = try bytes.array { bytes throws(MalformedStore) in try bytes.string() }
    sample = try bytes.optionalInt()
  }
}

extension String {
  /// The text, or another where it is empty.
  fileprivate func nonEmpty(or other: String) -> String { isEmpty ? other : self }
}
