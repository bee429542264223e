import Copydesk
import PipelineDefinition

/// What must be the same for a run to go on where another one had come to.
struct RunIdentity: Sendable, Equatable {
  var program: String
  /// The pipeline as it works, a line each, and what of its form shows in results.
  var definition: [String]
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
    for file in definition.plugins { lines.append("plugin \(file.plugin) \(file.version) \(file.hash)") }
    self.definition = lines
    places = definition.steps.map { step in
      "\(step.reference.id) \(step.reference.file ?? ""):\(step.reference.line ?? 0)"
    }
  }

  /// A hash of the pipeline.
  var digest: UInt64 {
    var hash = StableHash(seed: 0x5249)
    for line in [program] + definition + places { Array(line.utf8).withUnsafeBytes { hash.combine($0) } }
    return hash.finish()
  }

  /// What has changed since, in words; nothing where they are the same.
  func differences(from earlier: RunIdentity) -> [String] {
    var differences: [String] = []
    if program != earlier.program { differences.append("it was made by \(earlier.program)") }
    if definition != earlier.definition {
      let old = Set(earlier.definition)
      let new = Set(definition)
      let gone = earlier.definition.filter { !new.contains($0) }
      let come = definition.filter { !old.contains($0) }
      let known = gone.prefix(3).map { "\"\($0)\" is gone" } + come.prefix(3).map { "\"\($0)\" is new" }
      differences.append(
        "the pipeline has changed: " + (known.isEmpty ? "its order" : known.joined(separator: ", ")))
    } else if places != earlier.places {
      differences.append("stages stand on other lines of the pipeline than before, which trails tell")
    }
    if inputs != earlier.inputs {
      differences.append("it read \(Self.list(earlier.inputs)), not \(Self.list(inputs))")
    }
    if sample != earlier.sample {
      differences.append("it took \(earlier.sample.map { "a sample of \($0)" } ?? "all documents")")
    }
    return differences
  }

  private static func list(_ inputs: [String]) -> String {
    inputs.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ") + (inputs.count > 3 ? " …" : "")
  }

  func store(to out: inout ByteStore) {
    out.put(program)
    for lines in [definition, places, inputs] { out.put(each: lines) { $0.put($1) } }
    out.put(sample)
  }

  init(from bytes: inout ByteLoader) throws(MalformedStore) {
    program = try bytes.string()
    definition = try bytes.array { bytes throws(MalformedStore) in try bytes.string() }
    places = try bytes.array { bytes throws(MalformedStore) in try bytes.string() }
    inputs = try bytes.array { bytes throws(MalformedStore) in try bytes.string() }
    sample = try bytes.optionalInt()
  }
}
