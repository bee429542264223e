import Copydesk

/// What is built alike in a page: teasers, galleries and comments repeat one shape.
struct PageShape {
  /// The blocks of text inside each node.
  private(set) var blocks: [Int32]
  /// How many children of its parent, itself included, have the element and the names of a node; 0 for a node of
  /// fewer than two blocks.
  private(set) var alike: [Int32]
  /// The blocks of text in the page by their element and its names, a number a group.
  let groups: [Int32]
  /// How many groups there are.
  let groupCount: Int

  /// - Complexity: O(*n*).
  init(_ survey: PageSurvey) {
    let nodes = survey.page.nodes
    blocks = [Int32](repeating: 0, count: nodes.count)
    alike = [Int32](repeating: 0, count: nodes.count)
    for block in survey.blocks { blocks[block.container] += 1 }
    for index in stride(from: nodes.count - 1, to: 0, by: -1) {
      let parent = Int(nodes[index].parent)
      if parent >= 0 { blocks[parent] += blocks[index] }
    }
    var shapes = HashNumbers(capacity: survey.blocks.count * 2)
    for index in nodes.indices where blocks[index] > 1 && nodes[index].kind == .element {
      shapes.add(Self.shape(index, of: survey))
    }
    for index in nodes.indices where blocks[index] > 1 && nodes[index].kind == .element {
      alike[index] = Int32(truncatingIfNeeded: shapes[Self.shape(index, of: survey)] ?? 0)
    }
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

  /// The nearest element around a block, up to five above its own, that is one of several alike.
  func repeated(around block: PageBlock, of survey: PageSurvey) -> Int? {
    var node = block.container
    for _ in 0..<6 where node >= 0 {
      if alike[node] > 1 { return node }
      node = Int(survey.page.nodes[node].parent)
    }
    return nil
  }
}
