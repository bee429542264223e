import Copydesk

extension RunReader {
  /// One past the place that begins at `index`, where a word of the name says that it is one.
  func placeEnd(_ index: Int, _ end: Int, _ phrase: PhraseTable.Match?) -> Int? {
    if let next = headedPlaceEnd(index, end, phrase) { return next }
    guard let next = suffixedPlaceEnd(index, end, phrase) else { return nil }
    return phrase.map { $0.end < next } ?? true ? next : nil
  }

  /// "Lake Victoria", "Gulf of Aden", "South Waziristan".
  private func headedPlaceEnd(_ index: Int, _ end: Int, _ phrase: PhraseTable.Match?) -> Int? {
    let next = index + 1
    guard next < end, view.isA(index, [.placeHead, .placeOfHead, .compass]) else { return nil }
    if let phrase, phrase.end > next { return nil }
    if view.isWord(next, "of"), view.isA(index, .placeOfHead) {
      let name = view.isWord(next + 1, "the") ? next + 2 : next + 1
      return name < end && view.isCased(name) ? max(name + 1, self.phrase(at: name)?.end ?? 0) : nil
    }
    guard view.isCased(next), !view.isA(next, [.title, .neverName, .demonym, .organisationSuffix]) else {
      return nil
    }
    if view.isA(index, .placeHead) { return next + 1 }
    guard view.isA(index, .compass), let place = self.phrase(at: next), place.kind == .place else {
      return nil
    }
    return place.end
  }

  /// "Swat Valley", "Helmand Province".
  private func suffixedPlaceEnd(_ index: Int, _ end: Int, _ phrase: PhraseTable.Match?) -> Int? {
    if view.isA(index, [.title, .neverName]) { return nil }
    var position = max(index + 1, phrase?.end ?? 0)
    let limit = min(end, position + 3)
    var last: Int?
    while position < limit, view.isCased(position), !view.isA(position, [.title, .neverName]) {
      if view.isA(position, .placeSuffix) { last = position }
      position += 1
    }
    guard let last else { return nil }
    // "Robert Hill" is a person; "Hyde Park" is not.
    if view.isA(index, .givenName), phrase == nil, last == index + 1, last + 1 == end, !isAfterLocative(index)
    {
      return nil
    }
    return last + 1
  }

  /// Whether "in", "near" or the like stands before.
  func isAfterLocative(_ index: Int) -> Bool {
    guard index > sentence.lowerBound else { return false }
    return view.isA(index - 1, .locative)
      || (view.isWord(index - 1, "the") && index - 1 > sentence.lowerBound && view.isA(index - 2, .locative))
  }
}
