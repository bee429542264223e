import Copydesk

/// Finds the phrases that name what a text is about, and ranks them.
///
/// A candidate is a run of words between stop words, marks and words that are hardly part of a name of a thing (S. Rose
/// et al.: Automatic Keyword Extraction from Individual Documents, 2010). A word weighs what its places add up to, an
/// early place more (C. Florescu, C. Caragea: PositionRank, ACL 2017); a phrase weighs the mean of its words, more where
/// it is said again.
struct PhraseFinder {
  /// A phrase: its first wording, and every place where it stands.
  struct Phrase {
    let spans: [Span]
    /// Its wording: the first that is not in capitals alone.
    let wording: Span
    let score: Double
  }

  private struct Candidate {
    let keys: [UInt64]
    var spans: [Span]
    var wording: Span
    var isShouted: Bool
    var isName: Bool
  }

  private let text: Text
  private let longest: Int
  /// The small words of another language than English.
  private let smallWords: WordSet?
  private var candidates: [Candidate] = []
  private var byKey: [UInt64: Int] = [:]
  private var weights: [UInt64: Double] = [:]
  /// Which words of the list of verbs are nouns behind which other words: "climate change".
  private var nouns: NounPairs?

  /// - Parameters:
  ///   - longest: most words of a phrase.
  ///   - smallWords: those that divide phrases, where the text is not English.
  /// - Complexity: O(words).
  init(_ text: Text, title: String?, longest: Int, smallWords: WordSet? = nil) {
    self.text = text
    self.longest = longest
    self.smallWords = smallWords
    if smallWords == nil { nouns = NounPairs(text) { Self.apart.contains($0) } }
    collect()
    if let title { raise(wordsOf: Text(title)) }
  }

  /// The best phrases. Of two that hold each other only the better is told.
  func best(_ most: Int) -> [Phrase] {
    let scored = candidates.map(score)
    let order = scored.indices.sorted { (scored[$1], $0) < (scored[$0], $1) }
    var chosen: [Int] = []
    for index in order where chosen.count < most && scored[index] > 0 {
      let keys = Set(candidates[index].keys)
      let overlaps = chosen.contains { other in
        let others = Set(candidates[other].keys)
        return keys.isSubset(of: others) || others.isSubset(of: keys)
      }
      if !overlaps { chosen.append(index) }
    }
    let highest = chosen.first.map { scored[$0] } ?? 1
    return chosen.map {
      Phrase(spans: candidates[$0].spans, wording: candidates[$0].wording, score: scored[$0] / highest)
    }
  }

  private func score(_ candidate: Candidate) -> Double {
    let mean = candidate.keys.reduce(0) { $0 + (weights[$1] ?? 0) } / Double(candidate.keys.count)
    // A word of the common language, said once or alone, names little.
    if candidate.keys.count == 1, !candidate.isName, candidate.spans.count < 2 { return 0 }
    let length = [0.7, 1, 0.95, 0.85][min(candidate.keys.count, 4) - 1]
    return mean * length * (1 + logarithm(Double(candidate.spans.count))) * (candidate.isName ? 1.2 : 1)
  }

  // MARK: Candidates

  private mutating func collect() {
    let tokens = text.tokens
    text.utf8.withUnsafeBufferPointer { bytes in
      var place = 0.0
      for sentence in text.sentences {
        var run: [(token: Token, key: UInt64)] = []
        var isFirst = true
        for token in tokens[sentence.tokens] {
          defer { if token.kind != .punctuation { isFirst = false } }
          if token.traits.contains(.possessive) { continue }
          // A tab stands between the cells of a table.
          if !run.isEmpty, bytes[token.start - 1] == 0x09 {
            add(run, isFirst: isFirst)
            run = []
          }
          guard token.kind == .word, let key = Stem.key(token, bytes),
            !isApart(token, bytes) || (nouns?.holds(token, after: run.last?.key, bytes) ?? false)
          else {
            add(run, isFirst: isFirst)
            run = []
            continue
          }
          // "shared rivers" is a phrase, "parapet knocked" is not.
          let isParticiple = smallWords == nil && Self.isParticiple(token, bytes)
          if isParticiple, !run.isEmpty {
            add(run, isFirst: isFirst)
            run = []
            continue
          }
          place += 1
          weights[key, default: 0] += 1 / (10 + place).squareRoot()
          run.append((token, key))
        }
        add(run, isFirst: false)
      }
    }
  }

  private mutating func add(_ run: [(token: Token, key: UInt64)], isFirst: Bool) {
    guard let first = run.first, let last = run.last, run.count <= longest else { return }
    if run.count == 1, smallWords == nil,
      text.utf8.withUnsafeBufferPointer({ Self.isParticiple(last.token, $0) })
    {
      return
    }
    var hash = StableHash()
    for word in run { hash.combine(word.key) }
    let key = hash.finish()
    let span = Span(first.token.start, last.token.end)
    let isShouted = run.contains { $0.token.traits.contains(.allCaps) }
    let isName = run.allSatisfy { $0.token.isCapitalised } && (run.count > 1 || !isFirst)
    if let index = byKey[key] {
      candidates[index].spans.append(span)
      if candidates[index].isShouted, !isShouted {
        candidates[index].wording = span
        candidates[index].isShouted = false
      }
      candidates[index].isName = candidates[index].isName || isName
    } else {
      byKey[key] = candidates.count
      candidates.append(
        Candidate(keys: run.map(\.key), spans: [span], wording: span, isShouted: isShouted, isName: isName))
    }
  }

  private mutating func raise(wordsOf title: Text) {
    title.utf8.withUnsafeBufferPointer { bytes in
      for token in title.tokens {
        if let key = Stem.key(token, bytes), let weight = weights[key] { weights[key] = weight * 1.5 }
      }
    }
  }

  /// Words that end a phrase although they are no stop words: common verbs and adverbs, `-ly`, days and months.
  /// In another language its small words.
  private func isApart(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let word = UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])
    if let smallWords { return smallWords.contains(word) || Self.isAbbreviation(word) }
    if Self.apart.contains(word) || Self.isAbbreviation(word) { return true }
    let end = word.count
    guard !token.isCapitalised, end > 4 else { return false }
    return word[end - 2] == UInt8(ascii: "l") && word[end - 1] == UInt8(ascii: "y")
  }

  /// A word in small letters that ends in `ed`: "shared", "knocked".
  private static func isParticiple(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    token.end - token.start > 4 && !token.isCapitalised && bytes[token.end - 2] == UInt8(ascii: "e")
      && bytes[token.end - 1] == UInt8(ascii: "d")
  }

  /// "Mr.", "Nov.", but not "U.S."
  private static func isAbbreviation(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.last == UInt8(ascii: ".") && !word.dropLast().contains(UInt8(ascii: "."))
  }

  private static let apart = WordSet(
    """
    accept accepted accuse accused add added adds adopt adopted agree agreed allow allowed announce announced appear
    appeared approve approved argue argued arrive arrived ask asked asks attack attacked base based became become
    becoming began begin begun believe believed bring brings brought build built buy call called calling calls came
    carried carry cause caused change changed choose chose claim claimed close closed come comes coming compare compared
    confirm confirmed consider considered continue continued cost create created cut dead decide decided declare
    declared decline declined describe described die died discuss discussed draw drew earn end ended enter entered
    expect expected expects explain explained face faced fail failed fall fallen fear feared feel fell felt fight
    finally find finds finish follow followed following force forced found gave give given gives giving go goes going
    gone grew grow happen happened hear heard held help helped hit hold holds hope hoped hopes identify include
    included includes including increase increased insist insisted join joined keep kept kill killed knew know known
    launch launched lead leave leaves leaving led left let lie live lived look looked looking lose lost made meet met
    miss move moved need needed needs offer offered open opened order ordered paid pass passed pay plan planned plans
    play played prevent produce promise promised prove proved provide provided publish published put quit raise raised
    ran reach reached read receive received record recorded reduce reduced refuse refused reject rejected release
    released remain remained remains remove removed reopen reopened report reported require required return returned
    reveal revealed rise rose ruled run running saw see seek seem seemed seen sell send sent serve set share show showed
    shown shows sign signed sit sold speak spend spent spoke spread stand start started stay stayed stop stopped strike
    struck suffer suffered suggest suggested support supported suspect take taken takes taking talk tell think thought
    threaten took tried try trying turn turned unveil urge urged use used using vote voted vow vowed wait waited want
    wanted wants warn warned warns watch went win won work worked works write written wrote able already almost always
    away back best better big early enough former full further good great hard high large late later likely little long
    main major many near nearly old part perhaps possible quickly rather recent several short similar small soon sure
    today tomorrow tonight together top total various whole worst worse yesterday young different able half third second
    first lot lots way ways thing things time times year years month months week weeks day days hour hours minute minutes
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december one two three four five six seven eight nine ten dozen hundred thousand million billion
    percent per cent mr mrs ms dr along behind ago somebody everybody nobody anybody something nothing everything
    nevertheless towards despite across around beyond till shed cut cuts hang hangs get gets keep keeps cannot won't
    meant mean means stood stands touch touches halt halts backs win wins drop drops hand hands fetch weigh weighs count
    counts measure measures cost costs worth instead enough else anyone someone none yet unlike besides
    """)
}
