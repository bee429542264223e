extension Document {
  /// Writes all that there is to know of the document, so that it can be put aside and taken up again in the same run.
  ///
  /// Not a format to keep: the program that reads it is the one that wrote it. What was computed about the text is
  /// computed again.
  /// - Parameter isBrief: whether the original bytes and the trail are left out.
  package func store(to out: inout ByteStore, isBrief: Bool = false) {
    out.put(id)
    out.put(source.path)
    out.put(source.span)
    out.put(source.format.rawValue)
    out.put(isBrief ? [] : source.bytes)
    out.put(source.encoding.name)
    out.put(text.utf8)
    text.map.store(to: &out)
    for field in [title, byline, section, language, duplicateOf] { out.put(field) }
    out.put(published) { $1.store(to: &$0) }
    out.put(each: entities) { out, entity in
      out.put(entity.span)
      out.put(entity.label.rawValue)
      out.put(entity.value)
      out.put(entity.id)
      out.put(entity.title)
      out.put(entity.confidence)
    }
    out.put(each: names) { out, name in
      out.put(name.id)
      out.put(name.label.rawValue)
      out.put(name.name)
    }
    out.put(summary) { out, summary in
      out.put(each: summary.sentences) { $0.put($1) }
      out.put(summary.method)
    }
    out.put(each: metadata.fields) { $1.store(to: &$0) }
    verdict.store(to: &out)
    out.put(each: branches.sorted { $0.key < $1.key }) { out, branch in
      out.put(branch.key)
      out.put(branch.value)
    }
    out.put(isWritten)
    out.put(filing.rawValue)
    out.put(reading) { out, reading in
      out.put(reading.format)
      out.put(reading.hasBytes)
      out.put(reading.note)
      out.put(reading.isReplayed)
    }
    out.put(each: isBrief ? [] : trail.entries) { $1.store(to: &$0) }
    out.put(trail.author) { $1.store(to: &$0) }
  }

  /// Reads a document that ``store(to:)`` wrote.
  package init(from bytes: inout ByteLoader) throws(MalformedStore) {
    let id = try bytes.string()
    let path = try bytes.string()
    let span = try bytes.span()
    guard let format = DocumentSource.Format(rawValue: try bytes.string()) else { throw MalformedStore() }
    let original = try bytes.data()
    guard let encoding = TextEncoding(label: try bytes.string()) else { throw MalformedStore() }
    let source = DocumentSource(path: path, span: span, format: format, bytes: original, encoding: encoding)
    let utf8 = Array(try bytes.data())
    self.init(id: id, source: source, text: Text(unchecked: utf8, map: try SourceMap(from: &bytes)))
    title = try bytes.optionalString()
    byline = try bytes.optionalString()
    section = try bytes.optionalString()
    language = try bytes.optionalString()
    duplicateOf = try bytes.optionalString()
    published = try bytes.optional { bytes throws(MalformedStore) in try PublicationDate(from: &bytes) }
    let entities = try bytes.array { bytes throws(MalformedStore) in
      let span = try bytes.span()
      guard span.end <= utf8.count else { throw MalformedStore() }
      var entity = Entity(
        span, Entity.Label(rawValue: try bytes.string()), value: try bytes.optionalString())
      entity.id = try bytes.optionalString()
      entity.title = try bytes.optionalString()
      entity.confidence = try bytes.optionalDouble()
      return entity
    }
    let names = try bytes.array { bytes throws(MalformedStore) in
      EntityName(
        id: try bytes.string(), label: Entity.Label(rawValue: try bytes.string()), name: try bytes.string())
    }
    setEntities(entities, names: names)
    summary = try bytes.optional { bytes throws(MalformedStore) in
      Summary(
        sentences: try bytes.array { bytes throws(MalformedStore) in try bytes.span() },
        method: try bytes.string())
    }
    for member in try bytes.array({ bytes throws(MalformedStore) in try JSONValue.Member(from: &bytes) }) {
      metadata[member.name] = member.value
    }
    restore(try Verdict(from: &bytes))
    for _ in 0..<(try bytes.count()) { branches[try bytes.int()] = try bytes.int() }
    isWritten = try bytes.bool()
    guard let filing = Filing(rawValue: try bytes.int()) else { throw MalformedStore() }
    self.filing = filing
    reading = try bytes.optional { bytes throws(MalformedStore) in
      SourceReading(
        format: try bytes.string(), hasBytes: try bytes.bool(),
        context: try bytes.optionalString().map { StoredContext(note: $0) }, isReplayed: try bytes.bool())
    }
    for entry in try bytes.array({ bytes throws(MalformedStore) in try TrailEntry(from: &bytes) }) {
      trail.append(entry)
    }
    trail.author = try bytes.optional { bytes throws(MalformedStore) in try StageReference(from: &bytes) }
  }
}

extension SourceMap {
  fileprivate func store(to out: inout ByteStore) {
    out.put(each: segments) { out, segment in
      out.put(segment.text)
      out.put(segment.source)
      out.put(segment.sourceLength)
      out.put(segment.isVerbatim)
    }
    out.put(textLength)
  }

  fileprivate init(from bytes: inout ByteLoader) throws(MalformedStore) {
    let segments = try bytes.array { bytes throws(MalformedStore) in
      let (text, source, length) = (try bytes.int(), try bytes.int(), try bytes.int())
      guard UInt32(exactly: text) != nil, UInt32(exactly: length) != nil else { throw MalformedStore() }
      return Segment(text: text, source: source, sourceLength: length, isVerbatim: try bytes.bool())
    }
    self.init(segments: segments, textLength: try bytes.int())
  }
}

extension PublicationDate {
  fileprivate func store(to out: inout ByteStore) {
    for part in [year, month, day] { out.put(part) }
    out.put(time) { out, time in
      out.put(time.hour)
      out.put(time.minute)
      out.put(time.second)
      out.put(time.offset)
    }
  }

  fileprivate init(from bytes: inout ByteLoader) throws(MalformedStore) {
    let (year, month, day) = (try bytes.int(), try bytes.int(), try bytes.int())
    let time = try bytes.optional { bytes throws(MalformedStore) -> Time in
      let time = Time(
        hour: try bytes.int(), minute: try bytes.int(), second: try bytes.int(),
        offset: try bytes.optionalInt())
      guard let time else { throw MalformedStore() }
      return time
    }
    guard let date = PublicationDate(year: year, month: month, day: day, time: time) else {
      throw MalformedStore()
    }
    self = date
  }
}

extension JSONValue.Member {
  fileprivate func store(to out: inout ByteStore) {
    out.put(name)
    value.store(to: &out)
  }

  fileprivate init(from bytes: inout ByteLoader) throws(MalformedStore) {
    self.init(try bytes.string(), try JSONValue(from: &bytes))
  }
}

extension JSONValue {
  fileprivate func store(to out: inout ByteStore) {
    switch self {
    case .null: out.put(0)
    case .bool(let flag):
      out.put(1)
      out.put(flag)
    case .number(let digits):
      out.put(2)
      out.put(digits)
    case .string(let string):
      out.put(3)
      out.put(string)
    case .array(let elements):
      out.put(4)
      out.put(each: elements) { $1.store(to: &$0) }
    case .object(let members):
      out.put(5)
      out.put(each: members) { $1.store(to: &$0) }
    }
  }

  fileprivate init(from bytes: inout ByteLoader) throws(MalformedStore) {
    switch try bytes.int() {
    case 0: self = .null
    case 1: self = .bool(try bytes.bool())
    case 2: self = .number(try bytes.string())
    case 3: self = .string(try bytes.string())
    case 4: self = .array(try bytes.array { bytes throws(MalformedStore) in try JSONValue(from: &bytes) })
    case 5: self = .object(try bytes.array { bytes throws(MalformedStore) in try Member(from: &bytes) })
    default: throw MalformedStore()
    }
  }
}

extension Verdict {
  fileprivate func store(to out: inout ByteStore) {
    switch self {
    case .kept: out.put(0)
    case .dropped(let reason):
      out.put(1)
      out.put(reason)
    case .duplicate(let other, let similarity):
      out.put(2)
      out.put(other)
      out.put(similarity)
    case .failed(let failure):
      out.put(3)
      out.put(failure.code.rawValue)
      out.put(failure.message)
      out.put(failure.help)
      out.put(failure.offset)
      out.put(failure.stage)
      out.put(failure.isTransient)
    }
  }

  fileprivate init(from bytes: inout ByteLoader) throws(MalformedStore) {
    switch try bytes.int() {
    case 0: self = .kept
    case 1: self = .dropped(reason: try bytes.string())
    case 2: self = .duplicate(of: try bytes.string(), similarity: try bytes.double())
    case 3:
      guard let code = DiagnosticCode(rawValue: try bytes.string()) else { throw MalformedStore() }
      self = .failed(
        Failure(
          code, try bytes.string(), help: try bytes.optionalString(), offset: try bytes.optionalInt(),
          stage: try bytes.optionalString(), isTransient: try bytes.bool()))
    default: throw MalformedStore()
    }
  }
}

extension TrailEntry {
  fileprivate func store(to out: inout ByteStore) {
    out.put(stage) { $1.store(to: &$0) }
    out.put(action.rawValue)
    out.put(rule)
    out.put(source)
    out.put(field)
    out.put(measured)
    out.put(limit)
    out.put(reference)
    out.put(referenceSource)
    out.put(reason)
  }

  fileprivate init(from bytes: inout ByteLoader) throws(MalformedStore) {
    let stage = try bytes.optional { bytes throws(MalformedStore) in try StageReference(from: &bytes) }
    guard let action = Action(rawValue: try bytes.string()) else { throw MalformedStore() }
    self.init(
      action, rule: try bytes.string(), source: try bytes.optionalSpan(), field: try bytes.optionalString(),
      measured: try bytes.optionalDouble(), limit: try bytes.optionalDouble(),
      reference: try bytes.optionalString(), referenceSource: try bytes.optionalSpan())
    self.stage = stage
    reason = try bytes.optionalString()
  }
}

extension StageReference {
  fileprivate func store(to out: inout ByteStore) {
    out.put(id)
    out.put(line)
    out.put(file)
  }

  fileprivate init(from bytes: inout ByteLoader) throws(MalformedStore) {
    self.init(id: try bytes.string(), line: try bytes.optionalInt(), file: try bytes.optionalString())
  }
}
