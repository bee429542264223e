import Copydesk

/// The words at the beginning of a text that tell what it is about: those of five letters or more (two of a script whose
/// letters take three bytes, as syllables of Korean do), numbers, and pairs of ideographs, without the small words of any
/// language, the days and the months.
///
/// Two texts about one thing share some of them, whoever wrote them; texts about different things hardly any. The words
/// of the headline do not count: that they are the same is known. A series is told in the same words again and again
/// ("… forecast a shortage of around 700 mln stg in the money market today"): there the numbers tell, the names, and the
/// day.
struct OpeningWords: Sendable {
  /// How much of a text is looked at.
  static let mostBytes = 1000
  /// Fewest words that are compared: fewer say too little.
  static let fewest = 6
  /// One word alone that both have may be chance.
  private static let fewestShared = 2
  private static let mostWords = 64
  /// So much of their words at least have texts of a series in common that tell what the headline says; those of another
  /// report of one event may tell other numbers.
  private static let partOfSeries = 0.25
  /// Texts that have so much in common may tell of one thing under other names.
  private static let partBesideNames = 0.5
  /// So much have a text and its copy of the next day in common.
  private static let partOfNextDay = 2.0 / 3
  /// Fewest names that are compared, and fewest numbers of two reports of one event.
  private static let fewestCompared = 3
  /// Fewest numbers of other texts.
  private static let fewestNumbers = 2
  /// Fewest words of the headline by which two texts tell what it says.
  private static let fewestOfHeadline = 4

  private(set) var hashes: [UInt32] = []
  /// Those of ``hashes`` that are numbers.
  private var numbers: [UInt32] = []
  /// Those of ``hashes`` that are names; none where capitals tell nothing of names.
  private var names: [UInt32] = []
  /// The days of the week that it names.
  private var days: [UInt32] = []
  /// Those of the headline that the text has, and how many there are.
  private var headline: (told: [UInt32], count: Int) = ([], 0)

  /// The beginning of a text, whole characters.
  static func opening(of text: Text) -> ArraySlice<UInt8> {
    let bytes = text.utf8
    guard bytes.count > mostBytes else { return bytes[...] }
    var end = bytes.startIndex + mostBytes
    while end > bytes.startIndex, bytes[end].isUTF8Continuation { end -= 1 }
    return bytes[..<end]
  }

  /// - Parameters:
  ///   - opening: whole characters of UTF-8.
  ///   - headline: the words that do not count.
  init(_ opening: some Collection<UInt8>, without headline: HeadlineWords) {
    let opening = Array(opening)
    self.headline.count = headline.words.count
    findWords(NormalisedWords(opening).bytes, without: headline)
    names = CapitalisedWords(opening).hashes.filter(hashes.contains)
    // Where many words have capitals, as nouns of German do, they are not names.
    if names.count * 5 > hashes.count * 2 { names = [] }
  }

  private mutating func findWords(_ normal: [UInt8], without headline: HeadlineWords) {
    normal.withUnsafeBufferPointer { bytes in
      var lastIdeograph: Int?
      for slice in bytes.split(separator: 0x20) {
        let word = UnsafeBufferPointer(rebasing: slice)
        let isIdeograph = Self.isIdeograph(word)
        note(StableHash.of(HeadlineWords.stem(word)), of: headline)
        defer { lastIdeograph = isIdeograph ? slice.startIndex : nil }
        if isIdeograph, let start = lastIdeograph {
          _ = add(StableHash.of(bytes[start..<slice.endIndex]), without: headline)
        } else if Self.isTelling(word),
          let hash = add(StableHash.of(HeadlineWords.stem(word)), without: headline),
          word.first?.isASCIIDigit ?? false
        {
          numbers.append(hash)
        }
        if hashes.count == Self.mostWords { return }
      }
    }
  }

  /// Notes a word that the headline has, and a day of the week.
  private mutating func note(_ hash: UInt64, of headline: HeadlineWords) {
    let hash = UInt32(truncatingIfNeeded: hash)
    if Self.weekdays.contains(hash), !days.contains(hash) { days.append(hash) }
    if headline.words.contains(hash), !self.headline.told.contains(hash) { self.headline.told.append(hash) }
  }

  /// Whether both texts tell what the headline says: most of its words are in both. A headline of a series names what kind of
  /// text stands under it ("Council minutes", "Weather for the coast"), so that its words are hardly there.
  private func tellsTheHeadline(with other: OpeningWords) -> Bool {
    let shared = headline.told.count { other.headline.told.contains($0) }
    return shared >= Self.fewestOfHeadline && shared * 2 >= headline.count
  }

  /// Takes in a word where it is new.
  private mutating func add(_ hash: UInt64, without headline: HeadlineWords) -> UInt32? {
    let hash = UInt32(truncatingIfNeeded: hash)
    guard !hashes.contains(hash), !headline.words.contains(hash) else { return nil }
    hashes.append(hash)
    return hash
  }

  /// Whether both tell of these, and of others: fewer than a third of those of the text with fewer are in both.
  ///
  /// A script with nearly this rule for numbers found 193 pairs of articles of Reuters that stand under one headline and
  /// differ otherwise; 22 of them were looked at, and none told the same.
  private static func areOthers(_ some: [UInt32], _ others: [UInt32], fewest: Int = fewestCompared) -> Bool {
    let fewer = min(some.count, others.count)
    guard fewer >= fewest else { return false }
    return 3 * some.count { others.contains($0) } < fewer
  }

  /// Whether the two are of a series that comes again under one headline.
  /// - Parameter part: what they have in common.
  private func isOfSeries(with other: OpeningWords, _ part: Double, onOtherDay: Bool) -> Bool {
    let isStory = tellsTheHeadline(with: other)
    guard !isStory else { return part >= Self.partOfSeries && Self.areOthers(numbers, other.numbers) }
    if Self.areOthers(numbers, other.numbers, fewest: Self.fewestNumbers) { return true }
    if part < Self.partBesideNames, Self.areOthers(names, other.names) { return true }
    guard onOtherDay || Self.areOthers(days, other.days, fewest: 1) else { return false }
    let hasOtherNumbers =
      !numbers.isEmpty && !other.numbers.isEmpty && !numbers.contains(where: other.numbers.contains)
    return part < Self.partOfNextDay || hasOtherNumbers
  }

  /// The part of the words of that with fewer that the other has too, none where they are of a series; nil where one has
  /// too few to tell.
  /// - Parameter onOtherDay: whether the two were published on different days.
  func overlap(with other: OpeningWords, onOtherDay: Bool = false) -> Double? {
    let fewer = min(hashes.count, other.hashes.count)
    guard fewer >= Self.fewest else { return nil }
    let shared = hashes.count { other.hashes.contains($0) }
    guard shared >= Self.fewestShared else { return 0 }
    let part = Double(shared) / Double(fewer)
    return isOfSeries(with: other, part, onOtherDay: onOtherDay) ? 0 : part
  }

  private static func isTelling(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var letters = 0
    var isWide = false
    for byte in word {
      letters += byte.isUTF8Continuation ? 0 : 1
      isWide = isWide || byte >= 0xE0
    }
    if letters >= (isWide ? 2 : 5) { return !small.contains(word) }
    return word.contains(where: \.isASCIIDigit)
  }

  /// From U+4E00 to U+9FFF.
  private static func isIdeograph(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.count == 3 && (word[0] == 0xE4 && word[1] >= 0xB8 || (0xE5...0xE9).contains(word[0]))
  }

  private static let weekdays: Set<UInt32> = Set(
    """
    monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonnabend
    sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
    """.split(whereSeparator: \.isWhitespace).map { day in
      Array(day.utf8).withUnsafeBufferPointer {
        UInt32(truncatingIfNeeded: StableHash.of(HeadlineWords.stem($0)))
      }
    })

  private static let small: WordSet = {
    let words = FunctionWords.languages.flatMap { FunctionWords.of($0)?.all ?? [] }.filter {
      // No shorter one is asked for: two letters, one of three bytes.
      $0.utf8.count >= 4
    }
    let days = """
      monday tuesday wednesday thursday friday saturday sunday january february march april august september october
      november december
      """
    return WordSet(words: words + days.split(whereSeparator: \.isWhitespace).map(String.init))
  }()
}
