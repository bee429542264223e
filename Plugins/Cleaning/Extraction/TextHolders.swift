/// The elements of a page that hold text: those that a block stands in, and those around them.
///
/// What is summed up over the inside of elements is kept for these alone: half of the nodes of a page are texts, and of a
/// page of tags, which means harm, nearly all hold nothing.
struct TextHolders: Sendable {
  /// The node of each holder, in document order.
  private(set) var nodes: [Int32] = []
  /// The holder around each, which comes before it; -1 for the root.
  private(set) var parents: [Int32] = []
  /// The number of the holder by node, -1 for a node that is none.
  fileprivate let numbers: [Int32]

  /// Finds the holders of the text of some elements.
  /// - Complexity: O(*n*).
  init(of containers: some Sequence<Int>, in page: HTMLDocument) {
    var numbers = [Int32](repeating: -1, count: page.nodes.count)
    for container in containers {
      var node = container
      while node >= 0, numbers[node] < 0 {
        numbers[node] = 0
        node = Int(page.nodes[node].parent)
      }
    }
    for node in numbers.indices where numbers[node] == 0 {
      numbers[node] = Int32(truncatingIfNeeded: nodes.count)
      nodes.append(Int32(truncatingIfNeeded: node))
      let parent = page.nodes[node].parent
      parents.append(parent < 0 ? -1 : numbers[Int(parent)])
    }
    self.numbers = numbers
  }

  /// How many there are.
  var count: Int { nodes.count }

  /// The number of a node that is a holder, -1 for another.
  @inline(__always)
  func number(of node: Int) -> Int { Int(numbers[node]) }

  /// Sums that go up from each holder to the one around it.
  @inline(__always)
  func sumUp<Value: AdditiveArithmetic>(_ values: inout [Value]) {
    for index in stride(from: parents.count - 1, to: 0, by: -1) {
      let parent = Int(parents[index])
      if parent >= 0 { values[parent] += values[index] }
    }
  }
}

/// A number for each element of a page, which is zero for those that hold no text.
struct TextSums: Sendable {
  private let holders: TextHolders
  private var values: [Int32]

  /// Sums up over the inside of elements.
  /// - Parameter amounts: what some holders have by themselves, by node: together less than 2³¹.
  /// - Complexity: O(holders).
  init(_ holders: TextHolders, _ amounts: some Sequence<(node: Int, amount: Int)>) {
    self.holders = holders
    var values = [Int32](repeating: 0, count: holders.count)
    for (node, amount) in amounts { values[holders.number(of: node)] += Int32(truncatingIfNeeded: amount) }
    holders.sumUp(&values)
    self.values = values
  }

  /// The sum over all that is inside a node.
  @inline(__always)
  subscript(node: Int) -> Int {
    let number = holders.number(of: node)
    return number < 0 ? 0 : Int(values[number])
  }
}
