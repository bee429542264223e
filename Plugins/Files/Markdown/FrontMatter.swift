import Copydesk

/// The fields that a Markdown file begins with, between two lines `---`, as site generators and `output.markdown` write
/// them in YAML.
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
/// Values that should have stood in quotes are read as they stand (``FrontMending``). What is no mapping of names to values
/// then is no such block but text: nothing of it is lost.
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
  /// Whether more documents follow in the file, as `output.markdown` puts them: the fields are those of the first alone.
  let isFirstOfSeveral: Bool

  /// Nil where the bytes do not begin with such a block.
  init?(_ bytes: ArraySlice<UInt8>) {
    var lines = FrontLines(bytes.prefix(Self.longest))
    guard let first = lines.next(), first.says("---"), let block = lines.passBlock() else { return nil }
    let rest = bytes.dropFirst(lines.position)
    guard firstInvalidUTF8(in: block) == nil,
      let fields = FrontFields.read(block)
        ?? FrontMending.mended(block).flatMap({ FrontFields.read($0[...]) }), !fields.isEmpty
    else { return nil }
    isFirstOfSeveral = Self.isFirstOfSeveral(rest)
    members = Self.renamed(fields)
    length = lines.position + FrontLines(rest).blank
    isOwn = fields.suffix(2).map(\.name) == ["source", "id"]
  }

  private static func isFirstOfSeveral(_ rest: ArraySlice<UInt8>) -> Bool {
    let divider: StaticString = "\n* * *\n\n---\n"
    return divider.withUTF8Buffer { divider in
      rest.indices.contains { rest[$0] == divider[0] && rest[$0...].starts(with: divider) }
    }
  }

  /// Gives fields our names, where none has them.
  private static func renamed(_ fields: [JSONValue.Member]) -> [JSONValue.Member] {
    var names = Set(fields.map { $0.name.lowercased() })
    return fields.map { field in
      guard let name = others[field.name.lowercased()], names.insert(name).inserted else { return field }
      return .init(name, field.value)
    }
  }
}

/// The lines of a file that may begin with a block of fields.
private struct FrontLines {
  private let bytes: ArraySlice<UInt8>
  /// How many bytes were read.
  private(set) var position = 0

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// The next line without its end and the blanks before that; nil at the end.
  mutating func next() -> ArraySlice<UInt8>? {
    let rest = bytes.dropFirst(position)
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    position += min(end + 1, rest.endIndex) - rest.startIndex
    var line = rest[..<end]
    while let last = line.last, last.isASCIISpace { line = line.dropLast() }
    return line
  }

  /// The lines up to one `---` or `...`, which is passed, too; nil where there is none.
  mutating func passBlock() -> ArraySlice<UInt8>? {
    let start = position
    while true {
      let end = position
      guard let line = next() else { return nil }
      if line.says("---") || line.says("...") { return bytes.dropFirst(start).prefix(end - start) }
    }
  }

  /// How many bytes of blank lines come next.
  var blank: Int {
    var rest = self
    var length = position
    while let line = rest.next(), line.isEmpty { length = rest.position }
    return length - position
  }
}

extension ArraySlice<UInt8> {
  /// Whether it is this text.
  fileprivate func says(_ text: StaticString) -> Bool { text.withUTF8Buffer { elementsEqual($0) } }
}
