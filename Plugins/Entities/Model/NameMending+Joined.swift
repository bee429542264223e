import Copydesk

/// What two names around "and" or "&" are, and what stands between an office and who holds it.
extension NameMending {
  /// "State Antony Blinken" of "Secretary of State Antony Blinken": a person with an office.
  func dropOffice(_ name: inout EntityTags.Name, _ sentence: Range<Int>) {
    let first = name.tokens.lowerBound
    guard name.label == .organisation, name.tokens.count >= 2, first >= sentence.lowerBound + 2,
      view.names.isWord(first - 1, "of"), holdsOffice(first - 2),
      view.names.isWord(first, "State")
        || (name.tokens.count >= 3 && Self.offices.contains(hash: view.words[first].folded)),
      (first + 1..<name.tokens.upperBound).allSatisfy({ isPersonal($0) })
    else { return }
    name.label = .person
    name.tokens = (first + 1)..<name.tokens.upperBound
    name.title = (first - 2)..<(first + 1)
  }

  /// "State" and "Antony Blinken" of "Secretary of State Antony Blinken", where they were found apart.
  func joinOffices(_ names: inout [EntityTags.Name], from first: Int, _ sentence: Range<Int>) {
    for index in names[first...].indices.reversed() where names[index].label == .person {
      let office = names[index].tokens.lowerBound - 1
      guard names[index].title == nil, office >= sentence.lowerBound + 2, view.names.isWord(office - 1, "of"),
        holdsOffice(office - 2),
        view.names.isWord(office, "State") || Self.offices.contains(hash: view.words[office].folded)
      else { continue }
      names[index].title = (office - 2)..<(office + 1)
      if index > first, names[index - 1].tokens == office..<(office + 1) { names.remove(at: index - 1) }
    }
  }

  /// What one is "of" whose whole name follows: "Secretary of Defense Lloyd Austin".
  private static let offices = WordSet(
    "defense defence commerce labor labour education energy agriculture transportation transport interior finance health justice war"
  )

  /// "Secretary", "then-Secretary", "Minister".
  private func holdsOffice(_ index: Int) -> Bool {
    var word = view.names.word(index)
    if let hyphen = word.lastIndex(of: UInt8(ascii: "-")) {
      word = UnsafeBufferPointer(rebasing: word[(hyphen + 1)...])
    }
    guard let first = word.first, first.isASCIIUppercase else { return false }
    return Self.officers.contains(word)
  }

  private static let officers = WordSet("secretary minister")

  /// A word with a capital that names no body: not the "Department" of "State Department".
  private func isPersonal(_ index: Int) -> Bool {
    let token = view.names.tokens[index]
    return token.kind == .word && token.isCapitalised && !token.traits.contains(.allCaps)
      && !view.names.isA(index, [.organisationHead, .organisationSuffix])
  }

  /// "the CIA and The Washington Post" are two, where an acronym stands before; "Florence and The Machine" is one.
  func partAtArticle(_ names: inout [EntityTags.Name], from first: Int) {
    for index in names[first...].indices.reversed() where names[index].label == .organisation {
      let tokens = names[index].tokens
      guard tokens.count >= 4, view.names.isAllCaps(tokens.lowerBound),
        view.names.isWord(tokens.lowerBound + 1, "and"), view.names.isWord(tokens.lowerBound + 2, "The"),
        view.names.tokens[tokens.lowerBound + 2].isCapitalised
      else { continue }
      var second = names[index]
      second.tokens = (tokens.lowerBound + 3)..<tokens.upperBound
      second.title = nil
      names[index].tokens = tokens.lowerBound..<(tokens.lowerBound + 1)
      names.insert(second, at: index + 1)
    }
  }

  /// "Spencer" of "Marks & Spencer", and "Johnson & Johnson": a firm, where what stands on the other side of the sign is one
  /// word that is no name of its own, or the same. "Pell & Okafor" may be two persons.
  func joinFirm(_ names: inout [EntityTags.Name], from first: Int, _ part: Range<Int>) {
    for index in names[first...].indices.reversed() where names[index].label == .person {
      let name = names[index].tokens
      let other = name.lowerBound - 2
      guard name.count == 1, other >= part.lowerBound, view.names.isMark(other + 1, "&"),
        view.names.tokens[other].kind == .word, view.names.tokens[other].isCapitalised,
        view.names.tokens[other].span.count > 1, !view.names.isAllCaps(other)
      else { continue }
      let before = index > first ? names[index - 1] : nil
      let isOther = before?.tokens.overlaps(other..<other + 1) ?? false
      if isOther {
        let isSame =
          before?.tokens.count == 1 && before?.label == .person
          && view.names.hashes[other] == view.names.hashes[name.lowerBound]
        guard isSame else { continue }
      }
      names[index].label = .organisation
      names[index].tokens = other..<name.upperBound
      names[index].title = nil
      if isOther { names.remove(at: index - 1) }
    }
  }
}
