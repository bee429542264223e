@testable import Cleaning

/// A token as one line: kind, name and content.
func tokenLines(_ html: String) -> [String] {
  let bytes = Array(html.utf8)
  return HTMLTokenizer.tokens(of: bytes).map { token in
    let content = String(decoding: bytes[token.content], as: UTF8.self)
    switch token.kind {
    case .text: return "\(token.isRaw ? "raw" : "text") \(content)"
    case .startTag:
      let name = String(decoding: bytes[token.nameRange], as: UTF8.self)
      return "<\(name)|\(content)>\(token.isSelfClosing ? "/" : "")"
    case .endTag: return "</\(String(decoding: bytes[token.nameRange], as: UTF8.self))>"
    case .comment: return "comment \(content)"
    case .doctype: return "doctype \(content)"
    case .ignored: return "ignored"
    }
  }
}

extension HTMLDocument {
  /// The last child.
  func lastChild(of node: NodeID) -> NodeID? { children(of: node).reduce(nil) { $1 } }
}

/// The tree of a node in one line: `div(p("text"))`. Blank text is left out.
func htmlOutline(_ document: HTMLDocument, _ node: NodeID) -> String {
  if document.kind(of: node) != .element {
    let text = document.textContent(of: node)
    return text.allSatisfy(\.isWhitespace) ? "" : "'\(text)'"
  }
  let inner = document.children(of: node).map { htmlOutline(document, $0) }.filter { !$0.isEmpty }
  return document.name(of: node) + (inner.isEmpty ? "" : "(\(inner.joined(separator: " ")))")
}

/// The outline of what is in the body.
func htmlBodyOutline(_ html: String) -> String {
  let document = HTMLDocument(parsing: Array(html.utf8))
  let inner = document.children(of: document.body).map { htmlOutline(document, $0) }.filter { !$0.isEmpty }
  return inner.joined(separator: " ")
}

/// The value of a text with character references.
func decodedReferences(_ text: String, _ mode: HTMLCharacters.Mode = .text) -> String {
  let bytes = Array(text.utf8)
  return bytes.withUnsafeBufferPointer {
    String(decoding: HTMLCharacters.decode(0..<bytes.count, in: $0, mode: mode), as: UTF8.self)
  }
}
