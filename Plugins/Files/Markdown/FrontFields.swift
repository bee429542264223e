import Copydesk
import YAMLStream

/// Reads a mapping in YAML as the members of a record.
///
/// Plain `true`, `false`, `null` and `~` are what they say; every other scalar is a string, a number, too: dates and
/// versions look like numbers. Anchors and aliases, which hardly any page has, are not followed.
struct FrontFields: ~Copyable {
  /// Deeper nesting is no block of fields.
  private static let maximumDepth = 16

  /// What is no mapping, or more than one.
  private struct NoFields: Error {}

  private var events: YAMLEvents

  /// The members; nil where the bytes are anything else.
  static func read(_ block: ArraySlice<UInt8>) -> [JSONValue.Member]? {
    var fields = FrontFields(events: YAMLEvents(block))
    return try? fields.members()
  }

  private mutating func members() throws -> [JSONValue.Member] {
    var found: [JSONValue.Member]?
    while true {
      let event = try events.next()
      switch event.kind {
      case .end:
        guard let found else { throw NoFields() }
        return found
      case .mappingStart where found == nil: found = try mapping(depth: 1)
      case .documentStart, .other: continue
      default: throw NoFields()
      }
    }
  }

  private mutating func mapping(depth: Int) throws -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    while true {
      let event = try events.next()
      if case .mappingEnd = event.kind { return members }
      guard case .scalar(let name, _) = event.kind, depth > 1 || Self.isName(name),
        names.insert(name).inserted
      else { throw NoFields() }
      members.append(.init(name, try value(try events.next(), depth: depth)))
    }
  }

  private mutating func value(_ event: YAMLEvent, depth: Int) throws -> JSONValue {
    guard event.anchor == nil, depth <= Self.maximumDepth else { throw NoFields() }
    switch event.kind {
    case .scalar(let text, let isPlain): return isPlain ? Self.plain(text) : .string(text)
    case .mappingStart: return .object(try mapping(depth: depth + 1))
    case .sequenceStart:
      var items: [JSONValue] = []
      while true {
        let item = try events.next()
        if case .sequenceEnd = item.kind { return .array(items) }
        items.append(try value(item, depth: depth + 1))
      }
    default: throw NoFields()
    }
  }

  private static func plain(_ text: String) -> JSONValue {
    switch text {
    case "true": .bool(true)
    case "false": .bool(false)
    case "", "null", "~": .null
    default: .string(text)
    }
  }

  /// Prose with a colon in it is no field.
  private static func isName(_ name: String) -> Bool {
    (1...64).contains(name.utf8.count)
      && name.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "_-.".utf8.contains($0) }
  }
}
