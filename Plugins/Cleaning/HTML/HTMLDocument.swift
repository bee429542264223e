/// A parsed page: its bytes, and a light tree of nodes that point into them.
///
/// The tree is that of the WHATWG HTML Living Standard §13.2 but for what ``HTMLTreeBuilder`` leaves out. It
/// has no comments and no doctype. html, head and body are always there; an element without a tag of its own
/// has an empty source range. Text that is cut by a comment or a stray tag is several text nodes.
struct HTMLDocument: Sendable {
  /// The input, as it was handed in.
  let bytes: [UInt8]
  /// The nodes in document order.
  let nodes: [HTMLNode]
  /// The html element.
  let root = NodeID(HTMLTreeBuilder.root)
  /// The head element.
  let head = NodeID(HTMLTreeBuilder.head)
  /// The body element.
  let body: NodeID

  /// Parses a page. Whatever the bytes are, the result is a tree.
  ///
  /// Of an input of 2 GiB or more only that much is read, since positions are kept in 32 bits.
  /// - Parameter bytes: valid UTF-8.
  /// - Complexity: O(*n*).
  init(parsing bytes: [UInt8]) {
    self.bytes = bytes
    let (nodes, body) = bytes.withUnsafeBufferPointer { buffer in
      let readable = UnsafeBufferPointer(rebasing: buffer.prefix(Int(Int32.max) - 1))
      var builder = HTMLTreeBuilder(readable)
      builder.build()
      return (builder.nodes, builder.body)
    }
    self.nodes = nodes
    self.body = NodeID(body)
  }

  /// What a node is.
  func kind(of node: NodeID) -> HTMLNode.Kind { nodes[node.index].kind }

  /// The name of an element; ``HTMLTag/unknown`` for text, for names that are not listed, and for what is
  /// inside `svg` and `math`.
  func tag(of node: NodeID) -> HTMLTag { nodes[node.index].tag }

  /// The name of an element in small letters, whatever it is; empty for text.
  func name(of node: NodeID) -> String {
    let node = nodes[node.index]
    guard node.kind == .element else { return "" }
    if node.tag != .unknown { return node.tag.name }
    let end = max(node.attributes.lowerBound, node.range.lowerBound + 1)
    return String(decoding: bytes[(node.range.lowerBound + 1)..<end].map(HTMLBytes.lowercased), as: UTF8.self)
  }

  /// The bytes of an element's start tag, or of a text. Empty where a tag was left out.
  func sourceRange(of node: NodeID) -> Range<Int> { nodes[node.index].range }

  /// The bytes from the start of an element to its end, end tag included; of a text its bytes.
  ///
  /// The extents nest as the elements do, but for those past the limit of depth.
  func extent(of id: NodeID) -> Range<Int> {
    let node = nodes[id.index]
    var start = node.start
    // The tag of a body may come after the content that had already started it.
    if let first = firstChild(of: id) { start = min(start, nodes[first.index].start) }
    return Int(start)..<Int(max(start, node.extentEnd))
  }
}
