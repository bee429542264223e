import Copydesk

/// Documents a second over the time of the run.
struct CourseChart {
  private let points: [(seconds: Double, rate: Double)]
  private let end: Double
  private static let stretches = 24

  /// Nil where the run was too short to show a course.
  init?(_ performance: RunStatistics.Performance) {
    // Batches end by jerks: a point is the rate of a stretch of moments around it.
    let moments = [RunStatistics.Performance.Moment(seconds: 0, documents: 0, bytes: 0)] + performance.course
    let reach = max(1, moments.count / Self.stretches)
    var points: [(seconds: Double, rate: Double)] = []
    for place in stride(from: 0, to: moments.count, by: max(1, reach / 2)) {
      let first = moments[max(0, place - reach)]
      let last = moments[min(moments.count - 1, place + reach)]
      guard last.seconds > first.seconds else { continue }
      let rate = Double(last.documents - first.documents) / (last.seconds - first.seconds)
      points.append((moments[place].seconds, rate))
    }
    guard performance.seconds >= 2, points.count >= 4, points.contains(where: { $0.rate > 0 }) else {
      return nil
    }
    self.points = points
    end = performance.seconds
  }

  var html: String {
    let peak = points.map(\.rate).max() ?? 1
    let n = ReportPage.n
    func x(_ seconds: Double) -> String { n(1000 * seconds / max(1e-6, end)) }
    func y(_ rate: Double) -> String { n(200 - 190 * rate / max(1e-6, peak)) }
    let line = points.map { "\(x($0.seconds)) \(y($0.rate))" }.joined(separator: "L")
    let least = points.map(\.rate).min() ?? 0
    let label =
      "Documents a second: at least \(Figures.short(least)), at most \(Figures.short(peak)), over \(ReportPage.duration(end))"
    var out =
      "<figure class=\"course\"><figcaption><span>\(Figures.short(peak)) documents/s at the peak</span></figcaption>"
    out += "<svg viewBox=\"0 0 1000 200\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"\(label)\">"
    for step in 1...3 { out += "<path class=\"grid\" d=\"M0 \(n(200 - 190 * Double(step) / 3))H1000\"/>" }
    out +=
      "<path class=\"area\" d=\"M\(x(points[0].seconds)) 200L\(line)L\(x(points[points.count - 1].seconds)) 200Z\"/>"
    out += "<path class=\"line\" d=\"M\(line)\"/></svg>"
    out +=
      "<p class=\"scale\"><span>0</span><span>\(ReportPage.duration(end / 2))</span><span>\(ReportPage.duration(end))</span></p></figure>"
    return out
  }
}
