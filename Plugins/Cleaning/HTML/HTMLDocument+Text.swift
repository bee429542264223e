extension HTMLDocument {
  /// Walks the text of a text node in pieces that keep their place in the source; does nothing for an
  /// element.
  /// - Complexity: O(length of the text).
  func forEachPiece(of node: NodeID, _ body: (HTMLCharacters.Piece) -> Void) {
    let node = nodes[node.index]
    guard node.kind != .element else { return }
    bytes.withUnsafeBufferPointer { bytes in
      HTMLCharacters.forEachPiece(
        in: bytes, node.range, mode: node.kind == .rawText ? .raw : .text, body)
    }
  }

  /// All text inside a node, decoded and put together, scripts and style sheets included as in the DOM.
  /// - Complexity: O(number of nodes inside it + length of the text).
  func textContent(of node: NodeID) -> String {
    var result: [UInt8] = []
    bytes.withUnsafeBufferPointer { bytes in
      for index in node.index..<Int(nodes[node.index].subtreeEnd) {
        let node = nodes[index]
        guard node.kind != .element else { continue }
        HTMLCharacters.append(
          node.range, in: bytes, mode: node.kind == .rawText ? .raw : .text, to: &result)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
