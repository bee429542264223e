import Copydesk

extension DefinitionBuilder {
  /// Puts the output in place that the name behind `-o` asks for: `-o news.csv` writes CSV. Not where that would lose
  /// options of the one that the pipeline has; ``checkName(of:)`` reports it then.
  mutating func chooseOutput(_ overrides: [Override], _ stages: inout [StageNode]) {
    guard let name = overrides.last(where: { $0.isOutputPath }).flatMap({ OutputName($0.text) }),
      let index = onlyOutput(of: stages), let present = catalog[stages[index].name],
      present.form?.endings.isEmpty == false,
      name.contradiction(to: present, in: catalog) != nil, let asked = name.output(in: catalog),
      lostOptions(of: stages[index], overrides, in: asked).isEmpty
    else { return }
    stages[index].name = asked.name
    stages[index].id = stages[index].givenID ?? asked.name
  }

  /// Sets an option of the only output, as `-o` does its path.
  mutating func applyToOutput(_ override: Override, _ stages: inout [StageNode]) {
    let option = String(override.target.dropFirst(Override.anyOutput.count + 1))
    let outputs = stages.indices.filter { catalog[stages[$0].name]?.role == .sink }
    guard !outputs.isEmpty else {
      return report(.overrideOfNothing(stage: "output", known: []), at: override.location)
    }
    guard let index = onlyOutput(of: stages) else {
      return report(.ambiguousOutput(outputs.map { stages[$0].id }, option: option), at: override.location)
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
      ? name.output(in: catalog).map { lostOptions(of: stage, overrides, in: $0) } ?? [] : []
    guard let found = name.contradiction(to: entry, lost: lost, in: catalog) else { return }
    report(.wrongEnding(found), at: node?.location ?? stage.location)
  }

  /// Reports a name of rejects or dead letters that says another form than that of records.
  mutating func checkName(ofRecords path: String, writer: String, at location: SourceLocation) {
    let records = OutputForm("JSON Lines", endings: [".jsonl", ".ndjson"])
    guard let found = OutputName(path)?.contradiction(to: records, of: writer, in: catalog) else { return }
    // Here there is no other output to use.
    report(.wrongEnding(found.withoutAlternative), at: location)
  }

  private func onlyOutput(of stages: [StageNode]) -> Int? {
    let outputs = stages.indices.filter { catalog[stages[$0].name]?.role == .sink }
    return outputs.count == 1 ? outputs[0] : nil
  }

  /// The options of a stage that another output does not have.
  private func lostOptions(
    of stage: StageNode, _ overrides: [Override], in other: StageCatalog.Entry
  ) -> [String] {
    let given = (stage.options?.entries ?? []).map(\.key)
    let set = overrides.compactMap { override -> String? in
      let prefix = [stage.id, stage.name].first { override.target.hasPrefix($0 + ".") }
      return prefix.map { String(override.target.dropFirst($0.count + 1)) }
    }
    let known = Dictionary(
      (catalog[stage.name]?.options ?? []).map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first }
    )
    var lost: [String] = []
    for option in given + set where option != "path" && !lost.contains(option) {
      if !other.options.contains(where: { $0.name == option && $0.kind == known[option] }) {
        lost.append(option)
      }
    }
    return lost
  }
}
