import Copydesk

extension RunReader {
  /// One past the words that no list and no rule knows.
  func unknownEnd(_ index: Int, _ end: Int) -> Int {
    var position = index + 1
    while position < end {
      if view.isCased(position) {
        if view.isA(position, [.title, .neverName, .demonym]) || phrase(at: position) != nil { break }
        if view.isAllCaps(position) != view.isAllCaps(index), !view.isA(position, .initial) { break }
      } else if !view.isA(position, .particle) {
        break
      }
      position += 1
    }
    while position > index + 1, !view.isCased(position - 1) { position -= 1 }
    return position
  }

  /// Judges words that no list knows by what stands around them.
  func unknown(_ range: Range<Int>) -> NameFinding? {
    let isOrdinary = range.allSatisfy { view.isA($0, .common) || !view.isCased($0) }
    if range.count == 1, view.isA(range.lowerBound, .initial) { return nil }
    if style == .title { return NameFinding(tokens: range, kind: nil, evidence: .capital) }
    if range.count == 1, view.isA(range.lowerBound, .stateAbbreviation),
      view.isMark(range.lowerBound - 1, ",")
    {
      return NameFinding(tokens: range, kind: .place, evidence: .name)
    }
    if isOrdinary { return NameFinding(tokens: range, kind: nil, evidence: .capital) }
    if let kind = kindFromContext(range) { return NameFinding(tokens: range, kind: kind, evidence: .context) }
    if range.count > 1, range.count <= 4, !view.isAllCaps(range.lowerBound),
      !range.contains(where: { view.isA($0, .common) })
    {
      return NameFinding(tokens: range, kind: .person, evidence: .form)
    }
    if range.count == 1, view.isA(range.lowerBound, [.familyName, .givenName]),
      !view.isAllCaps(range.lowerBound)
    {
      return NameFinding(tokens: range, kind: .person, evidence: .form)
    }
    return NameFinding(tokens: range, kind: nil, evidence: .capital)
  }

  private func kindFromContext(_ range: Range<Int>) -> NameKind? {
    let before = range.lowerBound - 1
    let after = range.upperBound
    let isAcronym = range.count == 1 && view.isA(range.lowerBound, [.acronym, .ambiguousOrganisation])
    let hasBefore = before >= sentence.lowerBound
    let hasAfter = after < sentence.upperBound && view.tokens[after].kind != .number
    if hasAfter, !view.isCased(after) {
      if view.isA(after, .placeNoun), !isAcronym { return .place }
      if view.isA(after, .organisationNoun) { return .organisation }
      if view.isA(after, .speech), !isPluralNoun(range) { return isAcronym ? .organisation : .person }
    }
    if hasBefore, !view.isCased(before) || opensClause(before) {
      if view.isA(before, .role), !isAcronym { return .person }
      if view.isA(before, .organisationNoun) { return .organisation }
    }
    if hasAfter, isPersonApposition(after) { return .person }
    if hasBefore {
      let isGivenName = range.count == 1 && view.isA(range.lowerBound, .givenName)
      let isNumbered = after < sentence.upperBound && view.tokens[after].kind == .number
      if view.isA(before, .locative), !isAcronym, !isGivenName, !isNumbered { return .place }
      if view.isWord(before, "of"), before > sentence.lowerBound, view.isA(before - 1, .placeNoun) {
        return .place
      }
    }
    return nil
  }

  /// "Conservationists said": a word that is likely to be ordinary, for its capital is that of the sentence.
  private func isPluralNoun(_ range: Range<Int>) -> Bool {
    guard range.count == 1, opensClause(range.lowerBound),
      !view.isA(range.lowerBound, [.givenName, .familyName])
    else { return false }
    return view.bytes[view.tokens[range.lowerBound].end - 1] == UInt8(ascii: "s")
  }

  /// ", 45,", ", a spokesman for", ", who".
  private func isPersonApposition(_ comma: Int) -> Bool {
    guard view.isMark(comma, ","), comma + 2 < sentence.upperBound else { return false }
    if view.isWord(comma + 1, "who") || view.isWord(comma + 1, "whose") { return true }
    if view.tokens[comma + 1].kind == .number {
      return view.tokens[comma + 1].span.count <= 2 && view.isMark(comma + 2, ",")
    }
    for index in comma + 1..<min(comma + 5, sentence.upperBound) {
      if view.tokens[index].kind == .punctuation || view.isCased(index) { return false }
      if view.isA(index, .role) { return true }
    }
    return false
  }
}
