// Content of `svg` and `math`: WHATWG HTML Living Standard §13.2.6.5.
extension HTMLTreeBuilder {
  mutating func foreignStartTag(_ token: HTMLToken) {
    if token.tag.breaksOutOfForeignContent || (token.tag == .font && hasFontAttribute(token)) {
      leaveForeignContent(at: token.start)
      startTag(token)
    } else {
      pushForeign(token)
    }
  }

  /// Adds an element of another vocabulary, and opens it unless it ends in `/>`.
  ///
  /// Its node is an unknown one, so that the title of a drawing is not taken for that of the page.
  mutating func pushForeign(_ token: HTMLToken) {
    let isRoot = token.tag == .svg || token.tag == .math
    let node = append(token, as: isRoot ? token.tag : .unknown)
    guard !token.isSelfClosing else { return }
    open.push(HTMLOpenElements.Entry(node: node, tag: token.tag, isForeign: true), key: token.nameKey)
  }

  mutating func foreignEndTag(_ token: HTMLToken) {
    if token.tag == .p || token.tag == .br {
      leaveForeignContent(at: token.start)
      bodyEndTag(token)
      return
    }
    var index = open.count - 1
    var unknown = open.unknownKeys.count
    let floor = open.searchFloor
    while index >= floor {
      let entry = open.entries[index]
      if entry.tag == .unknown { unknown -= 1 }
      if !entry.isForeign {
        bodyEndTag(token)
        return
      }
      if entry.tag == token.tag && (token.tag != .unknown || open.unknownKeys[unknown] == token.nameKey) {
        close(index, at: token.start, end: token.end)
        return
      }
      index -= 1
    }
  }

  private mutating func leaveForeignContent(at position: Int) {
    while !open.top.holdsHTML { closeTop(at: position) }
  }

  private func hasFontAttribute(_ token: HTMLToken) -> Bool {
    var attributes = HTMLAttributeScanner(bytes, from: token.contentStart, to: token.contentEnd)
    while let attribute = attributes.next() {
      let start = attribute.name.lowerBound
      for name in ["color", "face", "size"] as [StaticString]
      where attribute.name.count == name.utf8CodeUnitCount
        && HTMLBytes.spells(name, in: bytes, at: start, end: attribute.name.upperBound)
      {
        return true
      }
    }
    return false
  }
}
