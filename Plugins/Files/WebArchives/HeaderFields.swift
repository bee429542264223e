import Copydesk

/// The head of a record or a response: a first line, and fields `Name: value` up to a blank line.
struct HeaderFields: Sendable {
  /// The first line.
  let first: String
  private var fields: [(name: String, value: String)] = []
  /// How many bytes the head takes, with the blank line.
  let length: Int

  /// Reads the head at the start of `bytes`; nil where there is no blank line to end it.
  /// - Parameters:
  ///   - lenient: whether the end of the bytes ends the head, too.
  ///   - decoder: what reads values that are not ASCII; without it they are UTF-8.
  init?(_ bytes: ArraySlice<UInt8>, lenient: Bool = false, decoder: BodyDecoder? = nil) {
    var position = bytes.startIndex
    var lines: [ArraySlice<UInt8>] = []
    var isWhole = lenient
    while position < bytes.endIndex {
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[position..<end]
      if line.last == 0x0D { line = line.dropLast() }
      position = min(end + 1, bytes.endIndex)
      if line.isEmpty {
        isWhole = true
        break
      }
      lines.append(line)
    }
    guard isWhole, let top = lines.first else { return nil }
    first = String(decoding: top, as: UTF8.self)
    length = position - bytes.startIndex
    for line in lines.dropFirst() {
      if let byte = line.first, byte == 0x20 || byte == 0x09, !fields.isEmpty {
        fields[fields.count - 1].value += " " + Self.trimmed(line, decoder)
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        fields.append((name, Self.trimmed(line[(colon + 1)...], decoder)))
      }
    }
  }

  /// The value of a field; the name in lower case.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The elements of a field that is a list, which may stand several times; in lower case.
  func list(_ name: String) -> [String] {
    fields.filter { $0.name == name }.flatMap { field in
      field.value.split(separator: ",").map { $0.lowercased().filter { $0 != " " && $0 != "\t" } }
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>, _ decoder: BodyDecoder?) -> String {
    guard let start = bytes.firstIndex(where: { !$0.isASCIISpace }),
      let end = bytes.lastIndex(where: { !$0.isASCIISpace })
    else { return "" }
    let value = bytes[start...end]
    if let decoder, let decoded = try? decoder.decode(Payload(value, at: 0)) { return decoded.text.string }
    return String(decoding: value, as: UTF8.self)
  }
}

/// The type of some content, as a header field tells it: `text/html; charset=utf-8`.
struct ContentType: Sendable {
  /// The type in lower case, `text/html`.
  let name: String
  /// The character set, where it is told.
  let charset: String?

  init(_ value: String) {
    let parts = value.split(separator: ";")
    name = parts.first.map { $0.lowercased().filter { $0 != " " } } ?? ""
    charset = parts.dropFirst().lazy.compactMap { part -> String? in
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].lowercased().filter({ $0 != " " }) == "charset" else { return nil }
      return pair[1].filter { $0 != "\"" && $0 != "'" && $0 != " " }
    }.first { !$0.isEmpty }
  }

  var isHTML: Bool { name == "text/html" || name == "application/xhtml+xml" }
  var isText: Bool { name == "text/plain" }
}
