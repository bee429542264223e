import Copydesk

/// Reads the names out of one sentence after the other.
///
/// A *run* is a row of words with capitals, with the small words that join the parts of a name ("of", "van",
/// "&"). A run may hold several names and more: "Syrian President Bashar al-Assad" is a nationality, a title,
/// a person.
struct RunReader {
  let view: NameTokens
  let phrases: PhraseTable
  private let isEnglish: Bool
  /// The sentence that is being read.
  private(set) var sentence = 0..<0
  private(set) var style = SentenceCase.prose

  /// - Parameter isEnglish: elsewhere a capital tells as little as in a headline, so nothing is guessed from it.
  init(_ view: NameTokens, _ phrases: PhraseTable, isEnglish: Bool) {
    self.view = view
    self.phrases = phrases
    self.isEnglish = isEnglish
  }

  /// Appends a sentence's findings in order.
  mutating func read(_ sentence: Range<Int>, _ style: SentenceCase, into findings: inout [NameFinding]) {
    self.sentence = sentence
    self.style = style == .prose && !isEnglish ? .title : style
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard isNameWord(index) else {
        index += 1
        continue
      }
      let end = runEnd(from: index)
      readRun(index..<end, into: &findings)
      index = end
    }
  }

  private func readRun(_ run: Range<Int>, into findings: inout [NameFinding]) {
    var index = run.lowerBound
    if opensClause(index), view.isA(index, [.common, .role]), !isNameAtSentenceStart(index, run.upperBound) {
      index += 1
    }
    while index < run.upperBound {
      guard view.isCased(index) else {
        index += 1
        continue
      }
      if style == .capitals {
        let match = lexiconOnly(index)
        if let match { findings.append(match) }
        index = match?.tokens.upperBound ?? index + 1
        continue
      }
      let (finding, next) = readName(index, run.upperBound)
      if let finding { findings.append(finding) }
      index = max(index + 1, next)
    }
  }

  /// What stands at `index` in a run that goes to `end`, and where to read on.
  private func readName(_ index: Int, _ end: Int) -> (NameFinding?, Int) {
    if isShoutedWord(index) { return (nil, index + 1) }
    let phrase = phrase(at: index)
    if phrase == nil, view.isWord(index, "The") { return (nil, index + 1) }
    if let next = organisationEnd(index, end, phrase) {
      return (NameFinding(tokens: index..<next, kind: .organisation, evidence: .name), next)
    }
    if let next = placeEnd(index, end, phrase) {
      return (NameFinding(tokens: index..<next, kind: .place, evidence: .name), next)
    }
    if let phrase, !isGivenNameOfPerson(index, phrase, end) {
      return (NameFinding(tokens: index..<phrase.end, kind: phrase.kind, evidence: .name), phrase.end)
    }
    if phrase == nil, view.isA(index, .demonym) {
      return (NameFinding(tokens: index..<index + 1, kind: .demonym, evidence: .name), index + 1)
    }
    if let afterTitle = titleEnd(index, end) {
      guard afterTitle < end, let next = personEnd(afterTitle, end) else { return (nil, afterTitle) }
      return (NameFinding(tokens: afterTitle..<next, kind: .person, evidence: .name), next)
    }
    if view.isA(index, .neverName) { return (nil, index + 1) }
    if let next = fullNameEnd(index, end) {
      return (NameFinding(tokens: index..<next, kind: .person, evidence: .name), next)
    }
    let next = unknownEnd(index, end)
    return (unknown(index..<next), next)
  }

  /// "SHE IS THE BEST": an ordinary word in capitals beside others in capitals is no acronym.
  private func isShoutedWord(_ index: Int) -> Bool {
    guard view.isA(index, .common), view.isA(index, .acronym) else { return false }
    return [index - 1, index + 1].contains {
      sentence.contains($0) && view.isAllCaps($0) && view.isA($0, .common)
    }
  }

  /// In a line of capitals only the lexicon tells, and its acronyms do not: "WHO IS NEXT".
  private func lexiconOnly(_ index: Int) -> NameFinding? {
    guard let match = phrase(at: index), match.end - index > 1 || !view.isA(index, .common) else {
      return nil
    }
    return NameFinding(tokens: index..<match.end, kind: match.kind, evidence: .name)
  }
}

// MARK: Runs

extension RunReader {
  func phrase(at index: Int) -> PhraseTable.Match? {
    guard view.isA(index, .opensPhrase) else { return nil }
    return phrases.longestMatch(in: view, from: index, limit: sentence.upperBound)
  }

  func isNameWord(_ index: Int) -> Bool {
    index < sentence.upperBound && view.isCased(index) && view.tokens[index].kind == .word
  }

  /// No name is longer, and rules may look at a run from each of its words: this keeps the work linear.
  private static let longestRun = 24

  /// One past the run that starts at `start`.
  private func runEnd(from start: Int) -> Int {
    var end = start
    while end < min(sentence.upperBound, start + Self.longestRun) {
      if isNameWord(end) {
        end = max(end + 1, phrase(at: end)?.end ?? 0)
      } else if let next = joined(at: end, from: start) {
        end = next
      } else {
        break
      }
    }
    return end
  }

  /// Where a run goes on when the word at `index`, which has no capital, joins two parts of a name.
  private func joined(at index: Int, from start: Int) -> Int? {
    let left = index - 1
    if view.isWord(index, "plc") { return index + 1 }
    guard index + 1 < sentence.upperBound else { return nil }
    if view.isMark(index, "&") { return isNameWord(index + 1) ? index + 1 : nil }
    if view.isPossessive(index) {
      return view.isA(left, .genitive) && isNameWord(index + 1) ? index + 1 : nil
    }
    if view.isA(index, .connector) { return joinedByConnector(index, from: start) }
    if view.isA(index, .particle) {
      if isNameWord(index + 1) { return index + 1 }
      if view.isA(index + 1, .particle), isNameWord(index + 2) { return index + 2 }
    }
    return nil
  }

  private func joinedByConnector(_ index: Int, from start: Int) -> Int? {
    let left = index - 1
    let next = view.isWord(index + 1, "the") ? index + 2 : index + 1
    guard isNameWord(next), !view.isA(next, .neverName) else { return nil }
    if view.isWord(index, "of") {
      if view.isA(left, [.organisationHead, .placeOfHead]) { return next }
      return view.isA(left, .title) && view.isWord(next, "State") ? next : nil
    }
    let hasHead = (start..<index).contains { view.isA($0, .organisationHead) }
    if view.isWord(index, "for") || view.isWord(index, "on") {
      return view.isA(left, .organisationHead) ? next : nil
    }
    if view.isWord(index, "to") {
      // "Committee to Protect Journalists"
      let isName =
        view.isA(next, [.title, .givenName, .familyName, .organisationHead]) || phrase(at: next) != nil
      return view.isA(left, .organisationHead) && !isName ? next : nil
    }
    if view.isWord(index, "and") {
      // "Ministry of Health and Welfare"; never into a name of its own.
      let hasConnector = (start..<index).contains { !view.isCased($0) && view.isA($0, .connector) }
      let isOther = view.isA(next, [.organisationHead, .title, .givenName]) || phrase(at: next) != nil
      return hasHead && hasConnector && !isOther ? next : nil
    }
    return nil
  }

  /// Whether the word's capital may only be that of a sentence or a quote.
  func opensClause(_ index: Int) -> Bool {
    if index == sentence.lowerBound { return true }
    let before = view.tokens[index - 1]
    guard before.kind == .punctuation else { return false }
    return !view.isMark(index - 1, ",") && !view.isMark(index - 1, "-") && !view.isMark(index - 1, "(")
  }

  /// Whether an ordinary word at the start of a sentence is part of a name all the same.
  private func isNameAtSentenceStart(_ index: Int, _ end: Int) -> Bool {
    if let match = phrase(at: index), match.end > index + 1 || match.kind != .person { return true }
    if view.isA(index, .title), index + 1 < end { return true }
    if view.isA(index, .organisationHead), index + 1 < end, !view.isCased(index + 1) { return true }
    return view.isA(index, .givenName) && index + 1 < end && view.isCased(index + 1)
  }
}
