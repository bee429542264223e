extension StageOptions {
  /// The options in the order of their declaration.
  public static var specs: [OptionSpec] {
    declarations.map { $0.option.spec(name: $0.name) }
  }

  /// Reads options from a definition. Every mistake is reported, each at its place; where there are any, the
  /// result is nil.
  /// - Parameters:
  ///   - node: the mapping given for the stage; nil for a bare stage name.
  ///   - problems: what is wrong is added to it.
  public static func decode(_ node: ConfigNode?, _ problems: inout [OptionProblem]) -> Self? {
    let declared = declarations
    var given: [String: ConfigNode] = [:]
    let before = problems.count
    switch node?.value {
    case nil, .null: break
    case .map(let entries):
      let known = declared.map(\.name)
      for entry in entries {
        if known.contains(entry.key) {
          given[entry.key] = entry.value
        } else {
          problems.append(OptionProblem(.unknown(name: entry.key, known: known), at: entry.keyLocation))
        }
      }
    case .scalar, .list:
      if let node {
        let mistake = OptionProblem.Mistake.notOptions(
          found: node.kindDescription, known: declared.map(\.name))
        problems.append(OptionProblem(mistake, at: node.location))
      }
    }
    let options = Dictionary(uniqueKeysWithValues: declared.map { ($0.name, $0.option) })
    let decoder = OptionsDecoder(options: options, given: given)
    do {
      let value = try Self(from: decoder)
      problems += decoder.problems.found
      return problems.count == before ? value : nil
    } catch {
      let location = node?.location ?? SourceLocation(file: "", line: 1, column: 1)
      problems.append(
        OptionProblem(
          .invalid(message: "\(Self.self) has a property that is not an @Option: \(error)", help: nil),
          at: location))
      return nil
    }
  }

  private static var declarations: [(name: String, option: any DeclaredOption)] {
    Mirror(reflecting: Self()).children.compactMap { child in
      guard let label = child.label, let option = child.value as? any DeclaredOption else { return nil }
      return (snakeCase(label.hasPrefix("_") ? String(label.dropFirst()) : label), option)
    }
  }
}

/// `minWords` → `min_words`.
func snakeCase(_ name: String) -> String {
  var out = ""
  for character in name {
    if character.isUppercase {
      out += "_" + character.lowercased()
    } else {
      out.append(character)
    }
  }
  return out
}

/// An ``Option`` of any type, as a mirror finds it.
protocol DeclaredOption: Sendable {
  func spec(name: String) -> OptionSpec
}

extension Option: DeclaredOption {
  func spec(name: String) -> OptionSpec {
    OptionSpec(name: name, help: help, kind: Value.kind, defaultValue: wrappedValue.json, range: range)
  }
}

extension Option: Decodable {
  /// Reads the option's value: the definition's, if it gives one that passes, else the default.
  ///
  /// The compiler's `init(from:)` forgets the declaration (help, range, default); `OptionsDecoder` brings
  /// it along.
  public init(from decoder: any Decoder) throws {
    guard let decoder = decoder as? SingleOptionDecoder, let declaration = decoder.option as? Self else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "options are read from definitions only"))
    }
    self = declaration
    guard let node = decoder.node else { return }
    var problems: [OptionProblem] = []
    if let value = Value.decode(node, &problems) {
      if isInside?(value) ?? true {
        wrappedValue = value
      } else {
        problems.append(
          OptionProblem(
            .outOfRange(found: node.scalar ?? "it", range: range?.description ?? ""), at: node.location))
      }
    }
    decoder.problems.found += problems
  }
}

/// Collects problems while the compiler's `init(from:)` walks over the properties.
final class ProblemCollector {
  var found: [OptionProblem] = []
}

/// The decoder that a ``StageOptions`` type's synthesized `init(from:)` is given. It hands each property its
/// own declaration and what the definition says of it.
struct OptionsDecoder: Decoder {
  let options: [String: any DeclaredOption]
  let given: [String: ConfigNode]
  let problems = ProblemCollector()
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(OptionsContainer(decoder: self))
  }
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw unsupported() }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw unsupported() }
}

struct SingleOptionDecoder: Decoder {
  let option: any DeclaredOption
  let node: ConfigNode?
  let problems: ProblemCollector
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    throw unsupported()
  }
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw unsupported() }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw unsupported() }
}

private func unsupported() -> DecodingError {
  .dataCorrupted(.init(codingPath: [], debugDescription: "options are read one by one"))
}

private struct OptionsContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: OptionsDecoder
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { decoder.options.keys.compactMap(Key.init(stringValue:)) }

  func contains(_ key: Key) -> Bool { decoder.options[snakeCase(key.stringValue)] != nil }
  func decodeNil(forKey key: Key) throws -> Bool { false }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    let name = snakeCase(key.stringValue)
    guard let option = decoder.options[name] else { throw unsupported() }
    return try T(
      from: SingleOptionDecoder(option: option, node: decoder.given[name], problems: decoder.problems))
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { throw unsupported() }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw unsupported() }
  func superDecoder() throws -> any Decoder { throw unsupported() }
  func superDecoder(forKey key: Key) throws -> any Decoder { throw unsupported() }
}
