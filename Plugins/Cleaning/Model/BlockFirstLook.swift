import Copydesk

/// What a first look at the blocks of a page found, summed up, for a second look to learn from: how probable each block
/// is to belong to the article, where the blocks stand that surely do, in which runs, and which words they have.
struct BlockFirstLook {
  /// How probable each block is, and what of it is surely of the article: characters of prose.
  private(set) var sums: FoundSums
  /// The nearest block before and after each that is surely prose of the article, -1 for none.
  private(set) var previous: [Int32]
  private(set) var next: [Int32]

  private let blocks: [PageBlock]
  /// The share of the words of each block that other blocks of the article have too, see ``Bins/share(_:of:)``.
  private var kinships: [UInt8]

  /// So many words of a block are looked at.
  static let mostWords = 80

  /// - Parameters:
  ///   - blocks: what was looked at.
  ///   - words: their words.
  ///   - probabilities: how probable each is to belong to the article.
  /// - Complexity: O(words).
  init(_ blocks: [PageBlock], _ words: BlockWords, _ probabilities: [Double]) {
    self.blocks = blocks
    sums = FoundSums(probabilities)
    previous = [Int32](repeating: -1, count: blocks.count)
    next = previous
    kinships = [UInt8](repeating: Self.noKinship, count: blocks.count)
    sumUp()
    compare(words)
  }

  /// The prose of a block that is surely of the article.
  func sure(_ index: Int) -> Double {
    let probability = sums.probabilities[index]
    return probability >= 0.5 ? probability * Double(blocks[index].mass) : 0
  }

  private mutating func sumUp() {
    var last: Int32 = -1
    for index in blocks.indices {
      previous[index] = last
      let own = sure(index)
      sums.add(words: blocks[index].words, sure: own)
      if own > 0 { last = Int32(truncatingIfNeeded: index) }
    }
    last = -1
    for index in blocks.indices.reversed() {
      next[index] = last
      if sure(index) > 0 { last = Int32(truncatingIfNeeded: index) }
    }
  }

  private mutating func compare(_ words: BlockWords) {
    let sureOnes = blocks.indices.filter { sure($0) > 0 }
    var counts = HashNumbers(
      capacity: sureOnes.reduce(64) { $0 + min(Self.mostWords, blocks[$1].words) })
    for index in sureOnes {
      let own = words[index].prefix(Self.mostWords)
      for place in own.indices where words.isTelling(place) { counts.add(own[place]) }
    }
    for index in blocks.indices where blocks[index].words >= 4 {
      // Its own words are no kin of it; a word that it has twice passes, which happens seldom.
      let itself = sure(index) > 0 ? 1 : 0
      var told = 0
      var found = 0
      let own = words[index].prefix(Self.mostWords)
      for place in own.indices where words.isTelling(place) {
        told += 1
        if counts[own[place]] ?? 0 > itself { found += 1 }
      }
      if told >= 3 { kinships[index] = UInt8(truncatingIfNeeded: Bins.share(found, of: told)) }
    }
  }

  private static let noKinship: UInt8 = 15

  /// How much of what a block speaks of, in tenths, other sure blocks speak of too; 15 where it speaks of nothing.
  func kinship(_ index: Int) -> Int { Int(kinships[index]) }

  /// The mean of some blocks, in fiftieths.
  func kinship(of range: Range<Int>) -> Int {
    var sum = 0
    var count = 0
    for index in range where kinships[index] != Self.noKinship {
      sum += Int(kinships[index])
      count += 1
    }
    return count == 0 ? BoostedTrees.values - 1 : sum * 5 / count
  }
}
