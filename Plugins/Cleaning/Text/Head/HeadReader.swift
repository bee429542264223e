import Copydesk

/// Reads the lines above the first paragraph: date, byline, section and headline.
///
/// Every line is one of these as a whole, or a row of them with bars between ("Worldwide | By Lisa Hogan").
/// What is not understood stays in the text.
struct HeadReader {
  /// What a line of the head gave.
  struct Finding {
    /// The line.
    var line: Int
    /// The rule by which the line goes.
    var rule: HeadRule
    /// The fields that were read from it.
    var fields: [String] = []
  }

  /// Lines looked at, at most, before the first paragraph.
  static let longestHead = 30

  let lines: TextLines
  let text: Text
  var findings: [Finding] = []
  private(set) var published: PublicationDate?
  private(set) var updated: PublicationDate?
  private(set) var byline: String?
  var section: String?
  var title: String?
  /// The lines that may be the headline.
  private(set) var candidates: [Int] = []
  private let isDayFirst: Bool?
  private let hasTitle: Bool

  /// Reads the head of `lines`.
  /// - Parameters:
  ///   - start: the first line that may belong to it.
  ///   - isTaken: whether a rule has taken the line as boilerplate.
  ///   - knownTitle: the document's title, where it has one: then only its copy is looked for.
  ///   - isDayFirst: whether 03/05 is in May, where that is known.
  init(
    _ lines: TextLines, from start: Int = 0, of text: Text, knownTitle: String?, isDayFirst: Bool? = nil,
    isTaken: (Int) -> Bool
  ) {
    self.lines = lines
    self.text = text
    self.isDayFirst = isDayFirst
    hasTitle = knownTitle != nil
    var end = start
    while end < min(lines.count, start + Self.longestHead) {
      if isTaken(end) {
        end += 1
      } else if case let read = read(end), read > 0 {
        end += read
      } else if Headline.isPossible(lines[end]), !Headline.isDateline(text, lines.core(end)) {
        candidates.append(end)
        end += 1
      } else {
        break
      }
    }
    if let knownTitle {
      findCopy(of: knownTitle)
    } else {
      chooseTitle(hasBody: (end..<lines.count).contains { !isTaken($0) })
    }
  }

  /// Whether something was read from a line.
  func isRead(_ index: Int) -> Bool { findings.contains { $0.line == index } }

  // MARK: Dates, bylines, sections

  /// Reads a line that is made of date, byline and section only.
  /// - Returns: how many lines were read, 0 for none.
  private mutating func read(_ index: Int) -> Int {
    let line = lines[index]
    guard line.words <= 40, !line.folded.isEmpty else { return 0 }
    if let date = DateLine(folded: line.folded, isDayFirst: isDayFirst) {
      note(date.date, isChange: date.kind == .updated, index)
      return 1
    }
    // A line that underlines another, or stands between what was read, ends no head.
    if Headline.isUnderline(line) {
      return isRead(index - 1) || line.isAttached && line.folded.count >= 3 && candidates.last == index - 1
        ? 1 : 0
    }
    if let handle = Handle(line.folded) {
      noteAuthor(above: index, of: handle)
      return 1
    }
    let parts = parts(of: lines.core(index))
    if parts.count > 1 { return readParts(parts, index) ? 1 : 0 }
    return readWhole(index)
  }

  /// "By Lisa Hogan", "By Lisa Hogan, 3 May 2024", or "By" above the name.
  private mutating func readWhole(_ index: Int) -> Int {
    let core = lines.core(index)
    if DateLine.mayHoldDate(lines[index].folded), readCredit(text[core], index) { return 1 }
    let mayBe = text.utf8.withUnsafeBufferPointer {
      let line = UnsafeBufferPointer(rebasing: $0[core.range])
      return Byline.isPossible(line) || lines[index].words == 1 && BylineWords.openers.contains(line)
    }
    guard mayBe else { return 0 }
    let string = text[core]
    if byline == nil, let byline = Byline(string) {
      note(byline: byline.names, index)
      return 1
    }
    return Byline.isLabel(string) ? readLabel(index) : 0
  }

  /// "By" on a line of its own: the names are on the next one, or were an element that is gone.
  private mutating func readLabel(_ index: Int) -> Int {
    if byline == nil, index + 1 < lines.count, lines[index + 1].words <= Self.mostWordsOfNames,
      let names = Byline("By " + text[lines.core(index + 1)])?.names
    {
      findings.append(Finding(line: index, rule: .byline))
      note(byline: names, index + 1)
      return 2
    }
    // Of a text whose headline is not known it may be that.
    guard hasTitle || byline != nil || !candidates.isEmpty else { return 0 }
    findings.append(Finding(line: index, rule: .byline))
    return 1
  }

  private static let mostWordsOfNames = 8

  /// "Jane Okafor" above "@janeokafor" is a byline, if the two are alike or there is a headline above them.
  private mutating func noteAuthor(above index: Int, of handle: Handle) {
    guard byline == nil, let line = candidates.last, line == index - 1 else { return }
    let name = text[lines.core(line)]
    let hasHeadline = hasTitle || candidates.dropLast().contains { lines[$0].words >= 3 }
    guard Byline.isBareName(name), handle.isOf(lines[line].folded) || hasHeadline else { return }
    candidates.removeLast()
    note(byline: name, line)
    findings.append(Finding(line: index, rule: .byline))
  }

  private mutating func note(byline names: String, _ index: Int) {
    // "By Staff" goes, and names nobody.
    let isNobody = AuthorName.isNobody(names)
    if !isNobody { byline = names }
    findings.append(Finding(line: index, rule: .byline, fields: isNobody ? [] : ["byline"]))
  }

  private mutating func note(_ date: PublicationDate, isChange: Bool, _ index: Int) {
    take(date, isChange: isChange)
    findings.append(
      Finding(line: index, rule: isChange ? .updated : .published, fields: ["published"]))
  }

  private mutating func take(_ date: PublicationDate, isChange: Bool) {
    if isChange { updated = updated ?? date } else { published = published ?? date }
  }

  /// Names and a date in one line, or a place and a date below the headline: "Jaén, 3 may 2024".
  private mutating func readCredit(_ line: String, _ index: Int) -> Bool {
    let credit = CreditLine(line, isDayFirst: isDayFirst)
    if let names = credit.names, let date = credit.date, byline == nil {
      take(date, isChange: credit.isChange)
      let isNobody = AuthorName.isNobody(names)
      if !isNobody { byline = names }
      findings.append(
        Finding(line: index, rule: .byline, fields: isNobody ? ["published"] : ["byline", "published"]))
      return true
    }
    guard hasTitle || candidates.contains(where: { lines[$0].words >= 3 }),
      let date = CreditLine.dateBehindPlace(line, isDayFirst: isDayFirst)
    else { return false }
    note(date.date, isChange: date.kind == .updated, index)
    return true
  }

  /// "Business | By A, B and C | Nairobi", "By Lisa Hogan | April 23, 2018"
  private mutating func readParts(_ parts: [Span], _ index: Int) -> Bool {
    guard parts.count <= 5 else { return false }
    var dates: [DateLine] = []
    var names: String?
    var label: String?
    var others = 0
    for part in parts {
      let string = text[part]
      if let date = DateLine(string, isDayFirst: isDayFirst) {
        dates.append(date)
      } else if names == nil, let byline = Byline(string) {
        names = byline.names
      } else if ReadingTime.covers(string) {
        continue
      } else if string.utf8.count <= 40, string.utf8.first != UInt8(ascii: "@") {
        if label == nil, names == nil, dates.isEmpty { label = string }
        others += 1
      } else {
        return false
      }
    }
    guard names != nil || !dates.isEmpty, others <= 2 else { return false }
    names = names ?? label.flatMap(Byline.agency)
    note(names, label.flatMap { SectionLabel.isOne($0, hasNames: names != nil) ? $0 : nil }, dates, index)
    return true
  }

  private mutating func note(_ names: String?, _ label: String?, _ dates: [DateLine], _ index: Int) {
    var fields: [String] = []
    if let names, byline == nil, !AuthorName.isNobody(names) {
      byline = names
      fields.append("byline")
    }
    if let label, section == nil {
      section = label
      fields.append("section")
    }
    for date in dates { take(date.date, isChange: date.kind == .updated) }
    if !dates.isEmpty { fields.append("published") }
    findings.append(
      Finding(line: index, rule: names == nil ? .published : .byline, fields: fields))
  }

  /// The line of signs that underlines a headline goes with it.
  mutating func noteUnderline(below index: Int) {
    guard index + 1 < lines.count, lines[index + 1].isAttached, Headline.isUnderline(lines[index + 1]) else {
      return
    }
    findings.append(Finding(line: index + 1, rule: .title))
  }

  /// The parts of a line between bars and middle dots.
  private func parts(of span: Span) -> [Span] {
    var parts: [Span] = []
    var start = span.start
    var index = span.start
    func close(at end: Int) {
      let part = Blanks.trimmed(Span(start, end), in: text.utf8)
      if !part.isEmpty { parts.append(part) }
    }
    while index < span.end {
      let length = barLength(at: index, end: span.end)
      if length > 0 {
        close(at: index)
        index += length
        start = index
      } else {
        index += 1
      }
    }
    close(at: span.end)
    return parts
  }

  private func barLength(at index: Int, end: Int) -> Int {
    let bytes = text.utf8
    if bytes[index] == UInt8(ascii: "|") { return 1 }
    if bytes[index] == 0xC2, index + 1 < end, bytes[index + 1] == 0xB7 { return 2 }  // ·
    let isBullet =
      bytes[index] == 0xE2 && index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA2
    if isBullet { return 3 }
    return 0
  }
}
