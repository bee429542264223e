import Copydesk

/// Decides of each block inside the article's element whether it belongs to the article.
///
/// A block of prose does. A short one does where prose stands around it; before the first paragraph and after
/// the last it is more likely a date, a button or a link.
enum BlockJudge {
  /// Why a block is left out.
  struct Reason: Sendable {
    var rule: PageRule
    @Measure var measured: Double? = nil
    @Measure var limit: Double? = nil
  }

  /// The share of linked words from which on a block is a list of links.
  static let linkLimit = 0.5

  /// The reasons for leaving each block out; nil where it stays.
  static func judge(_ blocks: [PageBlock], of survey: PageSurvey) -> [Reason?] {
    let first = blocks.firstIndex { $0.mass > 0 }
    let last = blocks.lastIndex { $0.mass > 0 }
    guard let first, let last else {
      // No prose at all: what is not a link is all there is.
      return blocks.map { reasonByLinks($0) }
    }
    var reasons = blocks.indices.map { index -> Reason? in
      let block = blocks[index]
      if let reason = reasonByLinks(block) { return reason }
      if index < first { return isWorthKeeping(block, of: survey, isBefore: true) ? nil : low(block) }
      if index > last { return isWorthKeeping(block, of: survey, isBefore: false) ? nil : low(block) }
      if block.words < 3, !block.endsSentence, !isTextual(block, of: survey) { return low(block) }
      return nil
    }
    dropComments(blocks, of: survey, &reasons)
    dropEmptyHeadings(blocks, of: survey, &reasons)
    dropPullQuotes(blocks, of: survey, &reasons)
    return reasons
  }

  // MARK: Groups of blocks

  /// Takes out what can be told only when the rest is chosen: quotations that repeat it, labels above lists of links that
  /// went, lines of links that print or send the story, readers' comments.
  static func tidy(_ survey: PageSurvey, _ reasons: inout [Reason?]) {
    let blocks = survey.blocks
    dropSeries(survey, &reasons)
    for index in blocks.indices where reasons[index] == nil {
      if blocks[index].linkDensity > 0.8, blocks[index].words <= 16, sendsTheStory(blocks[index], of: survey)
      {
        reasons[index] = Reason(rule: .share)
      }
    }
    for index in blocks.indices where reasons[index] == nil && isLabel(blocks[index], of: survey) {
      let below = blocks.indices.suffix(from: index + 1).prefix(2)
      if below.count == 2, below.allSatisfy({ reasons[$0] != nil && blocks[$0].linkDensity > 0.9 }) {
        reasons[index] = low(blocks[index])
      }
    }
    dropPullQuotes(blocks, of: survey, &reasons)
    dropCommentsBelow(survey, &reasons)
  }

  /// Paragraphs of a story that has a counted series beside it; with fewer the series is the story.
  private static let fewestBesideCounted = 5

  private static func dropSeries(_ survey: PageSurvey, _ reasons: inout [Reason?]) {
    for one in BlockSeries.all(in: survey) {
      // What is all of the article is the article.
      let others = reasons.indices.filter { reasons[$0] == nil && !one.blocks.contains($0) }
      if others.isEmpty { continue }
      if one.isCounted, others.count(where: { survey.blocks[$0].mass > 0 }) < fewestBesideCounted { continue }
      for index in one.blocks where reasons[index] == nil {
        reasons[index] = Reason(rule: one.isOfTeasers ? .related : .gallery)
      }
    }
  }

  /// "Printer-friendly version | E-mail this story to a friend"
  private static func sendsTheStory(_ block: PageBlock, of survey: PageSurvey) -> Bool {
    let text = survey.text(of: block).lowercased()
    return [
      "printer-friendly", "printer friendly", "print this", "e-mail this", "email this", "to a friend",
      "send this story",
    ].contains { text.contains($0) }
  }

  /// A short block in quotation marks, or set as a quotation, that repeats words of another block.
  static func dropPullQuotes(_ blocks: [PageBlock], of survey: PageSurvey, _ reasons: inout [Reason?]) {
    let candidates = blocks.indices.filter { index in
      reasons[index] == nil && (3...40).contains(blocks[index].words)
        && isQuotation(blocks[index], of: survey)
    }
    guard !candidates.isEmpty else { return }
    let letters = blocks.indices.map { index -> [UInt8] in
      reasons[index] == nil ? BlockLetters.of(blocks[index], in: survey) : []
    }
    for index in candidates.prefix(12) {
      let wanted = letters[index]
      let isRepeated = blocks.indices.contains { other in
        other != index && letters[other].count > wanted.count && holds(letters[other], wanted)
      }
      if isRepeated { reasons[index] = Reason(rule: .pullQuote) }
    }
  }

  private static func isQuotation(_ block: PageBlock, of survey: PageSurvey) -> Bool {
    let parent = Int(survey.page.nodes[block.container].parent)
    for index in [block.container, parent] where index >= 0 {
      if survey.page.nodes[index].tag == .blockquote || survey.marks[index].contains(.quote) { return true }
    }
    guard opensWithQuote(block, of: survey), let first = survey.text(of: block).unicodeScalars.first else {
      return false
    }
    return "\"“„«»‘".unicodeScalars.contains(first)
  }

  /// A look at the first byte, before the text is put together: a quotation mark or a reference to one.
  private static func opensWithQuote(_ block: PageBlock, of survey: PageSurvey) -> Bool {
    let bytes = survey.page.bytes[survey.page.nodes[block.firstNode].range]
    guard let first = bytes.first(where: { !$0.isASCIISpace }) else { return false }
    return first == UInt8(ascii: "\"") || first == UInt8(ascii: "&") || first == 0xE2 || first == 0xC2
  }

  /// Whether `text` holds `part`, compared by a rolling hash (Karp and Rabin, 1987).
  private static func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard !part.isEmpty, text.count >= part.count else { return false }
    var wanted: UInt64 = 0
    var rolling: UInt64 = 0
    var power: UInt64 = 1
    for index in part.indices {
      wanted = wanted &* 257 &+ UInt64(part[index])
      rolling = rolling &* 257 &+ UInt64(text[index])
      if index > 0 { power = power &* 257 }
    }
    var start = 0
    while true {
      if rolling == wanted, text[start..<(start + part.count)].elementsEqual(part) { return true }
      guard start + part.count < text.count else { return false }
      rolling = (rolling &- UInt64(text[start]) &* power) &* 257 &+ UInt64(text[start + part.count])
      start += 1
    }
  }

  private static func reasonByLinks(_ block: PageBlock) -> Reason? {
    let density = block.linkDensity
    let limit = block.words >= 20 && block.stops > 0 ? 0.7 : linkLimit
    return density >= limit ? Reason(rule: .links, measured: density, limit: limit) : nil
  }

  private static func low(_ block: PageBlock) -> Reason {
    Reason(rule: .lowScore, measured: Double(block.words), limit: 10)
  }

  private static func isWorthKeeping(_ block: PageBlock, of survey: PageSurvey, isBefore: Bool) -> Bool {
    let tag = survey.page.nodes[block.container].tag
    if tag.isHeading { return isBefore }
    if block.linkWords > 0, block.words < 10 { return false }
    if block.endsSentence, block.words >= 3 { return true }
    switch tag {
    case .p, .li, .blockquote, .pre, .dd, .dt, .td: return block.words >= 5
    default: return block.words >= 12
    }
  }

  /// Whether the element is one that holds text by its nature.
  private static func isTextual(_ block: PageBlock, of survey: PageSurvey) -> Bool {
    switch survey.page.nodes[block.container].tag {
    case .p, .li, .blockquote, .pre, .dd, .dt, .td, .th, .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  private static func isLabel(_ block: PageBlock, of survey: PageSurvey) -> Bool {
    block.words <= 6 && !block.endsSentence && survey.page.nodes[block.container].tag != .li
  }

  /// A heading with nothing under it headed something that was left out.
  private static func dropEmptyHeadings(
    _ blocks: [PageBlock], of survey: PageSurvey, _ reasons: inout [Reason?]
  ) {
    var hasText = false
    var belowIsHeading = false
    for index in blocks.indices.reversed() {
      let isHeading = survey.page.nodes[blocks[index].container].tag.isHeading
      if isHeading {
        if !hasText, reasons[index] == nil { reasons[index] = Reason(rule: .heading) }
      } else if index + 1 < blocks.count, reasons[index + 1]?.rule == .links,
        isLabel(blocks[index], of: survey)
      {
        // "More local news" in bold, above a list of links.
        if reasons[index] == nil { reasons[index] = low(blocks[index]) }
      } else {
        if belowIsHeading { hasText = false }
        if reasons[index] == nil { hasText = true }
      }
      belowIsHeading = isHeading
    }
  }
}
