extension Document {
  /// The version of the record format.
  public static let recordSchema = 1

  /// The document as one line of JSON Lines: the public contract, version ``recordSchema``.
  ///
  /// `start` and `end` of entities and summary sentences count Unicode scalars of `text`, as Python strings
  /// do; those under `source` and in the trail count bytes of the file. A field that no stage filled is left
  /// out.
  /// - Parameters:
  ///   - includeText: whether the text is told, and what was found in it.
  ///   - includeTrail: whether every decision about the document is told.
  ///   - includeProvenance: whether each entity and summary sentence tells the bytes of the file that it came from, as
  ///     `source_start` and `source_end`.
  public func record(
    includeText: Bool = true, includeTrail: Bool = true, includeProvenance: Bool = false
  ) -> [UInt8] {
    var json = JSONWriter(reserving: (includeText ? text.count : 0) + 2048)
    // No closures here: each would hold a copy of the document.
    json.open("{")
    json.member(known: "schema", Self.recordSchema)
    json.member(known: "id", id)
    json.name(known: "source")
    json.open("{")
    json.member(known: "path", source.path)
    json.member(known: "start", source.span.start)
    json.member(known: "end", source.span.end)
    if source.encoding != .utf8 { json.member(known: "encoding", source.encoding.name) }
    json.close("}")
    json.member(known: "title", title)
    json.member(known: "byline", byline)
    json.member(known: "section", section)
    json.member(known: "published", published?.description)
    json.member(known: "language", language)
    if includeText {
      json.name(known: "text")
      json.string(text.utf8)
      if !entities.isEmpty || summary != nil { writeFindings(to: &json, withProvenance: includeProvenance) }
    }
    json.member(known: "duplicate_of", duplicateOf)
    if !verdict.isKept { writeVerdict(to: &json) }
    if !metadata.isEmpty {
      json.name(known: "metadata")
      json.value(.object(metadata.fields))
    }
    if includeTrail { trail.write(to: &json) }
    json.close("}")
    json.endLine()
    return json.finish()
  }

  private func writeFindings(to json: inout JSONWriter, withProvenance: Bool) {
    let offsets = ScalarOffsets(text)
    func writePlace(of span: Span, to json: inout JSONWriter) {
      json.member(known: "start", offsets[span.start])
      json.member(known: "end", offsets[span.end])
      guard withProvenance else { return }
      let source = text.source(of: span)
      json.member(known: "source_start", source.start)
      json.member(known: "source_end", source.end)
    }
    if !entities.isEmpty {
      json.name(known: "entities")
      json.open("[")
      // By index, and without closures: each would hold a copy of the entity.
      for index in entities.indices {
        json.open("{")
        writePlace(of: entities[index].span, to: &json)
        json.member(known: "label", entities[index].label.rawValue)
        json.name(known: "text")
        json.string(text.utf8[entities[index].span.range])
        json.member(known: "value", entities[index].value)
        json.member(known: "id", entities[index].id)
        json.member(known: "title", entities[index].title)
        json.member(known: "confidence", entities[index].confidence)
        json.close("}")
      }
      json.close("]")
    }
    writeNames(to: &json)
    if let summary {
      json.member(known: "summary", summary.string(in: text))
      json.name(known: "summary_sentences")
      json.array { json in
        for span in summary.sentences {
          json.object { json in writePlace(of: span, to: &json) }
        }
      }
    }
  }

  /// The things that are named: `mentions` are places in `entities`, from 0.
  private func writeNames(to json: inout JSONWriter) {
    guard !names.isEmpty else { return }
    let mentions = NameMentions(names, entities)
    json.name(known: "names")
    json.open("[")
    for index in names.indices {
      let places = mentions[index]
      json.open("{")
      json.member(known: "id", names[index].id)
      json.member(known: "label", names[index].label.rawValue)
      json.member(known: "name", names[index].name)
      json.member(known: "count", places.isEmpty ? nil : places.count)
      json.name(known: "mentions")
      json.open("[")
      for mention in places { json.number(mention) }
      json.close("]")
      json.close("}")
    }
    json.close("]")
  }

  private func writeVerdict(to json: inout JSONWriter) {
    switch verdict {
    case .kept: break
    case .dropped(let reason):
      json.name(known: "verdict")
      json.object { json in
        json.member(known: "kind", "dropped")
        json.member(known: "stage", trail.entries.last { $0.action == .dropped }?.stage?.id)
        json.member(known: "reason", reason)
      }
    case .duplicate(let other, let similarity):
      json.name(known: "verdict")
      json.object { json in
        json.member(known: "kind", "duplicate")
        json.member(known: "stage", trail.entries.last { $0.action == .duplicate }?.stage?.id)
        json.member(known: "of", other)
        json.member(known: "similarity", similarity)
      }
    case .failed(let failure):
      json.name(known: "verdict")
      json.object { json in
        json.member(known: "kind", "failed")
        json.member(known: "stage", failure.stage)
        json.member(known: "reason", failure.message)
      }
    }
  }
}

extension Trail {
  func write(to json: inout JSONWriter) {
    guard !entries.isEmpty else { return }
    json.name(known: "trail")
    json.open("[")
    // By index, and without closures: each would hold a copy of the entry.
    for index in entries.indices {
      json.open("{")
      if entries[index].stage != nil {
        json.member(known: "stage", entries[index].stage?.id)
        json.member(known: "file", entries[index].stage?.file)
        json.member(known: "line", entries[index].stage?.line)
      }
      json.member(known: "action", entries[index].action.rawValue)
      json.member(known: "rule", entries[index].rule)
      json.member(known: "field", entries[index].field)
      json.member(known: "start", entries[index].source?.start)
      json.member(known: "end", entries[index].source?.end)
      json.member(known: "measured", entries[index].measured)
      json.member(known: "limit", entries[index].limit)
      json.member(known: "of", entries[index].reference)
      json.member(known: "of_start", entries[index].referenceSource?.start)
      json.member(known: "of_end", entries[index].referenceSource?.end)
      json.member(known: "reason", entries[index].reason)
      json.close("}")
    }
    json.close("]")
  }
}
