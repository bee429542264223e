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
      json.array { json in
        for entity in entities {
          json.object { json in
            writePlace(of: entity.span, to: &json)
            json.member(known: "label", entity.label.rawValue)
            json.name(known: "text")
            json.string(text.utf8[entity.span.range])
            json.member(known: "value", entity.value)
            json.member(known: "id", entity.id)
            json.member(known: "title", entity.title)
            json.member(known: "confidence", entity.confidence)
          }
        }
      }
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
    json.array { json in
      for (index, name) in names.enumerated() {
        let places = mentions[index]
        json.object { json in
          json.member(known: "id", name.id)
          json.member(known: "label", name.label.rawValue)
          json.member(known: "name", name.name)
          json.member(known: "count", places.isEmpty ? nil : places.count)
          json.name(known: "mentions")
          json.array { json in
            for mention in places { json.number(mention) }
          }
        }
      }
    }
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
    json.array { json in
      for entry in entries {
        json.object { json in
          if let stage = entry.stage {
            json.member(known: "stage", stage.id)
            json.member(known: "file", stage.file)
            json.member(known: "line", stage.line)
          }
          json.member(known: "action", entry.action.rawValue)
          json.member(known: "rule", entry.rule)
          json.member(known: "field", entry.field)
          json.member(known: "start", entry.source?.start)
          json.member(known: "end", entry.source?.end)
          json.member(known: "measured", entry.measured)
          json.member(known: "limit", entry.limit)
          json.member(known: "of", entry.reference)
          json.member(known: "of_start", entry.referenceSource?.start)
          json.member(known: "of_end", entry.referenceSource?.end)
        }
      }
    }
  }
}
