import Copydesk

extension Document {
  /// The document as a program gets it: its id and the fields that it asks for, under the names of a record.
  func request(_ fields: Set<DocumentField>) -> [UInt8] {
    var json = JSONWriter(reserving: fields.contains(.text) ? text.count + 256 : 256)
    json.object { json in
      json.member("id", id)
      if fields.contains(.text) {
        json.name("text")
        json.string(text.utf8)
      }
      if fields.contains(.title) { json.member("title", title) }
      if fields.contains(.byline) { json.member("byline", byline) }
      if fields.contains(.section) { json.member("section", section) }
      if fields.contains(.published) { json.member("published", published?.description) }
      if fields.contains(.language) { json.member("language", language) }
      let wantsEntities = fields.contains(.entities) && !entities.isEmpty
      let wantsSummary = fields.contains(.summary) && summary != nil
      if wantsEntities || wantsSummary {
        let offsets = ScalarOffsets(text)
        if wantsEntities { writeEntities(to: &json, offsets) }
        if wantsSummary, let summary { write(summary, to: &json, offsets) }
      }
      if fields.contains(.metadata), !metadata.isEmpty {
        json.name("metadata")
        json.value(.object(metadata.fields))
      }
    }
    return json.finish()
  }

  private func writeEntities(to json: inout JSONWriter, _ offsets: ScalarOffsets) {
    json.name("entities")
    json.array { json in
      for entity in entities {
        json.object { json in
          json.member("start", offsets[entity.span.start])
          json.member("end", offsets[entity.span.end])
          json.member("label", entity.label.rawValue)
          json.name("text")
          json.string(text.utf8[entity.span.range])
          json.member("value", entity.value)
        }
      }
    }
  }

  private func write(_ summary: Summary, to json: inout JSONWriter, _ offsets: ScalarOffsets) {
    json.member("summary", summary.string(in: text))
    json.name("summary_sentences")
    json.array { json in
      for span in summary.sentences {
        json.object { json in
          json.member("start", offsets[span.start])
          json.member("end", offsets[span.end])
        }
      }
    }
  }
}
