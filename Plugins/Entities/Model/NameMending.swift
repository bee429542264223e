import Copydesk

/// Mends what the model finds where a rule knows better: signs alone (the @ of an account's name), articles before a
/// name, legal forms behind one, the line in capitals at the head of a report, sentences in capitals, and languages that
/// the model has not learnt.
struct NameMending {
  let view: ModelWords
  let tags: EntityTags

  /// Mends the names of a part of a sentence of a style, which are those from `first` on.
  func mend(
    _ part: Range<Int>, of sentence: Range<Int>, _ style: SentenceCase, _ names: inout [EntityTags.Name],
    from first: Int
  ) {
    let isFirst = part.lowerBound == sentence.lowerBound
    // Most parts have no name, and nothing to mend.
    guard names.count > first || isFirst || !view.isEnglish || style == .capitals else { return }
    names.removeSubrange(first...) { name in
      view.names.tokens[name.tokens].allSatisfy { $0.kind == .punctuation } || isAmount(name)
    }
    if view.isEnglish {
      partAtArticle(&names, from: first)
      joinFirm(&names, from: first, part)
      joinOffices(&names, from: first, sentence)
    }
    for index in first..<names.count {
      dropOffice(&names[index], sentence)
      dropArticle(&names[index])
      dropTitle(&names[index])
      completePlace(&names[index], sentence)
      addLegalForm(&names[index], sentence)
    }
    names.removeSubrange(first..., where: { $0.tokens.isEmpty })
    if isFirst, let dateline = dateline(sentence) {
      // What rules find there wins: the model takes a city in capitals for an acronym.
      let ruled = ruled(in: dateline)
      names.removeSubrange(first...) { name in ruled.contains { $0.tokens.overlaps(name.tokens) } }
      add(ruled, to: &names, from: first)
      if let head = names[first...].firstIndex(where: { $0.tokens.lowerBound == sentence.lowerBound }),
        names[head].label == .person
      {
        names[head].label = .place
      }
    } else if !view.isEnglish || style == .capitals {
      add(ruled(in: part), to: &names, from: first)
    }
  }

  /// "Millionen Euro": nouns have capitals in German, and numbers and currencies are no persons anywhere.
  private func isAmount(_ name: EntityTags.Name) -> Bool {
    guard name.label == .person else { return false }
    var isSure = false
    for token in name.tokens {
      let word = view.words[token].folded
      let isUnit = Self.units.contains(hash: word)
      guard isUnit || Self.amountWords.contains(hash: word) else { return false }
      isSure = isSure || isUnit
    }
    return isSure
  }

  /// Words for large numbers, and currencies that are no surnames.
  private static let units = WordSet(
    """
    million millions millionen milliarde milliarden billion billions billionen milliard milliards millón millones
    millardo millardos milione milioni miliardo miliardi milhão milhões bilhão bilhões miljoen miljard miljoner
    miljarder millioner milliarder milionów miliardów milionů miliard milijuna milijardi mrd euro euros dollar dollars
    dólar dólares dollari prozent
    """)
  /// What stands beside them.
  private static let amountWords = WordSet(
    """
    ein eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig fünfzig hundert tausend un deux
    trois quatre cinq six sept huit neuf dix cent mille dos tres cuatro cinco seis siete ocho nueve diez mil twee drie
    pfund franken francs livres libras sterline rubel roubles złotych kronen kroner kronor korun forint pesos yen yuan
    """)

  /// "the Netherlands"
  private func dropArticle(_ name: inout EntityTags.Name) {
    guard name.label != .work, view.names.isWord(name.tokens.lowerBound, "the") else { return }
    name.tokens = (name.tokens.lowerBound + 1)..<name.tokens.upperBound
  }

  /// "Sultan Babullah", "House Speaker Babullah"
  private func dropTitle(_ name: inout EntityTags.Name) {
    guard name.label == .person else { return }
    let first = name.tokens.lowerBound
    var end = first
    var index = first
    while index + 1 < name.tokens.upperBound, view.names.isA(index, [.title, .titlePrefix]) {
      index += 1
      if view.names.isA(index - 1, .title) { end = index }
    }
    guard end > first else { return }
    name.tokens = end..<name.tokens.upperBound
    name.title = (name.title?.lowerBound ?? first)..<end
  }

  /// "Britain" in "Great Britain": the lists know the whole name.
  private func completePlace(_ name: inout EntityTags.Name, _ sentence: Range<Int>) {
    let begins = NameKind.place.rawValue * 2
    guard name.label == .place, view.words[name.tokens.lowerBound].phrase == begins | 1 else { return }
    var first = name.tokens.lowerBound
    while first > sentence.lowerBound, view.words[first].phrase == begins | 1 { first -= 1 }
    if view.words[first].phrase == begins { name.tokens = first..<name.tokens.upperBound }
  }

  /// "Tideway Press" before "plc".
  private func addLegalForm(_ name: inout EntityTags.Name, _ sentence: Range<Int>) {
    let next = name.tokens.upperBound
    guard name.label == .organisation, next < sentence.upperBound,
      Self.legalForms.contains(hash: view.words[next].folded)
    else { return }
    name.tokens = name.tokens.lowerBound..<(next + 1)
  }

  private static let legalForms = WordSet(
    "inc inc. corp corp. ltd ltd. plc llc llp gmbh ag nv n.v. s.a. s.p.a. bv b.v. oyj asa")

  /// "ALMA, Que. (Meridian Wire) -- The": from words in capitals at the start to a dash.
  private func dateline(_ sentence: Range<Int>) -> Range<Int>? {
    guard view.names.isAllCaps(sentence.lowerBound) else { return nil }
    let limit = min(sentence.lowerBound + 12, sentence.upperBound)
    for index in (sentence.lowerBound + 1)..<max(sentence.lowerBound + 1, limit) where isDash(index) {
      return sentence.lowerBound..<index
    }
    return nil
  }

  private func isDash(_ index: Int) -> Bool {
    let token = view.names.tokens[index]
    guard token.kind == .punctuation else { return false }
    let bytes = view.names.bytes[token.start..<token.end]
    return bytes.elementsEqual("\u{2014}".utf8) || bytes.elementsEqual("\u{2013}".utf8)
      || bytes.elementsEqual("--".utf8)
      || (bytes.elementsEqual("-".utf8) && token.traits.contains(.afterSpace))
  }

  /// The names that the rules find, of kinds that the model has labels for.
  private func ruled(in range: Range<Int>) -> [EntityTags.Name] {
    var names: [EntityTags.Name] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let rule = view.words[index].rule
      var end = index + 1
      if rule != 0, rule & 1 == 0, let kind = NameKind(rawValue: rule >> 1),
        tags.tags.contains(.begin(kind.label))
      {
        while end < range.upperBound, view.words[end].rule == rule | 1 { end += 1 }
        names.append(EntityTags.Name(tokens: index..<end, label: kind.label))
      }
      index = end
    }
    return names
  }

  private func add(_ more: [EntityTags.Name], to names: inout [EntityTags.Name], from first: Int) {
    let known = names[first...]
    let fresh = more.filter { name in !known.contains { $0.tokens.overlaps(name.tokens) } }
    guard !fresh.isEmpty else { return }
    names.append(contentsOf: fresh)
    names[first...].sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}

extension Array {
  /// Removes the elements of a part that fit.
  fileprivate mutating func removeSubrange(_ part: PartialRangeFrom<Int>, where fits: (Element) -> Bool) {
    guard self[part].contains(where: fits) else { return }
    replaceSubrange(part, with: self[part].filter { !fits($0) })
  }
}
