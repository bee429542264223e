import Copydesk

/// What is known of a word by itself: which lists it stands in.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt64

  /// An ordinary word, whose capital at the start of a sentence says nothing.
  static let common = WordClass(rawValue: 1)
  /// A given name: "Bashar".
  static let givenName = WordClass(rawValue: 1 << 1)
  /// A family name: "Lavrov".
  static let familyName = WordClass(rawValue: 1 << 2)
  /// Stands before a name when capitalised: "President", "Mr.".
  static let title = WordClass(rawValue: 1 << 3)
  /// Stands before a title: "Prime", "Deputy".
  static let titlePrefix = WordClass(rawValue: 1 << 4)
  /// What a person is, in lower case before a name or after it: "spokesman".
  static let role = WordClass(rawValue: 1 << 5)
  /// A verb that persons do: "said".
  static let speech = WordClass(rawValue: 1 << 6)
  /// Goes before a place: "in", "near".
  static let locative = WordClass(rawValue: 1 << 7)
  /// Part of a person's name in lower case: "bin", "van".
  static let particle = WordClass(rawValue: 1 << 8)
  /// Opens the name of an organisation, before "of", "for" or "on": "Ministry".
  static let organisationHead = WordClass(rawValue: 1 << 9)
  /// Ends the name of an organisation: "plc", "Party".
  static let organisationSuffix = WordClass(rawValue: 1 << 10)
  /// A body that each country has, so that the adjective before it is not part of its name: "Army".
  static let stateBody = WordClass(rawValue: 1 << 11)
  /// Opens the name of a place: "Lake".
  static let placeHead = WordClass(rawValue: 1 << 12)
  /// Ends the name of a place: "Valley".
  static let placeSuffix = WordClass(rawValue: 1 << 13)
  /// What a place is, in lower case beside a name: "city".
  static let placeNoun = WordClass(rawValue: 1 << 14)
  /// What an organisation is, in lower case beside a name: "newspaper".
  static let organisationNoun = WordClass(rawValue: 1 << 15)
  /// Written with a capital and still no name: weekdays, months, faiths, feasts.
  static let neverName = WordClass(rawValue: 1 << 16)
  /// Joins the parts of a name: "of", "for", "on", "and", "the".
  static let connector = WordClass(rawValue: 1 << 17)
  /// A point of the compass: "South".
  static let compass = WordClass(rawValue: 1 << 18)
  /// Ends with "'s" inside the name of an organisation: "People".
  static let genitive = WordClass(rawValue: 1 << 19)
  /// A phrase of the lexicon may begin with the word.
  static let opensPhrase = WordClass(rawValue: 1 << 20)
  /// The nationality as a noun or an adjective: "Syrian".
  static let demonym = WordClass(rawValue: 1 << 21)
  /// Written with an upper-case letter somewhere: set for each token, not by a list.
  static let cased = WordClass(rawValue: 1 << 22)
  /// A single capital, perhaps with a period: set for each token.
  static let initial = WordClass(rawValue: 1 << 23)
  /// Two to six capitals: set for each token.
  static let acronym = WordClass(rawValue: 1 << 24)
  /// A given name that is also an ordinary word: "Will".
  static let ambiguousGivenName = WordClass(rawValue: 1 << 25)
  /// A family name that is also an ordinary word: "Banks".
  static let ambiguousFamilyName = WordClass(rawValue: 1 << 26)
  /// An organisation whose name is also an ordinary word: "Apple".
  static let ambiguousOrganisation = WordClass(rawValue: 1 << 27)
  /// A place whose name is also a person's or an ordinary word: "Bath".
  static let ambiguousPlace = WordClass(rawValue: 1 << 28)
  /// A state of the USA, shortened: "Calif."
  static let stateAbbreviation = WordClass(rawValue: 1 << 29)
  /// Follows a person's name as a part of it: "Jr."
  static let personSuffix = WordClass(rawValue: 1 << 30)
  /// After a hyphen it makes an adjective of a name: "Istanbul-based".
  static let adjectiveEnding = WordClass(rawValue: 1 << 31)
  /// Opens the name of a place before "of": "Gulf".
  static let placeOfHead = WordClass(rawValue: 1 << 32)
}

/// The classes of words, looked up by hash without regard to case.
struct WordTable: Sendable {
  private var keys: [UInt64]
  private var values: [WordClass]
  private var count = 0

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: [], count: size)
  }

  /// Adds a class to a word.
  mutating func insert(_ hash: UInt64, _ classes: WordClass) {
    if (count + 1) * 2 > keys.count { grow() }
    let slot = slot(of: hash)
    if keys[slot] == 0 { count += 1 }
    keys[slot] = hash
    values[slot].formUnion(classes)
  }

  /// The classes of a word; empty for one that no list holds.
  subscript(hash: UInt64) -> WordClass {
    let slot = slot(of: hash)
    return keys[slot] == 0 ? [] : values[slot]
  }

  private func slot(of hash: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    var larger = WordTable(capacity: keys.count)
    for (key, value) in zip(keys, values) where key != 0 { larger.insert(key, value) }
    self = larger
  }
}
