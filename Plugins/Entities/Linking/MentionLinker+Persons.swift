import Copydesk

/// Which persons are the same one, and which of a family is meant.
extension MentionLinker {
  mutating func addPerson(_ index: Int, _ words: Range<Int>, _ entities: [Entity]) {
    guard let last = words.last.map({ self.words[$0] }) else {
      new(index, words, entities)
      return
    }
    let candidates = (byFamilyName[last] ?? []).suffix(Self.mostOfAFamily)
    let title = entities[index].title.flatMap(PersonTitle.init)
    let fitting = candidates.filter { fits(things[$0], words) && !contradicts(title, things[$0], words) }
    let known = nearest(fitting, to: index, title, entities)
    let number: Int
    if let known {
      number = join(known, index, words, entities)
    } else if words.count == 1, let known = byGivenName[last] ?? nil,
      !contradicts(title, things[known], words)
    {
      number = join(known, index, words, entities)
    } else {
      number = new(index, words, entities)
      byFamilyName[last, default: []].append(number)
      if words.count > 1 {
        let given = self.words[words.lowerBound]
        byGivenName.updateValue(byGivenName[given] == nil ? number : nil, forKey: given)
      }
    }
    note(title, of: number, words)
  }

  /// Whether the title is that of a man and the person a woman, or the other way round.
  private func contradicts(_ title: PersonTitle?, _ thing: Thing, _ words: Range<Int>) -> Bool {
    guard words.count == 1, let mine = title?.gender, let other = thing.gender else { return false }
    return mine != other
  }

  /// Of several persons the one for whom the title speaks, or else who is no relative of another; of several such the
  /// one named last before here, else the first one after.
  private mutating func nearest(
    _ fitting: [Int], to index: Int, _ title: PersonTitle?, _ entities: [Entity]
  ) -> Int? {
    guard fitting.count > 1 else { return fitting.first }
    var likeness: [Int] = []
    for thing in fitting { likeness.append(self.likeness(of: thing, title, entities)) }
    let most = likeness.max()
    return zip(fitting, likeness).filter { $0.1 == most }.map(\.0)
      .max { a, b in distance(a, index, entities) > distance(b, index, entities) }
  }

  /// How much speaks for a person: the title, or that there is none.
  private mutating func likeness(of thing: Int, _ title: PersonTitle?, _ entities: [Entity]) -> Int {
    guard let title else { return isRelative(thing, entities) ? 0 : 1 }
    if title.rank != nil { return title.likeness(to: things[thing].titles) }
    return things[thing].gender == nil ? 0 : 1
  }

  /// Whether a person is brought in as a relative of another; looked at once.
  private mutating func isRelative(_ number: Int, _ entities: [Entity]) -> Bool {
    if let known = things[number].isRelative { return known }
    let first = things[number].mentions.first.map { entities[$0].span }
    let isRelative = first.map { Kinship.isToldOf($0, in: text) } ?? false
    things[number].isRelative = isRelative
    return isRelative
  }

  /// Remembers what a title, and the given name, tell of a person.
  private mutating func note(_ title: PersonTitle?, of number: Int, _ words: Range<Int>) {
    if let title, title.rank != nil, things[number].titles.count < Self.mostTitles,
      title.likeness(to: things[number].titles) < 3
    {
      things[number].titles.append(title)
    }
    if let gender = title?.gender {
      things[number].gender = gender
    } else if things[number].gender == nil, words.count > 1 {
      things[number].gender = GivenNameGenders.gender(self.words[words.lowerBound])
    }
  }

  /// How many titles of a person are remembered.
  private static let mostTitles = 8
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
  private func fits(_ thing: Thing, _ words: Range<Int>) -> Bool {
    guard thing.label == .person else { return false }
    let (mine, other) = (self.words[words], self.words[thing.words])
    if mine.count == 1 || other.count == 1 { return other.last == mine.last }
    let (short, long) = mine.count <= other.count ? (mine, other) : (other, mine)
    var place = long.startIndex
    for word in short {
      while place < long.endIndex, long[place] != word { place += 1 }
      if place == long.endIndex { return false }
      place += 1
    }
    return true
  }
}
