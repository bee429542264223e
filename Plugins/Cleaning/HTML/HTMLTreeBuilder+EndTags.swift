// End tags: WHATWG HTML Living Standard §13.2.6.4.7, and of tables 9 to 15.
extension HTMLTreeBuilder {
  mutating func endTag(_ token: HTMLToken) {
    if open.top.isForeign {
      foreignEndTag(token)
    } else if body >= 0 || open.mayContain(.template) {
      bodyEndTag(token)
    } else {
      headEndTag(token)
    }
  }

  private mutating func headEndTag(_ token: HTMLToken) {
    switch token.tag {
    case .head: isHeadEnded = true
    case .noscript: if open.top.tag == .noscript { closeTop(at: token.end) }
    case .body, .html, .br:
      enterBody(at: token.start)
      bodyEndTag(token)
    default: break
    }
  }

  /// Handles an end tag by the rules for HTML content.
  mutating func bodyEndTag(_ token: HTMLToken) {
    let tag = token.tag
    switch tag {
    case .br:
      _ = append(token, as: .br)
      return
    case .p:
      if let index = open.paragraph {
        close(index, at: token.start, end: token.end)
      } else {
        _ = append(token, as: .p)
      }
      return
    case .h1, .h2, .h3, .h4, .h5, .h6:
      // Any heading's end tag ends any heading.
      if open.mayContainHeading, let index = open.index(in: .normal, where: \.isHeading) {
        close(index, at: token.start, end: token.end)
      }
      return
    case .form:
      formEndTag(token)
      return
    default: break
    }
    // Most stray end tags are known by the counts.
    guard open.mayContain(tag, key: token.nameKey) else { return }
    switch tag {
    case .html, .head, .body: break
    case .li: close(.li, in: .listItem, token)
    case .table, .tbody, .thead, .tfoot, .tr, .td, .th, .caption, .colgroup: close(tag, in: .table, token)
    case .template:
      // Nothing but the root bounds this one: a template's content is a document of its own.
      let near = open.entries[open.searchFloor...]
      if let index = near.lastIndex(where: { $0.tag == .template && !$0.isForeign }) {
        close(index, at: token.start, end: token.end)
      }
    default:
      if tag.endsBlock {
        close(tag, in: .normal, token)
      } else if tag.isFormatting {
        endFormatting(tag, at: token.start, end: token.end)
      } else {
        endOther(token)
      }
    }
  }

  private mutating func close(_ tag: HTMLTag, in scope: HTMLOpenElements.Scope, _ token: HTMLToken) {
    if let index = open.index(of: tag, in: scope) { close(index, at: token.start, end: token.end) }
  }

  /// Ends the form that is open; what is open inside it stays so.
  private mutating func formEndTag(_ token: HTMLToken) {
    if open.mayContain(.template) {
      close(.form, in: .normal, token)
      return
    }
    form = HTMLNode.none
    guard let index = open.index(of: .form, in: .normal) else { return }
    closeImplied(at: token.start)
    if index == open.count - 1 {
      close(index, at: token.start, end: token.end)
    } else {
      open.markEnded(index)
    }
  }

  /// Ends a formatting element. Where a block is open inside it the block stays open, and the element ends
  /// with it: the adoption agency would split the element in two there.
  mutating func endFormatting(_ tag: HTMLTag, at position: Int, end: Int? = nil) {
    guard let index = open.index(of: tag, in: .normal) else { return }
    let inner = open.entries[(index + 1)...]
    if inner.contains(where: { $0.isForeign || $0.tag.isSpecial }) {
      open.markEnded(index)
    } else {
      close(index, at: position, end: end)
    }
  }

  /// Ends an element that has no rule of its own, unless a special element is open inside it.
  private mutating func endOther(_ token: HTMLToken) {
    var index = open.count - 1
    var unknown = open.unknownKeys.count
    let floor = open.searchFloor
    while index >= floor {
      let entry = open.entries[index]
      if entry.tag == .unknown { unknown -= 1 }
      if entry.isForeign { return }
      if entry.tag == token.tag && !entry.isEnded
        && (token.tag != .unknown || open.unknownKeys[unknown] == token.nameKey)
      {
        close(index, at: token.start, end: token.end)
        return
      }
      if entry.tag.isSpecial { return }
      index -= 1
    }
  }
}
