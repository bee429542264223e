/// Abbreviations of English news, by what may follow them.
enum Abbreviations {
  /// A name follows: the period never ends a sentence.
  static let titles = WordSet(
    """
    mr mrs ms messrs mx dr prof st gen lt col maj capt cmdr sgt cpl pvt adm brig hon rev fr sr jr sen rep gov pres
    amb supt det insp sir vs msgr mt ft
    """)
  /// A number follows, or the word is not an abbreviation at all.
  static let numeric = WordSet("no nos p pp fig figs vol art sec ch para eq op cf ca approx ext tel")
  /// May end a sentence: only what follows tells.
  static let open = WordSet(
    """
    jan feb apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri
    inc corp ltd co cos bros plc llc dept univ assn est ave blvd rd hwy bldg etc al ed eds govt intl natl
    calif mass penn conn ariz colo fla ill ind kan mich minn miss mont neb nev okla ore tenn tex va vt wash wis wyo
    e.g i.e a.m p.m ph.d u.s u.k u.n
    """)
  /// Cannot end a sentence.
  static let inner = WordSet("e.g i.e vs cf viz")

  /// Whether the period after `word` belongs to it.
  /// - Parameter next: the first byte after the period and any blanks.
  static func keepsPeriod(_ word: UnsafeBufferPointer<UInt8>, isCapitalised: Bool, next: UInt8?) -> Bool {
    if word.count == 1 {
      // "p. 4"
      if !isCapitalised, numeric.contains(word) { return next.map(\.isASCIIDigit) ?? false }
      // An initial: "J. Okafor". The pronoun is not one, and a lower-case letter ends a list of them.
      return isCapitalised && word[0].isASCIILetter && word[0] != UInt8(ascii: "I")
    }
    if isAcronym(word) { return true }
    if numeric.contains(word) { return next.map(\.isASCIIDigit) ?? false }
    guard isCapitalised || word.count <= 3 else { return false }
    if titles.contains(word) { return isCapitalised || word.count == 2 }
    return open.contains(word) && (isCapitalised || next.map { !$0.isASCIIUppercase } ?? true)
  }

  /// What goes before a letter that is no initial: "plan B", "vitamin D".
  static let lettered = WordSet(
    "plan vitamin group type class grade point part section appendix exhibit hepatitis team room hall block gate model"
  )
  /// What may follow an hour besides a new sentence: "5 p.m. Tuesday", "10 a.m. Eastern Time".
  static let afterHours = WordSet(
    """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
    sundays january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec mon tue wed thu fri sat sun eastern central pacific mountain european british greenwich
    coordinated universal gmt utc est edt cst cdt pst pdt mst mdt bst cet cest eet jst ist et pt ct
    """)

  /// Letters with a period between each: `U.S`, `a.m`.
  static func isAcronym(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count >= 3, word.count % 2 == 1 else { return false }
    for (index, byte) in word.enumerated() {
      if index % 2 == 0 ? !byte.isASCIILetter : byte != UInt8(ascii: ".") { return false }
    }
    return true
  }

  /// Words that open a sentence far more often than they go on with a name: after "U.S.", "Inc." or "p.m."
  /// they tell that the period was a full stop too.
  static let sentenceOpeners = WordSet(
    """
    the a an this that these those it its he she they we i you his her their our my there here in on at by for from
    with to of as and but or so yet if when while after before since until although though because once during
    despite under over about against among between through within without what who why how where which whether
    is are was were do does did has have had can could will would may might must should no not none neither nor
    both all some many most several few each every any other another such one two three four five more less
    however meanwhile moreover instead still also then now later earlier today yesterday according officials police
    thousands hundreds critics analysts residents witnesses people let asked
    """)
}
