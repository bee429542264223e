// Start tags: WHATWG HTML Living Standard §13.2.6.4.4 (in head), 6 (after head) and 7 (in body).
extension HTMLTreeBuilder {
  mutating func startTag(_ token: HTMLToken) {
    if !open.top.holdsHTML {
      foreignStartTag(token)
    } else if body >= 0 || open.mayContain(.template) {
      bodyStartTag(token)
    } else if !headStartTag(token) {
      enterBody(at: token.start)
      bodyStartTag(token)
    }
  }

  /// Handles a tag before the body.
  /// - Returns: false for a tag that starts the body.
  private mutating func headStartTag(_ token: HTMLToken) -> Bool {
    switch token.tag {
    case .html: adopt(token, Self.root)
    case .head: adopt(token, Self.head)
    case .body:
      enterBody(at: token.start)
      adopt(token, body)
    case .basefont, .bgsound, .link, .meta: _ = append(token, as: token.tag)
    case .noframes, .style: appendRawText(token)
    case .base, .title, .script, .template:
      if open.top.tag == .noscript { closeTop(at: token.start) }
      metadataStartTag(token)
    case .noscript:
      if isHeadEnded { return false }
      if open.top.tag != .noscript { push(token) }
    case .frameset, .frame: break
    default: return false
    }
    return true
  }

  private mutating func metadataStartTag(_ token: HTMLToken) {
    switch token.tag {
    case .title, .style, .script, .noframes: appendRawText(token)
    case .template: push(token)
    default: _ = append(token, as: token.tag)
    }
  }

  /// Gives an element that is there already the tag that names it, unless it has one.
  private mutating func adopt(_ token: HTMLToken, _ node: Int32) {
    let index = Int(node)
    guard nodes[index].start == nodes[index].end else { return }
    nodes[index].start = Int32(truncatingIfNeeded: token.start)
    nodes[index].end = Int32(truncatingIfNeeded: token.end)
    nodes[index].attributesStart = Int32(truncatingIfNeeded: token.contentStart)
  }

  private mutating func bodyStartTag(_ token: HTMLToken) {
    let tag = token.tag
    if tag.closesParagraph {
      closeParagraph(at: token.start)
      push(token)
      return
    }
    switch tag {
    case .html: adopt(token, Self.root)
    case .body: if body >= 0 { adopt(token, body) }
    case .head, .frameset, .frame: break
    case .base, .basefont, .bgsound, .link, .meta, .title, .style, .script, .noframes, .template:
      metadataStartTag(token)
    case .iframe, .noembed, .textarea: appendRawText(token)
    case .xmp, .plaintext:
      closeParagraph(at: token.start)
      appendRawText(token)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      closeParagraph(at: token.start)
      if !open.top.isForeign && open.top.tag.isHeading { closeTop(at: token.start) }
      push(token)
    case .pre, .listing:
      closeParagraph(at: token.start)
      push(token)
      ignoredLineFeed = token.end
    case .form: formStartTag(token)
    case .li, .dd, .dt: listItemStartTag(token)
    case .a, .nobr:
      endFormatting(tag, at: token.start)
      push(token)
    case .button:
      if let index = open.index(of: .button, in: .normal) { close(index, at: token.start) }
      push(token)
    case .table:
      closeTableAround(token)
      closeParagraph(at: token.start)
      push(token)
    case .caption, .colgroup, .col, .thead, .tbody, .tfoot, .tr, .td, .th: tablePartStartTag(token)
    case .area, .br, .embed, .img, .keygen, .wbr, .param, .source, .track: _ = append(token, as: tag)
    case .image: _ = append(token, as: .img)
    case .input, .hr, .select, .option, .optgroup: choiceStartTag(token)
    case .rb, .rtc, .rp, .rt:
      if open.index(of: .ruby, in: .normal) != nil {
        closeImplied(except: tag == .rp || tag == .rt ? .rtc : .unknown, at: token.start)
      }
      push(token)
    case .svg, .math: pushForeign(token)
    default: push(token)
    }
  }

  private mutating func formStartTag(_ token: HTMLToken) {
    let isInTemplate = open.mayContain(.template)
    guard form < 0 || isInTemplate else { return }
    closeParagraph(at: token.start)
    let node = push(token)
    if !isInTemplate { form = node }
  }

  /// A list item ends the one before it, unless a list or another block lies between.
  private mutating func listItemStartTag(_ token: HTMLToken) {
    let isListItem = token.tag == .li
    if isListItem ? open.mayContain(.li) : open.mayContain(.dd) || open.mayContain(.dt) {
      var index = open.count - 1
      let floor = open.searchFloor
      while index >= floor {
        let entry = open.entries[index]
        if entry.isForeign { break }
        if isListItem ? entry.tag == .li : entry.tag == .dd || entry.tag == .dt {
          close(index, at: token.start)
          break
        }
        let isPassable = entry.tag == .address || entry.tag == .div || entry.tag == .p
        if entry.tag.isSpecial && !isPassable { break }
        index -= 1
      }
    }
    closeParagraph(at: token.start)
    push(token)
  }

  /// The parts of a list of choices, and what ends one.
  private mutating func choiceStartTag(_ token: HTMLToken) {
    let select = open.index(of: .select, in: .normal)
    switch token.tag {
    case .input:
      if let select { close(select, at: token.start) }
      _ = append(token, as: .input)
    case .hr:
      closeParagraph(at: token.start)
      if select != nil { closeImplied(at: token.start) }
      _ = append(token, as: .hr)
    case .select:
      // A select in a select stands for the end tag that was forgotten.
      if let select { close(select, at: token.start) } else { push(token) }
    default:
      if select != nil {
        closeImplied(except: token.tag == .option ? .optgroup : .unknown, at: token.start)
      } else if open.top.tag == .option {
        closeTop(at: token.start)
      }
      push(token)
    }
  }
}
