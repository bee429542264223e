import Copydesk

/// What a document says of its names in one place, to judge them in another.
///
/// A name has one meaning in a document (Gale, Church and Yarowsky, "One Sense per Discourse", 1992), so a
/// name without evidence takes the kind that it has elsewhere. A family name stands for the person named in
/// full before. An acronym in brackets after an organisation, or spelled out by its words, is that
/// organisation everywhere.
struct DocumentMemory {
  private let view: NameTokens
  /// For each name with evidence its number, and how often it was of each kind.
  private var voted: HashNumbers
  private var votes: [Votes] = []
  /// For the last word of each full name of a person, where that first ends.
  private var familyNames = HashNumbers()
  private var acronyms = HashNumbers()

  private struct Votes {
    var person = 0
    var organisation = 0
    var place = 0

    var winner: NameKind? {
      let most = max(person, organisation, place)
      guard most > 0 else { return nil }
      return person == most ? .person : place == most ? .place : .organisation
    }
  }

  init(_ view: NameTokens, _ findings: [NameFinding]) {
    self.view = view
    voted = HashNumbers(capacity: findings.count)
    votes.reserveCapacity(findings.count)
    for finding in findings {
      if let acronym = acronym(after: finding) { _ = acronyms.number(of: view.hashes[acronym]) }
      if finding.evidence >= .context { vote(finding) }
      if finding.kind == .person, finding.tokens.count > 1, finding.evidence >= .form { remember(finding) }
    }
  }

  /// Gives each finding its final kind; one of which nothing is known stays without.
  func settle(_ findings: inout [NameFinding]) {
    for index in findings.indices {
      let finding = findings[index]
      if let kind = kind(of: finding) { findings[index].kind = kind }
      if index > 0, let kind = kindOfPair(findings[index - 1], findings[index]) {
        findings[index].kind = kind
      }
    }
  }

  /// "the neighbourhoods of Tadamoun and Sidi Kadad": what "and" joins is mostly of one kind.
  private func kindOfPair(_ first: NameFinding, _ second: NameFinding) -> NameKind? {
    let between = first.tokens.upperBound
    guard between + 1 == second.tokens.lowerBound, view.isWord(between, "and"), second.evidence <= .form,
      !view.isA(second.tokens.lowerBound, .common)
    else { return nil }
    if second.kind == nil { return first.kind == .demonym ? nil : first.kind }
    return first.kind == .place && first.evidence == .context ? .place : nil
  }

  private mutating func vote(_ finding: NameFinding) {
    guard let kind = finding.kind else { return }
    let name = voted.number(of: view.hash(finding.tokens))
    if name == votes.count { votes.append(Votes()) }
    switch kind {
    case .person: votes[name].person += 1
    case .organisation: votes[name].organisation += 1
    case .place, .demonym: votes[name].place += 1
    }
  }

  private mutating func remember(_ finding: NameFinding) {
    let last = finding.tokens.upperBound - 1
    for hash in [view.hashes[last], view.hashAfterHyphen(last)] {
      guard let hash, familyNames[hash] == nil else { continue }
      familyNames[hash] = finding.tokens.upperBound
    }
  }

  private func kind(of finding: NameFinding) -> NameKind? {
    let first = finding.tokens.lowerBound
    if let acronym = acronym(after: finding), finding.evidence <= .form, spells(acronym, finding.tokens) {
      return .organisation
    }
    if finding.tokens.count == 1 {
      if acronyms[view.hashes[first]] != nil, view.isAllCaps(first) { return .organisation }
      if let end = familyNames[view.hashes[first]], end <= first, !isPlaceHere(finding) { return .person }
    }
    guard finding.evidence <= .form else { return finding.kind }
    return voted[view.hash(finding.tokens)].flatMap { votes[$0].winner } ?? finding.kind
  }

  /// Whether a family name that is also a place's is the place here: "in Washington".
  private func isPlaceHere(_ finding: NameFinding) -> Bool {
    guard finding.evidence == .name, finding.kind != .person else { return false }
    if finding.kind != .place { return true }
    let before = finding.tokens.lowerBound - 1
    return before >= 0 && view.isA(before, [.locative, .compass])
  }

  /// The token of an acronym that follows in brackets.
  private func acronym(after finding: NameFinding) -> Int? {
    let end = finding.tokens.upperBound
    guard finding.tokens.count > 1, end + 2 < view.count, view.isMark(end, "("), view.isMark(end + 2, ")"),
      view.isA(end + 1, .acronym)
    else { return nil }
    return finding.kind == .organisation || spells(end + 1, finding.tokens) ? end + 1 : nil
  }

  /// Whether the words' first letters are the acronym's, with or without the small words.
  private func spells(_ acronym: Int, _ words: Range<Int>) -> Bool {
    let letters = view.bytes[view.tokens[acronym].start..<view.tokens[acronym].end]
    func initials(_ words: some Sequence<Int>) -> some Sequence<UInt8> {
      words.lazy.map { view.bytes[view.tokens[$0].start] & 0xDF }
    }
    return letters.elementsEqual(initials(words))
      || letters.elementsEqual(initials(words.filter(view.isCased)))
  }
}
