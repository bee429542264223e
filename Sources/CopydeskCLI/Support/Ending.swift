import Copydesk

/// How a document ended, and every decision on its way: what a result's record and a document of a rehearsal have in
/// common.
struct Ending {
  /// Where a document ends.
  enum Fate: String, CaseIterable {
    case kept, dropped, duplicate, failed
  }

  /// How a failure while reading is signed, before any stage.
  static let reading = "input"

  let id: String
  let fate: Fate
  /// The stage that ended its way; nil where it was kept.
  let stage: String?
  /// Why it was dropped or failed.
  let reason: String?
  /// The code of a failure.
  let code: String?
  /// The document that it repeats, also where it was kept and only marked.
  let duplicateOf: String?
  /// Every decision in order.
  let trail: [TrailEntry]
  /// What the document that it repeats is called.
  var original: String? { duplicateOf.map(trail.called) }

  /// The end of a document that a rehearsal has shown.
  init(_ document: Document) {
    let trail = document.trail.entries
    id = document.id
    duplicateOf = document.duplicateOf
    self.trail = trail
    func author(_ action: TrailEntry.Action) -> String? { trail.last { $0.action == action }?.stage?.id }
    switch document.verdict {
    case .kept: (fate, stage, reason, code) = (.kept, nil, nil, nil)
    case .dropped(let why): (fate, stage, reason, code) = (.dropped, author(.dropped), why, nil)
    case .duplicate: (fate, stage, reason, code) = (.duplicate, author(.duplicate), nil, nil)
    case .failed(let failure):
      (fate, stage) = (.failed, failure.stage ?? Self.reading)
      (reason, code) = (failure.message, failure.code.rawValue)
    }
  }

  /// The end of a document as a result tells it.
  init(_ record: ResultFiles.Record) {
    let json = record.json
    id = record.id
    duplicateOf = record.text("duplicate_of") ?? json["verdict"]?["of"]?.string
    trail = (json["trail"]?.elements ?? []).compactMap(TrailEntry.init(json:))
    switch record.place {
    case .output, .kept: (fate, stage, reason, code) = (.kept, nil, nil, nil)
    case .rejects:
      let verdict = json["verdict"]
      fate = verdict?["kind"]?.string.flatMap(Fate.init(rawValue:)) ?? .dropped
      (stage, reason, code) = (verdict?["stage"]?.string, verdict?["reason"]?.string, nil)
    case .deadLetters:
      let error = json["error"]
      (fate, stage) = (.failed, error?["stage"]?.string ?? Self.reading)
      (reason, code) = (error?["message"]?.string, error?["code"]?.string)
    }
  }

  /// Why it ended as it did, in one line; nil where it was kept.
  var explanation: String? {
    let author = stage.flatMap { $0 == Self.reading ? nil : "\($0): " } ?? ""
    switch fate {
    case .kept: return nil
    case .dropped: return author + (reason ?? "")
    case .failed: return author + (reason ?? "") + (code.map { " [\($0)]" } ?? "")
    case .duplicate:
      let similarity = trail.last { $0.action == .duplicate }?.measured ?? 1
      let relation = similarity < 1 ? "like" : "the same as"
      return "\(author)\(relation) \(original ?? "another document")"
    }
  }

  /// What was measured against which limit where its way ended.
  var evidence: Evidence? {
    switch fate {
    case .dropped: trail.last { $0.action == .dropped }.flatMap(Evidence.init)
    case .duplicate: trail.last { $0.action == .duplicate }.flatMap(Evidence.init)
    case .kept, .failed: nil
    }
  }
}

/// A measured value and the limit that it was held against.
struct Evidence {
  let name: String
  let measured: Double
  let limit: Double?

  /// Nil where the entry measured nothing.
  init?(_ entry: TrailEntry) {
    guard let measured = entry.measured else { return nil }
    name = entry.action == .duplicate ? "similarity" : "measured"
    self.measured = measured
    limit = entry.limit
  }

  /// `similarity 0.93, limit 0.8`.
  var words: String {
    "\(name) \(Figures.exact(measured))" + (limit.map { ", limit \(Figures.exact($0))" } ?? "")
  }
}

extension Ending {
  /// The document that this one was compared with and found to repeat.
  var matched: String? { trail.last { $0.action == .duplicate }?.reference }
}

extension JSONValue {
  /// The bytes of another document's file that `of_start` and `of_end` tell of.
  fileprivate var referenceSpan: Span? {
    guard let start = self["of_start"]?.int, let end = self["of_end"]?.int, 0 <= start, start <= end else {
      return nil
    }
    return Span(start, end)
  }
}

extension TrailEntry {
  /// An entry of a record's trail; nil where its action is none that is known.
  init?(json: JSONValue) {
    guard let action = json["action"]?.string.flatMap(Action.init(rawValue:)) else { return nil }
    self.init(
      action, rule: json["rule"]?.string ?? "", source: json.span, field: json["field"]?.string,
      measured: json["measured"]?.number, limit: json["limit"]?.number, reference: json["of"]?.string,
      referenceSource: json.referenceSpan)
    stage = json["stage"]?.string.map {
      StageReference(id: $0, line: json["line"]?.int, file: json["file"]?.string)
    }
    reason = json["reason"]?.string
  }
}

extension StageReference {
  /// Where the stage is asked for: `line 4 of the pipeline`, `line 2 of tidy.yaml`.
  var place: String? {
    line.map { "line \($0) of \(file ?? "the pipeline")" }
  }
}
