extension HTMLDocument {
  /// The element around a node; nil for the root.
  func parent(of node: NodeID) -> NodeID? { Self.id(nodes[node.index].parent) }
  /// The first child.
  func firstChild(of node: NodeID) -> NodeID? { Self.id(Self.firstChild(node.rawValue, in: nodes)) }
  /// The node after this one under the same parent.
  func nextSibling(of node: NodeID) -> NodeID? { Self.id(Self.nextSibling(node.rawValue, in: nodes)) }

  /// What is inside a node follows it.
  @inline(__always)
  private static func firstChild(_ node: Int32, in nodes: [HTMLNode]) -> Int32 {
    nodes[Int(node)].subtreeEnd > node + 1 ? node + 1 : HTMLNode.none
  }

  /// What follows all that is inside a node is its sibling, or belongs to an element further out.
  @inline(__always)
  fileprivate static func nextSibling(_ node: Int32, in nodes: [HTMLNode]) -> Int32 {
    let next = nodes[Int(node)].subtreeEnd
    return next < nodes.count && nodes[Int(next)].parent == nodes[Int(node)].parent ? next : HTMLNode.none
  }

  private static func id(_ raw: Int32) -> NodeID? { raw < 0 ? nil : NodeID(raw) }

  /// The children of a node, in order.
  func children(of node: NodeID) -> Links {
    Links(nodes: nodes, upcoming: Self.firstChild(node.rawValue, in: nodes), goesUp: false)
  }

  /// The elements around a node, the nearest first.
  func ancestors(of node: NodeID) -> Links {
    Links(nodes: nodes, upcoming: nodes[node.index].parent, goesUp: true)
  }

  /// All nodes inside a node, in document order, without the node itself.
  func descendants(of node: NodeID) -> Descendants {
    Descendants(upcoming: node.rawValue + 1, end: nodes[node.index].subtreeEnd)
  }

  /// Whether `node` is inside `ancestor`.
  /// - Complexity: O(1).
  func isDescendant(_ node: NodeID, of ancestor: NodeID) -> Bool {
    node.rawValue > ancestor.rawValue && node.rawValue < nodes[ancestor.index].subtreeEnd
  }

  /// The first node after a node and all inside it, in document order: where a walk goes on that skips the
  /// inside. May be one past the last node.
  func nodeAfterSubtree(of node: NodeID) -> NodeID { NodeID(nodes[node.index].subtreeEnd) }

  /// Nodes along one kind of link: sideways or up.
  struct Links: Sequence, IteratorProtocol, Sendable {
    fileprivate let nodes: [HTMLNode]
    fileprivate var upcoming: Int32
    fileprivate let goesUp: Bool

    mutating func next() -> NodeID? {
      guard upcoming >= 0 else { return nil }
      let found = NodeID(upcoming)
      upcoming = goesUp ? nodes[found.index].parent : HTMLDocument.nextSibling(found.rawValue, in: nodes)
      return found
    }
  }

  /// A run of nodes in document order.
  struct Descendants: Sequence, IteratorProtocol, Sendable {
    fileprivate var upcoming: Int32
    fileprivate let end: Int32

    mutating func next() -> NodeID? {
      guard upcoming < end else { return nil }
      defer { upcoming += 1 }
      return NodeID(upcoming)
    }
  }
}
