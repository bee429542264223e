import Copydesk

/// Names that were found beside names by hand: what fits, what is taken for what, and where it is worst.
public struct EntityComparison: Sendable {
  /// A sentence with what is wrong in it.
  public struct Sentence: Sendable {
    /// The line of the file on which it begins.
    public let line: Int
    /// Its text, tokens with blanks between.
    public let text: String
    /// Names that were not found, as "LABEL text".
    public let missed: [String]
    /// Names that are none, or not so.
    public let wrong: [String]

    /// How many mistakes it has.
    public var mistakes: Int { missed.count + wrong.count }
  }

  /// Precision, recall and F1 by label.
  public private(set) var score = EntityScore()
  /// How often a name of one label (by hand) was found as another; "" stands for none. Names that overlap count as
  /// one; `bounds` of them had other words.
  public private(set) var confusion: [String: [String: Int]] = [:]
  /// Names with the right label and other words.
  public private(set) var bounds = 0
  /// Of the names found with a confidence, ten steps from 0 to 1: how many there are, and how many of them are right.
  public private(set) var confidence: [EntityScore.Counts] = Array(repeating: .init(), count: 10)
  /// The sentences with mistakes, those with most first.
  public private(set) var worst: [Sentence] = []

  /// Tags a file and compares what is found with the tags in it.
  ///
  /// Labels by hand are called by the names of Copydesk (`PER`, `per` → `PERSON`; `LOC`, `geo` → `PLACE` …), others
  /// stay as they are. Labels that only the file knows, or only the tagger, are not counted. `gpe` of the Groningen Meaning Bank
  /// is a nationality or a country: it is not counted, and neither is what is found in just its place.
  public init(of tagger: TaggedFile.Tagger, on file: TaggedFile, sentences most: Int = 10) {
    let gold = EntityTags(file.columns.map { Self.renamed(String($0.prefix { $0 != "|" })) })
    let scheme = TaggedFile.Scheme(of: file.columns)
    var known: Set<Entity.Label> = []
    for case .begin(let label) in gold.tags { known.insert(label) }
    for case .inside(let label) in gold.tags { known.insert(label) }
    let possible = Set(tagger.labels)
    for document in file.documents {
      let found = document.names(by: tagger, withConfidence: true).map { Self.inScheme($0, scheme) }
      var next = 0
      for sentence in document.sentences {
        var wanted: [EntityTags.Name] = []
        gold.names(
          document.columns[sentence].map { UInt8(truncatingIfNeeded: $0) }, from: sentence.lowerBound,
          into: &wanted)
        var here: [EntityTags.Name] = []
        while next < found.count, found[next].tokens.lowerBound < sentence.upperBound {
          here.append(found[next])
          next += 1
        }
        wanted.removeAll { $0.label != Self.uncounted && !possible.contains($0.label) }
        let open = wanted.filter { $0.label == Self.uncounted }
        wanted.removeAll { $0.label == Self.uncounted }
        here.removeAll { name in
          !known.contains(name.label) || open.contains { $0.tokens == name.tokens }
        }
        score.add(here, wanted)
        compare(here, wanted, sentence, document)
      }
    }
    worst.sort { ($0.mistakes, $1.line) > ($1.mistakes, $0.line) }
    worst = Array(worst.prefix(most))
  }

  private static let uncounted = Entity.Label(rawValue: "gpe")

  private static func renamed(_ tag: String) -> String {
    guard tag.count > 2 else { return tag }
    let label = String(tag.dropFirst(2))
    return tag.prefix(2) + (names[label.lowercased()] ?? label)
  }

  private static let names = [
    "per": "PERSON", "person": "PERSON", "politician": "PERSON", "org": "ORG", "organisation": "ORG",
    "organization": "ORG", "corporation": "ORG", "politicalparty": "ORG", "loc": "PLACE", "location": "PLACE",
    "geo": "PLACE", "country": "PLACE", "place": "PLACE", "facility": "PLACE", "eve": "EVENT",
    "event": "EVENT",
    "election": "EVENT", "art": "WORK", "misc": "MISC", "gpe": "gpe", "nationality": "GROUP",
  ]

  /// Titles belong to names where the file has them so.
  private static func inScheme(_ name: EntityTags.Name, _ scheme: TaggedFile.Scheme) -> EntityTags.Name {
    var name = name
    if scheme.titles, let title = name.title { name.tokens = title.lowerBound..<name.tokens.upperBound }
    return name
  }

  private mutating func compare(
    _ found: [EntityTags.Name], _ wanted: [EntityTags.Name], _ sentence: Range<Int>,
    _ document: TaggedFile.Document
  ) {
    var missed: [String] = []
    var wrong: [String] = []
    func text(_ tokens: Range<Int>) -> String {
      let span = document.tokens[tokens.lowerBound].start..<document.tokens[tokens.upperBound - 1].end
      return String(decoding: document.bytes[span], as: UTF8.self)
    }
    for name in wanted {
      let same = found.first { $0.tokens == name.tokens } ?? found.first { $0.tokens.overlaps(name.tokens) }
      confusion[name.label.rawValue, default: [:]][same?.label.rawValue ?? "", default: 0] += 1
      if let same, same.tokens == name.tokens, same.label == name.label { continue }
      if same?.label == name.label { bounds += 1 }
      missed.append("\(name.label.rawValue) \(text(name.tokens))")
    }
    for name in found {
      let isRight = wanted.contains { $0.tokens == name.tokens && $0.label == name.label }
      if let sure = name.confidence {
        let step = min(9, max(0, Int(sure * 10)))
        confidence[step].found += 1
        confidence[step].right += isRight ? 1 : 0
      }
      if isRight { continue }
      if !wanted.contains(where: { $0.tokens.overlaps(name.tokens) }) {
        confusion["", default: [:]][name.label.rawValue, default: 0] += 1
      }
      wrong.append("\(name.label.rawValue) \(text(name.tokens))")
    }
    guard !missed.isEmpty || !wrong.isEmpty else { return }
    worst.append(
      Sentence(
        line: Int(document.lines[sentence.lowerBound]), text: text(sentence), missed: missed, wrong: wrong))
  }
}
