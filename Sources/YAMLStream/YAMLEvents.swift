import CLibYAML

/// Reads YAML with libyaml's parser.
///
/// The event interface is used, not the document interface, because it keeps the place of every key and lets
/// its readers bound what aliases expand to.
package struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  /// - Parameter utf8: the text; what is not UTF-8 in it stops the reader.
  package init(_ utf8: some Collection<UInt8>) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    input = .allocate(capacity: utf8.count)
    _ = input.initialize(from: utf8)
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

  package mutating func next() throws(YAMLStop) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw stop() }
    defer { yaml_event_delete(&event) }
    let (kind, anchor) = Self.content(of: event)
    let (start, end) = (event.start_mark, event.end_mark)
    let length = end.line == start.line && end.column > start.column ? end.column - start.column : 1
    return YAMLEvent(kind: kind, anchor: anchor, place: Self.place(start), length: length)
  }

  private static func content(of event: yaml_event_t) -> (kind: YAMLEvent.Kind, anchor: String?) {
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
      return (.scalar(String(decoding: bytes, as: UTF8.self), isPlain: isPlain), string(scalar.anchor))
    case YAML_ALIAS_EVENT: return (.alias(string(event.data.alias.anchor) ?? ""), nil)
    case YAML_SEQUENCE_START_EVENT: return (.sequenceStart, string(event.data.sequence_start.anchor))
    case YAML_MAPPING_START_EVENT: return (.mappingStart, string(event.data.mapping_start.anchor))
    case YAML_SEQUENCE_END_EVENT: return (.sequenceEnd, nil)
    case YAML_MAPPING_END_EVENT: return (.mappingEnd, nil)
    case YAML_DOCUMENT_START_EVENT: return (.documentStart, nil)
    case YAML_STREAM_END_EVENT: return (.end, nil)
    default: return (.other, nil)
    }
  }

  private static func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private static func place(_ mark: yaml_mark_t) -> YAMLPlace {
    YAMLPlace(line: mark.line, column: mark.column)
  }

  private func stop() -> YAMLStop {
    let state = parser.pointee
    return YAMLStop(
      problem: state.problem.map { String(cString: $0) } ?? "the file cannot be read",
      context: state.context.map { String(cString: $0) } ?? "",
      place: Self.place(state.problem_mark), start: Self.place(state.context_mark),
      offset: state.error == YAML_READER_ERROR ? state.problem_offset : nil)
  }
}
