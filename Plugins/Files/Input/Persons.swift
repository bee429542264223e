import Copydesk

/// The people whom a record names as schema.org does: `"Ana"`, `{"@type": "Person", "name": "Ana"}`, or a list of those.
enum Persons {
  /// Their names as a byline gives them; nil where one of the values names nobody.
  static func names(in value: JSONValue) -> String? {
    guard case .array(let values) = value else { return name(of: value) }
    let names = values.compactMap(name)
    return names.count == values.count ? names.joined(separator: ", ") : nil
  }

  /// Whether nothing is told but names.
  static func areOnlyNames(_ value: JSONValue) -> Bool {
    switch value {
    case .array(let values): values.allSatisfy(areOnlyNames)
    case .object(let members): members.allSatisfy { $0.name == "name" || $0.name == "@type" }
    default: true
    }
  }

  private static func name(of value: JSONValue) -> String? {
    switch value {
    case .string(let name): name
    case .object: value["name"]?.string
    default: nil
    }
  }
}
