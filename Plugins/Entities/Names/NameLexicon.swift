import Copydesk

/// The word lists as the rules look them up, built once at first use. All threads share them.
struct NameLexicon: Sendable {
  /// The lists of the plugin.
  static let shared = NameLexicon()

  private(set) var words = WordTable(capacity: 8192)
  private(set) var phrases = PhraseTable()

  private init() {
    for (list, wordClass) in Self.classes {
      for word in list.split(whereSeparator: \.isWhitespace) { words.insert(Self.hash(word), wordClass) }
    }
    for (list, wordClass) in Self.lists { add(list, wordClass) }
    addTitles(PersonNames.titles)
    // Of two kinds of one name the first stays.
    for list in Self.nationalities { add(list, NameKind.demonym) }
    for list in Self.places { add(list, NameKind.place) }
    for list in Self.organisations { add(list, NameKind.organisation) }
  }

  private static let classes: [(String, WordClass)] = [
    (ContextWords.titles, .title), (ContextWords.titlePrefixes, .titlePrefix), (ContextWords.roles, .role),
    (ContextWords.speechVerbs, .speech), (ContextWords.locatives, .locative),
    (ContextWords.particles, .particle), (ContextWords.organisationHeads, .organisationHead),
    (ContextWords.organisationSuffixes, .organisationSuffix), (ContextWords.stateBodies, .stateBody),
    (ContextWords.placeHeads, .placeHead), (ContextWords.placeOfHeads, .placeOfHead),
    (ContextWords.placeSuffixes, .placeSuffix), (ContextWords.placeNouns, .placeNoun),
    (ContextWords.organisationNouns, .organisationNoun), (ContextWords.neverNames, .neverName),
    (ContextWords.connectors, .connector), (ContextWords.compass, .compass),
    (ContextWords.genitives, .genitive), (ContextWords.adjectiveEndings, .adjectiveEnding),
  ]

  private static let lists: [(String, WordClass)] = [
    (CommonWords.functionWords, .common), (CommonWords.adverbs, .common),
    (CommonWords.quantityWords, .common), (CommonWords.adjectives, .common), (CommonWords.nouns, .common),
    (CommonWords.verbs, .common), (CommonWords.interjections, .common),
    (CommonWords.calendarWords, .neverName), (DemonymNames.faiths, .neverName),
    (DemonymNames.politicalAdjectives, .neverName), (PersonNames.givenNames, .givenName),
    (PersonNames.ambiguousGivenNames, .ambiguousGivenName), (PersonNames.surnames, .familyName),
    (PersonNames.ambiguousSurnames, .ambiguousFamilyName), (PersonNames.suffixes, .personSuffix),
    (PersonNames.roles, .role), (PersonNames.reportingVerbs, .speech),
    (NameHeads.organisations, .organisationSuffix), (NameHeads.companySuffixes, .organisationSuffix),
    (OrganisationNames.ambiguousOrganisations, .ambiguousOrganisation),
    (NameHeads.places, .placeSuffix), (PlaceNames.ambiguousPlaces, .ambiguousPlace),
    (PlaceNames.usStateAbbreviations, .stateAbbreviation),
  ]

  private static let nationalities = [
    DemonymNames.nationalities, DemonymNames.peoples,
  ]
  private static let places = [
    PlaceNames.countries, PlaceNames.territories, PlaceNames.continents, PlaceNames.regions,
    PlaceNames.cities, PlaceNames.usStates, PlaceNames.usStateCapitals, PlaceNames.canadianProvinces,
    PlaceNames.britishPlaces, PlaceNames.germanStates, PlaceNames.frenchRegions, PlaceNames.spanishRegions,
    PlaceNames.italianRegions, PlaceNames.indianStates, PlaceNames.chineseProvinces,
    PlaceNames.australianStates, PlaceNames.otherProvinces, PlaceNames.waters, PlaceNames.mountains,
  ]
  private static let organisations = [
    OrganisationNames.international, OrganisationNames.armedGroups, OrganisationNames.newsMedia,
    OrganisationNames.government, OrganisationNames.charities, OrganisationNames.companies,
    OrganisationNames.parties, OrganisationNames.sports, OrganisationNames.universities,
    OrganisationNames.wordlikeAbbreviations,
  ]

  /// "Agriculture Minister": the last word is the title, those before it come before titles.
  private mutating func addTitles(_ list: String) {
    for entry in list.split(whereSeparator: { $0 == "," || $0.isNewline }) {
      let parts = entry.split(separator: " ")
      guard let last = parts.last, last.first?.isUppercase ?? false, !parts.contains("of") else { continue }
      words.insert(Self.hash(last), .title)
      for word in parts.dropLast() { words.insert(Self.hash(word), .titlePrefix) }
    }
  }

  /// Adds the single words of a list whose entries are separated by commas or line ends.
  private mutating func add(_ list: String, _ wordClass: WordClass) {
    for entry in list.split(whereSeparator: { $0 == "," || $0.isNewline }) {
      let parts = entry.split(separator: " ")
      if let word = parts.first, parts.count == 1 { words.insert(Self.hash(word), wordClass) }
    }
  }

  /// Adds names of one or more words, separated by commas or line ends.
  private mutating func add(_ list: String, _ kind: NameKind) {
    let text = Text(list)
    let tokens = text.tokens
    var hashes: [UInt64] = []
    text.utf8.withUnsafeBufferPointer { bytes in
      let view = NameTokens(bytes, tokens, words)
      var first = 0
      for index in 0...tokens.count {
        let isEnd = index == tokens.count || view.isMark(index, ",")
        if isEnd || (tokens[index].traits.contains(.afterNewline) && index > first) {
          if !hashes.isEmpty {
            let isAcronym = hashes.count == 1 && view.isA(first, .acronym)
            phrases.insert(hashes, kind, inCapitals: isAcronym)
            words.insert(view.hashes[first], kind == .demonym ? [.opensPhrase, .demonym] : .opensPhrase)
          }
          hashes.removeAll(keepingCapacity: true)
          first = isEnd ? index + 1 : index
        }
        if !isEnd { hashes.append(view.phraseHash(index)) }
      }
    }
  }

  private static func hash(_ word: some StringProtocol) -> UInt64 {
    Array(word.utf8).withUnsafeBufferPointer { CaseFolding.hash($0) }
  }
}
