import Copydesk

/// Features of a page that tells more than one story: its own among teasers of others.
extension BlockFeatures {
  /// Where the kinds of features of stories begin.
  private static let storyTemplate: UInt32 = 169

  /// Whether it is told where the page's own story is, or is a teaser among others.
  func addStories(_ block: PageBlock, _ index: Int, _ out: inout FeatureWriter) {
    let sketch = sketch(index)
    let stories = context.stories
    let parent = max(0, Int(survey.page.nodes[block.container].parent))
    let above = max(0, Int(survey.page.nodes[parent].parent))
    out.add(stories.share(parent), sketch)
    out.add(stories.share(above), sketch)
    out.add(stories.share(parent), stories.prose(parent))
    if let node = context.shape.repeated(around: block, of: survey) {
      let prose = stories.prose(node)
      out.add(Bins.logarithmic(Int(context.shape.alike(node))), prose)
      out.add(prose * 16 + Bins.share(survey.linkWords[node], of: survey.words[node]), sketch)
      out.add(Bins.share(survey.mass[node], of: context.mass), sketch)
      out.add(stories.share(node), prose)
    } else {
      out.add(99)
      out.add(99, sketch)
    }
    out.go(to: Self.storyTemplate)
    out.add(ellipsis(block), sketch)
    out.add(stories.prose(parent), sketch)
    out.add(stories.prose(above), sketch)
    out.add(linkAbove(index), sketch)
  }

  /// How many blocks above it a linked headline stands with no prose in between: 1 to 3, or 0.
  private func linkAbove(_ index: Int) -> UInt64 {
    for back in 1...3 where index >= back {
      let other = survey.blocks[index - back]
      if other.linkDensity > 0.9, other.words >= 3 { return UInt64(back) }
      if other.mass > 0 { break }
    }
    return 0
  }

  /// How a text ends that goes on elsewhere: 1 for `...` or `…`, 2 for the same in brackets, 0 for all others.
  private func ellipsis(_ block: PageBlock) -> UInt64 {
    let bytes = survey.page.bytes
    var node = block.endNode - 1
    while node > block.firstNode, survey.page.nodes[node].kind != .text || survey.isSkipped[node] {
      node -= 1
    }
    let range = survey.page.nodes[node].range
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1].isASCIISpace { end -= 1 }
    let isClosed =
      end > range.lowerBound && (bytes[end - 1] == UInt8(ascii: "]") || bytes[end - 1] == UInt8(ascii: ")"))
    if isClosed { end -= 1 }
    guard end - range.lowerBound >= 3 else { return 0 }
    let last = bytes[(end - 3)..<end]
    let isOpen =
      last.elementsEqual("...".utf8) || last.elementsEqual("…".utf8)
      || end - range.lowerBound >= 8 && bytes[(end - 8)..<end].elementsEqual("&hellip;".utf8)
    return isOpen ? isClosed ? 2 : 1 : 0
  }
}
