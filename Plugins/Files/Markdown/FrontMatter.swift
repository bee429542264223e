import Copydesk

/// The fields that a Markdown file begins with, between two lines `---`, as site generators and `output.markdown` write
/// them: a flat part of YAML.
///
/// ```
/// ---
/// title: "The bridge opens"
/// authors: [Ana Lopes, Jo Kim]
/// tags:
///   - roads
/// ---
/// ```
///
/// What holds anything else, such as an object in an object, is no such block but text: nothing of it is lost then.
struct FrontMatter {
  /// A longer block is none.
  private static let longest = 1 << 16
  /// What fields of ours are called elsewhere.
  private static let others = ["category": "section", "lang": "language"]

  /// The fields in order, under names that records use.
  let members: [JSONValue.Member]
  /// How many bytes the block takes, and the blank lines behind it.
  let length: Int
  /// Whether `output.markdown` wrote it.
  let isOwn: Bool

  /// Nil where the bytes do not begin with such a block.
  init?(_ bytes: ArraySlice<UInt8>) {
    var lines = FrontLines(bytes.prefix(Self.longest))
    guard let first = lines.next(), first.says("---") else { return nil }
    var fields: [JSONValue.Member] = []
    while true {
      guard let line = lines.next() else { return nil }
      if line.says("---") || line.says("...") { break }
      if FrontScalar.isBlank(line) { continue }
      guard let field = Self.field(line, &lines) else { return nil }
      fields.append(field)
    }
    let rest = bytes.dropFirst(lines.position)
    guard !fields.isEmpty, rest.place(of: "\n* * *\n\n---\n") == nil else {
      // `output.markdown` puts several documents into one file, and the fields of the first are not those of all.
      return nil
    }
    members = Self.renamed(fields)
    length = lines.position + Self.blank(rest)
    isOwn = fields.suffix(2).map(\.name) == ["source", "id"]
  }

  private static func field(_ line: ArraySlice<UInt8>, _ lines: inout FrontLines) -> JSONValue.Member? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = line[..<colon]
    let rest = line[(colon + 1)...]
    guard isName(name), rest.first.map(\.isASCIISpace) ?? true else { return nil }
    let value = FrontScalar.isBlank(rest) ? items(&lines) : FrontScalar.value(rest)
    return value.map { .init(String(decoding: name, as: UTF8.self), $0) }
  }

  /// The lines `- item` that follow; null where there is none.
  private static func items(_ lines: inout FrontLines) -> JSONValue? {
    var found: [JSONValue] = []
    while true {
      var ahead = lines
      guard let line = ahead.next() else { return nil }
      if FrontScalar.isBlank(line) {
        lines = ahead
        continue
      }
      let item = line.withoutBlanks
      guard item.starts(with: "- ".utf8) else { return found.isEmpty ? .null : .array(found) }
      guard let value = FrontScalar.value(item.dropFirst(2)) else { return nil }
      found.append(value)
      lines = ahead
    }
  }

  private static func isName(_ name: ArraySlice<UInt8>) -> Bool {
    (1...64).contains(name.count)
      && name.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "_-.".utf8.contains($0) }
  }

  /// Gives fields our names, where none has them.
  private static func renamed(_ fields: [JSONValue.Member]) -> [JSONValue.Member] {
    var names = Set(fields.map { $0.name.lowercased() })
    return fields.map { field in
      guard let name = others[field.name.lowercased()], names.insert(name).inserted else { return field }
      return .init(name, field.value)
    }
  }

  /// How many bytes of blank lines there are.
  private static func blank(_ bytes: ArraySlice<UInt8>) -> Int {
    var lines = FrontLines(bytes)
    var length = 0
    while let line = lines.next(), line.isEmpty { length = lines.position }
    return length
  }
}
