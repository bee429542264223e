import Copydesk

/// What the words of a sentence say of a date in it that has no year, or no week: whether it is still to come.
///
/// The words before the date are read back from it, and where they say nothing, those behind it: the nearest verb that
/// tells decides. "The plant will close on Nov. 5" is to come, "The plant closed on Nov. 5" is not. A verb behind the date
/// is not that of the date where one before it governs it: "The law, passed on Oct. 3, will take effect".
enum DateOutlook: Sendable {
  /// "will be held on", "is open until", "ends".
  case toCome
  /// "was held on", "met on", "since".
  case past
  /// "was closed until": both are said.
  case contrary
  /// Nothing is said.
  case unknown

  /// What the words around the date that is the tokens from `first` to before `end` say.
  init(of first: Int, to end: Int, in view: FigureTokens) {
    // "will print the minutes of Thursday's meeting": the verb is not that of the meeting.
    if end < view.count, view.tokens[end].traits.contains(.possessive) {
      self = .unknown
      return
    }
    // "delayed the vote to Nov. 5": whether that has come the verb does not say.
    if Self.isAim(first, view) {
      self = .unknown
      return
    }
    var reading = Reading()
    reading.readBack(from: first, view)
    // "Goods that were bought before Nov. 5", "Applications received by Nov. 5": what follows tells.
    if !view.isAny(first - 1, of: DateWords.beforeDone) { reading.governing = nil }
    if reading.verdict == nil, Self.opensClause(first, view) { reading.readOn(from: end, view) }
    self = reading.outlook
  }

  /// Whether the date is where something was moved to, and not the end of a time: "from May 3 to June 12".
  private static func isAim(_ first: Int, _ view: FigureTokens) -> Bool {
    guard view.isAny(first - 1, of: DateWords.to), !view.startsParagraph(first) else { return false }
    return !(2...5).contains { view.isAny(first - $0, of: DateWords.from) }
  }

  /// Whether the verb behind the date is that of the date: "On Nov. 5 voters will", not "The Nov. 5 attack will".
  private static func opensClause(_ first: Int, _ view: FigureTokens) -> Bool {
    guard first > 0, !view.startsParagraph(first) else { return true }
    return view.tokens[first - 1].kind == .punctuation || view.isAny(first - 1, of: DateWords.beforeDay)
  }

  /// How many words are read on either side.
  fileprivate static let furthest = (before: 16, behind: 8)

  /// What one word says.
  enum Hint: Sendable {
    /// "will": of what is to come.
    case future
    /// "begins": so, where it is said of the date, a few words before it.
    case begins
    /// "begin", "open": the same, but said of other things as well, so that it must be nearer.
    case begin
    /// "was": of what has been.
    case past
    /// "closed", "held": of what has been, unless another verb says of it what it is.
    case participle
    /// "said": only if the date is that of the saying.
    case speech
    /// "until", "deadline": of what is to come, unless the verb is one of the past.
    case expected
    /// "is", "are".
    case present
  }
}

/// What was read up to now.
private struct Reading {
  /// What a verb has decided.
  var verdict: DateOutlook?
  private var isExpected = false
  private var isDone = false
  /// Whether the date hangs on a verb of the past in its own part of the sentence.
  fileprivate var governing: Governing?
  /// Whether another part of the sentence was reached.
  private var isApart = false

  /// How surely a verb before the date governs it.
  fileprivate enum Governing {
    /// "passed on", "filed for bankruptcy on": so.
    case surely
    /// "beat Larne on", "won gold on": so where another part of the sentence follows the date.
    case perhaps
  }

  var outlook: DateOutlook {
    switch verdict {
    case .past where isExpected: .contrary
    case .some(let verdict): verdict
    case nil where isExpected && isDone: .contrary
    case nil: isExpected ? .toCome : isDone ? .past : .unknown
    }
  }

  mutating func readBack(from first: Int, _ view: FigureTokens) {
    var index = first - 1
    while verdict == nil, index >= max(0, first - DateOutlook.furthest.before) {
      guard !view.startsParagraph(index + 1), !Self.endsSentence(index, view) else { return }
      isApart =
        isApart || Self.divides(index, view) && !(first - index == 1 && view.isAny(index, of: DateWords.and))
      if let hint = DateWords.hint(view, index) { take(hint, at: index, distance: first - index, view) }
      index -= 1
    }
  }

  mutating func readOn(from end: Int, _ view: FigureTokens) {
    var index = end
    var isApart = false
    while verdict == nil, index < min(view.count, end + DateOutlook.furthest.behind) {
      guard !view.startsParagraph(index), !Self.endsSentence(index, view),
        !view.isAny(index, of: DateWords.clauses)
      else { return }
      isApart = isApart || Self.divides(index, view)
      let hint = DateWords.hint(view, index)
      if hint != nil, governing == .surely || (governing == .perhaps && isApart) {
        // "The bill passed on Oct. 3 will be signed", "Ballots cast on Nov. 5 will be counted"
        if hint == .future, index == end { verdict = .contrary }
        return
      }
      switch hint {
      case .future: verdict = .toCome
      case .past, .participle, .speech:
        // "Nov. 5 is expected": the verb stands before.
        verdict = .past
      case .present: return readPresent(at: index, view)
      case .begins, .begin, .expected, nil: break
      }
      index += 1
    }
  }

  /// "Nov. 5 is the deadline", "On Nov. 5 voters are to choose".
  private mutating func readPresent(at index: Int, _ view: FigureTokens) {
    for next in index + 1...index + 3 {
      if view.isAny(next, of: DateWords.to) { verdict = .toCome }
      if DateWords.hint(view, next) == .expected { isExpected = true }
    }
  }

  private mutating func take(_ hint: DateOutlook.Hint, at index: Int, distance: Int, _ view: FigureTokens) {
    switch hint {
    case .future: verdict = .toCome
    case .past: verdict = .past
    case .begins where distance <= 5 && !isDone: verdict = .toCome
    case .begin where distance <= 2 && !view.tokens[index].isCapitalised:
      // "was to begin on"
      isExpected = true
    case .participle:
      guard !isSaidOfPresent(index, view) else { break }
      // "called for elections on Nov. 5", "promised to resign on Nov. 5"; not "announced on Nov. 5".
      if distance > 2, view.isAny(index, of: DateWords.arranging) {
        verdict = .unknown
        break
      }
      isDone = true
      govern(from: index, distance, view)
    case .speech where distance <= 2:
      isDone = true
      if !isApart { governing = .surely }
    case .expected: isExpected = isExpected || expects(index, distance, view)
    case .present:
      // "are to meet on", "The deadline is Oct. 15", "The final is on Sunday"
      let isDirect = distance == 1 || (distance == 2 && view.isAny(index + 1, of: DateWords.onDay))
      if isDirect || view.isAny(index + 1, of: DateWords.to) { verdict = .toCome }
    case .begins, .begin, .speech: break
    }
  }

  /// Whether the word at `index`, which may be a verb of the past, governs the date: not "the disputed vote on Nov. 5".
  private mutating func govern(from index: Int, _ distance: Int, _ view: FigureTokens) {
    guard governing == nil, !isApart, !view.isAny(index - 1, of: DateWords.determiners) else { return }
    let isFollowed =
      view.isAny(index + 1, of: DateWords.determiners) || view.isAny(index + 1, of: DateWords.afterVerb)
    if distance <= 2 || isFollowed {
      governing = .surely
    } else if view.tokens[index + 1].isCapitalised || !DateWords.isRegularPast(view.word(index)) {
      // "industrialised nations on Friday": no verb.
      governing = .perhaps
    }
  }

  /// Whether another part of the sentence begins with the token.
  private static func divides(_ index: Int, _ view: FigureTokens) -> Bool {
    view.isAny(index, of: DateWords.dividers) || view.isAny(index, of: DateWords.clauses)
  }

  /// "is closed", "will be held", "are invited": no verb of the past.
  private func isSaidOfPresent(_ index: Int, _ view: FigureTokens) -> Bool {
    for before in [index - 1, index - 2] {
      if DateWords.hint(view, before) == .present || view.isAny(before, of: DateWords.be) { return true }
    }
    return false
  }

  /// Whether the word points forward where it stands: "due on", not "due to rain"; "set for", not "set a record"; "by
  /// Nov. 5", not "by 2 percent".
  private func expects(_ index: Int, _ distance: Int, _ view: FigureTokens) -> Bool {
    if view.isAny(index, of: DateWords.by) { return distance == 1 }
    if view.isAny(index, of: DateWords.due) {
      return !view.isAny(index + 1, of: DateWords.to) || DateWords.hint(view, index - 1) == .present
    }
    return !view.isAny(index, of: DateWords.set) || view.isAny(index + 1, of: DateWords.toOrFor)
  }

  private static func endsSentence(_ index: Int, _ view: FigureTokens) -> Bool {
    [".", "!", "?", ";"].contains { view.isMark(index, $0) }
  }
}

extension DateWords {
  /// What the word at `index` says of whether a date beside it is still to come.
  static func hint(_ view: FigureTokens, _ index: Int) -> DateOutlook.Hint? {
    guard index >= 0, index < view.count, view.tokens[index].kind == .word else { return nil }
    if let hint = hints.value(view, index) { return hint }
    return isRegularPast(view.word(index)) && !view.tokens[index].isCapitalised ? .participle : nil
  }

  /// "closed", "voted"; not "need", "hundred".
  fileprivate static func isRegularPast(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count >= 4, word[word.count - 1] == UInt8(ascii: "d"),
      word[word.count - 2] == UInt8(ascii: "e")
    else { return false }
    return word[word.count - 3] != UInt8(ascii: "e") && !notPast.contains(word)
  }

  private static let hints = WordMap<DateOutlook.Hint>([
    ("will 'll ’ll won't won’t shall would", .future),
    (
      "begins starts opens resumes reopens ends continues expires closes concludes runs takes returns",
      .begins
    ),
    ("plays faces meets travels", .begins), ("begin start open resume reopen expire end", .begin),
    ("was were wasn't wasn’t weren't weren’t had hadn't hadn’t did didn't didn’t since", .past),
    (
      """
      began became broke brought built came cut drew fell flew found gave got grew hit held kept killed knew led left \
      lost made met paid ran rose saw sent shot sold spent spoke stood struck took told went won wore wrote beat fought \
      caught taught bought thought sought felt sank swore sat lay died
      """, .participle
    ),
    ("said says", .speech),
    (
      "until till through by due set deadline scheduled expected planned slated upcoming must next", .expected
    ),
    ("is are isn't isn’t aren't aren’t", .present),
  ])

  static let to = WordSet("to")
  static let from = WordSet("from")
  /// Verbs of the past that something follows which is to come.
  static let arranging = WordSet(
    "called proposed announced promised pledged vowed delayed postponed scheduled rescheduled arranged demanded urged threatened"
  )
  static let toOrFor = WordSet("to for")
  static let due = WordSet("due")
  static let set = WordSet("set")
  static let by = WordSet("by")
  static let be = WordSet("be being")
  /// What may stand between a verb and a day.
  static let onDay = WordSet("on for by until from at")
  /// What a day that the verb behind it is said of may stand behind.
  static let beforeDay = WordSet("on for by until from at to through till and between since after before")
  /// With these before it, a day is that of the verb that they stand behind.
  static let beforeDone = WordSet("on at and between")
  static let and = WordSet("and or")
  /// What sets a part of the sentence off.
  static let dividers = WordSet(
    ", : ( ) [ ] – — -- \" “ ” « » and or but while when because so then it he she they we i")
  /// Words that a thing follows.
  static let determiners = WordSet("the a an this that these those its his her their our my your")
  /// What stands behind a verb, and hardly ever behind an adjective.
  static let afterVerb = WordSet(
    "in at for by to from with against over after into off out up down of as about through under between on")
  /// With these a part of the sentence begins whose verb says nothing of the date.
  static let clauses = WordSet("that which who whose whether if")
  private static let notPast = WordSet("hundred united shed sacred kindred biped sled")
}
