import Copydesk
import Foundation
import PipelineRunner

/// What the tests of a pipeline have seen at work, as a person reads it.
struct CoverageReport {
  private let coverage: TestCoverage
  private let style: Style

  init(_ coverage: TestCoverage, style: Style) {
    self.coverage = coverage
    self.style = style
  }

  var text: String {
    let rules = coverage.stages.flatMap(\.rules)
    var out = "  " + style.bold("Coverage") + "  "
    out += "\(coverage.stages.count { !$0.isIdle }) of \(Figures.count(coverage.stages.count, "stage"))"
    out += ", \(rules.count { $0.count > 0 }) of \(Figures.count(rules.count, "rule"))"
    if !coverage.branches.isEmpty {
      let taken = coverage.branches.count { $0.taken > 0 }
      out += ", \(taken) of \(Figures.count(coverage.branches.count, "branch", plural: "branches"))"
    }
    out += "\n"
    for stage in coverage.stages { out += text(of: stage) }
    return out
  }

  private func text(of stage: TestCoverage.Stage) -> String {
    let place = stage.reference.file.map { " of \($0)" } ?? ""
    let line = stage.reference.line.map { style.dim(" (line \($0)\(place))") } ?? ""
    let work = Figures.count(stage.worked, "document")
    var out = "    \(stage.isIdle ? style.yellow("never") : work)  \(style.bold(stage.reference.id))\(line)"
    if stage.neverHolds { out += style.yellow("  its \"when\" held for none of \(stage.reached)") }
    if stage.alwaysHolds { out += style.yellow("  its \"when\" held for all of \(stage.reached)") }
    if let refused = stage.refused, refused > 0, !stage.neverHolds {
      out += "  its \"when\" held for \(stage.worked) of \(stage.reached)"
    }
    out += "\n"
    let seen = stage.rules.filter { $0.count > 0 }.sorted { $0.count > $1.count }
    let width = seen.map(\.name.count).max() ?? 0
    for rule in seen { out += "      \(pad(rule.name, width))  \(rule.count)×\n" }
    let unseen = stage.rules.filter { $0.count == 0 }.map(\.name)
    if !unseen.isEmpty {
      let list = "never: " + unseen.joined(separator: ", ")
      out += Wrapping.lines(list, indent: "      ", hanging: 7) { style.yellow($0) }
    }
    for branch in coverage.branches where branch.route == stage.reference {
      let count = branch.taken == 0 ? style.yellow("never taken") : Figures.count(branch.taken, "document")
      out += "      branch \(branch.number)  \(count)\n"
    }
    return out
  }
}
