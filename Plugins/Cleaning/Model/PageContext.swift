import Copydesk

/// What the features of a block need to know of the page as a whole.
struct PageContext {
  let survey: PageSurvey
  let findings: [ArticleFinder.BlockFinding]
  let words: BlockWords
  /// The words of the page's own titles, and pairs of words of its description and of its JSON-LD text.
  let titleWords: HashSet64
  let summaryPairs: HashSet64
  let bodyPairs: HashSet64
  /// What is built alike.
  let shape: PageShape
  /// Where the page's own story is told.
  let stories: PageStories
  /// What stands beside an image.
  let images: PageImages
  /// The article text before each block, see ``PageBlock/mass``, and that of the whole page.
  let massBefore: [Int]
  /// How many blocks of such text stand before each, and at the end how many there are.
  let proseBefore: [Int32]
  let mass: Int
  /// The article text of all blocks that look the same to a style sheet.
  let signatureMass: [Int]
  let signatureCount: [Int]
  /// Whether the same words came before.
  let isRepeated: [Bool]
  /// The first block with an `h1`.
  let headline: Int
  /// How many `article` elements there are.
  let articles: Int
  /// What is around each element that holds text, itself included, by the numbers of ``PageSurvey/holders``.
  private let around: [Around]

  /// Elements whose names mean something for all that is inside.
  struct Around: OptionSet {
    let rawValue: UInt32
    static let article = Around(rawValue: 1)
    static let main = Around(rawValue: 2)
    static let aside = Around(rawValue: 4)
    static let nav = Around(rawValue: 8)
    static let header = Around(rawValue: 16)
    static let footer = Around(rawValue: 32)
    static let form = Around(rawValue: 64)
    static let figure = Around(rawValue: 128)
    static let caption = Around(rawValue: 256)
    static let list = Around(rawValue: 512)
    static let table = Around(rawValue: 1024)
    static let quote = Around(rawValue: 2048)
    static let section = Around(rawValue: 4096)
    static let body = Around(rawValue: 8192)
    static let hidden = Around(rawValue: 1 << 14)
    static let comments = Around(rawValue: 1 << 15)
    static let related = Around(rawValue: 1 << 16)
    static let share = Around(rawValue: 1 << 17)
    static let sidebar = Around(rawValue: 1 << 18)
    static let details = Around(rawValue: 1 << 19)
    static let inside = Around(rawValue: 1 << 20)

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ tag: HTMLTag, _ marks: ElementMarks) {
      self =
        switch tag {
        case .article: .article
        case .main: .main
        case .aside: .aside
        case .nav, .menu: .nav
        case .header: .header
        case .footer: .footer
        case .form: .form
        case .figure: .figure
        case .figcaption: .caption
        case .ul, .ol, .dl: .list
        case .table: .table
        case .blockquote: .quote
        case .section: .section
        default: []
        }
      guard !marks.isEmpty else { return }
      if marks.contains(.articleBody) { insert(.body) }
      if marks.contains(.hidden) { insert(.hidden) }
      if marks.contains(.comments) { insert(.comments) }
      if marks.contains(.related) { insert(.related) }
      if marks.contains(.share) { insert(.share) }
      if marks.contains(.sidebar) { insert(.sidebar) }
      if marks.contains(.details) { insert(.details) }
      if marks.evidence > 1 { insert(.inside) }
    }
  }

  /// - Complexity: O(*n*).
  init(_ survey: PageSurvey, _ findings: [ArticleFinder.BlockFinding], _ metadata: PageMetadata) {
    self.survey = survey
    self.findings = findings
    let words = BlockWords(survey)
    self.words = words
    titleWords = Self.set(metadata.titles.flatMap(BlockWords.hashes))
    summaryPairs = Self.pairs(BlockWords.hashes(of: metadata.summary ?? ""))
    bodyPairs = Self.pairs(BlockWords.hashes(of: metadata.articleBody ?? ""))
    shape = PageShape(survey)
    images = PageImages(survey)
    stories = PageStories(survey, words, title: metadata.titles.first)
    var before: [Int] = []
    var proseBefore: [Int32] = [0]
    var sum = 0
    for block in survey.blocks {
      before.append(sum)
      let mass = block.mass
      sum += mass
      proseBefore.append(proseBefore[proseBefore.count - 1] + (mass > 0 ? 1 : 0))
    }
    massBefore = before
    self.proseBefore = proseBefore
    mass = sum
    (signatureMass, signatureCount) = Self.signatures(survey)
    isRepeated = Self.repetitions(survey, words)
    headline = survey.blocks.firstIndex { survey.page.nodes[$0.container].tag == .h1 } ?? -1
    var around: [Around] = []
    around.reserveCapacity(survey.holders.count)
    for (node, parent) in zip(survey.holders.nodes, survey.holders.parents) {
      let own = Around(survey.page.nodes[Int(node)].tag, survey.marks[Int(node)])
      around.append(parent < 0 ? own : own.union(around[Int(parent)]))
    }
    self.around = around
    articles = survey.page.nodes.count { $0.tag == .article }
  }

  /// What is around a block.
  func around(_ block: PageBlock) -> Around { around[survey.holders.number(of: block.container)] }

  private static func set(_ hashes: [UInt64]) -> HashSet64 {
    var set = HashSet64(capacity: hashes.count)
    for hash in hashes { set.insert(hash) }
    return set
  }

  /// One number for two words in a row.
  @inline(__always)
  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first &* 0x9FB2_1C65_1E98_DF25) ^ (second >> 7 | second << 57)
  }

  /// How many pairs of words in a row are among some.
  static func count(of words: ArraySlice<UInt64>, in pairs: HashSet64) -> Int {
    var found = 0
    for (first, second) in zip(words, words.dropFirst()) where pairs.contains(pair(first, second)) {
      found += 1
    }
    return found
  }

  private static func pairs(_ hashes: [UInt64]) -> HashSet64 {
    var set = HashSet64(capacity: hashes.count)
    for (first, second) in zip(hashes, hashes.dropFirst()) { set.insert(pair(first, second)) }
    return set
  }

  private static func signatures(_ survey: PageSurvey) -> (mass: [Int], count: [Int]) {
    var numbers = HashNumbers(capacity: 64)
    var mass: [Int] = []
    var count: [Int] = []
    let groups = survey.blocks.map { block -> Int in
      var hash: UInt64 = 7
      var index = block.container
      for _ in 0..<3 where index >= 0 {
        hash = (hash ^ UInt64(survey.page.nodes[index].tag.rawValue)) &* 0x9E37_79B9_7F4A_7C15
        for name in survey.names[survey.nameRange(index)].prefix(6) {
          hash = (hash ^ name) &* 0x9FB2_1C65_1E98_DF25
          hash ^= hash >> 31
        }
        index = Int(survey.page.nodes[index].parent)
      }
      let number = numbers.number(of: hash)
      if number == mass.count {
        mass.append(0)
        count.append(0)
      }
      mass[number] += block.mass
      count[number] += 1
      return number
    }
    return (groups.map { mass[$0] }, groups.map { count[$0] })
  }

  private static func repetitions(_ survey: PageSurvey, _ words: BlockWords) -> [Bool] {
    var seen = HashSet64(capacity: survey.blocks.count)
    return survey.blocks.indices.map { index in
      var hash: UInt64 = 3
      for word in words[index] { hash = (hash ^ word) &* 0x9FB2_1C65_1E98_DF25 ^ hash >> 29 }
      return !seen.insert(hash)
    }
  }
}
