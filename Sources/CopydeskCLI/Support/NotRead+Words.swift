import Copydesk
import PipelineRunner

extension NotRead {
  /// `5 files were not read: .xml 3, .pdf 2`, a sentence a kind, the most frequent names first.
  public var sentences: [String] {
    PassedOver.Kind.allCases.compactMap { kind in
      guard let names = counts[kind] else { return nil }
      let sorted = names.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let shown = sorted.prefix(5).map { "\($0.key) \(Figures.grouped($0.value))" }.joined(separator: ", ")
      let rest = sorted.count > 5 ? ", and \(Figures.count(sorted.count - 5, "more kind"))" : ""
      let count = names.values.reduce(0, +)
      return kind.opening(count) + ": \(shown)\(rest)"
    }
  }
}

extension PassedOver.Kind {
  fileprivate func opening(_ count: Int) -> String {
    let were = count == 1 ? "was" : "were"
    switch self {
    case .file: return "\(Figures.count(count, "file")) \(were) not read"
    case .record: return "\(Figures.count(count, "record")) of web archives \(were) no article"
    }
  }
}
