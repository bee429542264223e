import Copydesk

/// The name of the file that a part of a message is.
enum AttachmentName {
  /// What `Content-Disposition` says, or else `Content-Type`; nil where neither does.
  static func of(_ head: HeaderFields) -> String? {
    for (field, name) in [("content-disposition", "filename"), ("content-type", "name")] {
      guard let value = head[field] else { continue }
      let parameters = parameters(value)
      if let plain = parameters[name], !plain.isEmpty { return EncodedWords.decode(plain) }
      if let extended = parameters[name + "*"].flatMap(extended), !extended.isEmpty { return extended }
      if let joined = joined(name, parameters), !joined.isEmpty { return joined }
    }
    return nil
  }

  /// `filename*0*=utf-8''r%C3%A9; filename*1=port.pdf`: a name in pieces, of which some are escaped.
  private static func joined(_ name: String, _ parameters: [String: String]) -> String? {
    var charset: String?
    var bytes: [UInt8] = []
    var index = 0
    while let (piece, isEscaped) = parameters["\(name)*\(index)*"].map({ ($0, true) })
      ?? parameters["\(name)*\(index)"].map({ ($0, false) })
    {
      var piece = piece[...]
      if index == 0, isEscaped {
        let parts = piece.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        if parts.count == 3 { (charset, piece) = (String(parts[0]), parts[2]) }
      }
      bytes += isEscaped ? unescaped(piece) : Array(piece.utf8)
      index += 1
    }
    guard index > 0 else { return nil }
    return try? BodyDecoder(declared: charset).decode(Payload(bytes[...], at: 0)).text.string
  }

  /// `attachment; filename="a; b.pdf"`, by their names in lower case.
  static func parameters(_ value: String) -> [String: String] {
    var found: [String: String] = [:]
    for part in parts(value).dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { continue }
      found[pair[0].lowercased().filter { $0 != " " && $0 != "\t" }] = unquoted(pair[1])
    }
    return found
  }

  /// What semicolons outside of quotes set apart.
  private static func parts(_ value: String) -> [Substring] {
    var isQuoted = false
    var isEscaped = false
    return value.split(omittingEmptySubsequences: false) { character in
      defer { isEscaped = character == "\\" && !isEscaped }
      if character == "\"", !isEscaped { isQuoted.toggle() }
      return character == ";" && !isQuoted
    }
  }

  private static func unquoted(_ value: Substring) -> String {
    let word = value.drop { $0 == " " }
    guard word.first == "\"" else { return String(word.prefix { $0 != " " }) }
    var isEscaped = false
    var out = ""
    for character in word.dropFirst() {
      if !isEscaped, character == "\"" { break }
      isEscaped = character == "\\" && !isEscaped
      if !isEscaped { out.append(character) }
    }
    return out
  }

  /// `utf-8''caf%C3%A9.pdf` (RFC 2231).
  private static func extended(_ value: String) -> String? {
    let parts = value.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let bytes = unescaped(parts[2])
    return try? BodyDecoder(declared: String(parts[0])).decode(Payload(bytes[...], at: 0)).text.string
  }

  private static func unescaped(_ piece: Substring) -> [UInt8] {
    // The same but for its mark.
    TransferCoding.quotedPrintable(
      Array(piece.utf8.map { $0 == UInt8(ascii: "%") ? UInt8(ascii: "=") : $0 })[...])
  }
}
