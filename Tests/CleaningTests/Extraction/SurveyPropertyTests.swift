import Copydesk
import Testing

@testable import Cleaning

/// What is kept small or remembered about a page is what a plain look at it tells.
struct SurveyPropertyTests {
  private static let scraps = [
    "<div class='story body'>", "<div class=\"Story--body main\" id=commentList>", "</div>", "<p>", "</p>",
    "<ul>",
    "<li class=teaser>", "</ul>", "<h1>", "</h1>", "<header>", "</header>", "<span class=has-share>",
    "</span>",
    "<a href=x rel=author>", "</a>", "<br>", "<script>x</script>", "<style>y</style>", "<td>", "<table><tr>",
    "</table>", "<div style='display : none'>", "<b>", "</b>", "<x-y id=nav>", "</x-y>",
    "The sea was calm, they said.",
    "One ", "two. ", "“Ünïcödé” — ÄÖÜ ſ \u{212A}\u{2126} İ \u{3000}\u{A0}«» ",
    "&amp;&Auml;&#8220;&nbsp;&#xD;", " \n ",
    "A sentence with ten words or more in it, as prose has them.",
  ]

  private static func page(_ seed: UInt64) -> PageSurvey {
    var generator = SeededGenerator(seed: seed)
    var html = "<!doctype html><body>"
    for _ in 0..<Int.random(in: 1..<160, using: &generator) {
      html += scraps[Int.random(in: 0..<scraps.count, using: &generator)]
    }
    return PageSurvey(HTMLDocument(parsing: Array(html.utf8)))
  }

  /// The sum over all blocks that stand inside a node.
  private static func sum(_ survey: PageSurvey, _ node: Int, _ amount: (PageBlock) -> Int) -> Int {
    survey.blocks.reduce(0) { sum, block in
      let isInside = block.container >= node && block.container < survey.page.nodes[node].subtreeEnd
      return sum + (isInside ? amount(block) : 0)
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func sumsOverElementsAreThoseOfTheBlocksInside(seed: UInt64) {
    let survey = Self.page(seed)
    let halved = survey.mass { $0 % 2 == 0 }
    for node in survey.page.nodes.indices {
      #expect(survey.mass[node] == Self.sum(survey, node, \.mass))
      #expect(survey.words[node] == Self.sum(survey, node, \.words))
      #expect(survey.linkWords[node] == Self.sum(survey, node, \.linkWords))
      #expect(halved[node] == Self.sum(survey, node) { $0.firstNode % 2 == 0 ? $0.mass : 0 })
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func holdersAreTheElementsAroundBlocksInOrder(seed: UInt64) {
    let survey = Self.page(seed)
    let expected = survey.page.nodes.indices.filter { Self.sum(survey, $0) { _ in 1 } > 0 }
    #expect(survey.holders.nodes.map(Int.init) == expected)
    for (number, node) in expected.enumerated() {
      #expect(survey.holders.number(of: node) == number)
      let parent = Int(survey.page.nodes[node].parent)
      #expect(Int(survey.holders.parents[number]) == (parent < 0 ? -1 : expected.firstIndex(of: parent)))
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func headlinesAreFoundInsideWhatHoldsThem(seed: UInt64) {
    let survey = Self.page(seed)
    let nodes = survey.page.nodes
    for node in nodes.indices {
      let inside = node..<Int(nodes[node].subtreeEnd)
      #expect(survey.holdsHeadline(node) == inside.contains { nodes[$0].tag == .h1 })
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func namesThatAreRememberedAreNamesThatAreRead(seed: UInt64) {
    let page = Self.page(seed).page
    page.bytes.withUnsafeBufferPointer { bytes in
      var cache = NameCache()
      var remembered: [UInt64] = []
      var read: [UInt64] = []
      for node in page.nodes.indices {
        for attribute in page.attributes(of: NodeID(node)) {
          var marks = ElementMarks()
          marks.read(UnsafeBufferPointer(rebasing: bytes[attribute.value]), into: &read)
          #expect(cache.marks(attribute.value, of: bytes, into: &remembered) == marks)
          #expect(remembered == read)
        }
      }
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func lettersOfABlockAreThoseOfItsTextInSmallLetters(seed: UInt64) {
    let survey = Self.page(seed)
    for block in survey.blocks {
      var expected: [UInt8] = []
      var skipped = 0
      for byte in survey.text(of: block).lowercased().utf8 {
        if byte == 0xE2 { skipped = 3 }
        if skipped > 0 {
          skipped -= 1
        } else if byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 {
          expected.append(byte)
        }
      }
      #expect(BlockLetters.of(block, in: survey) == expected)
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func childrenAreTheNodesThatCallAnElementTheirParent(seed: UInt64) {
    let page = Self.page(seed).page
    for node in page.nodes.indices {
      let expected = page.nodes.indices.filter { Int(page.nodes[$0].parent) == node }
      #expect(page.children(of: NodeID(node)).map(\.index) == expected)
      #expect(page.firstChild(of: NodeID(node))?.index == expected.first)
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func probabilitiesAreTheSameWhetherFeaturesAreKeptOrNot(seed: UInt64) throws {
    let survey = Self.page(seed)
    let context = PageContext(survey, ArticleFinder.article(in: survey).findings, PageMetadata(survey))
    let features = BlockFeatures.features(of: context)
    #expect(features.count == survey.blocks.count)
    var trainer = SequenceTrainer(
      labels: BlockLabel.names, featureSet: BlockFeatures.name, settings: SequenceTrainer.Settings())
    trainer.add(
      features,
      labels: survey.blocks.map { $0.mass > 0 ? BlockLabel.text.rawValue : BlockLabel.head.rawValue })
    let model = try trainer.train()
    var workspace = SequenceModel.Workspace()
    model.probabilities(features, in: &workspace)
    let kept = survey.blocks.indices.map { workspace.probability(Int(BlockLabel.text.rawValue), at: $0) }
    let blocks = BlockFeatures(context)
    let again = FeatureWriter.probabilities(survey.blocks.count, of: .text, by: model, &workspace) {
      blocks.describe($0, in: &$1)
    }
    #expect(kept == again)
  }
}
