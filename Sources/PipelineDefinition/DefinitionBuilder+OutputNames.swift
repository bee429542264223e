import Copydesk

/// An output that the name behind `-o` has put another one in the place of.
struct ReplacedOutput {
  /// What it could be called.
  let names: [String]
  /// Its stage.
  let old: String
  /// The id of the stage in its place.
  let id: String
  /// The path behind `-o`.
  let path: String

  /// An option that the output in its place does not have: data.
  struct Loss {
    /// Nil where the old output does not have it either.
    let old: String?
    let new: String
    let path: String
  }

  /// What is lost where this option of the old output is set; nil where another stage is meant, or it has it as well.
  /// - Parameter name: how the stage is called.
  func loses(_ option: String, of stage: StageNode, called name: String, in catalog: StageCatalog) -> Loss? {
    guard stage.id == id, names.contains(name), let new = catalog[stage.name] else { return nil }
    let before = catalog[old]?.options.first { $0.name == option }
    let after = new.options.first { $0.name == option }
    if let after, before == nil || before?.kind == after.kind { return nil }
    return Loss(old: before == nil ? nil : old, new: stage.name, path: path)
  }
}

extension DefinitionBuilder {
  /// Puts the output in place that the name behind `-o` asks for: `-o news.csv` writes CSV. Not where that would lose
  /// options that the definition gives the one that it has; ``checkName(of:)`` reports it then.
  mutating func chooseOutput(_ overrides: [Override], _ stages: inout [StageNode]) {
    guard let name = overrides.last(where: { $0.isOutputPath }).flatMap({ OutputName($0.text) }),
      let index = onlyOutput(of: stages), let present = catalog[stages[index].name],
      present.form?.endings.isEmpty == false,
      name.contradiction(to: present, in: catalog) != nil, let asked = name.output(in: catalog),
      lostOptions(of: stages[index], in: asked).isEmpty
    else { return }
    let names = [stages[index].id, present.name]
    stages[index].name = asked.name
    stages[index].id = stages[index].givenID ?? asked.name
    replaced = ReplacedOutput(names: names, old: present.name, id: stages[index].id, path: name.path)
  }

  /// Sets an option of the only output, as `-o` does its path.
  mutating func applyToOutput(_ override: Override, _ stages: inout [StageNode]) {
    let option = String(override.target.dropFirst(Override.anyOutput.count + 1))
    let outputs = stages.indices.filter { catalog[stages[$0].name]?.role == .sink }
    guard !outputs.isEmpty else {
      return report(OverrideProblem.overrideOfNothing(stage: "output", known: []), at: override.location)
    }
    guard let index = onlyOutput(of: stages) else {
      return report(
        OverrideProblem.ambiguousOutput(outputs.map { stages[$0].id }, option: option), at: override.location)
    }
    let value = ConfigNode(.scalar(override.text, isPlain: false), at: override.location)
    let entry = ConfigNode.Entry(key: option, keyLocation: override.location, value: value)
    stages[index].options = ConfigNode.setting(entry, in: stages[index].options)
  }

  /// Reports a name that says another form than what the output writes.
  mutating func checkName(of stage: StageNode, destination: String, _ overrides: [Override]) {
    let node = stage.options?["path"]
    // What is given, not the destination: an output into a folder adds a slash.
    guard let entry = catalog[stage.name], let name = OutputName(node?.scalar ?? destination) else { return }
    let isChosenByName = overrides.contains { $0.isOutputPath && $0.location == node?.location }
    let lost =
      isChosenByName
      ? name.output(in: catalog).map { lostOptions(of: stage, in: $0) } ?? [] : []
    let isChoice =
      isChosenByName && entry.form?.endings.isEmpty == false
      && name.uncompressed?.output(in: catalog).map { lostOptions(of: stage, in: $0).isEmpty } ?? false
    guard let found = name.contradiction(to: entry, lost: lost, isChoice: isChoice, in: catalog) else {
      return
    }
    report(OutputProblem.wrongEnding(found), at: node?.location ?? stage.location)
  }

  /// Reports a name of rejects or dead letters that says another form than that of records.
  mutating func checkName(ofRecords path: String, writer: String, at location: SourceLocation) {
    let records = OutputForm("JSON Lines", endings: [".jsonl", ".ndjson"])
    guard let found = OutputName(path)?.contradiction(to: records, of: writer, in: catalog) else { return }
    // Here there is no other output to use.
    report(OutputProblem.wrongEnding(found.withoutAlternative), at: location)
  }

  private func onlyOutput(of stages: [StageNode]) -> Int? {
    let outputs = stages.indices.filter { catalog[stages[$0].name]?.role == .sink }
    return outputs.count == 1 ? outputs[0] : nil
  }

  /// The options that the definition gives a stage and that another output does not have.
  private func lostOptions(of stage: StageNode, in other: StageCatalog.Entry) -> [String] {
    let known = Dictionary(
      (catalog[stage.name]?.options ?? []).map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first }
    )
    return (stage.options?.entries ?? []).map(\.key).filter { option in
      option != "path" && !other.options.contains { $0.name == option && $0.kind == known[option] }
    }
  }
}
