/// A JSON value, for fields that Copydesk does not know by name.
///
/// Objects keep the order of their members and numbers keep their digits, so that what is carried through
/// comes out as it went in.
public enum JSONValue: Sendable, Hashable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number, in the digits of the source.
  case number(String)
  /// A string.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Members in order.
  case object([Member])

  /// A name and its value.
  public struct Member: Sendable, Hashable {
    /// The member's name.
    public var name: String
    /// Its value.
    public var value: JSONValue

    /// Creates a member.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The string, where it is one.
  public var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  /// The value of an object's member.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral
{
  /// A list.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .number(String(value)) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}

/// Named values that travel with a document, in the order in which they were set.
///
/// There are few of them, so a look-up scans.
public struct Metadata: Sendable, Hashable {
  /// The fields in order.
  public private(set) var fields: [JSONValue.Member] = []

  /// Creates empty metadata.
  public init() {}

  /// Whether there are no fields.
  public var isEmpty: Bool { fields.isEmpty }

  /// The value of a field. Setting nil takes the field out.
  /// - Complexity: O(fields).
  public subscript(name: String) -> JSONValue? {
    get { fields.first { $0.name == name }?.value }
    set {
      let index = fields.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): fields[index].value = value
      case (let index?, nil): fields.remove(at: index)
      case (nil, let value?): fields.append(.init(name, value))
      case (nil, nil): break
      }
    }
  }
}
