import Copydesk

extension PageSurvey {
  /// Length, links and the end of a block in one number: what a neighbour sees of it. 9,999 beside the page.
  func sketch(_ index: Int) -> UInt64 {
    guard blocks.indices.contains(index) else { return 9_999 }
    let block = blocks[index]
    let length = min(Bins.logarithmic(block.words) / 2, 8)
    let links: UInt64 =
      block.linkWords == 0 ? 0 : block.linkDensity < 0.3 ? 1 : block.linkDensity < 0.7 ? 2 : 3
    return length * 8 + links * 2 + (block.endsSentence ? 1 : 0)
  }
}
