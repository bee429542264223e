import Copydesk

extension JSONValue {
  /// The value as JSON over several lines, indented by two blanks; what is short stays on one line.
  public var indented: String {
    var out = ""
    write(to: &out, indent: "")
    return out
  }

  private func write(to out: inout String, indent: String) {
    let compact = oneLine
    let isFlat = compact.utf8.count + indent.utf8.count <= 80 && isSimple
    switch self {
    case .array(let elements) where !isFlat:
      Self.write(elements, "[", "]", &out, indent) { $0.write(to: &$1, indent: $2) }
    case .object(let members) where !isFlat:
      Self.write(members, "{", "}", &out, indent) { member, out, inner in
        out += JSONValue.string(member.name).oneLine + ": "
        member.value.write(to: &out, indent: inner)
      }
    default: out += compact
    }
  }

  private static func write<Element>(
    _ elements: [Element], _ open: String, _ close: String, _ out: inout String, _ indent: String,
    _ body: (Element, inout String, String) -> Void
  ) {
    let inner = indent + "  "
    out += open
    for (index, element) in elements.enumerated() {
      out += (index == 0 ? "\n" : ",\n") + inner
      body(element, &out, inner)
    }
    out += "\n\(indent)\(close)"
  }

  /// Whether it can be read on one line: a value, a list of values, or one member that is either.
  private var isSimple: Bool {
    switch self {
    case .array(let elements): elements.allSatisfy { $0.isSimple && !$0.isObject }
    case .object(let members):
      members.count <= 1 && members.allSatisfy { $0.value.isSimple && !$0.value.isObject }
    default: true
    }
  }

  private var isObject: Bool { if case .object = self { true } else { false } }

  /// The value on one line, with the blanks that a person would put.
  private var oneLine: String {
    if case .array(let elements) = self { return "[" + elements.map(\.oneLine).joined(separator: ", ") + "]" }
    if case .object(let members) = self, let member = members.first, members.count == 1 {
      return "{ \(JSONValue.string(member.name).oneLine): \(member.value.oneLine) }"
    }
    var json = JSONWriter()
    json.value(self)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
