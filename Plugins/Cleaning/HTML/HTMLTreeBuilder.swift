/// Builds the nodes of a document: tree construction of the WHATWG HTML Living Standard §13.2.6, made
/// lighter.
///
/// What is left out moves elements, which would break the order of the source: the adoption agency and the
/// reconstruction of formatting elements (a misnested `</b>` ends its element together with the block inside
/// it), and foster parenting (what stands loose in a table stays there). Framesets are dropped. The insertion
/// modes for tables and selects are not kept as modes but read off the open elements.
///
/// - Complexity: O(*n*) in the size of the input. Each tag is matched against a bounded part of the open
///   elements (``HTMLOpenElements/searchLimit``), and each element is closed once.
struct HTMLTreeBuilder {
  /// How deep elements nest; what is deeper is attached to the element at this depth.
  static let depthLimit = 512

  let bytes: UnsafeBufferPointer<UInt8>
  var tokenizer: HTMLTokenizer
  var nodes: [HTMLNode] = []
  var open = HTMLOpenElements()
  /// The body element once it is open, else ``HTMLNode/none``.
  var body = HTMLNode.none
  /// Whether `</head>` was seen.
  var isHeadEnded = false
  /// The form that is open (§13.2.4.4): forms do not nest.
  var form = HTMLNode.none
  /// Where a line feed is dropped, since it directly follows the start tag of a `pre`.
  var ignoredLineFeed = -1

  /// The root and the head are always there and always these.
  static let root: Int32 = 0
  static let head: Int32 = 1

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    tokenizer = HTMLTokenizer(bytes)
    nodes.reserveCapacity(bytes.count / 64 + 16)
    _ = push(.html, at: 0)
    _ = push(.head, at: 0)
  }

  /// Builds the whole tree.
  mutating func build() {
    while true {
      tokenizer.allowsCDATA = open.top.isForeign
      guard let token = tokenizer.next() else { break }
      switch token.kind {
      case .text: text(token)
      case .startTag: startTag(token)
      case .endTag: endTag(token)
      case .comment, .doctype, .ignored: break
      }
    }
    if body == HTMLNode.none { enterBody(at: bytes.count) }
    while open.count > 0 { closeTop(at: bytes.count) }
    for index in nodes.indices.reversed() {
      let last = nodes[index].subtreeEnd
      nodes[index].subtreeEnd = last < 0 ? Int32(index + 1) : nodes[Int(last)].subtreeEnd
    }
  }

  private mutating func text(_ token: HTMLToken) {
    var start = token.contentStart
    if body < 0 && !open.mayContain(.template) {
      // Blanks before the body mean nothing; anything else starts the body.
      while start < token.contentEnd && HTMLBytes.isSpace(bytes[start]) { start += 1 }
      if start == token.contentEnd { return }
      enterBody(at: start)
    }
    if start == ignoredLineFeed { start += lineEnd(at: start, end: token.contentEnd) }
    appendText(token.isRaw ? .rawText : .text, start, token.contentEnd)
  }

  /// The length of the line end at `index`: 0, 1 or 2.
  private func lineEnd(at index: Int, end: Int) -> Int {
    guard index < end else { return 0 }
    if bytes[index] == 0x0A { return 1 }
    guard bytes[index] == 0x0D else { return 0 }
    return index + 1 < end && bytes[index + 1] == 0x0A ? 2 : 1
  }

  /// Ends the head and starts the body, as a body start tag or any content does.
  mutating func enterBody(at position: Int) {
    guard body < 0 else { return }
    while open.count > 1 { closeTop(at: position) }
    body = push(.body, at: position)
  }

  // MARK: Nodes

  /// Adds an element for a tag, without opening it.
  mutating func append(_ token: HTMLToken, as tag: HTMLTag) -> Int32 {
    var node = HTMLNode(.element, tag, token.start, token.end)
    node.attributesStart = Int32(truncatingIfNeeded: token.contentStart)
    return link(node)
  }

  /// Adds an element for a tag and opens it.
  @discardableResult
  mutating func push(_ token: HTMLToken, as tag: HTMLTag? = nil) -> Int32 {
    let tag = tag ?? token.tag
    let node = append(token, as: tag)
    open.push(HTMLOpenElements.Entry(node: node, tag: tag), key: token.nameKey)
    return node
  }

  /// Adds and opens an element that has no tag in the input.
  mutating func push(_ tag: HTMLTag, at position: Int) -> Int32 {
    let node = link(HTMLNode(.element, tag, position, position))
    open.push(HTMLOpenElements.Entry(node: node, tag: tag), key: 0)
    return node
  }

  private mutating func appendText(_ kind: HTMLNode.Kind, _ start: Int, _ end: Int) {
    guard start < end else { return }
    var parent = open.top.node
    if open.count > Self.depthLimit {
      // Text comes after all that is there, so it may go into no element but the last.
      let limit = open.entries[Self.depthLimit - 1].node
      if nodes[Int(limit)].subtreeEnd != parent { parent = limit }
    }
    _ = link(HTMLNode(kind, .unknown, start, end), under: parent)
  }

  private mutating func link(_ node: HTMLNode) -> Int32 {
    let depth = min(open.count, Self.depthLimit)
    return link(node, under: depth == 0 ? HTMLNode.none : open.entries[depth - 1].node)
  }

  private mutating func link(_ unlinked: HTMLNode, under parent: Int32) -> Int32 {
    var node = unlinked
    let id = Int32(truncatingIfNeeded: nodes.count)
    node.parent = parent
    if parent >= 0 { nodes[Int(parent)].subtreeEnd = id }
    if nodes.count == nodes.capacity { makeRoom() }
    nodes.append(node)
    return id
  }

  /// Makes room for as many nodes as the page will have if it goes on as it began: twice as many would be memory for
  /// nothing. More than one in two bytes there never are.
  private mutating func makeRoom() {
    let read = max(1, tokenizer.position)
    let expected = nodes.count * bytes.count / read
    nodes.reserveCapacity(
      max(nodes.count + nodes.count / 4 + 16, min(expected + expected / 8, bytes.count / 2)))
  }

  /// Adds a raw text element with its content. Nothing else can come before its end tag, so it is not opened.
  mutating func appendRawText(_ token: HTMLToken) {
    let node = append(token, as: token.tag)
    tokenizer.enterRawText(of: token.tag)
    while let next = tokenizer.next() {
      var start = next.contentStart
      nodes[Int(node)].extentEnd = Int32(truncatingIfNeeded: next.end)
      guard next.kind == .text else { break }
      if token.tag == .textarea { start += lineEnd(at: start, end: next.contentEnd) }
      if start < next.contentEnd {
        _ = link(HTMLNode(next.isRaw ? .rawText : .text, .unknown, start, next.contentEnd), under: node)
      }
    }
  }

  // MARK: Closing

  /// Closes the innermost element, and those that were only waiting for it.
  mutating func closeTop(at position: Int) {
    let entry = open.pop()
    nodes[Int(entry.node)].extentEnd = Int32(truncatingIfNeeded: position)
    while open.count > 0 && open.top.isEnded {
      let ended = open.pop()
      nodes[Int(ended.node)].extentEnd = Int32(truncatingIfNeeded: position)
    }
  }

  /// Closes the element at `index` of the open ones and all inside it.
  /// - Parameter end: one past the element's own end tag, where that is what closes it.
  mutating func close(_ index: Int, at position: Int, end: Int? = nil) {
    let node = open.entries[index].node
    while open.count > index { closeTop(at: position) }
    if let end { nodes[Int(node)].extentEnd = Int32(truncatingIfNeeded: end) }
  }

  /// Closes elements whose end tags may be left out, as long as they are innermost.
  mutating func closeImplied(except kept: HTMLTag = .unknown, at position: Int) {
    while !open.top.isForeign && open.top.tag.hasImpliedEnd && open.top.tag != kept { closeTop(at: position) }
  }

  /// Closes a paragraph that is open in button scope.
  mutating func closeParagraph(at position: Int) {
    if let index = open.paragraph { close(index, at: position) }
  }
}
