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
    let damaged = report.traces.damaged
    if damaged > 0 {
      let those =
        damaged == counts.failed
        ? "the files that failed" : "\(Figures.grouped(damaged)) of those that failed"
      lines.append(
        "\(those): the same bytes fail again, so mend the files, or say in the pipeline how they are to be read"
      )
    }
    if report.traces.firstFailures.values.contains(where: {
      $0.reason.hasSuffix("[\(DiagnosticCode.notUTF8.rawValue)]")
    }) {
      let words = [definition.reference ?? definition.name, report.deadLetters] + changes
      lines.append(
        "those in another encoding, if it is one for all of them: copydesk replay "
          + words.map(ShellWord.quoted).joined(separator: " ") + " --set input.encoding=windows-1252")
    }
    if counts.failed > damaged {
      let which = damaged > 0 ? "the others" : "those that failed"
      let words = [definition.reference ?? definition.name, report.deadLetters] + changes
      lines.append(
        "to run \(which) again: copydesk replay " + words.map(ShellWord.quoted).joined(separator: " "))
    }
    self.lines = lines
  }
}
