import Copydesk

/// The reference page of the grammar of definitions, made of their JSON Schema.
struct DefinitionReferencePage {
  let schema: JSONValue

  var text: String {
    let parts = schema["$defs"]?.members ?? []
    let sections = parts.filter { !$0.name.hasPrefix(Self.optionsPrefix) }.map { part in
      section(Self.heading(part.name), part.value)
    }
    return Self.opening + "\n" + section("Top level", schema) + "\n" + sections.joined(separator: "\n")
  }

  private static let optionsPrefix = "options."

  private func section(_ heading: String, _ part: JSONValue) -> String {
    let description = part["description"]?.string.map { $0 + "\n" } ?? ""
    let objects = ([part] + (part["anyOf"]?.elements ?? [])).filter { $0["properties"] != nil && !$0.isOpen }
    let tables = objects.map { table($0["properties"]?.members ?? []) }
    let forms = objects.first == part ? nil : "Takes \(takes(part)).\n"
    return (["## \(heading)\n", description, forms].compactMap(\.self) + tables).joined(separator: "\n")
  }

  private func table(_ members: [JSONValue.Member]) -> String {
    Markdown.table(
      ["key", "takes", "what it does"],
      members.map { member in
        let target = member.value["$ref"]?.string.flatMap(definition)
        return [
          Markdown.code(member.name), takes(member.value),
          (member.value["description"] ?? target?["description"])?.string ?? "",
        ]
      })
  }

  // MARK: What a value may be

  private func takes(_ value: JSONValue) -> String {
    if let reference = value["$ref"]?.string { return link(to: reference) }
    if let alternatives = value["anyOf"]?.elements {
      let known = alternatives.filter { ($0["pattern"] == nil || $0.types.count > 1) && $0.types != ["null"] }
      if !known.isEmpty, value["properties"] == nil, value["required"] == nil, value["type"] == nil {
        return known.map(takes).joined(separator: ", or ")
      }
    }
    if let words = value["enum"]?.elements { return Self.list(words) }
    if let cases = value["oneOf"]?.elements, let words = cases.constants {
      return value.types == ["string"] ? "the name of a stage" : Self.list(words)
    }
    if case .bool(let flag) = value["const"] { return Markdown.code("\(flag)") }
    return takes(value.types, value)
  }

  private func takes(_ types: [String], _ value: JSONValue) -> String {
    switch types.first {
    case "array": return "a list, each \(value["items"].map(takes) ?? "anything")"
    case "null": return "anything but a mapping"
    case "number" where types.count > 2: return "a value"
    case "object":
      let keys = (value["properties"]?.members ?? []).map { Markdown.code($0.name) }
      if !keys.isEmpty, !value.isOpen { return "a mapping of " + keys.joined(separator: ", ") }
      guard let inner = value["additionalProperties"], inner["$ref"] != nil || inner["type"] != nil else {
        return "a mapping"
      }
      return "a mapping of names, each to \(takes(inner))"
    case "boolean": return "true or false"
    case "integer", "number":
      let range = OptionRange(low: value["minimum"], high: value["maximum"])
      let bounds = range.low == nil && range.high == nil ? "" : ", \(range)"
      return (types.first == "integer" ? "a whole number" : "a number") + bounds
    case "string": return "text"
    default: return "anything"
    }
  }

  private static func list(_ words: [JSONValue]) -> String {
    words.compactMap(\.string).map(Markdown.code).joined(separator: " | ")
  }

  private func definition(_ reference: String) -> JSONValue? {
    schema["$defs"]?[String(reference.dropFirst("#/$defs/".count))]
  }

  private func link(to reference: String) -> String {
    let name = String(reference.dropFirst("#/$defs/".count))
    if name.hasPrefix(Self.optionsPrefix) {
      let stage = name.dropFirst(Self.optionsPrefix.count)
      return "[options of `\(stage)`](stages/\(stage).md)"
    }
    let heading = Self.heading(name).lowercased()
    let article = heading.hasSuffix("s") ? "" : "aeiou".contains(heading.prefix(1)) ? "an " : "a "
    return article + "[\(heading)](#\(heading.replacing(" ", with: "-")))"
  }

  /// `fieldCondition` → `Field condition`.
  private static func heading(_ name: String) -> String {
    let words = name.reduce(into: "") { $0 += $1.isUppercase ? " " + $1.lowercased() : String($1) }
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

extension JSONValue {
  fileprivate var members: [Member]? { if case .object(let members) = self { members } else { nil } }

  fileprivate var elements: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

  fileprivate var types: [String] {
    self["type"]?.string.map { [$0] } ?? self["type"]?.elements?.compactMap(\.string) ?? []
  }

  /// Whether it takes keys besides those it names.
  fileprivate var isOpen: Bool { self["additionalProperties"]?.members != nil }
}

extension [JSONValue] {
  /// The constants that a choice is made of.
  fileprivate var constants: [JSONValue]? {
    let words = compactMap { $0["const"] }
    return words.count == count ? words : nil
  }
}
