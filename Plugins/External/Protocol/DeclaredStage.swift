import Copydesk

/// A stage that a program offers.
struct DeclaredStage: Sendable {
  /// What it says of itself.
  var declaration: ComponentDeclaration
  /// How many documents it wants at once.
  var batch: Int

  /// Reads one from the program's answer to `hello`.
  init(_ json: JSONValue) throws(ProgramEnd) {
    let name = json["name"]?.string ?? ""
    guard !name.isEmpty else { throw .garbage("a stage without a name") }
    func bad(_ what: String) -> ProgramEnd { .garbage("the stage \"\(name)\": \(what)") }
    let known = [
      "name", "abstract", "reads", "writes", "rules", "labels", "options", "batch",
    ]
    guard case .object(let members) = json else { throw bad("it is no object") }
    for member in members where !known.contains(member.name) {
      throw bad("there is no \"\(member.name)\"; known are \(known.joined(separator: ", "))")
    }
    declaration = ComponentDeclaration(name: name, abstract: json["abstract"]?.string ?? "")
    declaration.reads = try Self.fields(json["reads"], "reads", bad)
    declaration.writes = try Self.fields(json["writes"], "writes", bad)
    for rule in json["rules"]?.elements ?? [] {
      guard let name = rule["name"]?.string else { throw bad("a rule without a name") }
      declaration.rules.append(Rule(name, rule["help"]?.string ?? ""))
    }
    if let labels = json["labels"]?.elements {
      declaration.labels = labels.compactMap(\.string).map(Entity.Label.init(rawValue:))
    }
    for option in json["options"]?.elements ?? [] {
      declaration.options.append(try Self.option(option, bad))
    }
    batch = json["batch"]?.wholeNumber ?? 1
    guard (1...10_000).contains(batch) else { throw bad("\"batch\" must be 1 to 10000") }
  }

  private static func fields(
    _ json: JSONValue?, _ name: String, _ bad: (String) -> ProgramEnd
  ) throws(ProgramEnd) -> [DocumentField] {
    guard let json, json != .null else { return [] }
    guard let elements = json.elements else { throw bad("\"\(name)\" is not a list") }
    var fields: [DocumentField] = []
    for element in elements {
      guard let field = element.string.flatMap(DocumentField.init(rawValue:)), field != .duplicateOf else {
        let known = DocumentField.allCases.filter { $0 != .duplicateOf }.map(\.rawValue)
        throw bad("\"\(name)\" names an unknown field; there are \(known.joined(separator: ", "))")
      }
      fields.append(field)
    }
    return fields
  }

  private static func option(
    _ json: JSONValue, _ bad: (String) -> ProgramEnd
  ) throws(ProgramEnd) -> OptionSpec {
    guard let name = json["name"]?.string, StageName(rawValue: name).isValid, !name.contains(".") else {
      throw bad("an option whose name is not made of lower-case letters, digits and _")
    }
    let choices = json["choices"]?.elements?.compactMap(\.string) ?? []
    let types: [String: OptionKind] = [
      "boolean": .boolean, "integer": .integer, "number": .number, "string": .string,
      "choice": .choice(choices),
    ]
    let type = json["type"]?.string ?? ""
    let isList = type.hasPrefix("list of ")
    guard let kind = types[isList ? String(type.dropFirst(8)) : type] else {
      throw bad("the option \"\(name)\" has the unknown type \"\(type)\"")
    }
    var whole = isList ? OptionKind.list(of: kind) : kind
    let standard = json["default"] ?? .null
    if standard == .null { whole = .optional(whole) }
    guard whole.takes(standard) else { throw bad("the default of the option \"\(name)\" is of another type") }
    let range =
      json["min"] != nil || json["max"] != nil ? OptionRange(low: json["min"], high: json["max"]) : nil
    return OptionSpec(
      name: name, help: json["help"]?.string ?? "", kind: whole, defaultValue: standard, range: range)
  }
}

extension OptionKind {
  /// Whether a value of JSON is of this kind.
  fileprivate func takes(_ value: JSONValue) -> Bool {
    switch (self, value) {
    case (.boolean, .bool), (.string, .string), (.number, .number): true
    case (.integer, .number): value.wholeNumber != nil
    case (.choice(let words), .string(let word)): words.contains(word)
    case (.list(let kind), .array(let elements)): elements.allSatisfy(kind.takes)
    case (.optional(let kind), _): value == .null || kind.takes(value)
    default: false
    }
  }
}

extension JSONValue {
  /// The elements, where it is a list.
  var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The number, where it is a whole one.
  var wholeNumber: Int? {
    if case .number(let digits) = self { Int(digits) } else { nil }
  }

  /// The number, where it is one.
  var double: Double? {
    if case .number(let digits) = self { Double(digits) } else { nil }
  }
}
