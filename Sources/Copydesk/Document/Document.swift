/// One article on its way through a pipeline.
///
/// Stages read and fill its fields. The text changes only through ``remove(_:)`` and ``rewrite(_:)``, so that
/// spans stay inside it and every removal is in the ``trail``.
public struct Document: Sendable {
  /// Names the document in the output: an input record's own id, else the file's path below the input.
  public let id: String
  /// Where it came from.
  public private(set) var source: DocumentSource
  /// The headline.
  public var title: String?
  /// Who wrote it, without "By".
  public var byline: String?
  /// The desk or region it ran under ("Worldwide").
  public var section: String?
  /// When it was published.
  public var published: PublicationDate?
  /// The language as a BCP 47 code ("en"), where it is known.
  public var language: String?
  /// The text as it is now.
  public private(set) var text: Text
  /// The names and figures found in ``text``, sorted by span.
  public private(set) var entities: [Entity] = []
  /// The things that ``entities`` name, each once, in the order of their first mentions.
  public private(set) var names: [EntityName] = []
  /// The sentences of ``text`` that say what it is about.
  public var summary: Summary?
  /// Fields that Copydesk does not know by name, carried from the input to the output in their order.
  public var metadata = Metadata()
  /// The document that this one repeats.
  public var duplicateOf: String?
  /// Whether the document goes on, and if not, why.
  public private(set) var verdict = Verdict.kept
  /// For each fork of the pipeline that the document has come to, the branch it takes. The runner's; no stage needs it.
  package var branches: [Int: Int] = [:]
  /// Whether an output has taken it. The runner's.
  package var isWritten = false
  /// Whether an output has put it into a file, and whether it can be read back from there. The runner's.
  package var filing = Filing.none
  /// How the source came by the document, for its dead letter. The runner's, too.
  package var reading: SourceReading?
  /// Every decision taken about the document, in order.
  public var trail = Trail()

  /// Creates a document.
  public init(id: String, source: DocumentSource, text: Text) {
    self.id = id
    self.source = source
    self.text = text
  }

  /// Creates a document of its own from a string, as tests and short scripts do.
  public init(_ string: String, id: String = "document") {
    self.init(id: id, source: DocumentSource(bytes: Array(string.utf8)), text: Text(string))
  }
}

extension Document {
  /// Replaces the text as a whole, for instance a page by the article in it.
  ///
  /// Entities and summary belonged to the old text and are cleared. Make the new text with ``Text/Builder``,
  /// or the way back to the source is lost; write what was left out to the ``trail``.
  public mutating func rewrite(_ text: Text) {
    self.text = text
    entities = []
    names = []
    summary = nil
  }

  /// Lets the way back to the source go on through a record that was decoded before it was read.
  /// - Parameters:
  ///   - record: the record as UTF-8; the text leads into it.
  ///   - source: what the record was decoded from.
  package mutating func lead(through record: Text, to source: DocumentSource) {
    self.source = source
    text = text.leading(on: record)
  }

  /// Takes spans out of the text and writes each to the trail with its rule.
  ///
  /// Entities and summary sentences move with their text; one that loses bytes is dropped. Removals may
  /// overlap and come in any order.
  /// - Precondition: each span lies in the text, and begins and ends between two characters.
  /// - Complexity: O(*n* + (*r* + *e*) log *r*) for *n* bytes, *r* removals and *e* entities: collect them and call once.
  public mutating func remove(_ removals: [Removal]) {
    guard !removals.isEmpty else { return }
    let sorted = removals.sorted { $0.span < $1.span }
    var spans: [Span] = []
    for removal in sorted {
      trail.append(
        TrailEntry(
          .removed, rule: removal.rule, source: text.source(of: removal.span), measured: removal.measured,
          limit: removal.limit))
      if let last = spans.last, removal.span.start <= last.end {
        spans[spans.count - 1].end = max(last.end, removal.span.end)
      } else {
        spans.append(removal.span)
      }
    }
    let shift = SpanShift(removed: spans)
    text = text.removing(spans)
    entities = entities.compactMap { entity in
      shift.moved(entity.span).map { span in
        var moved = entity
        moved.span = span
        return moved
      }
    }
    if !names.isEmpty {
      let mentioned = Set(entities.compactMap(\.id))
      names.removeAll { !mentioned.contains($0.id) }
    }
    if let old = summary {
      let kept = old.sentences.compactMap(shift.moved)
      summary = kept.isEmpty ? nil : Summary(sentences: kept, method: old.method)
    }
  }

  /// Takes one span out of the text and writes it to the trail.
  public mutating func remove(_ span: Span, rule: String) {
    remove([Removal(span, rule: rule)])
  }

  /// Sets the entities; they are sorted by span.
  /// - Parameters:
  ///   - found: what the document is to have, in any order.
  ///   - names: the things that they name, where mentions were linked by their ids.
  /// - Precondition: every span lies inside ``text``.
  public mutating func setEntities(_ found: [Entity], names: [EntityName] = []) {
    self.names = names
    var isSorted = true
    var last = Span(0, 0)
    for entity in found {
      precondition(entity.span.end <= text.count, "an entity must lie inside the text")
      if entity.span < last { isSorted = false }
      last = entity.span
    }
    entities = isSorted ? found : found.sorted { $0.span < $1.span }
  }

  /// Records that a field was read out of the text, with the evidence for it.
  public mutating func noteLifted(_ field: String, rule: String, from span: Span) {
    trail.append(TrailEntry(.lifted, rule: rule, source: text.source(of: span), field: field))
  }

  /// Takes the document out of the run: it goes to the rejects with its reason, and no later stage sees it.
  public mutating func drop(rule: String, reason: String, measured: Double? = nil, limit: Double? = nil) {
    verdict = .dropped(reason: reason)
    trail.append(TrailEntry(.dropped, rule: rule, measured: measured, limit: limit))
  }

  /// Marks the document as a repetition of another.
  /// - Parameters:
  ///   - other: the id of the document that is kept for all that are alike.
  ///   - match: the document that this one was compared with and found to repeat, where that is another one.
  ///   - rule: the rule that says so.
  ///   - similarity: how much alike they are, 1 for the same.
  ///   - limit: what the similarity was held against.
  ///   - passage: what the two share: a span of this document's text, and the bytes of the other's file.
  ///   - keep: whether it stays in the output all the same, marked; else it goes to the rejects.
  public mutating func markDuplicate(
    of other: String, matching match: String? = nil, rule: String, similarity: Double, limit: Double? = nil,
    passage: (here: Span, there: Span)? = nil, keep: Bool = false
  ) {
    duplicateOf = other
    if !keep { verdict = .duplicate(of: other, similarity: similarity) }
    trail.append(
      TrailEntry(
        .duplicate, rule: rule, source: passage.map { text.source(of: $0.here) }, measured: similarity,
        limit: limit, reference: match ?? other, referenceSource: passage?.there))
  }

  /// Gives the document back the verdict that it had when it was put aside.
  mutating func restore(_ verdict: Verdict) { self.verdict = verdict }

  /// Records that the document cannot be processed: it goes to the dead letters. The runner calls this for a
  /// stage that throws.
  package mutating func fail(_ failure: Failure) {
    verdict = .failed(failure)
  }
}

/// A span to take out of the text, and the rule that says so.
public struct Removal: Sendable, Equatable {
  /// What goes.
  public var span: Span
  /// The rule's name, lower case with dots: `footer.share`.
  public var rule: String
  /// What was measured, where the rule holds a value against a limit.
  public var measured: Double?
  /// The limit it was held against.
  public var limit: Double?

  /// Creates a removal.
  public init(_ span: Span, rule: String, measured: Double? = nil, limit: Double? = nil) {
    self.span = span
    self.rule = rule
    self.measured = measured
    self.limit = limit
  }
}

/// Where spans lie after other spans were taken out of the text.
struct SpanShift {
  /// Sorted, apart from each other.
  private let removed: [Span]
  /// How many bytes of the text the first so many of them take away.
  private let removedBefore: [Int]

  /// - Parameter removed: sorted, apart from each other.
  init(removed: [Span]) {
    self.removed = removed
    var sums = [0]
    for gap in removed { sums.append(sums[sums.count - 1] + gap.count) }
    removedBefore = sums
  }

  /// The span's new place, or nil if it lost bytes.
  func moved(_ span: Span) -> Span? {
    // The first gap that does not end before the span, by halves: there may be thousands of both.
    var (low, high) = (0, removed.count)
    while low < high {
      let middle = (low + high) / 2
      if removed[middle].end <= span.start { low = middle + 1 } else { high = middle }
    }
    if low < removed.count, removed[low].start < span.end { return nil }
    return span.shifted(by: -removedBefore[low])
  }
}
