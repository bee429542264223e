import Copydesk

/// Finds the parts of an article that a page shows one after the other, as slides and galleries do: of several elements
/// beside each other that are called the same, one is shown, and the others wait to be.
enum Slides {
  /// Marks of an element that is not shown.
  private static let unseen: ElementMarks = [.hidden, .overlay, .unseen]

  /// Takes the mark of what is hidden from elements that are parts of what a sibling before them shows.
  /// - Parameters:
  ///   - marks: those of each node.
  ///   - names: the hashes of the words in the classes and ids of a node.
  ///   - mass: the article text inside each node.
  /// - Complexity: O(*n*).
  static func show(
    _ marks: inout [ElementMarks], of page: HTMLDocument, names: (Int) -> ArraySlice<UInt64>, mass: TextSums
  ) {
    guard marks.contains(where: { $0.contains(.hidden) }) else { return }
    // The first element with text that is shown inside each.
    var shown: [Int32: Int] = [:]
    for index in page.nodes.indices {
      let node = page.nodes[index]
      guard node.kind == .element, node.tag.isBlock, node.parent >= 0, mass[index] > 0 else { continue }
      guard marks[index].contains(.hidden) else {
        if shown[node.parent] == nil { shown[node.parent] = index }
        continue
      }
      guard let first = shown[node.parent], page.nodes[first].tag == node.tag else { continue }
      let own = names(index)
      let wanted = names(first)
      if !wanted.isEmpty, wanted.allSatisfy(own.contains) { marks[index].subtract(unseen) }
    }
  }
}
