import Copydesk

/// A pipeline to begin with: the common stages, each with what it does, and its options with their defaults to be
/// uncommented.
struct PipelineScaffold {
  /// The pipeline's name.
  let name: String
  /// What `copydesk run` calls it: its name, or its path.
  let reference: String
  let catalog: StageCatalog

  /// What most pipelines are made of, in order. What the catalog lacks is left out.
  private static let usual = [
    "clean", "dedupe.headlines", "dedupe.documents", "entities", "summarize", "output.jsonl",
  ]

  var text: String {
    let stages = Self.usual.compactMap { catalog[$0] }.map(step)
    return opening + input + "\nstages:\n" + stages.joined(separator: "\n")
  }

  private var opening: String {
    let width = "copydesk run \(reference) articles/".count
    return """
      # The pipeline "\(name)".
      #
      #   \(pad("copydesk check \(reference)", width))  shows every mistake
      #   \(pad("copydesk run \(reference) articles/", width))  works a folder through it
      #   \(pad("copydesk show STAGE", width))  tells all of a stage; `copydesk list stages` names them
      #
      # A line that begins with # and no blank is an option at its default: take the # away to change it.
      name: \(name)
      description: Clean, de-duplicate, tag and summarise articles.

      """
  }

  private var input: String {
    guard let source = catalog.entries.first(where: { $0.role == .source }) else { return "" }
    return "\n" + comment(source.abstract, "") + "input:\n" + options(of: source, indent: "  ")
  }

  /// A stage with its options as comments. An output writes to a file that is named after the pipeline.
  private func step(_ entry: StageCatalog.Entry) -> String {
    let opening = comment(entry.abstract, "  ") + "  - \(entry.name):\n"
    return opening + options(of: entry, indent: "      ", path: entry.role == .sink)
  }

  private func options(of entry: StageCatalog.Entry, indent: String, path isPathGiven: Bool = false) -> String
  {
    entry.options.map { option in
      let help = comment(option.help + Self.bounds(option), indent)
      if isPathGiven, option.name == "path" {
        return help + "\(indent)path: \"${OUT:-out}/\(name).jsonl\"\n"
      }
      let value = option.defaultValue == .null ? "" : " " + StageWords.yaml(option.defaultValue)
      return help + "\(indent)#\(option.name):\(value)\n"
    }.joined()
  }

  /// ` (1 or more)`, ` (drop | mark)`.
  private static func bounds(_ option: OptionSpec) -> String {
    if let range = option.range { return " (\(range))" }
    if case .choice = option.kind { return " (\(option.kind))" }
    return ""
  }

  private func comment(_ text: String, _ indent: String) -> String {
    Wrapping.lines(text, indent: indent + "# ")
  }
}
