import Copydesk

/// Finds which mentions of a document name the same thing: "Bashar al-Assad", "Assad" and "President Bashar Al
/// Assad"; "Relief and Works Agency" and the acronym in brackets after it; "the U.S." and "United States".
///
/// By exact rules: a person is known again by the full name, by a part of it that fits no other person, or by the family
/// name, which stands for the person named last; anything else by its words without "the", legal forms and periods, or
/// by the first letters of its words.
///
/// - Complexity: O(mentions · words of a name).
struct MentionLinker {
  /// What is known of a thing.
  private struct Thing {
    var label: Entity.Label
    var id: String?
    /// The words of its longest mention.
    var words: [UInt64]
    /// The mention by which it is called: its index, and how many words it has.
    var best: Int
    var mentions: [Int]
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
      return [full, short].compactMap(\.self).filter { $0 < index }.max()
    }
  }

  private let text: Text
  private var things: [Thing] = []
  private var byKey: [UInt64: Int] = [:]
  private var byFamilyName: [UInt64: [Int]] = [:]
  private var byInitials: [UInt64: Int] = [:]
  /// Persons named in full by their given names; nil where there are several.
  private var byGivenName: [UInt64: Int?] = [:]
  private var isFull = true

  /// The labels of names, which may be mentioned again; figures are not.
  static let figures: Set<Entity.Label> = [
    .date, .time, .money, .percent, .quantity, .email, .url, .phone,
  ]

  /// Gives each mention its id and returns the things that they name, in the order of their first mentions.
  static func link(_ entities: inout [Entity], in text: Text) -> [EntityName] {
    var linker = MentionLinker(text)
    // Full names first, so that a family name in a headline finds the person named below it.
    let descriptions = linker.describe(&entities)
    let names = entities.indices.filter { !figures.contains(entities[$0].label) && descriptions[$0] == nil }
    let words = names.map { linker.words(of: entities[$0].span) }
    let isPerson = names.map { entities[$0].label == .person }
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
    let described = DescribedNames(entities, in: text)
    guard !described.isEmpty else { return [:] }
    var found: [Int: Int] = [:]
    for index in entities.indices where entities[index].id == nil {
      var mention = entities[index]
      guard let name = described.stretch(&mention, in: text), name != index,
        index + 1 == entities.count || mention.span.end <= entities[index + 1].span.start
      else { continue }
      entities[index] = mention
      found[index] = name
    }
    return found
  }

  private init(_ text: Text) { self.text = text }

  // MARK: Words

  /// The words of a mention: without case, cut at hyphens, without what says nothing of whom is meant.
  private func words(of span: Span) -> [UInt64] {
    var words: [UInt64] = []
    var word: [UInt8] = []
    func end() {
      guard !word.isEmpty else { return }
      let hash = word.withUnsafeBufferPointer { CaseFolding.hash($0) }
      if !Self.empty.contains(hash) { words.append(hash) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in text.utf8[span.range] {
      if byte.isASCIISpace || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ",") {
        end()
      } else if byte != UInt8(ascii: ".") {
        word.append(byte)
      }
    }
    end()
    return words
  }

  private static let empty: Set<UInt64> = hashes(
    "the a al el ul bin ibn de la van von der inc corp co ltd plc llc llp ag gmbh sa nv jr sr mr mrs ms dr")

  private static func hashes(_ list: String) -> Set<UInt64> {
    Set(list.split(separator: " ").map { Array($0.utf8).withUnsafeBufferPointer { CaseFolding.hash($0) } })
  }

  private static func key(_ words: some Sequence<UInt64>) -> UInt64 {
    var hash = StableHash()
    for word in words { hash.combine(word) }
    return hash.finish()
  }

  // MARK: Persons

  private mutating func addPerson(_ index: Int, _ words: [UInt64], _ entities: [Entity]) {
    guard let last = words.last else { return new(index, words, entities) }
    let candidates = (byFamilyName[last] ?? []).suffix(Self.mostOfAFamily)
    // The person named last before here, else the first one after.
    let known =
      candidates.filter { fits(things[$0], words) }
      .max { a, b in distance(a, index, entities) > distance(b, index, entities) }
    if let known {
      join(known, index, words, entities)
    } else if words.count == 1, let known = byGivenName[last] ?? nil {
      join(known, index, words, entities)
    } else {
      let number = things.count
      new(index, words, entities)
      byFamilyName[last, default: []].append(number)
      if words.count > 1, let given = words.first {
        byGivenName.updateValue(byGivenName[given] == nil ? number : nil, forKey: given)
      }
    }
  }

  /// How many persons with one family name are told apart.
  private static let mostOfAFamily = 64

  /// How far a thing's nearest mention before `index` lies; those that only follow lie further than all.
  private func distance(_ thing: Int, _ index: Int, _ entities: [Entity]) -> Int {
    let here = entities[index].span.start
    if let before = things[thing].last(before: index) { return here - entities[before].span.start }
    return text.count + (things[thing].mentions.first.map { entities[$0].span.start } ?? 0)
  }

  /// Whether two names may be one person's: the shorter is the family name, or its words stand in the longer in their
  /// order, an initial for a word.
  private func fits(_ thing: Thing, _ words: [UInt64]) -> Bool {
    guard thing.label == .person else { return false }
    if words.count == 1 || thing.words.count == 1 { return thing.words.last == words.last }
    let (short, long) = words.count <= thing.words.count ? (words, thing.words) : (thing.words, words)
    var place = 0
    for word in short {
      while place < long.count, long[place] != word { place += 1 }
      if place == long.count { return false }
      place += 1
    }
    return true
  }

  // MARK: Other things

  private mutating func addOther(_ index: Int, _ words: [UInt64], _ entities: [Entity]) {
    var key = Self.key(words)
    if words.count == 1, let full = Self.shortForms[words[0]] { key = full }
    if let known = byKey[key] { return join(known, index, words, entities) }
    if words.count == 1, isAcronym(entities[index].span), let known = byInitials[words[0]] {
      byKey[key] = known
      return join(known, index, words, entities)
    }
    let number = things.count
    new(index, words, entities)
    byKey[key] = number
    guard words.count > 1 else { return }
    for initials in initials(of: entities[index].span) where byInitials[initials] == nil {
      byInitials[initials] = number
    }
  }

  private func isAcronym(_ span: Span) -> Bool {
    let letters = text.utf8[span.range].filter { $0 != UInt8(ascii: ".") }
    return letters.count > 1 && letters.allSatisfy { $0.isASCIIUppercase || $0.isASCIIDigit }
  }

  /// The first letters of a name's words, with and without the small ones, as hashes of acronyms.
  private func initials(of span: Span) -> [UInt64] {
    let words = text.utf8[span.range].split { $0.isASCIISpace || $0 == UInt8(ascii: "-") }
    let all = words.compactMap(\.first).filter(\.isASCIILetter)
    return [all, all.filter(\.isASCIIUppercase)].filter { $0.count > 1 }
      .map { $0.withUnsafeBufferPointer { CaseFolding.hash($0) } }
  }

  /// What is shortened by custom, so that it need not be spelled out.
  private static let shortForms: [UInt64: UInt64] = {
    var forms: [UInt64: UInt64] = [:]
    for (short, full) in [
      ("us usa america", "united states"), ("uk britain", "united kingdom"), ("un", "united nations"),
      ("eu", "european union"), ("uae", "united arab emirates"), ("fbi", "federal bureau investigation"),
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

  private mutating func new(_ index: Int, _ words: [UInt64], _ entities: [Entity]) {
    things.append(
      Thing(
        label: entities[index].label, id: entities[index].id, words: words, best: index, mentions: [index]))
  }

  private mutating func join(_ number: Int, _ index: Int, _ words: [UInt64], _ entities: [Entity]) {
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
  }

  /// Names the things by their longest mentions, numbers them by their first ones.
  private func name(_ entities: inout [Entity]) -> [EntityName] {
    let order = things.indices.sorted { (things[$0].mentions.min() ?? 0) < (things[$1].mentions.min() ?? 0) }
    var names: [EntityName] = []
    var numbers: [String: Int] = [:]
    for (number, thing) in order.enumerated() {
      let id = things[thing].id ?? "e\(number + 1)"
      for mention in things[thing].mentions { entities[mention].id = id }
      // The same id of the user's own: one thing, whatever it was called.
      guard numbers[id] == nil else { continue }
      numbers[id] = names.count
      names.append(
        EntityName(
          id: id, label: things[thing].label, name: text[entities[things[thing].best].span].onOneLine))
    }
    return names
  }
}
