import Copydesk

/// A few of the removals of each rule, evenly chosen and the same ones each time: those whose document and place have
/// the smallest hashes (a bottom-k sample). Memory grows with the number of rules.
struct RemovalSample {
  /// A place of a source that a rule took out.
  struct Removal {
    var document: String
    var stage: String
    var rule: String
    var span: Span
    /// The record without anything but its source.
    var source: ResultFiles.Record
    fileprivate var hash: UInt64
  }

  /// How many are kept of a rule.
  static let size = 4
  /// Rules beyond so many have no sample: a stage that makes up rules must not cost memory.
  private static let ruleLimit = 500
  private var samples: [String: [Removal]] = [:]

  /// Looks at what was taken out of a document.
  mutating func add(_ record: ResultFiles.Record, _ ending: Ending) {
    let personal = PersonalSpans(ending.trail)
    for entry in ending.trail where entry.action == .removed {
      guard let span = entry.source, let stage = entry.stage?.id, !span.isEmpty, !personal.touch(span) else {
        continue
      }
      let key = "\(stage)\u{0}\(entry.rule)"
      var hash = StableHash()
      hash.combine(StableHash.of(ending.id.utf8))
      hash.combine(UInt64(span.start))
      let number = hash.finish()
      var sample = samples[key] ?? []
      if sample.isEmpty, samples.count >= Self.ruleLimit { continue }
      if sample.count >= Self.size, let last = sample.last, last.hash <= number { continue }
      let source = JSONValue.object([JSONValue.Member("source", record.json["source"] ?? .null)])
      let slim = ResultFiles.Record(
        place: record.place, file: record.file, line: record.line, json: source, startedIn: record.startedIn)
      let place = sample.firstIndex { $0.hash > number } ?? sample.count
      sample.insert(
        Removal(
          document: ending.id, stage: stage, rule: entry.rule, span: span, source: slim, hash: number),
        at: place)
      samples[key] = Array(sample.prefix(Self.size))
    }
  }

  /// What was taken out, as far as the original files are there: the text, on one line and not too long.
  func texts(stage: String, rule: String) -> [(document: String, text: String)] {
    var seen: Set<String> = []
    return (samples["\(stage)\u{0}\(rule)"] ?? []).compactMap { removal in
      let original = OriginalText(removal.source)
      guard let bytes = original.slice(removal.span) else { return nil }
      let words = OriginalText.readable(bytes.prefix(4_096), original.form)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !words.isEmpty, seen.insert(words).inserted else { return nil }
      return (removal.document, words.count > 220 ? words.prefix(219) + "…" : words)
    }
  }
}
