import Copydesk

/// Finds which mentions of a document name the same thing: "Bashar al-Assad", "Assad" and "President Bashar Al
/// Assad"; "Relief and Works Agency" and the acronym in brackets after it; "the U.S." and "United States".
///
/// By exact rules: a person is known again by the full name, by a part of it that fits no other person, or by the family
/// name. Of several persons it stands for the one whose title stands before it, never for a man behind "Mrs." or a woman
/// behind "Mr.", rather not for one who is brought in as a relative of another, and else for the one named last; anything else by its words without "the", legal forms and periods, or
/// by the first letters of its words.
///
/// - Complexity: O(mentions · words of a name).
struct MentionLinker {
  /// What is known of a thing.
  struct Thing {
    var label: Entity.Label
    var id: String?
    /// The words of its longest mention, a part of ``MentionLinker/words``.
    var words: Range<Int>
    /// The mention by which it is called: its index, and how many words it has.
    var best: Int
    var mentions: [Int]
    /// Of a person, whether it is a man or a woman, where a title or the given name tells.
    var gender: PersonTitle.Gender?
    /// Whether it is a person who is brought in as a relative of another; nil where nobody has looked.
    var isRelative: Bool?
    /// The titles of a person.
    var titles: [PersonTitle] = []
    /// How many of the mentions are full names, which are gathered first and so stand in the text's order.
    var fullCount = 0

    /// The last mention before `index`. The mentions after the full ones come in the text's order, too.
    func last(before index: Int) -> Int? {
      var low = 0
      var high = fullCount
      while low < high {
        let middle = (low + high) / 2
        if mentions[middle] < index { low = middle + 1 } else { high = middle }
      }
      let full = low > 0 ? mentions[low - 1] : nil
      let short = mentions.count > fullCount ? mentions[mentions.count - 1] : nil
      guard let short, short < index else { return full }
      return max(full ?? short, short)
    }
  }

  let text: Text
  /// The words of all mentions, one after the other.
  var words: [UInt64] = []
  var things: [Thing] = []
  private var byKey = HashNumbers()
  var byFamilyName: [UInt64: [Int]] = [:]
  private var byInitials = HashNumbers()
  /// Whether any mention may stand for the first letters of another.
  private var hasAcronyms = false
  /// Persons named in full by their given names; nil where there are several.
  var byGivenName: [UInt64: Int?] = [:]
  private var isFull = true

  /// The labels of names, which may be mentioned again; figures are not.
  private static let figures = WordSet(
    words: [Entity.Label.date, .time, .money, .percent, .quantity, .email, .url, .phone].map(\.rawValue))

  /// Whether a label is that of a figure.
  private static func isFigure(_ label: Entity.Label) -> Bool {
    var name = label.rawValue
    return name.withUTF8 { $0.allSatisfy(\.isASCIIUppercase) && figures.contains($0) }
  }

  /// Gives each mention its id and returns the things that they name, in the order of their first mentions.
  static func link(_ entities: inout [Entity], in text: Text) -> [EntityName] {
    var linker = MentionLinker(text)
    // Full names first, so that a family name in a headline finds the person named below it.
    let descriptions = linker.describe(&entities)
    var names: [Int] = []
    names.reserveCapacity(entities.count)
    for index in entities.indices where !isFigure(entities[index].label) && descriptions[index] == nil {
      names.append(index)
    }
    linker.words.reserveCapacity(names.count * 3)
    linker.things.reserveCapacity(names.count)
    let given = GivenParticles(entities, names, in: text)
    let words = names.map { linker.addWords(of: entities[$0].span, withFirst: given.contains($0)) }
    let isPerson = names.map { entities[$0].label == .person }
    linker.byKey = HashNumbers(capacity: names.count * 2)
    linker.hasAcronyms = names.indices.contains { place in
      !isPerson[place] && words[place].count == 1 && linker.isAcronym(entities[names[place]].span)
    }
    if linker.hasAcronyms { linker.byInitials = HashNumbers(capacity: names.count * 2) }
    for pass in 0..<2 {
      linker.isFull = pass == 0
      for (place, index) in names.enumerated() where (words[place].count > 1) == (pass == 0) {
        if isPerson[place] {
          linker.addPerson(index, words[place], entities)
        } else {
          linker.addOther(index, words[place], entities)
        }
      }
    }
    for (index, name) in descriptions.sorted(by: { $0.key < $1.key }) {
      if let thing = linker.things.firstIndex(where: { $0.mentions.contains(name) }) {
        linker.things[thing].mentions.append(index)
      }
    }
    return linker.name(&entities)
  }

  /// Which mentions describe another one: their indices, and that of the name that is spelled out.
  private func describe(_ entities: inout [Entity]) -> [Int: Int] {
    // Few texts describe anything, so the names that may be described are looked for when a mention asks.
    var described: DescribedNames?
    var found: [Int: Int] = [:]
    for index in entities.indices where entities[index].id == nil {
      guard let noun = DescribedNames.noun(after: entities[index].span, entities[index].label, in: text)
      else { continue }
      let names = described ?? DescribedNames(entities, in: text)
      described = names
      var mention = entities[index]
      guard let name = names.stretch(&mention, over: noun, in: text), name != index,
        index + 1 == entities.count || mention.span.end <= entities[index + 1].span.start
      else { continue }
      entities[index] = mention
      found[index] = name
    }
    return found
  }

  private init(_ text: Text) { self.text = text }

  // MARK: Words

  /// Appends the words of a mention: without case, cut at hyphens, without what says nothing of whom is meant.
  /// - Parameter withFirst: whether the first word says something whatever it is: the "Al" of "Al Gore".
  private mutating func addWords(of span: Span, withFirst: Bool) -> Range<Int> {
    let first = words.count
    var isFirst = true
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: span.count + 1) { word in
      var length = 0
      for index in span.start...span.end {
        // A comma after the last byte ends the last word.
        let byte = index < span.end ? text.utf8[index] : UInt8(ascii: ",")
        if byte.isASCIISpace || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ",") {
          if length > 0 {
            let hash = CaseFolding.hash(UnsafeBufferPointer(rebasing: word[..<length]))
            if (isFirst && withFirst) || !Self.empty.contains(hash: max(1, hash)) {
              words.append(hash)
            }
            isFirst = false
          }
          length = 0
        } else if byte != UInt8(ascii: ".") {
          word[length] = byte
          length += 1
        }
      }
    }
    // "Goldman Sachs Group Inc.", but not "Oxford Group"
    if words.count - first > 2, words.last == Self.group { words.removeLast() }
    return first..<words.count
  }

  private static let group = Array("group".utf8).withUnsafeBufferPointer { CaseFolding.hash($0) }
  private static let empty = WordSet(
    "& the a al el ul bin ibn de la van von der jr sr mr mrs ms dr " + LegalForms.short)

  private static func key(_ words: some Sequence<UInt64>) -> UInt64 {
    var hash = StableHash()
    for word in words { hash.combine(word) }
    return hash.finish()
  }

  // MARK: Other things

  private mutating func addOther(_ index: Int, _ words: Range<Int>, _ entities: [Entity]) {
    var key = Self.key(self.words[words])
    let only = words.count == 1 ? self.words[words.lowerBound] : nil
    if let only, let full = Self.shortForms[only] { key = full }
    if let known = byKey[key] {
      join(known, index, words, entities)
      return
    }
    if let only, let known = byInitials[only], isAcronym(entities[index].span),
      isSpelled(only, by: known, index, entities)
    {
      byKey[key] = known
      join(known, index, words, entities)
      return
    }
    let number = new(index, words, entities)
    byKey[key] = number
    if words.count > 1, hasAcronyms { addInitials(of: entities[index].span, number) }
  }

  /// Whether an acronym may stand for a name that begins so: not "US" for "Universal Studios" or for "US Senate", and no
  /// place for a firm. In brackets behind the name it does.
  private func isSpelled(_ acronym: UInt64, by thing: Int, _ index: Int, _ entities: [Entity]) -> Bool {
    let start = entities[index].span.start
    if start > 0, text.utf8[start - 1] == UInt8(ascii: "(") { return true }
    let (short, whole) = (entities[index].label, things[thing].label)
    // What "NJ" alone is, nothing tells well; of New Jersey it is known.
    let isOfKind =
      short == whole || [short, whole].contains(.miscellaneous) || (whole == .place && short == .organisation)
    return Self.shortForms[acronym] == nil && isOfKind
      && !words[things[thing].words].contains(acronym)
  }

  /// Capitals and digits alone, perhaps with "the" before them: "U.N.", "the SEC", "P&G".
  private func isAcronym(_ span: Span) -> Bool {
    var letters = 0
    for byte in text.utf8[Initials.withoutArticle(span, text.utf8)] where byte != UInt8(ascii: ".") {
      guard byte.isASCIIUppercase || byte.isASCIIDigit || byte == UInt8(ascii: "&") else { return false }
      letters += 1
    }
    return letters > 1
  }

  /// Remembers the first letters of a name's words as those of acronyms.
  private mutating func addInitials(of span: Span, _ number: Int) {
    for initials in Initials(of: span, in: text.utf8).hashes where byInitials[initials] == nil {
      byInitials[initials] = number
    }
  }

  /// What is shortened by custom, so that it need not be spelled out.
  private static let shortForms: [UInt64: UInt64] = {
    var forms: [UInt64: UInt64] = [:]
    for (short, full) in [
      ("us usa america", "united states"), ("uk britain", "united kingdom"), ("un", "united nations"),
      ("eu", "european union"), ("uae", "united arab emirates"), ("fbi", "federal bureau of investigation"),
    ] {
      let key = key(
        full.split(separator: " ").map { Array($0.utf8).withUnsafeBufferPointer { CaseFolding.hash($0) } })
      for word in short.split(separator: " ") {
        forms[Array(word.utf8).withUnsafeBufferPointer { CaseFolding.hash($0) }] = key
      }
    }
    return forms
  }()

  // MARK: Things

  /// - Returns: the number of the new thing.
  @discardableResult
  mutating func new(_ index: Int, _ words: Range<Int>, _ entities: [Entity]) -> Int {
    things.append(
      Thing(
        label: entities[index].label, id: entities[index].id, words: words, best: index, mentions: [index]))
    return things.count - 1
  }

  /// - Returns: the number of the thing; that of a new one, where the two are none after all.
  @discardableResult
  mutating func join(
    _ number: Int, _ index: Int, _ words: Range<Int>, _ entities: [Entity]
  ) -> Int {
    // Two ids of the user's own are two things, whatever they are called.
    if let id = entities[index].id, let other = things[number].id, id != other {
      return new(index, words, entities)
    }
    things[number].mentions.append(index)
    if isFull { things[number].fullCount += 1 }
    if things[number].id == nil { things[number].id = entities[index].id }
    if words.count > things[number].words.count {
      things[number].words = words
      things[number].best = index
    }
    return number
  }

  /// Names the things by their longest mentions, numbers them by their first ones.
  private func name(_ entities: inout [Entity]) -> [EntityName] {
    var order = things.indices.map { (first: things[$0].mentions.min() ?? 0, thing: $0) }
    order.sort { $0.first < $1.first }
    let hasOwnIDs = things.contains { $0.id != nil }
    var names: [EntityName] = []
    names.reserveCapacity(order.count)
    var known: Set<String> = []
    for (number, (_, place)) in order.enumerated() {
      let thing = things[place]
      let id = thing.id ?? Self.id(number)
      for mention in thing.mentions { entities[mention].id = id }
      // The same id of the user's own: one thing, whatever it was called.
      if hasOwnIDs, !known.insert(id).inserted { continue }
      names.append(EntityName(id: id, label: thing.label, name: called(thing, entities[thing.best].span)))
    }
    return names
  }

  /// What a thing is called: "Bank of England", though a sentence may begin with "The Bank of England". Of one word the article
  /// is a part: "The Hague", "The Guardian".
  private func called(_ thing: Thing, _ span: Span) -> String {
    let rest = Initials.withoutArticle(span, text.utf8)
    let isBare = thing.label == .organisation || thing.label == .place
    guard isBare, rest.lowerBound > span.start, text.utf8[rest].contains(where: \.isASCIISpace) else {
      return text[span].onOneLine
    }
    return text[Span(rest.lowerBound, rest.upperBound)].onOneLine
  }

  private static func id(_ number: Int) -> String {
    number < firstIDs.count ? firstIDs[number] : "e\(number + 1)"
  }

  private static let firstIDs = (1...128).map { "e\($0)" }
}
