import Copydesk

/// Finds the names of persons, organisations and places, and dates, amounts of money and percentages.
///
/// ```yaml
/// stages:
///   - entities: { labels: [PERSON, ORG, PLACE] }
/// ```
///
/// Where two findings overlap the longer one stays.
public struct EntitiesStage: Stage {
  /// What the stage can be told.
  public struct Options: StageOptions {
    /// The kinds of things to find.
    @Option("Which kinds of names and figures to find.") public var labels = EntityLabel.allCases

    /// All kinds.
    public init() {}
  }

  /// The stage's name.
  public static let name: StageName = "entities"
  /// What the stage does.
  public static let abstract =
    "Finds names of persons, organisations and places, and dates, money and percentages."
  /// How it does that.
  public static let discussion = """
    Names are found by word lists and rules over the words around them; dates, money and percentages by \
    exact rules. A date carries its ISO 8601 form where it is complete, or where the document's date of \
    publication completes it; an amount carries its currency code and digits.
    """
  /// How a definition may use it.
  public static let example = "- entities: { labels: [PERSON, ORG, PLACE] }"
  /// What it looks at; a date of publication too, where there is one.
  public static let reads: [DocumentField] = [.text]
  /// What it fills.
  public static let writes: [DocumentField] = [.entities]

  /// Those it is told to find.
  public static func labels(with options: Options) -> [Entity.Label]? {
    options.labels.map { Entity.Label(rawValue: $0.rawValue) }
  }

  /// A label that is listed twice is found once.
  public static func advice(on options: Options, given: Set<String>) -> [OptionAdvice] {
    var seen: Set<EntityLabel> = []
    return options.labels.filter { !seen.insert($0).inserted }.map { label in
      OptionAdvice("labels", "\"\(label.rawValue)\" is listed twice", help: "once is enough")
    }
  }

  private let labels: Set<Entity.Label>
  private let tagger: any EntityTagger = RuleTagger()

  /// Creates the stage.
  public init(options: Options, context: StageContext) throws {
    guard !options.labels.isEmpty else {
      throw InvalidOption("labels", "there is no label to find", help: "leave the option out to find all")
    }
    labels = Set(options.labels.map { Entity.Label(rawValue: $0.rawValue) })
  }

  /// Sets the document's entities.
  public func process(_ document: inout Document) throws {
    let text = document.text
    var found: [Entity] = []
    if wants(.person) || wants(.organisation) || wants(.place) { found += tagger.names(in: text) }
    if wants(.date) { found += DateRecogniser(published: document.published).dates(in: text) }
    if wants(.money) { found += MoneyRecogniser().amounts(in: text) }
    if wants(.percent) { found += PercentRecogniser().percentages(in: text) }
    document.setEntities(withoutOverlaps(found.filter { wants($0.label) }))
  }

  private func wants(_ label: Entity.Label) -> Bool { labels.contains(label) }
}

/// The kinds of things that the stage finds, as a definition writes them.
public enum EntityLabel: String, OptionChoice {
  /// A person.
  case person = "PERSON"
  /// A company, ministry, party, court, club or army.
  case organisation = "ORG"
  /// A country, city, region, river or building, or the adjective of one.
  case place = "PLACE"
  /// A day, month or year.
  case date = "DATE"
  /// An amount of money.
  case money = "MONEY"
  /// A share in percent.
  case percent = "PERCENT"
}

/// The longest of each group of overlapping entities, sorted by span. Of two that are equally long the first
/// stays.
///
/// - Complexity: O(*n* log *n*): by length, then a search among those that stay, kept in the text's order.
func withoutOverlaps(_ entities: [Entity]) -> [Entity] {
  let byStart = entities.sorted { ($0.span.start, $1.span.end) < ($1.span.start, $0.span.end) }
  var kept: [Entity] = []
  kept.reserveCapacity(byStart.count)
  for entity in byStart where !entity.span.isEmpty {
    // What stays never overlaps, so only the last ones can be in the way; a longer one replaces them.
    var first = kept.count
    var longest = 0
    while first > 0, kept[first - 1].span.overlaps(entity.span) {
      first -= 1
      longest = max(longest, kept[first].span.count)
    }
    if first == kept.count {
      kept.append(entity)
    } else if entity.span.count > longest {
      kept.replaceSubrange(first..., with: CollectionOfOne(entity))
    }
  }
  return kept
}
