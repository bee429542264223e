import Copydesk
import PipelineRunner

extension NotRead {
  /// `5 files were not read: .xml 3, .pdf 2`, a sentence a kind, the most frequent names first.
  public var sentences: [String] {
    PassedOver.Kind.allCases.compactMap { kind in
      guard let names = counts[kind] else { return nil }
      let sorted = names.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let shown = sorted.prefix(5).map { name, count in
        // A result has its own name.
        kind == .result && count == 1 ? name.onOneLine : "\(name.onOneLine) \(Figures.grouped(count))"
      }
      let left = sorted.count - shown.count
      let rest = left > 0 ? ", and \(left) more" : ""
      let remedy = kind == .result ? "; to read one, name it or a pattern" : ""
      return kind.opening(names.values.reduce(0, +)) + ": \(shown.joined(separator: ", "))\(rest)\(remedy)"
    }
  }
}

extension PassedOver.Kind {
  fileprivate func opening(_ count: Int) -> String {
    let were = count == 1 ? "was" : "were"
    switch self {
    case .file: return "\(Figures.count(count, "file")) \(were) not read"
    case .result:
      let are = count == 1 ? "is a result" : "are results"
      return "\(Figures.count(count, "file")) \(are) of an earlier run and \(were) not read"
    case .record: return "\(Figures.count(count, "record")) of web archives \(were) no article"
    }
  }
}
