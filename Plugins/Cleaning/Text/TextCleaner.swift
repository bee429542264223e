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
    let lines = TextLines(of: text)
    var rules = boilerplate(in: lines)
    let probabilities = model?.probabilities(lines, rules: rules)
    // As a share of the surest line, where none is sure.
    let limit = limit * min(1, 2 * (probabilities?.max() ?? 1))
    let first = probabilities?.firstIndex { $0 >= limit } ?? 0
    // A few lines above the article are its head, and what is not understood there stays.
    let start = first > Self.linesOfShortHead ? 0 : first
    if lifts { lift(lines, from: max(0, first - Self.linesOfHead), &rules, &document) }
    let isDump = lines.count >= LineModel.linesOfDump
    let share = isDump ? Self.shareForProseOfDump : Self.shareForProse
    let rows = TableRows(lines)
    let removals = lines.indices.compactMap { index -> Removal? in
      if let rule = rules[index] { return Removal(removalSpan(of: index, in: lines), rule: rule) }
      guard index >= start, let probability = probabilities?[index] else { return nil }
      guard probability < limit else { return nil }
      // A table without the half of its rows says something else.
      let mayStand = lines.isProse(index) || !isDump && rows.holds(index)
      let limit = mayStand ? limit * share : limit
      guard probability < limit else { return nil }
      return Removal(
        removalSpan(of: index, in: lines), rule: LineModelRule.improbable.rawValue, measured: probability,
        limit: limit)
    }
    document.remove(removals)
    BlankLines.tidy(&document)
  }

  /// The name of the rule that takes each line, or nil.
  func boilerplate(in lines: TextLines) -> LineVerdicts {
    var rules = LineVerdicts(count: lines.count)
    let firstProse = lines.indices.first(where: lines.isProse) ?? lines.count
    let lastProse = lines.indices.last { lines.isProse($0) && lines[$0].words >= 12 } ?? -1
    var place = LinePlace(previousRule: nil, lines: lines, index: 0, isBeforeProse: true, isAfterProse: false)
    for index in lines.indices {
      place.previousRule = index > 0 ? rules[index - 1] : nil
      place.index = index
      place.isBeforeProse = index < firstProse
      place.isAfterProse = index >= lastProse
      if let rule = LineRules.first(for: lines[index], in: place) { rules.set(index, toRule: rule) }
    }
    return rules
  }

  /// A sentence is taken out only by a model that is much surer: in a short text it may stand anywhere.
  private static let shareForProse = 0.3
  /// All that a page says has many lines, and much of what stands around the article are sentences too.
  private static let shareForProseOfDump = 0.6

  /// How many lines above the article may tell its title, its author and its date.
  private static let linesOfHead = 12
  /// With more lines above the article, they are a menu and not a head.
  private static let linesOfShortHead = 5

  private func lift(
    _ lines: TextLines, from start: Int, _ rules: inout LineVerdicts, _ document: inout Document
  ) {
    let taken = rules
    let isDayFirst = document.language.flatMap(PublicationDate.isDayFirst(inLanguage:))
    let head = HeadReader(
      lines, from: start, of: document.text, knownTitle: document.title, isDayFirst: isDayFirst
    ) {
      taken.covers($0)
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
  private func removalSpan(of index: Int, in lines: TextLines) -> Span {
    let line = lines[index]
    let isInner = line.isAttached && index + 1 < lines.count && lines[index + 1].isAttached
    return isInner ? lines.full(index) : line.span
  }
}
