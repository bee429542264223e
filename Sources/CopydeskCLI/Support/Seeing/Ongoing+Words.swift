import Copydesk
import PipelineRunner

extension Ongoing {
  /// From how long on a document is told of, in seconds.
  static let patience = 30.0

  /// `"clean" has been working on "a.txt" for 0:45`.
  var words: String {
    let more = others > 0 ? " and \(Figures.grouped(others)) more" : ""
    return
      "\"\(stage)\" has been working on \"\(document.onOneLine)\"\(more) for \(ProgressLine.clock(seconds))"
  }
}
