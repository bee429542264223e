/// Names a node of an ``HTMLDocument``. Nodes are numbered in document order: a node, then all inside it.
struct NodeID: Hashable, Sendable {
  /// The place in ``HTMLDocument/nodes``.
  let rawValue: Int32

  /// The node at a place of ``HTMLDocument/nodes``.
  init(_ rawValue: Int32) { self.rawValue = rawValue }
  /// The same for an array index.
  init(_ index: Int) { self.rawValue = Int32(truncatingIfNeeded: index) }

  /// The place as an array index.
  var index: Int { Int(rawValue) }
}

/// A node, as its place in the tree and in the source; the bytes stay in the input.
///
/// A page of tags alone is many nodes, so a node keeps nothing that its neighbours tell: its first child is the node after
/// it, its next sibling the one after all that is inside it.
struct HTMLNode: Sendable {
  /// What a node is. Comments and doctypes are not kept.
  enum Kind: UInt8, Sendable {
    case element
    /// Text in which character references are decoded.
    case text
    /// Text that stands for itself: scripts, style sheets, CDATA.
    case rawText
  }

  /// No node.
  static let none: Int32 = -1

  /// The element that contains this node, or ``none``.
  var parent = none
  /// One past the last node inside this one, this one included. While the tree is built: the last child, or ``none``.
  var subtreeEnd = none
  /// Where the start tag or the text starts.
  var start: Int32
  /// Where the start tag or the text ends.
  var end: Int32
  /// Where the attributes start, which end before the last byte of the start tag; 0 where there is none.
  var attributesStart: Int32 = 0
  /// Where the element ends, its end tag included if it has one.
  var extentEnd: Int32
  /// What the node is.
  var kind: Kind
  /// The element name; ``HTMLTag/unknown`` for text.
  var tag: HTMLTag

  /// A node of the given source range that is linked to nothing yet.
  init(_ kind: Kind, _ tag: HTMLTag, _ start: Int, _ end: Int) {
    self.kind = kind
    self.tag = tag
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.extentEnd = self.end
  }

  /// The bytes of the start tag or of the text.
  var range: Range<Int> { Int(start)..<Int(end) }
  /// The bytes of the attributes.
  var attributes: Range<Int> { attributesStart == 0 ? 0..<0 : Int(attributesStart)..<Int(end - 1) }
}
