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

  private let lines: TextLines
  private let text: Text
  private(set) var findings: [Finding] = []
  private(set) var published: PublicationDate?
  private(set) var updated: PublicationDate?
  private(set) var byline: String?
  private(set) var section: String?
  private(set) var title: String?
  private var candidates: [Int] = []

  /// Reads the head of `lines`.
  /// - Parameters:
  ///   - start: the first line that may belong to it.
  ///   - isTaken: whether a rule has taken the line as boilerplate.
  ///   - knownTitle: the document's title, where it has one: then only its copy is looked for.
  init(
    _ lines: TextLines, from start: Int = 0, of text: Text, knownTitle: String?, isTaken: (Int) -> Bool
  ) {
    self.lines = lines
    self.text = text
    var end = start
    while end < min(lines.count, start + Self.longestHead) {
      if isTaken(end) || read(end) {
        end += 1
      } else if Headline.isPossible(lines[end]) {
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

  // MARK: Dates, bylines, sections

  /// Reads a line that is made of date, byline and section only.
  private mutating func read(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.words <= 40, !line.folded.isEmpty else { return false }
    if let date = DateLine(folded: line.folded) {
      note(date, index)
      return true
    }
    let parts = parts(of: lines.core(index))
    if parts.count == 1 {
      guard byline == nil else { return false }
      let core = lines.core(index)
      let mayBe = text.utf8.withUnsafeBufferPointer {
        Byline.isPossible(UnsafeBufferPointer(rebasing: $0[core.range]))
      }
      guard mayBe, let byline = Byline(text[core]) else { return false }
      // "By Staff" goes, and names nobody.
      let isNobody = AuthorName.isNobody(byline.names)
      if !isNobody { self.byline = byline.names }
      findings.append(Finding(line: index, rule: .byline, fields: isNobody ? [] : ["byline"]))
      return true
    }
    return readParts(parts, index)
  }

  private mutating func note(_ date: DateLine, _ index: Int) {
    let isUpdate = date.kind == .updated
    if isUpdate {
      updated = updated ?? date.date
    } else {
      published = published ?? date.date
    }
    findings.append(
      Finding(
        line: index, rule: isUpdate ? .updated : .published, fields: ["published"]))
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
      if let date = DateLine(string) {
        dates.append(date)
      } else if names == nil, let byline = Byline(string) {
        names = byline.names
      } else if string.utf8.count <= 40, string.utf8.first != UInt8(ascii: "@") {
        if label == nil, names == nil, dates.isEmpty { label = string }
        others += 1
      } else {
        return false
      }
    }
    guard names != nil || !dates.isEmpty, others <= 2 else { return false }
    var fields: [String] = []
    if let names, byline == nil, !AuthorName.isNobody(names) {
      byline = names
      fields.append("byline")
    }
    if let label, section == nil {
      section = label
      fields.append("section")
    }
    for date in dates {
      if date.kind == .updated { updated = updated ?? date.date } else { published = published ?? date.date }
      if !fields.contains("published") { fields.append("published") }
    }
    findings.append(
      Finding(line: index, rule: names == nil ? .published : .byline, fields: fields))
    return true
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

  // MARK: The headline

  private mutating func findCopy(of title: String) {
    let wanted = LowerCase.folded(title)
    guard let copy = candidates.first(where: { Headline.isCopy(lines[$0].folded, wanted) }) else { return }
    findings.append(Finding(line: copy, rule: .title))
  }

  /// The headline is the candidate that is repeated, else the first of three words or more.
  private mutating func chooseTitle(hasBody: Bool) {
    guard let first = candidates.first, hasBody || candidates.count > 1 else { return }
    var chosen: Int?
    var copy: Int?
    search: for (place, candidate) in candidates.enumerated().prefix(8) {
      for other in candidates[(place + 1)...].prefix(4)
      where Headline.isCopy(lines[candidate].folded, lines[other].folded) {
        (chosen, copy) = (candidate, other)
        break search
      }
    }
    if chosen == nil, hasBody {
      chosen =
        candidates.first { lines[$0].words >= 3 && stands($0) }
        ?? (candidates.count == 1 && stands(first) ? first : nil)
    }
    if copy == nil, let first = chosen { chosen = belowMenu(first) }
    guard let chosen else { return }
    title = titleText(chosen, copy: copy)
    findings.append(Finding(line: chosen, rule: .title, fields: ["title"]))
    noteSection(before: chosen)
  }

  /// The headline below a menu, where `first` is the name of the site above it: a row of lines of one word or two stands
  /// in between.
  private func belowMenu(_ first: Int) -> Int {
    var chosen = first
    for candidate in candidates where candidate > chosen && lines[candidate].words >= 3 && stands(candidate) {
      let short = (chosen + 1..<candidate).count { index in
        lines[index].words <= 2 && !findings.contains { $0.line == index }
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
    return !text.utf8[lines.core(index + 1).start].isASCIILowercase
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

  /// A desk's name on a line of its own above the headline.
  private mutating func noteSection(before title: Int) {
    guard section == nil else { return }
    for candidate in candidates where candidate < title && lines[candidate].words <= 3 {
      if lines[candidate].bare.withUnsafeBufferPointer(Self.desks.contains) {
        section = string(of: lines.core(candidate))
        findings.append(Finding(line: candidate, rule: .section, fields: ["section"]))
        return
      }
    }
  }

  private static let desks = WordSet(words: [
    "world", "worldwide", "world news", "uk", "us", "u.s", "u.k", "europe", "asia", "africa", "americas",
    "americas",
    "middle east", "australia", "business", "politics", "sport", "sports", "science", "technology", "tech",
    "health",
    "culture", "arts", "opinion", "entertainment", "local", "local news", "national", "international",
    "economy",
    "environment", "education", "lifestyle", "travel", "news", "top news", "world politics", "top stories",
    "breaking news", "deportes", "economía", "política", "mundo", "politik", "wirtschaft", "kultur",
    "monde", "économie",
  ])
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    var slice = self
    while slice.first?.isWhitespace ?? false { slice.removeFirst() }
    while slice.last?.isWhitespace ?? false { slice.removeLast() }
    return slice
  }
}
