import Copydesk

/// Takes out of a text what is not the article, line by line, and lifts the head into fields.
struct TextCleaner {
  /// Whether the head is read into fields.
  var lifts: Bool
  /// The model that finds the article among the lines, or nil to go by the rules alone.
  var model: LineModel?
  /// How probable it must be that a line is of the article.
  var limit = 0.5

  /// Cleans a document's text.
  /// - Complexity: O(*n*) in the text's bytes.
  func clean(_ document: inout Document) {
    let text = document.text
    let lines = TextLines.lines(of: text)
    var rules = boilerplate(in: lines)
    let probabilities = model?.probabilities(lines, in: text, rules: rules)
    // As a share of the surest line, where none is sure.
    let limit = limit * min(1, 2 * (probabilities?.max() ?? 1))
    let first = probabilities?.firstIndex { $0 >= limit } ?? 0
    // A few lines above the article are its head, and what is not understood there stays.
    let start = first > Self.linesOfShortHead ? 0 : first
    if lifts { lift(lines, from: max(0, first - Self.linesOfHead), &rules, &document) }
    let share = lines.count < LineModel.linesOfDump ? Self.shareForProse : Self.shareForProseOfDump
    let removals = lines.indices.compactMap { index -> Removal? in
      let span = removalSpan(of: index, in: lines)
      if let rule = rules[index] { return Removal(span, rule: rule) }
      let limit = lines[index].isProse ? limit * share : limit
      guard index >= start, let probability = probabilities?[index], probability < limit else { return nil }
      return Removal(span, rule: LineModelRule.improbable.rawValue, measured: probability, limit: limit)
    }
    document.remove(removals)
    BlankLines.tidy(&document)
  }

  /// The name of the rule that takes each line, or nil.
  func boilerplate(in lines: [TextLine]) -> [String?] {
    var rules = [String?](repeating: nil, count: lines.count)
    let firstProse = lines.firstIndex(where: \.isProse) ?? lines.count
    let lastProse = lines.lastIndex { $0.isProse && $0.words >= 12 } ?? -1
    for (index, line) in lines.enumerated() {
      let place = LinePlace(
        previousRule: index > 0 ? rules[index - 1] : nil,
        next: index + 1 < lines.count ? lines[index + 1] : nil,
        isBeforeProse: index < firstProse, isAfterProse: index >= lastProse)
      rules[index] = LineRules.name(for: line, in: place)
    }
    return rules
  }

  /// A sentence is taken out only by a model that is much surer: in a short text it may stand anywhere.
  private static let shareForProse = 0.4
  /// All that a page says has many lines, and much of what stands around the article are sentences too.
  private static let shareForProseOfDump = 0.6

  /// How many lines above the article may tell its title, its author and its date.
  private static let linesOfHead = 12
  /// With more lines above the article, they are a menu and not a head.
  private static let linesOfShortHead = 5

  private func lift(
    _ lines: [TextLine], from start: Int, _ rules: inout [String?], _ document: inout Document
  ) {
    let taken = rules
    let head = HeadReader(lines, from: start, of: document.text, knownTitle: document.title) {
      taken[$0] != nil
    }
    let had = (
      published: document.published != nil, byline: document.byline != nil, section: document.section != nil
    )
    document.published = document.published ?? head.published ?? head.updated
    document.byline = document.byline ?? head.byline
    document.section = document.section ?? head.section
    document.title = document.title ?? head.title
    for finding in head.findings {
      rules[finding.line] = finding.rule.rawValue
      for field in finding.fields {
        switch field {
        case "published" where had.published || (finding.rule == .updated && head.published != nil):
          continue
        case "byline" where had.byline: continue
        case "section" where had.section: continue
        default: document.noteLifted(field, rule: finding.rule.rawValue, from: lines[finding.line].span)
        }
      }
    }
  }

  /// A line between two others with no blank line about it goes with its end, so that it leaves no gap.
  private func removalSpan(of index: Int, in lines: [TextLine]) -> Span {
    let line = lines[index]
    let isInner = line.isAttached && index + 1 < lines.count && lines[index + 1].isAttached
    return isInner ? line.full : line.span
  }
}
