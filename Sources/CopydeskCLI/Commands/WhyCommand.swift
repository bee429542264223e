import ArgumentParser
import Copydesk
import Foundation

struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Tell what became of a document, and why: every line that was removed, and by which rule.",
    discussion: """
      Looks in all files of the run, which it finds by the ….run.json beside them: outputs, rejects, dead letters, and \
      the ledger (….kept.jsonl) of documents that were kept and that no output wrote as JSON Lines.

        copydesk why out/news.jsonl                   every document, a line each
        copydesk why pages/                           a run that wrote into a folder
        copydesk why out/news.jsonl world/rivers.txt  the whole story of one document
        copydesk why out/news.jsonl world/rivers.txt --original
        copydesk why out/news.jsonl --summary         what each rule did, counted
        copydesk why out/news.jsonl --stage clean     what one stage decided
        copydesk why out/news.jsonl --stage clean --summary

      Documents that were kept are counted by the trails in the output: one written with "trail: false" has none.
      """)

  @Argument(help: "Any file that a run wrote, or a folder of them.", completion: .file())
  var result: String

  @Argument(help: "The document's id, or the end of it.")
  var id: String?

  @Flag(help: "Show the original file too, with what was taken out of it marked.")
  var original = false

  @Option(help: ArgumentHelp("Only what this stage decided; \"input\" is the reading.", valueName: "id"))
  var stage: String?

  @Flag(help: "Count what each stage and each rule did, instead of listing documents.")
  var summary = false

  func validate() throws {
    if id != nil, summary || stage != nil {
      throw ValidationError("--summary and --stage are about all documents: leave out the id")
    }
    if original, id == nil { throw ValidationError("--original needs a document's id") }
  }

  func run() throws {
    try reportingErrors(code: 1) {
      let files = try ResultFiles(result)
      let style = Style(for: STDOUT_FILENO)
      for note in files.notes { Terminal.message(note) }
      if id == nil, stage == nil {
        for sentence in files.manifest?.notRead.sentences ?? [] { Terminal.message(sentence) }
      }
      if let id {
        try tell(id, files, style)
      } else if summary {
        try summarize(files, style)
      } else if let stage {
        try list(stage, files, style)
      } else {
        var fates: [Ending.Fate: Int] = [:]
        try files.forEach(sorted: true) { record in
          fates[Ending(record).fate, default: 0] += 1
          Terminal.output(DocumentStory(record, style: style).line + "\n")
          return true
        }
        if let words = files.disagreement(with: fates) { Terminal.message(words) }
      }
    }
  }

  private func tell(_ id: String, _ files: ResultFiles, _ style: Style) throws {
    let matches = try files.documents(id)
    for (index, record) in matches.records.enumerated() {
      let relatives = try files.relatives(of: Ending(record))
      let story = DocumentStory(record, style: style).text(relatives, withOriginal: original)
      Terminal.output((index > 0 ? "\n" : "") + story)
    }
    guard matches.count > 1 else { return }
    let shown = matches.count > matches.records.count ? ", the first \(matches.records.count) shown" : ""
    Terminal.message("\(Figures.count(matches.count, "document")) have this id\(shown)")
  }

  private func summarize(_ files: ResultFiles, _ style: Style) throws {
    var tally = Tally(only: stage)
    var known: Set<String> = []
    try files.forEach { record in
      let ending = Ending(record)
      tally.add(ending)
      known.formUnion(ending.trail.compactMap(\.stage?.id))
      return true
    }
    if let stage, tally.orderedStages.isEmpty { throw unknown(stage, known) }
    if let words = files.disagreement(with: tally.fates) { Terminal.message(words) }
    Terminal.output(TallyTable.counts(tally, style) + "\n")
    Terminal.output(TallyTable(tally: tally, style: style).text)
  }

  private func list(_ stage: String, _ files: ResultFiles, _ style: Style) throws {
    var known: Set<String> = []
    var count = 0
    try files.forEach(sorted: true) { record in
      let ending = Ending(record)
      let decisions = StageDecisions(ending: ending, stage: stage, style: style)
      if !decisions.isEmpty {
        count += 1
        Terminal.output(decisions.line + "\n")
      }
      known.formUnion(ending.trail.compactMap(\.stage?.id))
      return true
    }
    if count == 0 { throw unknown(stage, known) }
  }

  private func unknown(_ stage: String, _ known: Set<String>) -> CopydeskError {
    CopydeskError(
      .missingInput, "no stage named \"\(stage)\" has decided anything in this result",
      help: Suggestion.help(for: stage, among: known.sorted()))
  }
}
