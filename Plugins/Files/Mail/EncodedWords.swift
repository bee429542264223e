import Copydesk

/// Words of a header field in another character set (RFC 2047): `=?utf-8?q?caf=C3=A9?=`.
///
/// Programs cut a text into words at any byte, so that words that follow each other in one set are read as one.
enum EncodedWords {
  static func decode(_ value: String) -> String {
    guard value.contains("=?") else { return value }
    var out = ""
    var rest = value[...]
    var run: Run?
    while let start = rest.firstRange(of: "=?") {
      let between = rest[..<start.lowerBound]
      let parts = rest[start.upperBound...].split(
        separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].hasPrefix("="),
        let bytes = bytes(coding: parts[1], String(parts[2]))
      else {
        out += (run.take()?.text ?? "") + rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        continue
      }
      // White space between two such words is no part of the text.
      let follows = run != nil && between.allSatisfy { $0 == " " || $0 == "\t" }
      let charset = parts[0].split(separator: "*").first.map { $0.lowercased() } ?? ""
      let raw = rest[start.lowerBound..<parts[3].index(after: parts[3].startIndex)]
      if follows, run?.charset == charset {
        run?.append(bytes, raw: String(between) + raw)
      } else {
        out += (run.take()?.text ?? "") + (follows ? "" : between)
        run = Run(charset: charset, bytes: bytes, raw: String(raw))
      }
      rest = parts[3].dropFirst()
    }
    return out + (run?.text ?? "") + rest
  }

  /// Words in one set, one behind the other.
  private struct Run {
    let charset: String
    var bytes: [UInt8]
    /// As they stand.
    var raw: String

    mutating func append(_ more: [UInt8], raw: String) {
      bytes += more
      self.raw += raw
    }

    /// What they say; as they stand where their set is not known.
    var text: String {
      (try? BodyDecoder(declared: charset).decode(Payload(bytes[...], at: 0)))?.text.string ?? raw
    }
  }

  private static func bytes(coding: Substring, _ text: String) -> [UInt8]? {
    switch coding.lowercased() {
    case "b": TransferCoding.base64(text.utf8)
    case "q":
      TransferCoding.quotedPrintable(Array(text.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 })[...])
    default: nil
    }
  }
}
