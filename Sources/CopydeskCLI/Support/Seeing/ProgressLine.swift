import Copydesk
import Foundation
import PipelineRunner

/// How far a run has come, in words that fit into a window.
struct ProgressLine {
  let name: String
  var counts: RunCounts
  var bytes: Int
  /// Bytes of all inputs, where that is known.
  var total: Int?
  var seconds: Double
  var timings: [StageTiming]
  /// What stages have been working on for long.
  var late: [Ongoing] = []

  init(
    name: String, counts: RunCounts, bytes: Int, total: Int?, seconds: Double, timings: [StageTiming] = []
  ) {
    self.name = name
    self.counts = counts
    self.bytes = bytes
    self.total = total
    self.seconds = max(0.001, seconds)
    self.timings = timings
  }

  /// How much is done, 0 to 1; nil where nobody knows how much there is.
  var share: Double? {
    total.flatMap { $0 > 0 ? min(1, Double(bytes) / Double($0)) : nil }
  }

  /// Seconds that are left, where enough is done to tell.
  var left: Double? {
    share.flatMap { $0 > 0.02 ? seconds / $0 - seconds : nil }
  }

  /// On one line, all of it.
  var plain: String {
    ([name] + parts(barWidth: nil) + late.prefix(2).map(\.words)).joined(separator: "  ")
  }

  /// Two lines, none wider than the window: the most needful parts stand in front and stay.
  func lines(width: Int) -> [String] {
    let room = max(1, width - 1)
    let barWidth = room < 60 ? 10 : min(24, room / 4)
    var first = StatisticsText.cut(name, max(8, room / 3))
    for part in parts(barWidth: barWidth) where first.count + part.count + 2 <= room { first += "  " + part }
    // What takes so long is what one wants to know then.
    return [
      StatisticsText.cut(first, room), StatisticsText.cut(late.first.map { "  \($0.words)" } ?? stages, room),
    ]
  }

  private func parts(barWidth: Int?) -> [String] {
    var parts: [String] = []
    if let share {
      let percent = String(format: "%.0f%%", (share * 100).rounded(.down))
      if let barWidth {
        let bar = BarText.of(share, outOf: 1, width: barWidth)
        parts.append(bar + String(repeating: "·", count: max(0, barWidth - bar.count)) + " " + percent)
      } else {
        parts.append(percent)
      }
      if let left { parts.append("\(Self.clock(left)) left") }
    }
    parts.append(Figures.count(counts.read, "document"))
    parts.append("\(Figures.short(Double(counts.read) / seconds))/s")
    if counts.failed > 0 { parts.append("failed \(Figures.grouped(counts.failed))") }
    parts.append("kept \(Figures.grouped(counts.written))")
    if counts.rejected > 0 { parts.append("rejected \(Figures.grouped(counts.rejected))") }
    parts.append("\(Figures.short(Double(bytes) / 1e6 / seconds)) MB/s")
    return parts
  }

  /// `entities 61%  dedupe.documents 22%  clean 9%`: the stages that take the most time.
  var stages: String {
    let sum = timings.reduce(0) { $0 + $1.seconds }
    guard sum > 0 else { return "" }
    let shares = timings.map { ($0.id == Ending.reading ? "reading" : $0.id, 100 * $0.seconds / sum) }
    return "  time: "
      + shares.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.filter { $0.1 >= 0.5 }.prefix(6)
      .map { "\($0.0) \(Int($0.1.rounded()))%" }.joined(separator: "  ")
  }

  /// `2:05`, `1:02:05`.
  static func clock(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 3_600_000).rounded(.up))
    return whole < 3600
      ? String(format: "%d:%02d", whole / 60, whole % 60)
      : String(format: "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
  }
}
