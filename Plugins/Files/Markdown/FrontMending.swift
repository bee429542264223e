import Copydesk

/// Mends the block of fields of a page whose values were written down without regard to YAML, as exports of blogs and
/// scrapers do: `title: Storm: the harbour closes`, `title: "Storm" closes the harbour`, `author: @tomas`.
///
/// Such values are put in quotes, and nothing else is touched. It is for blocks that are no YAML as they stand, and that
/// have a title: of prose between lines nothing should become fields.
enum FrontMending {
  /// The block with its values quoted; nil where there is nothing to mend.
  static func mended(_ block: ArraySlice<UInt8>) -> [UInt8]? {
    let lines = block.split(separator: 0x0A, omittingEmptySubsequences: false)
    var out: [UInt8] = []
    var hasTitle = false
    var isChanged = false
    for (index, line) in lines.enumerated() {
      if index > 0 { out.append(0x0A) }
      guard let field = Field(line) else {
        out += line
        continue
      }
      if field.isTitle { hasTitle = true }
      let goesOn = index + 1 < lines.count && lines[index + 1].first.map { $0 == 0x20 || $0 == 0x09 } == true
      guard !goesOn, field.needsQuotes else {
        out += line
        continue
      }
      isChanged = true
      out += line[..<field.value.startIndex]
      out.append(apostrophe)
      for byte in field.value {
        out.append(byte)
        if byte == apostrophe { out.append(byte) }
      }
      out.append(apostrophe)
    }
    return isChanged && hasTitle ? out : nil
  }

  private static let apostrophe = UInt8(ascii: "'")

  /// A line `name: value` that is not inside of anything.
  private struct Field {
    let name: ArraySlice<UInt8>
    /// Without blanks around it; not empty.
    let value: ArraySlice<UInt8>

    init?(_ line: ArraySlice<UInt8>) {
      guard let first = line.first, first.isASCIILetter, let colon = line.firstIndex(of: UInt8(ascii: ":"))
      else { return nil }
      var value = line[(colon + 1)...]
      guard let blank = value.first, blank.isASCIISpace else { return nil }
      while let byte = value.first, byte.isASCIISpace { value = value.dropFirst() }
      if let comment = Self.comment(in: value) { value = value[..<comment] }
      while let byte = value.last, byte.isASCIISpace { value = value.dropLast() }
      guard !value.isEmpty else { return nil }
      name = line[..<colon]
      self.value = value
    }

    /// Where a comment begins behind a plain value: "Storm: the harbour closes  # draft".
    private static func comment(in value: ArraySlice<UInt8>) -> Int? {
      guard let first = value.first, !"\"'".utf8.contains(first) else { return nil }
      return value.indices.dropFirst().first { value[$0] == UInt8(ascii: "#") && value[$0 - 1].isASCIISpace }
    }

    var isTitle: Bool { String(decoding: name, as: UTF8.self).lowercased() == "title" }

    /// Whether YAML cannot read the value as it stands.
    var needsQuotes: Bool {
      switch value.first {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): !isQuoted
      case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"): true
      case UInt8(ascii: "["): value.last != UInt8(ascii: "]")
      case UInt8(ascii: "{"): value.last != UInt8(ascii: "}")
      // A block, an anchor, a tag.
      case UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "!"): false
      default: hasColon
      }
    }

    /// Whether what stands in quotes ends where the value ends.
    private var isQuoted: Bool {
      guard value.count > 1, let quote = value.first, value.last == quote,
        quote != UInt8(ascii: "\"") || value.dropLast().last != UInt8(ascii: "\\")
      else { return false }
      let inner = value.dropFirst().dropLast()
      return inner.indices.allSatisfy { inner[$0] != quote || isEscaped(inner[...$0], quote) }
    }

    /// Whether the quotation mark at the end of the bytes, or at the end and behind it, stands for itself.
    private func isEscaped(_ bytes: ArraySlice<UInt8>, _ quote: UInt8) -> Bool {
      if quote == UInt8(ascii: "\"") { return bytes.dropLast().last == UInt8(ascii: "\\") }
      return bytes.dropLast().last == quote || value.dropLast()[bytes.endIndex...].first == quote
    }

    private var hasColon: Bool {
      value.last == UInt8(ascii: ":")
        || value.indices.dropLast().contains { value[$0] == UInt8(ascii: ":") && value[$0 + 1].isASCIISpace }
    }
  }
}
