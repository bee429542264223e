import CLibYAML
import Copydesk

/// One step of libyaml's event stream, in Swift's terms.
struct YAMLEvent {
  enum Kind {
    case scalar(String, isPlain: Bool)
    case alias(String)
    case sequenceStart, sequenceEnd
    case mappingStart, mappingEnd
    case documentStart
    case other
    case end
  }

  let kind: Kind
  let anchor: String?
  let location: SourceLocation
}

/// What is malformed, and where.
struct YAMLSyntaxError: Error {
  let mistake: YAMLMistake
  let location: SourceLocation
}

/// Reads YAML with libyaml's parser.
///
/// The event interface is used, not the document interface, because it keeps the place of every key and lets
/// us bound what aliases expand to.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let text: String
  private let file: String

  init(_ text: String, file: String) {
    self.text = text
    self.file = file
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    input = .allocate(capacity: text.utf8.count)
    _ = input.initialize(from: text.utf8)
    yaml_parser_initialize(parser)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deinitialize(count: 1)
    parser.deallocate()
    input.deallocate()
  }

  mutating func next() throws(YAMLSyntaxError) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxError() }
    defer { yaml_event_delete(&event) }
    let location = place(from: event.start_mark, to: event.end_mark)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
      return YAMLEvent(
        kind: .scalar(String(decoding: bytes, as: UTF8.self), isPlain: isPlain),
        anchor: string(scalar.anchor),
        location: location)
    case YAML_ALIAS_EVENT:
      return YAMLEvent(kind: .alias(string(event.data.alias.anchor) ?? ""), anchor: nil, location: location)
    case YAML_SEQUENCE_START_EVENT:
      return YAMLEvent(
        kind: .sequenceStart, anchor: string(event.data.sequence_start.anchor), location: location)
    case YAML_MAPPING_START_EVENT:
      return YAMLEvent(
        kind: .mappingStart, anchor: string(event.data.mapping_start.anchor), location: location)
    case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .sequenceEnd, anchor: nil, location: location)
    case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mappingEnd, anchor: nil, location: location)
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, anchor: nil, location: location)
    case YAML_STREAM_END_EVENT: return YAMLEvent(kind: .end, anchor: nil, location: location)
    default: return YAMLEvent(kind: .other, anchor: nil, location: location)
    }
  }

  private func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private func place(from start: yaml_mark_t, to end: yaml_mark_t) -> SourceLocation {
    let length = end.line == start.line && end.column > start.column ? end.column - start.column : 1
    return SourceLocation(file: file, line: start.line + 1, column: start.column + 1, length: length)
  }

  private func syntaxError() -> YAMLSyntaxError {
    let state = parser.pointee
    let diagnosis = YAMLDiagnosis(
      problem: state.problem.map { String(cString: $0) } ?? "the file cannot be read",
      context: state.context.map { String(cString: $0) } ?? "",
      place: .init(line: state.problem_mark.line, column: state.problem_mark.column),
      start: .init(line: state.context_mark.line, column: state.context_mark.column),
      offset: state.error == YAML_READER_ERROR ? state.problem_offset : nil, text: text)
    return diagnosis.error(file: file)
  }
}
