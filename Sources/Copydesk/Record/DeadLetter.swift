/// A document that could not be processed, as a line of the dead letters keeps it: what went wrong, and the original
/// bytes with all that is needed to read them again.
public struct DeadLetter: Sendable, Equatable {
  /// The document's id.
  public var id: String
  /// The file that it came from.
  public var path: String
  /// Its bytes in that file.
  public var span: Span
  /// How the source was to read it, as the source calls it.
  public var format: String
  /// What the source wants to know besides the bytes, such as the names of a table's columns; nil where nothing.
  public var note: String?
  /// The bytes; nil where they could not be read at all.
  public var original: [UInt8]?
  /// What went wrong.
  public var failure: Failure

  /// Reads a line of the dead letters.
  /// - Throws: ``MalformedJSON`` where it is no JSON or lacks what a dead letter has.
  public init(_ line: ArraySlice<UInt8>) throws(MalformedJSON) {
    let json = try JSONReader.value(line)
    guard let id = json["id"]?.string else { throw Self.lacking("an \"id\"") }
    guard let source = json["source"], let path = source["path"]?.string, let span = source.span,
      let format = source["format"]?.string
    else { throw Self.lacking("a \"source\" with its path, start, end and format") }
    guard let error = json["error"], let code = error["code"]?.string,
      let message = error["message"]?.string
    else { throw Self.lacking("an \"error\" with its code and message") }
    self.id = id
    self.path = path
    self.span = span
    self.format = format
    note = source["note"]?.string
    if let text = json["original"]?.string {
      original = Array(text.utf8)
    } else if let digits = json["original_base64"]?.string {
      guard let bytes = Base64.decoded(digits.utf8) else {
        throw Self.lacking("Base64 in \"original_base64\"")
      }
      original = bytes
    }
    failure = Failure(
      DiagnosticCode(rawValue: code) ?? .stageFailed, message, help: error["help"]?.string,
      offset: error["offset"]?.int, stage: error["stage"]?.string)
  }

  private static func lacking(_ what: String) -> MalformedJSON { MalformedJSON(offset: 0, expected: what) }
}

extension Document {
  /// The document as one line of the dead letters.
  ///
  /// Bytes that are not UTF-8 are written in Base64 as `original_base64`; bytes that could not be read are left out.
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
        if source.encoding != .utf8 { json.member("encoding", source.encoding.name) }
        json.member("format", reading?.format ?? source.format.rawValue)
        json.member("note", reading?.note)
      }
      json.name("error")
      json.object { json in
        json.member("code", failure.code.rawValue)
        json.member("message", failure.message)
        json.member("help", failure.help)
        json.member("offset", failure.offset)
        json.member("stage", failure.stage)
      }
      if reading?.hasBytes ?? true { writeOriginal(to: &json) }
      trail.write(to: &json)
    }
    json.endLine()
    return json.finish()
  }

  private func writeOriginal(to json: inout JSONWriter) {
    let original = Array(source.bytes)
    if firstInvalidUTF8(in: original) == nil {
      json.name("original")
      json.string(original)
    } else {
      json.name("original_base64")
      json.string(Base64.encoded(original))
    }
  }
}
