import Copydesk

/// A value to be written as YAML.
indirect enum YAMLValue {
  case scalar(YAMLScalar)
  case list([YAMLValue])
  case map([(key: String, value: YAMLValue)])

  static func text(_ text: String) -> YAMLValue { .scalar(YAMLScalar(text)) }

  init(_ json: JSONValue) {
    switch json {
    case .null: self = .scalar(YAMLScalar(literal: "null"))
    case .bool(let value): self = .scalar(YAMLScalar(literal: value ? "true" : "false"))
    case .number(let digits): self = .scalar(YAMLScalar(literal: digits))
    case .string(let text): self = .text(text)
    case .array(let values): self = .list(values.map { YAMLValue($0) })
    case .object(let members): self = .map(members.map { ($0.name, YAMLValue($0.value)) })
    }
  }

  /// In one line, between brackets.
  var flow: String {
    switch self {
    case .scalar(let scalar): scalar.flow
    case .list(let values): "[" + values.map(\.flow).joined(separator: ", ") + "]"
    case .map(let entries) where entries.isEmpty: "{}"
    case .map(let entries):
      "{ " + entries.map { "\(YAMLScalar($0.key).flow): \($0.value.flow)" }.joined(separator: ", ") + " }"
    }
  }

  /// Lines of the value behind its key, in block style: the first goes on behind `key:`, the others stand below.
  /// - Parameter indent: how far the key is indented.
  func block(indent: Int) -> [String] {
    let inner = indent + 2
    let blanks = String(repeating: " ", count: inner)
    switch self {
    case .scalar(let scalar): return scalar.block(indent: inner)
    case .list(let values):
      if values.isEmpty || isShortList(indent: indent) { return [" " + flow] }
      return [""]
        + values.flatMap { value in
          if case .map(let entries) = value {
            let lines = Self.lines(of: entries, indent: inner + 2)
            return lines.enumerated().map { index, line in
              index == 0 ? blanks + "- " + line.dropFirst(inner + 2) : line
            }
          }
          if case .list = value { return [blanks + "- " + value.flow] }
          let lines = value.block(indent: inner)
          return [blanks + "-" + (lines.first ?? "")] + lines.dropFirst()
        }
    case .map(let entries):
      if entries.isEmpty { return [" {}"] }
      return [""] + Self.lines(of: entries, indent: inner)
    }
  }

  /// Names and values, a line each at least.
  static func lines(of entries: [(key: String, value: YAMLValue)], indent: Int) -> [String] {
    entries.flatMap { entry in
      let lines = entry.value.block(indent: indent)
      let key = String(repeating: " ", count: indent) + YAMLScalar(entry.key).flow + ":"
      return [key + (lines.first ?? "")] + lines.dropFirst()
    }
  }

  /// Whether it is a list of words that reads well in one line.
  private func isShortList(indent: Int) -> Bool {
    guard case .list(let values) = self else { return false }
    return indent + flow.count < 80
      && values.allSatisfy { value in
        switch value {
        case .scalar(let scalar): scalar.isPlainInFlow
        case .list: value.isShortList(indent: indent)
        case .map: false
        }
      }
  }
}
