import Copydesk

/// Features of what stands beside a block.
extension BlockFeatures {
  /// Whether it stands with an image, alone or among much else, and says what is said of it.
  func addImages(_ block: PageBlock, _ index: Int, _ out: inout FeatureWriter) {
    let sketch = sketch(index)
    let shared = context.images.shared(by: block)
    let beside = Bins.logarithmic(shared.wordsBeside)
    out.add(UInt64(shared.level), beside)
    out.add(min(beside, 14), sketch)
    out.add(UInt64(context.images.beside(index)), sketch)
    let said = context.images.saidShare(context.words[index].prefix(24)).map { UInt64($0 / 6) } ?? 20
    out.add(said, Bins.logarithmic(block.words) / 2)
    out.add(said, min(beside, 14))
  }
}
