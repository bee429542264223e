import Copydesk

extension RunReader {
  /// One past the organisation that begins at `index`, where a word of the name says that it is one. Nil
  /// where a phrase of the lexicon says as much.
  func organisationEnd(_ index: Int, _ end: Int, _ phrase: PhraseTable.Match?) -> Int? {
    guard let next = headedEnd(index, end) ?? suffixedEnd(index, end, phrase) else { return nil }
    return phrase.map { $0.end < next } ?? true ? next : nil
  }

  /// "Harbour Bank plc", "Syrian Observatory for Human Rights".
  private func suffixedEnd(_ index: Int, _ end: Int, _ phrase: PhraseTable.Match?) -> Int? {
    guard let suffix = lastSuffix(index, end) else { return partnershipEnd(index, end) }
    if suffix == index {
      // One word is the name of a body only beside its country: "the Iraqi Army".
      let isAfterCountry =
        index > sentence.lowerBound && view.isA(index - 1, .demonym) && view.isCased(index - 1)
      return view.isA(index, .stateBody) && isAfterCountry ? suffix + 1 : nil
    }
    // "Tyra Banks" is a person.
    if suffix == index + 1, suffix + 1 == end, view.isA(index, [.givenName, .ambiguousGivenName]),
      view.isA(suffix, [.familyName, .ambiguousFamilyName])
    {
      return nil
    }
    // "Iraqi Army", "Syrian Foreign Ministry": the nationality stands for itself.
    if let phrase, view.isA(suffix, .stateBody), phrase.kind == .demonym || phrase.kind == .place {
      return nil
    }
    if view.isA(suffix, .organisationHead), suffix + 1 < end, view.isA(suffix + 1, .connector),
      !view.isCased(suffix + 1)
    {
      return connectedEnd(suffix + 1, end)
    }
    return suffix + 1
  }

  /// "Gower & Bay".
  private func partnershipEnd(_ index: Int, _ end: Int) -> Int? {
    guard index + 2 < end, view.isMark(index + 1, "&"), view.isCased(index + 2), style != .capitals else {
      return nil
    }
    return index + 3
  }

  /// "Ministry of Health", "Union for Peace".
  private func headedEnd(_ index: Int, _ end: Int) -> Int? {
    guard view.isA(index, .organisationHead), index + 2 < end, view.isA(index + 1, .connector),
      !view.isCased(index + 1)
    else { return nil }
    return connectedEnd(index + 1, end)
  }

  /// One past what a connector joins to the name, up to a title, which begins something else.
  private func connectedEnd(_ connector: Int, _ end: Int) -> Int {
    var index = connector + 1
    while index < end, !(view.isA(index, .title) && view.isCased(index) && index > connector + 1) {
      index += 1
    }
    while index > connector + 1, !view.isCased(index - 1) { index -= 1 }
    return index
  }

  /// The last word in the run that ends the name of an organisation, before any title or person.
  private func lastSuffix(_ index: Int, _ end: Int) -> Int? {
    if view.isA(index, .title), !view.isA(index, .titlePrefix), !isSuffix(index + 1, end) { return nil }
    var last: Int?
    var position = index
    while position < end {
      if position > index, view.isA(position, .title), !isSuffix(position + 1, end) { break }
      if !view.isCased(position), !view.isMark(position, "&"), !view.isPossessive(position),
        !isSuffix(position, end)
      {
        break
      }
      if isSuffix(position, end) { last = position }
      position += 1
    }
    return last
  }

  private func isSuffix(_ index: Int, _ end: Int) -> Bool {
    guard index < end, view.isA(index, .organisationSuffix), view.isCased(index) || view.isWord(index, "plc")
    else { return false }
    // "Defense Minister", "Senate Majority Leader": the first part of a title.
    return !view.isA(index, .titlePrefix) || titleEnd(index, end) == nil
  }
}
