import Copydesk

/// Finds names and figures, and which names mean the same thing.
///
/// ```yaml
/// stages:
///   - entities: { labels: [PERSON, ORG, PLACE], gazetteers: [clients.csv], min_confidence: 0.5 }
/// ```
///
/// Where two findings overlap the longer one stays; one of the user's own lists stays always.
public struct EntitiesStage: Stage {
  /// What the stage can be told.
  public struct Options: StageOptions {
    /// The kinds of things to find.
    @Option("Which kinds of names and figures to find.") public var labels = EntityLabel.allCases
    /// Files of the user's own names.
    @Option(
      "CSV files of your own names (name, label, id, aliases): they win over all else, and keep their ids.")
    public var gazetteers: [String] = []
    /// A model of the user's own.
    @Option("A model that `copydesk train entities` wrote, instead of the one that ships.")
    public var model: String? = nil
    /// How sure the model has to be.
    @Option("Leave out names of which the model is less sure than this.", range: 0...1)
    public var minConfidence = 0.0
    /// Whether mentions tell how sure the model is.
    @Option("Whether names tell how sure the model is of them, as `confidence`.") public var confidence =
      false
    /// Whether mentions of one thing get one id.
    @Option("Whether mentions of the same thing share an `id`, and the record lists the things as `names`.")
    public var link = true

    /// All kinds.
    public init() {}
  }

  /// The stage's name.
  public static let name: StageName = "entities"
  /// What the stage does.
  public static let abstract =
    "Finds names of persons, organisations, places and more, and dates, money, times and addresses."
  /// How it does that.
  public static let discussion = """
    Names are found by a trained model that is part of the program; figures and addresses by exact rules. A date \
    carries its ISO 8601 form where it is complete, or where the document's date of publication completes it; a time \
    its ISO 8601 form; an amount its currency code and digits; a measure its number and unit. What the \
    digits mean is left open where the text does: "1.200 euros", the "$3" of "between $3 and $5 million". Titles \
    ("President") stand apart from the name of a person, as `title`.

    Mentions of one thing have one `id`: "Bashar al-Assad" and "Assad", an organisation and its acronym. Of several of \
    one family name the title before it tells who is meant, else the name stands for the one named last who is nobody's \
    "wife" or "son". A record lists \
    the things as `names`: `id`, `label`, `name` (the longest mention, "The" before several words left out), `count`, and `mentions`, which are places in \
    `entities`, counted from 0. Figures have no id.

    With `confidence: true` a name tells how probable the model holds it: the least probability of its tags, given the \
    sentence. `copydesk score entities` shows how often names of each confidence are right.

    A CSV file of `gazetteers` has the columns name, label, id and aliases (set apart by |); a first line may name \
    them in another order. Fields are set apart by commas, semicolons or tabs. A name without a label is `MISC`; a label \
    may be one of your own, such as CLIENT. A name is found where its words stand, with capitals where the list has \
    them; the full stop of an abbreviation ("Corp."), the kind of a hyphen and how an accent is written count for \
    nothing. Relative paths count from the definition's folder, or where nothing is there, from the current one.

    Made for English news: the model has learnt from English alone. In texts of other languages names of persons, places \
    and organisations are found with less certainty, other kinds hardly; dates, amounts and measures are read as English \
    writes them ("11 March 2024", "EUR 3.5 million"), not as "11. März 2024" or "3,5 Prozent". A surname that has stood \
    alone in the news since about 2010 ("Trump", "Macron") is a person where no name goes on beside it, and its \
    confidence is 0.5 at least.
    """
  /// How a definition may use it.
  public static let example = "- entities: { labels: [PERSON, ORG, PLACE] }"
  /// What it looks at; a date of publication too, where there is one.
  public static let reads: [DocumentField] = [.text]
  /// What it fills.
  public static let writes: [DocumentField] = [.entities]
  /// What ``EntityMemory`` takes when it is full, as its words are after some ten thousand articles: 14 MB for them and their
  /// sums, and 2.3 MB for as many ``FindingSums`` as there may be, of which a run meets few.
  public static let memoryPerThread = 17 << 20

  /// Those it is told to find; a model or a list of the user's own may have any.
  public static func labels(with options: Options) -> [Entity.Label]? {
    guard options.gazetteers.isEmpty, options.model == nil else { return nil }
    return options.labels.map { Entity.Label(rawValue: $0.rawValue) }
  }

  /// A label that is listed twice is found once.
  public static func advice(on options: Options, given: Set<String>) -> [OptionAdvice] {
    var seen: Set<EntityLabel> = []
    return options.labels.filter { !seen.insert($0).inserted }.map { label in
      OptionAdvice("labels", "\"\(label.rawValue)\" is listed twice", help: "once is enough")
    }
  }

  private let options: Options
  private let left: Set<Entity.Label>
  private let tagger: any EntityTagger
  private let gazetteer: Gazetteer?
  private let memories: EntityMemories
  private var measures: Bool { options.confidence || options.minConfidence > 0 }

  /// Creates the stage: reads its model and lists.
  public init(options: Options, context: StageContext) throws {
    guard !options.labels.isEmpty else {
      throw InvalidOption("labels", "there is no label to find", help: "leave out the option to find all")
    }
    self.options = options
    let wanted = Set(options.labels)
    left = Set(
      EntityLabel.allCases.filter { !wanted.contains($0) }.map { Entity.Label(rawValue: $0.rawValue) })
    let model = try options.model.map { try EntityModel(option: $0, context) } ?? ShippedWeights.model
    tagger = model ?? RuleTagger()
    memories = EntityMemories(clusters: model?.clusters)
    if options.confidence || options.minConfidence > 0, model?.sequence.objective != .conditionalLikelihood {
      throw InvalidOption(
        options.confidence ? "confidence" : "min_confidence", "the model gives no probabilities",
        help: "train it without --perceptron")
    }
    gazetteer = try Gazetteer.reading(options.gazetteers, context)
  }

  /// Sets the document's entities.
  public func process(_ document: inout Document) throws {
    let text = document.text
    var found = memories.withMemory { find(in: text, published: document.published, &$0) }
    let names = options.link ? MentionLinker.link(&found, in: text) : []
    document.setEntities(found, names: names)
  }

  private func find(in text: Text, published: PublicationDate?, _ memory: inout EntityMemory) -> [Entity] {
    let tokens = text.tokens
    let sentences = text.sentences.map(\.tokens)
    return text.utf8.withUnsafeBufferPointer { bytes in
      var document = memory.words(of: tokens, in: bytes)
      var found = figures(in: document.figures, published: published)
      addNames(in: document.names, document.takeWords(), sentences, to: &found, &memory)
      if !left.isEmpty { found.removeAll { left.contains($0.label) } }
      found = withoutOverlaps(found)
      if let gazetteer { found = with(listed(gazetteer, in: document.names), among: found) }
      return found
    }
  }

  /// Appends the names of which the tagger is sure enough.
  private func addNames(
    in view: NameTokens, _ words: consuming [ModelWords.Word], _ sentences: [Range<Int>],
    to found: inout [Entity], _ memory: inout EntityMemory
  ) {
    let names = tagger.names(in: view, consume words, sentences, withConfidence: measures, &memory)
    found.reserveCapacity(found.count + names.count)
    for name in names {
      if let confidence = name.confidence, confidence < options.minConfidence { continue }
      var entity = name.entity(view)
      entity.confidence = options.confidence ? entity.confidence.map { ($0 * 1000).rounded() / 1000 } : nil
      found.append(entity)
    }
  }

  private func figures(in view: FigureTokens, published: PublicationDate?) -> [Entity] {
    var found: [Entity] = []
    if wants(.date) { found += DateRecogniser(published: published).dates(in: view) }
    if wants(.money) { found += MoneyRecogniser().amounts(in: view) }
    if wants(.percent) { found += PercentRecogniser().percentages(in: view) }
    if wants(.time) { found += TimeRecogniser().times(in: view) }
    if wants(.quantity) { found += QuantityRecogniser().quantities(in: view) }
    if wants(.email) || wants(.url) { found += AddressRecogniser().addresses(in: view) }
    if wants(.phone) { found += AddressRecogniser().telephones(in: view) }
    return found
  }

  private func listed(_ gazetteer: Gazetteer, in view: NameTokens) -> [Entity] {
    gazetteer.matches(in: view).map { match in
      let entry = gazetteer.entry(match.entry)
      var entity = Entity(
        Span(view.tokens[match.tokens.lowerBound].start, view.tokens[match.tokens.upperBound - 1].end),
        Entity.Label(rawValue: entry.label))
      if !entry.id.isEmpty { entity.id = entry.id }
      return entity
    }
  }

  /// What stands in the user's own lists, and what of the other findings does not overlap it.
  private func with(_ listed: [Entity], among found: [Entity]) -> [Entity] {
    var all = listed
    var next = 0
    for entity in found {
      while next < listed.count, listed[next].span.end <= entity.span.start { next += 1 }
      if next < listed.count, listed[next].span.overlaps(entity.span) { continue }
      all.append(entity)
    }
    return all.sorted { $0.span < $1.span }
  }

  private func wants(_ label: Entity.Label) -> Bool { !left.contains(label) }
}

/// The kinds of things that the stage finds, as a definition writes them.
public enum EntityLabel: String, OptionChoice {
  /// A person.
  case person = "PERSON"
  /// A company, ministry, party, court, club or army.
  case organisation = "ORG"
  /// A country, city, region, river or building.
  case place = "PLACE"
  /// A nationality, a people, a faith.
  case group = "GROUP"
  /// A war, an election, a feast of sport.
  case event = "EVENT"
  /// A book, a film, a song.
  case work = "WORK"
  /// Any other name.
  case miscellaneous = "MISC"
  /// A day, month or year.
  case date = "DATE"
  /// A time of day.
  case time = "TIME"
  /// An amount of money.
  case money = "MONEY"
  /// A share in percent.
  case percent = "PERCENT"
  /// A measure with its unit.
  case quantity = "QUANTITY"
  /// An address of electronic mail.
  case email = "EMAIL"
  /// An address of the web.
  case url = "URL"
  /// A telephone number.
  case phone = "PHONE"
}

/// The longest of each group of overlapping entities, sorted by span. Of two that are equally long the first
/// stays.
///
/// - Complexity: O(*n* log *n*): by length, then a search among those that stay, kept in the text's order.
func withoutOverlaps(_ entities: [Entity]) -> [Entity] {
  // Indices are sorted, not entities, which hold strings.
  var byStart: [Int] = []
  byStart.reserveCapacity(entities.count)
  for index in entities.indices where !entities[index].span.isEmpty { byStart.append(index) }
  byStart.sort {
    let (a, b) = (entities[$0].span, entities[$1].span)
    return (a.start, b.end) < (b.start, a.end)
  }
  var kept: [Int] = []
  kept.reserveCapacity(byStart.count)
  for index in byStart {
    let span = entities[index].span
    // What stays never overlaps, so only the last ones can be in the way; a longer one replaces them.
    var first = kept.count
    var longest = 0
    while first > 0, entities[kept[first - 1]].span.overlaps(span) {
      first -= 1
      longest = max(longest, entities[kept[first]].span.count)
    }
    if first == kept.count {
      kept.append(index)
    } else if span.count > longest {
      kept.replaceSubrange(first..., with: CollectionOfOne(index))
    }
  }
  return kept.map { entities[$0] }
}
