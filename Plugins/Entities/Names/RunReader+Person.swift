import Copydesk

extension RunReader {
  /// One past the title that begins at `index`: "Prime Minister", "Gen.", "Secretary of State".
  func titleEnd(_ index: Int, _ end: Int) -> Int? {
    var position = index
    var isTitle = false
    while position < end, view.isCased(position), view.isA(position, [.title, .titlePrefix]) {
      // "Major League", "General Khalid": a title may also be the first part of another.
      isTitle = isTitle || view.isA(position, .title)
      position += 1
    }
    guard isTitle else { return nil }
    if view.isWord(position, "of"), view.isWord(position + 1, "State") || view.isWord(position + 1, "Staff") {
      position += 2
    }
    return min(position, end)
  }

  /// One past the person's name that begins at `index` after a title, or nil where none does.
  func personEnd(_ index: Int, _ end: Int) -> Int? {
    guard view.isCased(index), !view.isA(index, [.neverName, .demonym]) else { return nil }
    if let match = phrase(at: index), match.kind != .person, !view.isA(index, [.givenName, .familyName]),
      match.end > index + 1 || match.kind == .organisation
    {
      return nil
    }
    return nameEnd(index, end)
  }

  /// One past a given name with what follows it, or initials with a family name.
  func fullNameEnd(_ index: Int, _ end: Int) -> Int? {
    let isInitial = view.isA(index, .initial) && view.tokens[index].span.count == 2
    let isGiven = view.isA(index, [.givenName, .ambiguousGivenName]) && !view.isAllCaps(index)
    guard isInitial || isGiven else { return nil }
    let next = nameEnd(index, end)
    // "Will" may be the verb: only a known family name or an initial after it makes it a name.
    if !isInitial, !view.isA(index, .givenName), index + 1 < end,
      !view.isA(index + 1, [.familyName, .ambiguousFamilyName, .initial])
    {
      return nil
    }
    guard next > index + 1, view.isCased(next - 1), !view.isA(next - 1, .initial) else { return nil }
    if style == .title, !view.isA(next - 1, .familyName), view.isA(next - 1, .common) { return nil }
    return next
  }

  /// Whether a lexicon phrase of one word is rather the given name of a person: "Jordan Smith".
  func isGivenNameOfPerson(_ index: Int, _ phrase: PhraseTable.Match, _ end: Int) -> Bool {
    guard phrase.end == index + 1, phrase.end < end, phrase.kind != .demonym,
      view.isA(index, [.givenName, .ambiguousGivenName]), view.isCased(phrase.end),
      !view.isAllCaps(phrase.end)
    else { return false }
    let next = phrase.end
    if view.isA(next, [.familyName, .initial]) { return true }
    let isKnown = view.isA(
      next, [.common, .title, .titlePrefix, .neverName, .demonym, .organisationSuffix, .role])
    return style == .prose && !isKnown && self.phrase(at: next) == nil
  }

  /// Takes in capitalised words, particles and initials, at most six.
  private func nameEnd(_ index: Int, _ end: Int) -> Int {
    var position = index + 1
    while position < min(end, index + 6) {
      if view.isCased(position) {
        if view.isA(position, [.neverName, .demonym, .stateBody]) { break }
        if view.isA(position, .title), !view.isA(position, [.familyName, .givenName, .personSuffix]) {
          break
        }
        if view.isAllCaps(position), !view.isAllCaps(index), !view.isA(position, [.initial, .personSuffix]) {
          break
        }
        if let match = phrase(at: position) {
          if match.end > position + 1 { break }
          if position + 1 < end, !view.isA(position, .familyName) { break }
          if match.kind == .organisation { break }
        }
      } else if !view.isA(position, .particle)
        || view.isA(position, .connector) && !view.isWord(position, "de")
      {
        break
      }
      position += 1
    }
    while position > index + 1, !view.isCased(position - 1) { position -= 1 }
    return position
  }
}
