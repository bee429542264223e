import Copydesk

/// The lines of a block of fields.
struct FrontLines {
  private let bytes: ArraySlice<UInt8>
  /// How many bytes were read.
  private(set) var position = 0

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// The next line without its end and the blanks before that; nil at the end, and where it is not UTF-8.
  mutating func next() -> ArraySlice<UInt8>? {
    let rest = bytes.dropFirst(position)
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    position += min(end + 1, rest.endIndex) - rest.startIndex
    let line = rest[..<end].withoutBlanksAtEnd
    return firstInvalidUTF8(in: line) == nil ? line : nil
  }
}

extension ArraySlice<UInt8> {
  /// Whether it is this text.
  func says(_ text: StaticString) -> Bool { text.withUTF8Buffer { elementsEqual($0) } }

  var withoutBlanks: ArraySlice<UInt8> { drop { $0 == 0x20 || $0 == 0x09 } }

  var withoutBlanksAtEnd: ArraySlice<UInt8> {
    var rest = self
    while let last = rest.last, last.isASCIISpace { rest = rest.dropLast() }
    return rest
  }

  /// Where these bytes stand in it.
  func place(of wanted: StaticString) -> Int? {
    wanted.withUTF8Buffer { wanted in
      indices.first { self[$0] == wanted[0] && self[$0...].starts(with: wanted) }
    }
  }
}
