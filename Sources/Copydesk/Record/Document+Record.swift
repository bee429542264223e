extension Document {
  /// The version of the record format.
  public static let recordSchema = 1

  /// The document as one line of JSON Lines: the public contract, version ``recordSchema``.
  ///
  /// `start` and `end` of entities and summary sentences count Unicode scalars of `text`, as Python strings
  /// do; those under `source` and in the trail count bytes of the file. A field that no stage filled is left
  /// out.
  public func record(includeTrail: Bool = true) -> [UInt8] {
    var json = JSONWriter(reserving: text.count + 1024)
    json.object { json in
      json.member("schema", Self.recordSchema)
      json.member("id", id)
      json.name("source")
      json.object { json in
        json.member("path", source.path)
        json.member("start", source.span.start)
        json.member("end", source.span.end)
      }
      json.member("title", title)
      json.member("byline", byline)
      json.member("section", section)
      json.member("published", published?.description)
      json.member("language", language)
      json.name("text")
      json.string(text.utf8)
      writeFindings(to: &json)
      json.member("duplicate_of", duplicateOf)
      writeVerdict(to: &json)
      if !metadata.isEmpty {
        json.name("metadata")
        json.value(.object(metadata.fields))
      }
      if includeTrail { trail.write(to: &json) }
    }
    json.endLine()
    return json.bytes
  }

  private func writeFindings(to json: inout JSONWriter) {
    guard !entities.isEmpty || summary != nil else { return }
    let offsets = ScalarOffsets(text)
    if !entities.isEmpty {
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
    if let summary {
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
          json.member("line", entry.stage?.line)
          json.member("action", entry.action.rawValue)
          json.member("rule", entry.rule)
          json.member("field", entry.field)
          json.member("start", entry.source?.start)
          json.member("end", entry.source?.end)
          json.member("measured", entry.measured)
          json.member("limit", entry.limit)
          json.member("of", entry.reference)
        }
      }
    }
  }
}

extension Document {
  /// The document as one line of the dead letters: what went wrong, and the original bytes to try again with.
  ///
  /// Bytes that are not UTF-8 are written in Base64 as `original_base64`.
  public func deadLetter(_ failure: Failure) -> [UInt8] {
    var json = JSONWriter(reserving: source.bytes.count + 512)
    json.object { json in
      json.member("schema", Self.recordSchema)
      json.member("id", id)
      json.name("source")
      json.object { json in
        json.member("path", source.path)
        json.member("start", source.span.start)
        json.member("end", source.span.end)
        json.member("format", source.format.rawValue)
      }
      json.name("error")
      json.object { json in
        json.member("code", failure.code.rawValue)
        json.member("message", failure.message)
        json.member("help", failure.help)
        json.member("offset", failure.offset)
        json.member("stage", failure.stage)
      }
      let original = Array(source.bytes)
      if firstInvalidUTF8(in: original) == nil {
        json.name("original")
        json.string(original)
      } else {
        json.name("original_base64")
        json.string(base64(original))
      }
      trail.write(to: &json)
    }
    json.endLine()
    return json.bytes
  }
}

/// Base64 of RFC 4648.
func base64(_ bytes: [UInt8]) -> [UInt8] {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var out: [UInt8] = []
  out.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    var bits: UInt32 = 0
    for byte in group { bits = bits << 8 | UInt32(byte) }
    bits <<= UInt32(8 * (3 - group.count))
    for place in 0..<4 {
      out.append(
        place <= group.count ? alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "="))
    }
  }
  return out
}
