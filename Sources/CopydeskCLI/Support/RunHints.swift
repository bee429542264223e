import Copydesk
import PipelineDefinition
import PipelineRunner

/// What a user can do after a run, as commands that work as they stand.
struct RunHints {
  let lines: [String]

  /// - Parameter changes: what of the command line changed the pipeline, as its words.
  init(_ report: RunReport, _ definition: Definition, changes: [String] = []) {
    let counts = report.counts
    var lines: [String] = []
    if counts.rejected + counts.failed > 0, let manifest = report.traces.manifest {
      // The output itself, where the run has one whose lines are records; it is what a user knows.
      let output = definition.steps.lazy.compactMap { $0.component as? any Sink }
        .first { $0.writesRecords && $0.destination != "-" }?.destination
      lines.append("what became of each document: copydesk why \(ShellWord.quoted(output ?? manifest))")
    }
    if counts.rejected > 0, counts.rejected == counts.read {
      lines.append("no document was kept, so the results are empty\(Self.indexes(of: definition))")
    }
    let damaged = report.traces.damaged
    if damaged > 0 {
      let those =
        damaged == counts.failed
        ? "the files that failed" : "\(Figures.grouped(damaged)) of those that failed"
      lines.append(
        "\(those): the same bytes fail again, so mend the files, or say in the pipeline how they are to be read"
      )
    }
    if let failure = report.traces.firstFailures["input"], failure.code == DiagnosticCode.notUTF8.rawValue {
      let words = [definition.reference ?? definition.name, report.deadLetters] + changes
      // A row says nothing without the names of its columns, which are not in its dead letter.
      let what =
        Self.isRow(failure.id)
        ? "run the table again with"
        : "copydesk replay " + words.map(ShellWord.quoted).joined(separator: " ")
      lines.append(
        "those in another encoding, if it is one for all of them: \(what) --set input.encoding=NAME, which is "
          + Self.encodings)
    }
    if counts.failed > damaged {
      let which = damaged > 0 ? "the others" : "those that failed"
      let words = [definition.reference ?? definition.name, report.deadLetters] + changes
      lines.append(
        "to run \(which) again: copydesk replay " + words.map(ShellWord.quoted).joined(separator: " "))
    }
    self.lines = lines
  }

  /// What may be the reason: a stage knows documents of earlier runs.
  private static func indexes(of definition: Definition) -> String {
    let remembers = definition.steps.first { step in
      (try? (step.component as? any LastingStage)?.lastingState) != nil
    }
    return remembers.map { "; \($0.reference.id) remembers those of earlier runs" } ?? ""
  }

  /// The names of encodings that are most likely.
  private static let encodings =
    "windows-1252 for western Europe, windows-1251 or koi8-r for Russian, shift_jis for Japanese, gb18030 for Chinese …"

  /// Whether an id is that of a row, or of the names of a table's columns.
  private static func isRow(_ id: String) -> Bool {
    let file = id.split(separator: "#").first.map { $0.lowercased() } ?? ""
    return [".csv", ".tsv", ".tab"].contains { file.hasSuffix($0) || file.contains($0 + ".") }
  }
}
