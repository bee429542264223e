import Copydesk

/// Which line of the head is the headline.
extension HeadReader {
  mutating func findCopy(of title: String) {
    let wanted = LowerCase.folded(title)
    guard let copy = candidates.first(where: { Headline.isCopy(lines[$0].folded, wanted) }) else { return }
    findings.append(Finding(line: copy, rule: .title))
    noteUnderline(below: copy)
  }

  /// The headline is the candidate that is repeated, else the first of three words or more. Rows of a table are none.
  mutating func chooseTitle(hasBody: Bool) {
    guard let first = candidates.first, hasBody || candidates.count > 1 else { return }
    let rows = TableRows(lines)
    let heads = candidates.filter { !rows.isRow($0) }
    var (chosen, copy) = repeated(among: heads)
    if chosen == nil, hasBody {
      chosen =
        heads.first { lines[$0].words >= 3 && stands($0) }
        ?? (candidates.count == 1 && stands(first) ? heads.first : nil)
      if let short = aboveTable(heads, rows), chosen.map({ leads(to: rows, from: $0) }) ?? true {
        chosen = short
      }
    }
    if copy == nil, let first = chosen { chosen = belowMenu(first, heads, rows) }
    guard let chosen else { return }
    title = titleText(chosen, copy: copy)
    findings.append(Finding(line: chosen, rule: .title, fields: ["title"]))
    noteUnderline(below: chosen)
    noteSection(before: chosen)
  }

  /// The first line that is repeated, and its copy.
  private func repeated(among heads: [Int]) -> (line: Int?, copy: Int?) {
    for (place, candidate) in heads.enumerated().prefix(8) {
      for other in heads[(place + 1)...].prefix(4)
      where Headline.isCopy(lines[candidate].folded, lines[other].folded) {
        return (candidate, other)
      }
    }
    return (nil, nil)
  }

  /// The first line of the text, short as it is, where a table stands below it: "Exchange rates".
  private func aboveTable(_ heads: [Int], _ rows: TableRows) -> Int? {
    guard let first = heads.first, first == 0, stands(first), !SectionLabel.isDesk(lines[first].bare),
      let row = candidates.first(where: rows.isRow), row <= Self.linesAboveTable
    else { return nil }
    return first
  }

  /// A table may have headings above its rows.
  private static let linesAboveTable = 3

  /// Whether a line is the heading of rows rather than that of the text.
  private func leads(to rows: TableRows, from index: Int) -> Bool {
    index > 0 && index + 1 < lines.count && rows.isRow(index + 1)
  }

  /// The headline below a menu, where `first` is the name of the site above it: a row of lines of one word or two stands
  /// in between.
  private func belowMenu(_ first: Int, _ heads: [Int], _ rows: TableRows) -> Int {
    var chosen = first
    // In all that a page says a menu may look like rows.
    let isDump = lines.count >= LineModel.linesOfDump
    for candidate in heads where candidate > chosen && lines[candidate].words >= 3 && stands(candidate) {
      // Who wrote it stands below the headline.
      if findings.contains(where: { $0.rule == .byline && (chosen..<candidate).contains($0.line) }) { break }
      let short = (chosen + 1..<candidate).count { index in
        lines[index].words <= 2 && !isRead(index) && !Headline.isUnderline(lines[index])
          && (isDump || !rows.holds(index))
      }
      if short >= Self.linesOfMenu { chosen = candidate }
    }
    return chosen
  }

  /// A headline may well stand above the names of one or two desks.
  private static let linesOfMenu = 3

  /// Whether the line stands by itself as a headline does: before a blank line, or before a line that begins
  /// anew.
  private func stands(_ index: Int) -> Bool {
    let line = lines[index]
    let core = lines.core(index)
    guard core.start == line.span.start || text.utf8[line.span.start] == UInt8(ascii: "#") else {
      return false
    }
    guard line.folded.first != text.utf8[core.start] || !text.utf8[core.start].isASCIILowercase
    else {
      return false
    }
    guard index + 1 < lines.count, lines[index + 1].isAttached else { return true }
    return !text.utf8[lines.core(index + 1).start].isASCIILowercase && !Headline.isBrokenOff(text[core])
  }

  /// The headline, without the site's name: what the copy lacks is not part of it.
  private func titleText(_ index: Int, copy: Int?) -> String {
    let whole = string(of: lines.core(index))
    guard let copy, lines[copy].ending != .ellipsis else { return SiteSuffix.cut(whole) }
    let other = string(of: lines.core(copy))
    let cut = SiteSuffix.cut(whole)
    if cut != whole { return cut }
    // "Council Backs Tram Line - Inland Telegraph", and then "Council Backs Tram Line".
    if whole.utf8.count > other.utf8.count, whole.hasPrefix(other),
      whole.dropFirst(other.count).hasPrefix(" ")
    {
      return other
    }
    return whole
  }

  /// The span's text with its line breaks, if it was wrapped, as blanks.
  private func string(of span: Span) -> String {
    text[span].split(whereSeparator: \.isNewline).map { $0.trimmingBlanks }.joined(separator: " ")
  }

  /// A desk's name on a line of its own, not far above the headline: further up it is of a menu, as many of them are.
  private mutating func noteSection(before title: Int) {
    guard section == nil else { return }
    let desks = candidates.filter {
      $0 < title && lines[$0].words <= 3 && SectionLabel.isDesk(lines[$0].bare)
    }
    guard let desk = desks.first(where: { title - $0 <= Self.linesBelowDesk }), desks.count <= Self.mostDesks
    else {
      return
    }
    section = string(of: lines.core(desk))
    findings.append(Finding(line: desk, rule: .section, fields: ["section"]))
  }

  private static let linesBelowDesk = 4
  private static let mostDesks = 2
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    var slice = self
    while slice.first?.isWhitespace ?? false { slice.removeFirst() }
    while slice.last?.isWhitespace ?? false { slice.removeLast() }
    return slice
  }
}
