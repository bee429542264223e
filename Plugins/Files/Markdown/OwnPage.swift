import Copydesk

/// What `output.markdown` puts around a text, behind the fields: the title, the summary as a quotation, and the names.
struct OwnPage {
  /// How many bytes stand before the text, and how many behind it.
  private(set) var head = 0
  private(set) var tail = 0
  /// The line that may be the summary, and how many bytes it takes with the blank line behind it.
  private(set) var quotation: (words: String, length: Int)?

  /// - Parameters:
  ///   - bytes: what follows the fields.
  ///   - title: the title that they tell.
  init(_ bytes: ArraySlice<UInt8>, title: String?) {
    var rest = bytes
    if let title, let length = Self.line("# \(title.onOneLine)", startOf: rest) {
      head = length
      rest = rest.dropFirst(length)
    }
    if rest.starts(with: "> ".utf8), let end = rest.firstIndex(of: 0x0A) {
      let words = rest[..<end].dropFirst(2)
      let behind = rest[end...].prefix { $0 == 0x0A || $0 == 0x0D }
      quotation = (String(decoding: words, as: UTF8.self), behind.endIndex - rest.startIndex)
    }
    tail = Self.names(in: rest)
  }

  /// How many bytes the line takes with the blank line behind it, where the bytes begin with it.
  private static func line(_ line: String, startOf bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.starts(with: line.utf8) else { return nil }
    let behind = bytes.dropFirst(line.utf8.count).prefix { $0 == 0x0A || $0 == 0x0D }
    return behind.isEmpty && bytes.count > line.utf8.count ? nil : line.utf8.count + behind.count
  }

  /// How many bytes the names take at the end: a heading, and a line for each label.
  private static func names(in bytes: ArraySlice<UInt8>) -> Int {
    let heading = Array("**Entities**".utf8)
    var end = bytes.endIndex
    var isFound = false
    while end > bytes.startIndex {
      let start = (bytes[..<(end - 1)].lastIndex(of: 0x0A) ?? bytes.startIndex - 1) + 1
      var line = bytes[start..<end]
      while let last = line.last, last.isASCIISpace { line = line.dropLast() }
      if line.elementsEqual(heading) {
        let isApart = bytes[..<start].suffix(2).elementsEqual("\n\n".utf8)
        return isFound ? bytes.endIndex - start + (isApart ? 1 : 0) : 0
      }
      guard line.isEmpty || isNames(line) else { return 0 }
      isFound = isFound || !line.isEmpty
      end = start
    }
    return 0
  }

  /// Whether a line is as `- PERSON: Anna Berg`.
  private static func isNames(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: "- ".utf8), let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
      return false
    }
    let label = line[..<colon].dropFirst(2)
    return !label.isEmpty && !label.contains { $0.isASCIILowercase || $0.isASCIISpace }
  }
}
