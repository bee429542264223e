import Copydesk

/// What is built alike in a page: teasers, galleries and comments repeat one shape.
struct PageShape {
  /// The blocks of text inside each node.
  let blocks: TextSums
  /// How many children of its parent, itself included, have the element and the names of an element that holds text, by
  /// the numbers of ``holders``; 0 for one of fewer than two blocks.
  private var alike: [Int32]
  private let holders: TextHolders
  /// The blocks of text in the page by their element and its names, a number a group.
  let groups: [Int32]
  /// How many groups there are.
  let groupCount: Int

  /// - Complexity: O(*n*).
  init(_ survey: PageSurvey) {
    let holders = survey.holders
    self.holders = holders
    let blocks = TextSums(holders, survey.blocks.lazy.map { ($0.container, 1) })
    self.blocks = blocks
    alike = [Int32](repeating: 0, count: holders.count)
    // The number of each shape first, then how many elements have it.
    var shapes = HashNumbers(capacity: holders.count)
    var shapeOf = [Int32](repeating: -1, count: holders.count)
    for (number, node) in holders.nodes.enumerated() where blocks[Int(node)] > 1 {
      shapeOf[number] = Int32(truncatingIfNeeded: shapes.number(of: Self.shape(Int(node), of: survey)))
    }
    var counts = [Int32](repeating: 0, count: shapes.count)
    for shape in shapeOf where shape >= 0 { counts[Int(shape)] += 1 }
    for (number, shape) in shapeOf.enumerated() where shape >= 0 { alike[number] = counts[Int(shape)] }
    (groups, groupCount) = Self.grouped(survey)
  }

  private static func shape(_ index: Int, of survey: PageSurvey) -> UInt64 {
    let node = survey.page.nodes[index]
    return names(index, of: survey, UInt64(bitPattern: Int64(node.parent)) &* 0x9E37_79B9_7F4A_7C15)
  }

  private static func names(_ index: Int, of survey: PageSurvey, _ seed: UInt64) -> UInt64 {
    var hash = (seed ^ UInt64(survey.page.nodes[index].tag.rawValue)) &* 0x9FB2_1C65_1E98_DF25
    hash ^= hash >> 31
    for name in survey.names[survey.nameRange(index)].prefix(3) {
      hash = (hash ^ name) &* 0x9FB2_1C65_1E98_DF25
      hash ^= hash >> 31
    }
    return hash
  }

  private static func grouped(_ survey: PageSurvey) -> ([Int32], Int) {
    var numbers = HashNumbers(capacity: 64)
    let groups = survey.blocks.map { block in
      Int32(truncatingIfNeeded: numbers.number(of: names(block.container, of: survey, 7)))
    }
    return (groups, numbers.count)
  }

  /// How many children of its parent, itself included, have the element and the names of a node; 0 for a node of
  /// fewer than two blocks.
  func alike(_ node: Int) -> Int {
    let number = holders.number(of: node)
    return number < 0 ? 0 : Int(alike[number])
  }

  /// The nearest element around a block, up to five above its own, that is one of several alike.
  func repeated(around block: PageBlock, of survey: PageSurvey) -> Int? {
    var node = block.container
    for _ in 0..<6 where node >= 0 {
      if alike(node) > 1 { return node }
      node = Int(survey.page.nodes[node].parent)
    }
    return nil
  }
}
