// Tables: WHATWG HTML Living Standard §13.2.6.4.9 to 15. Where the standard keeps a mode, the nearest part of
// a table among the open elements tells the same.
extension HTMLTreeBuilder {
  /// A table that starts in a table but in no cell or caption of it ends that table.
  mutating func closeTableAround(_ token: HTMLToken) {
    guard open.mayContain(.table) else { return }
    let part = open.index(in: .table) { tag in
      switch tag {
      case .td, .th, .caption, .table, .tbody, .thead, .tfoot, .tr, .colgroup: true
      default: false
      }
    }
    guard let part else { return }
    switch open.entries[part].tag {
    case .td, .th, .caption: return
    default:
      if let table = open.index(of: .table, in: .table) { close(table, at: token.start) }
    }
  }

  /// Opens a part of a table at its place: ends what is open inside the nearest part that can hold it, and
  /// adds the parts between that were left out. Outside of a table the tag is ignored.
  mutating func tablePartStartTag(_ token: HTMLToken) {
    guard open.mayContain(.table) || open.mayContain(.template) else { return }
    guard let holder = open.index(in: .table, where: { $0 == .template || Self.holds(token.tag, in: $0) })
    else { return }
    while open.count > holder + 1 { closeTop(at: token.start) }
    addMissingParts(for: token.tag, in: open.top.tag, at: token.start)
    if token.tag == .col {
      _ = append(token, as: .col)
    } else {
      push(token)
    }
  }

  /// Whether `holder` takes the part, be it with parts between that have no tag.
  private static func holds(_ part: HTMLTag, in holder: HTMLTag) -> Bool {
    switch holder {
    case .table: true
    case .tbody, .thead, .tfoot: part == .tr || part == .td || part == .th
    case .tr: part == .td || part == .th
    case .colgroup: part == .col
    default: false
    }
  }

  private mutating func addMissingParts(for part: HTMLTag, in holder: HTMLTag, at position: Int) {
    let isCell = part == .td || part == .th
    switch holder {
    case .table:
      if part == .col {
        _ = push(.colgroup, at: position)
      } else if isCell || part == .tr {
        _ = push(.tbody, at: position)
      }
      if isCell { _ = push(.tr, at: position) }
    case .tbody, .thead, .tfoot: if isCell { _ = push(.tr, at: position) }
    default: break
    }
  }
}
