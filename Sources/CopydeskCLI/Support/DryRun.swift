import Copydesk
import PipelineDefinition
import PipelineRunner
import Synchronization

/// A run that writes nothing and tells what each stage would have done.
struct DryRun {
  let definition: Definition
  let inputs: [String]
  let sample: Int?
  let settings: RunSettings
  let style: Style

  /// Runs it.
  /// - Returns: the report, and whether documents failed.
  func report() throws -> (text: String, hasFailures: Bool) {
    let tally = Mutex(Tally())
    try Rehearsal(definition, settings: settings).visit(inputs, sample: sample) { document in
      let original = OriginalText(document)
      tally.withLock { $0.add(Ending(document), excerpt: original.excerpt) }
    }
    let counted = tally.withLock { $0 }
    var text = style.bold(definition.name) + ": " + TallyTable.counts(counted, style)
    text += style.dim("  \(scope(counted.documents)) Nothing was written.") + "\n"
    for step in definition.steps {
      guard let sink = step.component as? any Sink else { continue }
      let place = sink.destination == "-" ? "standard output" : sink.destination
      text += style.dim("  \(step.reference.id) would have written to \(place)") + "\n"
    }
    let table = TallyTable(tally: counted, style: style, showsExcerpts: true).text
    text += table.isEmpty ? "\n  No stage decided anything.\n" : "\n" + table
    return (text, counted.fates[.failed] != nil)
  }

  private func scope(_ read: Int) -> String {
    let places = inputs.joined(separator: ", ")
    guard let sample, sample <= read else { return "All of \(places)." }
    return "A sample of \(sample) from \(places): repetitions between documents outside of it do not show."
  }
}
