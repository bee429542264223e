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
    var json = JSONWriter(reserving: (includeText ? text.count : 0) + 1024)
    // No closures here: each would hold a copy of the document.
    json.open("{")
    json.member("schema", Self.recordSchema)
    json.member("id", id)
    json.name("source")
    json.open("{")
    json.member("path", source.path)
    json.member("start", source.span.start)
    json.member("end", source.span.end)
    json.close("}")
    json.member("title", title)
    json.member("byline", byline)
    json.member("section", section)
    json.member("published", published?.description)
    json.member("language", language)
    if includeText {
      json.name("text")
      json.string(text.utf8)
      if !entities.isEmpty || summary != nil { writeFindings(to: &json, withProvenance: includeProvenance) }
    }
    json.member("duplicate_of", duplicateOf)
    if !verdict.isKept { writeVerdict(to: &json) }
    if !metadata.isEmpty {
      json.name("metadata")
      json.value(.object(metadata.fields))
    }
    if includeTrail { trail.write(to: &json) }
    json.close("}")
    json.endLine()
    return json.bytes
  }

  private func writeFindings(to json: inout JSONWriter, withProvenance: Bool) {
    let offsets = ScalarOffsets(text)
    func writePlace(of span: Span, to json: inout JSONWriter) {
      json.member("start", offsets[span.start])
      json.member("end", offsets[span.end])
      guard withProvenance else { return }
      let source = text.source(of: span)
      json.member("source_start", source.start)
      json.member("source_end", source.end)
    }
    if !entities.isEmpty {
      json.name("entities")
      json.array { json in
        for entity in entities {
          json.object { json in
            writePlace(of: entity.span, to: &json)
            json.member("label", entity.label.rawValue)
            json.name("text")
            json.string(text.utf8[entity.span.range])
            json.member("value", entity.value)
            json.member("id", entity.id)
            json.member("title", entity.title)
            json.member("confidence", entity.confidence)
          }
        }
      }
    }
    writeNames(to: &json)
    if let summary {
      json.member("summary", summary.string(in: text))
      json.name("summary_sentences")
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
    json.name("names")
    json.array { json in
      for (index, name) in names.enumerated() {
        let places = mentions[index]
        json.object { json in
          json.member("id", name.id)
          json.member("label", name.label.rawValue)
          json.member("name", name.name)
          json.member("count", places.isEmpty ? nil : places.count)
          json.name("mentions")
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
      json.name("verdict")
      json.object { json in
        json.member("kind", "dropped")
        json.member("stage", trail.entries.last { $0.action == .dropped }?.stage?.id)
        json.member("reason", reason)
      }
    case .duplicate(let other, let similarity):
      json.name("verdict")
      json.object { json in
        json.member("kind", "duplicate")
        json.member("stage", trail.entries.last { $0.action == .duplicate }?.stage?.id)
        json.member("of", other)
        json.member("similarity", similarity)
      }
    case .failed(let failure):
      json.name("verdict")
      json.object { json in
        json.member("kind", "failed")
        json.member("stage", failure.stage)
        json.member("reason", failure.message)
      }
    }
  }
}

extension Trail {
  func write(to json: inout JSONWriter) {
    guard !entries.isEmpty else { return }
    json.name("trail")
    json.array { json in
      for entry in entries {
        json.object { json in
          json.member("stage", entry.stage?.id)
          json.member("file", entry.stage?.file)
          json.member("line", entry.stage?.line)
          json.member("action", entry.action.rawValue)
          json.member("rule", entry.rule)
          json.member("field", entry.field)
          json.member("start", entry.source?.start)
          json.member("end", entry.source?.end)
          json.member("measured", entry.measured)
          json.member("limit", entry.limit)
          json.member("of", entry.reference)
          json.member("of_start", entry.referenceSource?.start)
          json.member("of_end", entry.referenceSource?.end)
        }
      }
    }
  }
}
